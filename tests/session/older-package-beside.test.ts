/** Pages of several releases write beside each other: each page shows the ids that it knows, and no text gives way to one that was written without it. */
import { expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { readCourse } from '../../build/read-course.ts';
import { movedFound } from '../../src/session/moved-work.ts';
import { LaunchedLearner, pass } from '../launchers/launched-learner.ts';
import { withLauncherClock } from '../launchers/launched-licence.ts';
import { LauncherDouble } from '../launchers/launcher-double.ts';
import { offline, SeparateBrowser } from '../launchers/separate-browser.ts';
import { MemoryStorage } from './memory.ts';

const [v1, v2, v3] = await Promise.all(['v1', 'v2', 'v3'].map((name) => readCourse(`tests/fixtures/three-versions/${name}`)));
if (!v1 || !v2 || !v3) throw new Error('A version is missing.');

const words = (text: string, field: string): Answers => new Map([[field, { text, at: 0 }]]);

withLauncherClock();

test('what an older package wrote earlier and sends late is offered beside what was written here after it', async () => {
  const double = new LauncherDouble('xapi');
  const library = new SeparateBrowser(double);
  const older = await library.open({ course: v1 });
  const newer = await LaunchedLearner.in(double, new MemoryStorage(), { course: v3 });
  await pass(30_000);
  library.before = offline;
  await older.write(words('Kirjastossa kirjoitettu', 'a.thoughts.first'), 10_000);
  await newer.write(words('Kotona kirjoitettu', 'a.start.opening'), 30_000);
  await newer.write(words('x', 'b.channels.desk.skill_note'), 30_000);
  library.before = () => undefined;
  older.session.lifecycle.reconnect();
  await pass(60_000);
  expect(older.session.status.state).toBe('saved');
  await newer.write(words('xy', 'b.channels.desk.skill_note'), 30_000);
  expect(newer.answers.get('a.start.opening')).toBe('Kotona kirjoitettu');
  expect(newer.session.conflicts.map(({ other }) => other.text)).toEqual(['Kirjastossa kirjoitettu']);
});

test('of two older packages beside each other the next release shows both texts', async () => {
  const double = new LauncherDouble('xapi');
  const first = await LaunchedLearner.in(double, new MemoryStorage(), { course: v1 });
  const second = await LaunchedLearner.in(double, new MemoryStorage(), { course: v2 });
  await second.write(words('Kotona kirjoitettu', 'a.thoughts.opening'), 30_000);
  expect(second.session.status.state).toBe('saved');
  await second.exit();
  await first.write(words('Kirjastossa kirjoitettu', 'a.thoughts.first'), 30_000);
  await first.exit();
  await pass(10_000);
  const third = await LaunchedLearner.in(double, second.browser, { course: v3 });
  const all = JSON.stringify([...third.answers, third.session.conflicts]);
  expect(all).toContain('Kirjastossa kirjoitettu');
  expect(all).toContain('Kotona kirjoitettu');
});

test('nobody is asked about a text that the page of the next release has shown her, and that she has changed there', async () => {
  const double = new LauncherDouble('xapi');
  const browser = new MemoryStorage();
  const written = [
    { course: v1, field: 'a.thoughts.first', text: 'Ensin' },
    { course: v2, field: 'a.thoughts.opening', text: 'Toisin' },
    { course: v3, field: 'a.start.opening', text: 'Lopuksi' },
  ];
  for (const { course, field, text } of written) {
    const learner = await LaunchedLearner.in(double, browser, { course });
    expect(learner.session.conflicts).toEqual([]);
    await learner.write(words(text, field), 30_000);
    await learner.exit();
  }
  const again = await LaunchedLearner.in(double, new MemoryStorage(), { course: v3 });
  expect(again.answers.get('a.start.opening')).toBe('Lopuksi');
  expect(again.session.conflicts).toEqual([]);
});

test('the other version of a choice is kept under the option ids of now', () => {
  const { others } = movedFound(
    { stored: undefined, mark: undefined, others: [['b.channels.desk.skill', { text: 'learning', at: 1 }]], unreadable: [] },
    v3.moved,
  );
  expect(others).toEqual([['b.channels.desk.skill', { text: 'practising', at: 1 }]]);
});
