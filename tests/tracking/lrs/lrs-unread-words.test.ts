/** Words of one browser that another replaced without having read them: the learner is shown both. */
import { describe, expect, test, vi } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';
import { unreadWords } from '../../launchers/unread-words.ts';
import { isOfState, never, offline, SeparateBrowser } from '../../launchers/separate-browser.ts';
import { MemoryStorage } from '../../session/memory.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);

withLauncherClock();

const others = ({ session }: LaunchedLearner): string[] => session.conflicts.map(({ other }) => other.text);

test.each(['xapi', 'rustici', 'mod-cmi5', 'ilias-cmi5', 'open-edx', 'chamilo'] as LauncherId[])(
  '%s: words that were written offline are offered, where the field was written in two sittings elsewhere since',
  async (id) => {
    const double = new LauncherDouble(id);
    const library = new SeparateBrowser(double);
    const page = await library.open();
    await pass(10_000);
    library.before = offline;
    await page.write(words('Kirjastossa, ilman verkkoa'), 60_000);
    expect(page.session.status.state).toBe('not-saved');
    for (const text of ['Kotona', 'Jotain muuta kotona']) {
      const home = await LaunchedLearner.in(double);
      await home.write(words(text), 60_000);
      await home.exit();
    }
    library.before = () => undefined;
    page.session.lifecycle.reconnect();
    await pass(60_000);
    expect(page.session.status.state).toBe('saved');
    expect(page.answers.get(FIELD)).toBe('Jotain muuta kotona');
    expect(others(page)).toEqual(['Kirjastossa, ilman verkkoa']);
  },
);

test('of two texts of the same millisecond neither browser shows another than the LRS has, unsaid', async () => {
  const double = new LauncherDouble('xapi');
  // Written at a computer whose clock is an hour ahead.
  const ahead = await LaunchedLearner.in(double, new MemoryStorage());
  vi.setSystemTime(Date.now() + 3_600_000);
  await ahead.write(words('Yhteinen'));
  await pass(10_000);
  await ahead.exit();
  vi.setSystemTime(Date.now() - 3_600_000);
  const first = await LaunchedLearner.in(double);
  const second = await LaunchedLearner.in(double);
  await pass(30_000);
  await first.write(words('Yhteinen ja kotona'), 1_500);
  await second.write(words('Yhteinen ja koulussa'), 30_000);
  expect(second.session.status.state).toBe('saved');
  await first.write(words('x', OTHER), 30_000);
  await second.write(words('y', 'b.colleague.colleague'), 30_000);
  await pass(60_000);
  expect(second.answers.get(FIELD)).toBe(double.held().answers.get(FIELD)?.text);
  expect(first.answers.get(FIELD)).toBe(double.held().answers.get(FIELD)?.text);
  expect([...others(first), ...others(second)]).toContain('Yhteinen ja kotona');
});

test('a text that has stayed against a shorter one of the same second is found by the page that wrote the shorter', async () => {
  const double = new LauncherDouble('open-edx');
  const library = new SeparateBrowser(double);
  const first = await library.open();
  const second = await LaunchedLearner.in(double);
  await pass(2_000 - (Date.now() % 1000) + 50);
  library.before = offline;
  await first.write(words('Pitkä ja harkittu vastaus'), 300);
  await second.write(words('Lyhyt'), 10_000);
  expect(second.session.status.state).toBe('saved');
  library.before = () => undefined;
  first.session.lifecycle.reconnect();
  await pass(20_000);
  expect(first.session.status.state).toBe('saved');
  await first.exit();
  await second.write(words('x', OTHER), 60_000);
  expect(second.session.status.state).toBe('saved');
  expect(second.answers.get(FIELD)).toBe(double.held().answers.get(FIELD)?.text);
});

test('words that were read in the middle of a save whose end the page does not hear are not called known', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  await first.write(words('Alku'));
  await pass(30_000);
  const library = new SeparateBrowser(double);
  const second = await library.open();
  await pass(30_000);
  await first.write(words('Ensimmäisen koneen ajatus'));
  await pass(60_000);
  expect(first.session.status.state).toBe('saved');
  // The page of the second goes after what it has posted has left, before it hears of it.
  let dies = false;
  library.after = (method, url) => {
    if (method === 'GET' && isOfState(url)) dies = true;
    else if (dies) return never();
    return undefined;
  };
  await second.write(words('Toisen koneen ajatus'), 5_000);
  expect(double.held().answers.get(FIELD)?.text).toBe('Toisen koneen ajatus');
  await first.write(words('x', OTHER));
  await pass(60_000);
  expect(first.answers.get(FIELD)).toBe('Toisen koneen ajatus');
  expect(others(first)).toEqual(['Ensimmäisen koneen ajatus']);
});

test('saved words that a page replaced without knowing them are offered, though a third page has written over that since', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double);
  const second = await LaunchedLearner.in(double);
  await pass(30_000);
  await first.write(words('Ensimmäisen ajatus'), 60_000);
  expect(first.session.status.state).toBe('saved');
  await second.write(words('Toisen ajatus'), 500);
  await second.closeTab();
  const third = await LaunchedLearner.in(double);
  await third.write(words('Kolmannen ajatus'), 30_000);
  await third.exit();
  await first.write(words('x', OTHER), 60_000);
  expect(first.answers.get(FIELD)).toBe('Kolmannen ajatus');
  expect(others(first)).toEqual(['Ensimmäisen ajatus']);
});

describe('saved words that a page which did not know them has replaced', () => {
  test('are offered at the next launch', async () => {
    const { double, first } = await unreadWords('xapi');
    const again = await LaunchedLearner.in(double, first.browser);
    expect(again.answers.get(FIELD)).toBe('Toisen koneen ajatus');
    expect(others(again)).toEqual(['Ensimmäisen koneen ajatus']);
  });

  test.each(['xapi', 'rustici', 'mod-cmi5', 'ilias-xapi'] as LauncherId[])('%s: once, where she has chosen', async (id) => {
    const { double, first } = await unreadWords(id);
    const again = await LaunchedLearner.in(double, first.browser);
    for (const conflict of again.session.conflicts) again.session.resolve(conflict, 'current');
    await pass(60_000);
    await again.exit();
    expect(others(await LaunchedLearner.in(double, first.browser))).toEqual([]);
    expect(others(await LaunchedLearner.in(double))).toEqual([]);
  });

  test('and that she has replaced herself are not offered', async () => {
    const double = new LauncherDouble('xapi');
    const first = await LaunchedLearner.in(double);
    for (const text of ['Eka', 'Toka', 'Kolmas']) await first.write(words(text), 20_000);
    await first.exit();
    const second = await LaunchedLearner.in(double);
    await second.write(words('Neljäs'), 20_000);
    await second.closeTab();
    expect(others(await LaunchedLearner.in(double))).toEqual([]);
  });
});
