/** Saved words of one browser that another one, which did not know them, has replaced. */
import { expect } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from './launched-learner.ts';
import { LauncherDouble } from './launcher-double.ts';

const words = (text: string): Answers => new Map([['e.feedback.together', { text, at: 0 }]]);

/** Two open pages, of which the second has not read the first one's newest words; the LRS has those. */
export async function secondUnaware(
  id: LauncherId,
): Promise<{ readonly double: LauncherDouble; readonly first: LaunchedLearner; readonly second: LaunchedLearner }> {
  const double = new LauncherDouble(id);
  const first = await LaunchedLearner.in(double);
  await first.write(words('Alku'));
  await pass(30_000);
  const second = await LaunchedLearner.in(double);
  await pass(30_000);
  await first.write(words('Ensimmäisen koneen ajatus'));
  await pass(60_000);
  expect(first.session.status.state).toBe('saved');
  return { double, first, second };
}

/** The second browser's page goes at once, and the first one's has gone before. */
export async function unreadWords(id: LauncherId): Promise<{ readonly double: LauncherDouble; readonly first: LaunchedLearner }> {
  const { double, first, second } = await secondUnaware(id);
  await first.exit();
  await second.write(words('Toisen koneen ajatus'), 500);
  await second.closeTab();
  return { double, first };
}
