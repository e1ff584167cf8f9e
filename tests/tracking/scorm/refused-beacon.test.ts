/** `sendBeacon` says whether the browser took it. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { WindowWitness } from '../../../src/tracking/scorm/commit-witness.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

class BeaconWindow {
  readonly entries: unknown[] = [];
  readonly location = { origin: 'https://lms.example' };
  readonly navigator: { sendBeacon(url: string, body?: unknown): boolean };
  readonly performance = { now: () => performance.now(), getEntriesByType: () => this.entries };

  constructor(isTaken: boolean) {
    this.navigator = { sendBeacon: () => isTaken };
  }
}

test('a beacon that the browser refused (65,536 bytes) is seen as none that was sent', async () => {
  const window = new BeaconWindow(false);
  const watch = new WindowWitness([window as unknown as Window]).watch();
  expect(window.navigator.sendBeacon('https://lms.example/store')).toBe(false);
  expect(await watch.end()).toBe('unsent');
});

test.each([
  ['opigno', 'scorm12'],
  ['opigno', 'scorm2004'],
] as const)('%s, %s: what the commit before has sent is not called unsaved because Finish found no room', async (profile, standard) => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
  onTestFinished(() => void vi.useRealTimers());
  const lms = lmsOf(profile, standard);
  const learner = await ScormLearner.in(lms, standard);
  expect((await learner.write({ 'b.one': 'Ensin' }).save()).result).toBe('sent');
  await vi.advanceTimersByTimeAsync(3_000);
  expect((await learner.write({ 'b.one': 'Viimeiset sanat' }).save()).result).toBe('sent');
  // On a slow line that beacon is still under way.
  const { navigator } = learner.page.window;
  const send = navigator.sendBeacon;
  navigator.sendBeacon = () => false;
  const closing = learner.close();
  await vi.advanceTimersByTimeAsync(5_000);
  navigator.sendBeacon = send;
  expect((await closing).result).not.toBe('not-saved');
  expect((await ScormLearner.in(lms, standard)).answers.get('b.one')?.text).toBe('Viimeiset sanat');
});
