/** A computer sleeps while the course is open, and the learner saves at another one meanwhile. */
import { expect, test, vi } from 'vitest';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';
import { isOfState, SeparateBrowser, type PageHere } from '../../launchers/separate-browser.ts';

const HERE = 'e.feedback.together';
const THERE = 'e.feedback.after';
/** Twice: less than the hour for which a token of cmi5 lasts. */
const SLEEP_MS = 1_200_000;

withLauncherClock();

/** Of a sleep the time of day alone tells: `performance.now()` stands still then in Chrome on macOS, Linux and Android (w3c/hr-time#115). */
async function afterSleep(id: LauncherId): Promise<{ readonly double: LauncherDouble; readonly here: PageHere }> {
  const double = new LauncherDouble(id);
  const here = await new SeparateBrowser(double).open();
  here.session.store.change({ [HERE]: 'Ennen unta' });
  await pass(12_000);
  expect(here.session.status.state).toBe('saved');
  here.session.store.change({ [HERE]: 'Ennen unta, ja vielä' });
  await pass(3_500);
  here.session.lifecycle.hide();
  await pass(0);
  vi.setSystemTime(Date.now() + SLEEP_MS);
  const there = await new SeparateBrowser(double).open();
  there.session.store.change({ [THERE]: 'Toisella koneella' });
  await pass(3_500);
  expect(there.session.status.state).toBe('saved');
  await there.closeTab();
  there.die();
  vi.setSystemTime(Date.now() + SLEEP_MS);
  return { double, here };
}

test.each<LauncherId>(['open-edx', 'chamilo'])('%s: a page that is closed at once takes nothing that was saved there', async (id) => {
  const { double, here } = await afterSleep(id);
  here.session.store.change({ [HERE]: 'Unen jälkeen' });
  await here.closeTab();
  here.die();
  await pass(1000);
  const next = await new SeparateBrowser(double).open();
  expect(next.answers.get(THERE)).toBe('Toisella koneella');
});

test.each<LauncherId>(['open-edx', 'chamilo', 'ilias-xapi', 'mod-cmi5', 'xapi'])(
  '%s: a page that is seen again shows what was saved there',
  async (id) => {
    const { here } = await afterSleep(id);
    here.session.lifecycle.resume();
    await pass(3000);
    expect(here.answers.get(THERE)).toBe('Toisella koneella');
  },
);

test.each<LauncherId>(['open-edx', 'chamilo'])('%s: what is read before the sleep, and heard after it, is put over nothing', async (id) => {
  const double = new LauncherDouble(id);
  const browser = new SeparateBrowser(double);
  const here = await browser.open();
  here.session.store.change({ [HERE]: 'Ennen unta' });
  await pass(60_000);
  let wakes: (() => void) | undefined;
  browser.after = (method, url, response) => {
    if (method !== 'GET' || !isOfState(url) || wakes) return undefined;
    return new Promise((heard) => (wakes = () => heard(response)));
  };
  here.session.store.change({ [HERE]: 'Ennen unta, ja vielä' });
  for (let waited = 0; waited < 20_000 && !wakes; waited += 500) await pass(500);
  vi.setSystemTime(Date.now() + SLEEP_MS);
  const there = await new SeparateBrowser(double).open();
  there.session.store.change({ [THERE]: 'Toisella koneella' });
  await pass(12_000);
  expect(there.session.status.state).toBe('saved');
  await there.closeTab();
  there.die();
  expect(wakes).toBeDefined();
  wakes?.();
  await pass(1_000);
  here.die();
  const next = await new SeparateBrowser(double).open();
  expect(next.answers.get(THERE)).toBe('Toisella koneella');
  expect(next.answers.get(HERE)).toBe('Ennen unta, ja vielä');
});
