/**
 * A computer falls asleep in the middle of a save, behind any answer of the LRS, and wakes when the learner has saved newer words at another one. Where a launcher
 * neither merges what is posted nor heeds a condition, what was read before the sleep is read again before the document is put.
 */
import { describe, expect, test, vi } from 'vitest';
import { launcherProfiles, type LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { howMany } from '../../how-many.ts';
import { pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';
import { SeparateBrowser, type PageHere } from '../../launchers/separate-browser.ts';

const HERE = 'e.feedback.together';
const THERE = 'e.feedback.after';
/** Twice: less than the hour for which a token of cmi5 lasts. */
const HALF_MS = 1_200_000;

withLauncherClock();

const writes = ({ session }: PageHere): void => session.store.change({ [HERE]: 'Ennen unta, ja vielä' });
const BEGINS: Readonly<Record<string, (here: PageHere) => void>> = {
  'she writes': writes,
  'she writes, and the page is hidden': (here) => {
    writes(here);
    here.session.lifecycle.hide();
  },
  'she writes, and leaves by its own button': (here) => {
    writes(here);
    void here.session.exit();
  },
  'its tab is looked at': ({ session }) => {
    session.lifecycle.hide();
    session.lifecycle.resume();
  },
};

/** @param answers behind so many of the LRS. @returns what is there in the end; undefined where there were fewer */
async function slept(id: LauncherId, begins: (here: PageHere) => void, answers: number): Promise<(string | undefined)[] | undefined> {
  const double = new LauncherDouble(id);
  const browser = new SeparateBrowser(double);
  const here = await browser.open();
  here.session.store.change({ [HERE]: 'Ennen unta' });
  await pass(20_000);
  const waiting: (() => void)[] = [];
  let isAsleep = false;
  let left = answers;
  browser.after = async (_method, _url, response) => {
    left -= 1;
    isAsleep ||= left === 0;
    if (isAsleep) await new Promise<void>((go) => waiting.push(go));
    return response;
  };
  begins(here);
  for (let passed = 0; passed < 20_000 && !isAsleep; passed += 100) await pass(100);
  if (!isAsleep) return undefined;
  vi.setSystemTime(Date.now() + HALF_MS);
  const there = await new SeparateBrowser(double).open();
  there.session.store.change({ [HERE]: 'Toisella koneella', [THERE]: 'Sekin' });
  await pass(10_000);
  expect(there.session.status.state).toBe('saved');
  await there.closeTab();
  there.die();
  vi.setSystemTime(Date.now() + HALF_MS);
  isAsleep = false;
  for (const go of waiting) go();
  for (let passed = 0; passed < 40; passed += 1) await pass(1_000);
  await here.closeTab();
  here.die();
  const next = await new SeparateBrowser(double).open();
  return [HERE, THERE].map((field) => next.answers.get(field));
}

/** Those that merge nothing; each night all of them. */
const areAll = howMany({ gate: 0, nightly: 1 }) === 1;
const launchers = launcherProfiles
  .filter(({ endpoint }) => areAll || ['ignored', 'not-found'].includes(endpoint.posts))
  .map(({ id }) => id);

describe.each(launchers)('%s', (id) => {
  test.each(Object.entries(BEGINS))('%s', async (_, begins) => {
    for (let answers = 1; ; answers += 1) {
      const found = await slept(id, begins, answers);
      if (!found) break;
      expect(found, `behind answer ${String(answers)}`).toEqual(['Toisella koneella', 'Sekin']);
    }
  });
});
