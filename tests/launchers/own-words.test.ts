/** Her own older words in one browser are no version that nobody has read. */
import { expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass, settled } from './launched-learner.ts';
import { withLauncherClock } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';
import { SeparateBrowser } from './separate-browser.ts';

const FIELD = 'e.feedback.together';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);
const others = ({ session }: LaunchedLearner): string[] => session.conflicts.map(({ other }) => other.text);

withLauncherClock();

test.each(['xapi', 'rustici', 'cmi5', 'mod-cmi5', 'ilias-cmi5', 'grassblade'] as LauncherId[])(
  '%s: what one tab wrote and the tab that took over changed',
  async (id) => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const first = await browser.open();
    const second = await browser.open();
    expect(second.session.phase).toBe('elsewhere');
    await first.write(words('Aamulla kirjoitettu ajatus'), 30_000);
    expect(first.session.status.state).toBe('saved');
    await settled(second.session.takeOver());
    expect(second.answers.get(FIELD)).toBe('Aamulla kirjoitettu ajatus');
    await pass(10_000);
    await second.write(words('Illalla kirjoitettu ajatus'), 60_000);
    expect(others(second), 'in the second tab').toEqual([]);
    await second.exit();
    const later = await LaunchedLearner.in(double);
    expect(later.answers.get(FIELD)).toBe('Illalla kirjoitettu ajatus');
    expect(others(later), 'at the next launch').toEqual([]);
  },
);

test.each(['xapi', 'rustici', 'cmi5', 'mod-cmi5', 'ilias-cmi5', 'grassblade'] as LauncherId[])(
  '%s: what one tab wrote before another had the course and gave it back',
  async (id) => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const first = await browser.open();
    await first.write(words('Ensin'), 30_000);
    const second = await browser.open();
    await settled(second.session.takeOver());
    await second.write(words('Toisessa välilehdessä'), 30_000);
    await settled(first.session.takeOver());
    await first.write(words('Taas ensimmäisessä'), 60_000);
    expect(others(first), 'in the first tab').toEqual([]);
    await first.exit();
    const later = await LaunchedLearner.in(double);
    expect(others(later), 'at the next launch').toEqual([]);
  },
);

test.each(['xapi', 'rustici', 'cmi5', 'mod-cmi5', 'ilias-cmi5', 'grassblade'] as LauncherId[])(
  '%s: what one tab wrote and another had replaced, when the first takes the course back',
  async (id) => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const first = await browser.open();
    await pass(30_000);
    const second = await browser.open();
    await settled(second.session.takeOver());
    await second.write(words('Toisessa'), 30_000);
    const third = await browser.open();
    await settled(third.session.takeOver());
    await third.write(words('Kolmannessa'), 30_000);
    await settled(first.session.takeOver());
    await pass(30_000);
    expect(first.answers.get(FIELD)).toBe('Kolmannessa');
    expect(others(first)).toEqual([]);
  },
);

test.each(['xapi', 'rustici', 'cmi5', 'mod-cmi5', 'ilias-cmi5', 'grassblade', 'open-edx'] as LauncherId[])(
  '%s: what one tab had not told yet, the tab between told, and the first changes when it has the course back',
  async (id) => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const first = await browser.open();
    await pass(2_000);
    await first.write(words('Aamulla kirjoitettu ajatus'), 300);
    const second = await browser.open();
    await settled(second.session.takeOver());
    await pass(8_000);
    await settled(first.session.takeOver());
    await pass(1_000);
    await first.write(words('Illalla kirjoitettu ajatus'), 3_000);
    await first.closeTab();
    expect(others(await LaunchedLearner.in(double))).toEqual([]);
  },
);

test.each(['xapi', 'rustici', 'cmi5', 'mod-cmi5', 'ilias-cmi5', 'grassblade', 'open-edx'] as LauncherId[])(
  '%s: what one tab had not told yet, the tab between told and changed, when the first takes the course back',
  async (id) => {
    const double = new LauncherDouble(id);
    const browser = new SeparateBrowser(double);
    const first = await browser.open();
    await first.write(words('Muuta', 'b.colleague.meaning'), 20_000);
    const second = await browser.open();
    await first.write(words('Aamulla kirjoitettu ajatus'), 300);
    await settled(second.session.takeOver());
    await pass(1_000);
    await second.write(words('Illalla kirjoitettu ajatus'), 1_000);
    await settled(first.session.takeOver());
    await pass(10_000);
    expect(first.answers.get(FIELD)).toBe('Illalla kirjoitettu ajatus');
    expect(others(first)).toEqual([]);
  },
);

test.each(['xapi', 'rustici', 'tincanlaunch', 'mod-cmi5', 'ilias-xapi', 'grassblade', 'open-edx', 'chamilo'] as LauncherId[])(
  '%s: what one browser writes and changes, in another that writes in another field meanwhile',
  async (id) => {
    const double = new LauncherDouble(id);
    const first = await LaunchedLearner.in(double);
    const second = await LaunchedLearner.in(double);
    for (const text of ['Aamulla kirjoitettu ajatus', 'Päivällä muutettu', 'Illalla vielä kerran']) {
      await first.write(words(text), 20_000);
      await second.write(words(`Muuta: ${text}`, 'b.colleague.meaning'), 130_000);
      expect(second.answers.get(FIELD)).toBe(text);
      expect(others(second), 'in the browser that did not write it').toEqual([]);
    }
    await second.closeTab();
    await first.write(words('Yöllä, kun toinen oli suljettu'), 20_000);
    const again = await LaunchedLearner.in(double, second.browser);
    expect(again.answers.get(FIELD)).toBe('Yöllä, kun toinen oli suljettu');
    expect(others(again), 'at the next launch').toEqual([]);
    expect(others(first), 'in the browser that wrote it').toEqual([]);
  },
);
