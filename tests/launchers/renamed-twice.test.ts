/** A field that has had three names, and texts in the LRS under several of them, by pages of three releases that are open at once. */
import { expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import type { Answers } from '../../src/course/answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { MemoryStorage } from '../session/memory.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { withLauncherClock } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';

const [v1, v2, v3] = await Promise.all(['v1', 'v2', 'v3'].map((name) => readCourse(`tests/fixtures/three-versions/${name}`)));

const FIRST_NAME = 'a.thoughts.first';
const SECOND_NAME = 'a.thoughts.opening';
const NAME_OF_NOW = 'a.start.opening';
const OTHER = 'b.channels.desk.skill_note';
const LAUNCHERS: readonly LauncherId[] = ['xapi', 'rustici', 'mod-cmi5'];

const words = (text: string, field: string): Answers => new Map([[field, { text, at: 0 }]]);
const others = ({ session }: LaunchedLearner): string[] => session.conflicts.map(({ other }) => other.text);
const openIn = (double: LauncherDouble, course = v3): Promise<LaunchedLearner> =>
  LaunchedLearner.in(double, new MemoryStorage(), course ? { course } : {});

withLauncherClock();

/** The second release's page has not read what the first one's has saved, writes later, and is closed at once. */
async function unreadUnderFirstName(double: LauncherDouble): Promise<void> {
  const first = await openIn(double, v1);
  const second = await openIn(double, v2);
  await pass(30_000);
  await first.write(words('Ensimmäisessä versiossa', FIRST_NAME), 60_000);
  expect(first.session.status.state).toBe('saved');
  await first.exit();
  await second.write(words('Toisessa versiossa', SECOND_NAME), 500);
  await second.closeTab();
}

test.each(LAUNCHERS)(
  '%s: a text under the first name, which gave way unread to one under the second, is offered at a launch',
  async (id) => {
    const double = new LauncherDouble(id);
    await unreadUnderFirstName(double);
    const third = await openIn(double);
    expect(third.answers.get(NAME_OF_NOW)).toBe('Toisessa versiossa');
    expect(others(third)).toEqual(['Ensimmäisessä versiossa']);
    for (const conflict of third.session.conflicts) third.session.resolve(conflict, 'current');
    await pass(30_000);
    await third.exit();
    expect(others(await openIn(double)), 'once she has chosen').toEqual([]);
  },
);

test.each(LAUNCHERS)('%s: and in a page of now that was open all the time', async (id) => {
  const double = new LauncherDouble(id);
  const third = await openIn(double);
  await unreadUnderFirstName(double);
  await third.write(words('x', OTHER), 60_000);
  expect(third.answers.get(NAME_OF_NOW)).toBe('Toisessa versiossa');
  expect(others(third)).toEqual(['Ensimmäisessä versiossa']);
});

test.each(LAUNCHERS)('%s: a text under the first name that the second release’s page had shown is no other version', async (id) => {
  const double = new LauncherDouble(id);
  const third = await openIn(double);
  const first = await openIn(double, v1);
  await first.write(words('Ensimmäisessä versiossa', FIRST_NAME), 30_000);
  await first.exit();
  const second = await openIn(double, v2);
  expect(second.answers.get(SECOND_NAME)).toBe('Ensimmäisessä versiossa');
  await second.write(words('Toisessa versiossa', SECOND_NAME), 500);
  await second.closeTab();
  const again = await openIn(double);
  expect(again.answers.get(NAME_OF_NOW)).toBe('Toisessa versiossa');
  expect(others(again), 'at a launch').toEqual([]);
  await third.write(words('x', OTHER), 60_000);
  expect(third.answers.get(NAME_OF_NOW)).toBe('Toisessa versiossa');
  expect(others(third), 'in a page that was open all the time').toEqual([]);
});

test.each(LAUNCHERS)('%s: two texts under names of now and of then, found at once, are both there', async (id) => {
  const double = new LauncherDouble(id);
  const third = await openIn(double);
  const another = await openIn(double);
  const second = await openIn(double, v2);
  await pass(30_000);
  await another.write(words('Tässä versiossa', NAME_OF_NOW), 500);
  await another.closeTab();
  await second.write(words('Toisessa versiossa', SECOND_NAME), 500);
  await second.closeTab();
  await third.write(words('x', OTHER), 60_000);
  expect(third.answers.get(NAME_OF_NOW)).toBe('Toisessa versiossa');
  expect(others(third)).toEqual(['Tässä versiossa']);
});
