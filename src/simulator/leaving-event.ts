/** Events of a page that goes, in which a browser lets it wait for nothing. (A page that is hidden may stay.) */
const LEAVING: readonly string[] = ['beforeunload', 'pagehide', 'unload'];

/** @param event by its name; undefined where there is none */
export function isLeaving(event: string | undefined): boolean {
  return event !== undefined && LEAVING.includes(event);
}
