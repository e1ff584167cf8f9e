/** What the tab that loses a learner's work gives to the one that has taken it: its copy, which this browser may have had no room for. */

/** How long the tab that loses the work has for writing its last keystrokes into the common copy, and for handing them over. */
const HAND_OVER_MS = 300;

/** @param name of the work. @returns what the other tab hands over; undefined where nothing comes in time */
export function handedOver(name: string): Promise<string | undefined> {
  return new Promise((known) => {
    const channel = channelOf(name);
    const end = (work?: string): void => {
      clearTimeout(timer);
      channel?.close();
      known(work);
    };
    const timer = setTimeout(end, HAND_OVER_MS);
    if (!channel) return;
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') end(data);
    };
  });
}

/** To be called at once when the work is lost: the other tab waits for a moment only. */
export function handOver(name: string, work: string): void {
  const channel = channelOf(name);
  channel?.postMessage(work);
  channel?.close();
}

/** Open for that moment only: a page with an open channel is not kept for the Back button. */
function channelOf(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(`${name} work`);
  } catch {
    // There are none, or they are barred where storage is.
    return undefined;
  }
}
