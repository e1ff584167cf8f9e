/** A file is taken in as the learner has looked at it, though another browser writes meanwhile. */
import { beforeEach, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { LaunchedLearner, pass } from '../launchers/launched-learner.ts';
import { withLauncherClock } from '../launchers/launched-licence.ts';
import { LauncherDouble } from '../launchers/launcher-double.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);

withLauncherClock();

let file: string;
let double: LauncherDouble;

beforeEach(async () => {
  const source = await LaunchedLearner.in(new LauncherDouble('xapi'));
  await source.write(words('Tiedostosta'), 5_000);
  file = source.session.file.export();
  double = new LauncherDouble('xapi');
});

/** Another browser writes in the file's field, and this page has shown it. */
async function writtenElsewhere(here: LaunchedLearner): Promise<void> {
  const second = await LaunchedLearner.in(double);
  await second.write(words('Toisessa selaimessa'), 20_000);
  await second.exit();
  await here.write(words('x', OTHER), 20_000);
  expect(here.answers.get(FIELD)).toBe('Toisessa selaimessa');
}

test('what comes from another browser while a file is looked at is not written over unseen', async () => {
  const first = await LaunchedLearner.in(double);
  const looked = first.session.file.preview(file);
  expect(looked).toMatchObject({ added: [FIELD], changed: [] });
  await writtenElsewhere(first);
  first.session.file.import(file, false, looked);
  await pass(60_000);
  expect(first.answers.get(FIELD)).toBe('Toisessa selaimessa');
  expect(first.session.conflicts.map(({ field, other }) => [field, other.text])).toEqual([[FIELD, 'Tiedostosta']]);
});

test('where the file had the same, what another browser has made of it stays, beside what the file has', async () => {
  const first = await LaunchedLearner.in(double);
  await first.write(words('Tiedostosta'), 20_000);
  const looked = first.session.file.preview(file);
  expect(looked).toMatchObject({ added: [], changed: [], same: [FIELD] });
  await writtenElsewhere(first);
  first.session.file.import(file, false, looked);
  await pass(60_000);
  expect(first.answers.get(FIELD)).toBe('Toisessa selaimessa');
  expect(first.session.conflicts.map(({ field, other }) => [field, other.text])).toEqual([[FIELD, 'Tiedostosta']]);
});

test('a text that she was shown gives way to the file’s', async () => {
  const first = await LaunchedLearner.in(double);
  await writtenElsewhere(first);
  const looked = first.session.file.preview(file);
  expect(looked).toMatchObject({ added: [], changed: [{ field: FIELD, current: 'Toisessa selaimessa' }] });
  first.session.file.import(file, false, looked);
  await pass(60_000);
  expect(first.answers.get(FIELD)).toBe('Tiedostosta');
  expect(first.session.conflicts).toEqual([]);
});
