/** Firefox may end a page that leaves while it writes to sessionStorage, or as soon as an event is over (seen in 153 ESR). */
import { describe, expect, test, vi } from 'vitest';
import { interactionsOf } from '../../../src/session/reported-answers.ts';
import type { Snapshot, Tracker } from '../../../src/tracking/tracker.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { course, LaunchedLearner, pass, settled, trackerOf } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';
import { SeparateBrowser } from '../../launchers/separate-browser.ts';
import { turn } from '../turn.ts';

withLauncherClock();

function snapshotOf(text: string, revision: number): Snapshot {
  const answers = new Map([['e.feedback.together', { text, at: Date.now() }]]);
  return {
    answers,
    revision,
    interactions: interactionsOf(course, answers),
    classes: [],
    complete: false,
    withheld: new Set<string>(),
    share: 0.25,
    place: 'e/e.feedback',
    duration: 1_000,
  };
}

/** What a page has asked of the LRS in an event, at whose end it is gone, or at its first write to sessionStorage. */
async function askedIn(id: LauncherId, event: (tracker: Tracker, snapshot: Snapshot) => unknown): Promise<string> {
  const double = new LauncherDouble(id);
  const page = await double.launch();
  let isLeaving = false;
  let isGone = false;
  let asked = '';
  const tracker = trackerOf(double, page, {
    fetch: (input, init) => {
      if (isLeaving && !isGone) asked += new TextDecoder().decode(init?.body as Uint8Array<ArrayBuffer>);
      return double.fetch(input, init);
    },
  });
  await settled(tracker.open());
  await settled(tracker.save(snapshotOf('Ensimmäiset sanat', 1), turn()));
  vi.spyOn(page.storage, 'setItem').mockImplementation(() => void (isGone = true));
  isLeaving = true;
  event(tracker, snapshotOf('Viimeiset sanat', 2));
  isGone = true;
  vi.restoreAllMocks();
  return asked;
}

describe.each<LauncherId>(['xapi', 'cmi5'])('%s: a page that is gone in the next moment', (id) => {
  test('has sent the state and the answers when it was hidden', async () => {
    const asked = await askedIn(id, (tracker, snapshot) => tracker.saveNow(snapshot, 'hidden'));
    expect(asked.match(/Viimeiset sanat/g)).toHaveLength(2);
    expect(asked).toContain('verbs/answered');
  });

  test('has ended its session when it was closed', async () => {
    const asked = await askedIn(id, (tracker, snapshot) => tracker.closeNow(snapshot));
    expect(asked.match(/Viimeiset sanat/g)).toHaveLength(2);
    expect(asked).toContain('verbs/terminated');
  });
});

test.each<LauncherId>(['xapi', 'cmi5'])(
  '%s: an answer of a moment ago, which is saved, is reported once when the page is hidden',
  async (id) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(new Map([['e.feedback.together', { text: 'Viimeinen vastaus', at: 0 }]]));
    await pass(5_000);
    expect(learner.session.status.state).toBe('saved');
    expect(double.verbs()).not.toContain('answered');
    learner.session.lifecycle.hide();
    await pass(0);
    expect(double.verbs()).toContain('answered');
    await pass(60_000);
    const asked = double.traffic.length;
    learner.session.lifecycle.resume();
    await pass(5_000);
    const seen = double.traffic.length - asked;
    learner.session.lifecycle.hide();
    await pass(5_000);
    expect(double.traffic.length - asked).toBe(seen);
    expect(double.verbs().filter((verb) => verb === 'answered')).toHaveLength(1);
  },
);

test.each<LauncherId>(['open-edx', 'chamilo'])(
  '%s: a page that is hidden, and closed while it still reads before it writes, sends its last words',
  async (id) => {
    const field = 'e.feedback.together';
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const page = await browser.open();
    await page.write(new Map([[field, { text: 'Ensin', at: 0 }]]), 15_000);
    expect(page.session.status.state).toBe('saved');
    // A slow network: each answer takes three seconds.
    browser.after = async () => {
      await new Promise((over) => setTimeout(over, 3_000));
      return undefined;
    };
    await page.write(new Map([[field, { text: 'Lopuksi', at: 0 }]]), 300);
    page.session.lifecycle.hide();
    await pass(200);
    page.session.lifecycle.leave();
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    page.session.lifecycle.end();
    page.die();
    await pass(60_000);
    expect(double.held().answers.get(field)?.text).toBe('Lopuksi');
  },
);
