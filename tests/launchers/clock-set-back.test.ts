/** The clock of one of two computers is set back while the course is open at both. */
import { expect, test, vi } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { withLauncherClock } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';
import { offline, SeparateBrowser } from './separate-browser.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const HOUR = 3_600_000;
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);

withLauncherClock();

test.each(['xapi', 'rustici', 'cmi5', 'mod-cmi5', 'ilias-cmi5', 'grassblade', 'open-edx', 'chamilo'] as LauncherId[])(
  '%s: what was written after that, and elsewhere too, is there in both versions',
  async (id) => {
    const double = new LauncherDouble(id);
    // The true time; the library's computer is an hour ahead until its clock is set.
    const truth = Date.now();
    vi.setSystemTime(truth + HOUR);
    const library = new SeparateBrowser(double);
    const page = await library.open();
    await page.write(words('Muuta', OTHER), 30_000);
    expect(page.session.status.state).toBe('saved');
    vi.setSystemTime(Date.now() - HOUR);
    await pass(5_000);
    library.before = offline;
    await page.write(words('Kirjastossa, ilman verkkoa'), 20_000);
    const home = await LaunchedLearner.in(double);
    await home.write(words('Kotona'), 30_000);
    expect(home.session.status.state).toBe('saved');
    await home.exit();
    library.before = () => undefined;
    page.session.lifecycle.reconnect();
    await pass(60_000);
    expect(page.session.status.state).toBe('saved');
    expect(page.answers.get(FIELD)).toBe('Kotona');
    expect(page.session.conflicts.map(({ other }) => other.text)).toEqual(['Kirjastossa, ilman verkkoa']);
  },
);
