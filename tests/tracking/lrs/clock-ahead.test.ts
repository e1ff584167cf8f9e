/** Answers that were written on a computer whose clock is ahead, and are reported, or removed, by another. */
import { expect, test, vi } from 'vitest';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { FOUND, withLauncherClock, words } from '../../launchers/launched-licence.ts';
import { LauncherDouble, verbOf } from '../../launchers/launcher-double.ts';

const AHEAD = 6 * 3_600_000;

withLauncherClock();

/** A learner who opens what she wrote there, of which the LRS was told nothing yet. */
async function opened(double: LauncherDouble): Promise<LaunchedLearner> {
  const first = await LaunchedLearner.in(double);
  vi.setSystemTime(Date.now() + AHEAD);
  double.fault = ({ resource }) => (resource === 'statements' ? Promise.reject(new TypeError('Failed to fetch')) : undefined);
  await first.write(words('Kello edellä'));
  await pass(5_000);
  vi.setSystemTime(Date.now() - AHEAD);
  double.deaf = true;
  await first.closeTab();
  double.deaf = false;
  double.fault = () => undefined;
  return LaunchedLearner.in(double);
}

function answeredIn(double: LauncherDouble): unknown[] {
  const answered = double.statements().filter((one) => verbOf(one) === 'answered');
  return answered.map(({ result }) => result?.['response']);
}

test('are reported, and nothing is saved again and again meanwhile', async () => {
  const double = new LauncherDouble('xapi');
  const second = await opened(double);
  await pass(60_000);
  expect(answeredIn(double)).toEqual(['Kello edellä']);
  let saving = 0;
  second.session.listen(() => (saving += second.session.status.state === 'saving' ? 1 : 0));
  await pass(600_000);
  expect(saving).toBeLessThan(5);
  expect(double.sent().map(verbOf).length).toBeLessThan(10);
});

test('are reported as a sentence and not as its letters where she writes on in them', async () => {
  const double = new LauncherDouble('xapi');
  const second = await opened(double);
  for (const text of ['Kello edellä, ja', 'Kello edellä, ja vielä', 'Kello edellä, ja vielä jotakin'])
    await second.write(words(text), 4_000);
  expect(second.answers.get(FOUND)).toBe('Kello edellä, ja vielä jotakin');
  await pass(60_000);
  expect(answeredIn(double)).toEqual(['Kello edellä, ja vielä jotakin']);
});

test('are gone for good where she removes their row', async () => {
  const row = 'c.ideas.ideas.k1';
  const double = new LauncherDouble('xapi');
  const ahead = await LaunchedLearner.in(double);
  vi.setSystemTime(Date.now() + AHEAD);
  await ahead.write(
    new Map([
      [row, { text: '1', at: 0 }],
      [`${row}.what`, { text: 'Pois tämä', at: 0 }],
    ]),
    4_000,
  );
  await pass(10_000);
  await ahead.exit();
  vi.setSystemTime(Date.now() - AHEAD);
  const home = await LaunchedLearner.in(double);
  await home.write(new Map([[row, { text: '', at: 0 }]]), 10_000);
  expect(home.session.status.state).toBe('saved');
  await home.exit();
  expect(JSON.stringify(double.state())).not.toContain('Pois tämä');
  expect((await LaunchedLearner.in(double)).answers.get(row)).toBe('');
});
