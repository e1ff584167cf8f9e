/** `sendBeacon` says whether the browser took it. */
import { expect, test } from 'vitest';
import { WindowWitness } from '../../../src/tracking/scorm/commit-witness.ts';

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
