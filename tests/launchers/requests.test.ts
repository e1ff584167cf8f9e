/** What a licence costs an LRS at a person's pace: places and answers go along with words, and none of them is lost. */
import { describe, expect, test } from 'vitest';
import { note } from '../../src/course/answers.ts';
import { inNpmTest } from '../fewest-with-each.ts';
import { interactionsOf } from '../../src/session/reported-answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { course, LaunchedLearner, pass } from './launched-learner.ts';
import { LauncherDouble, verbOf } from './launcher-double.ts';
import { SeparateBrowser } from './separate-browser.ts';
import { FOUND, licence, withLauncherClock, words } from './launched-licence.ts';

withLauncherClock();

const ROW = 'a.training.log.q3xe';
const ticked = new Set(interactionsOf(course, licence).flatMap(({ id, type }) => (type === 'choice' ? [id] : [])));

/** All that she presses and fills in, in order: she opens chapters, exercises and their steps, and ticks boxes one by one. */
function* actions({ session }: LaunchedLearner): Generator<() => void> {
  let shown: readonly string[] = [];
  for (const [id, { text }] of licence) {
    const places = placesOf(id);
    for (const place of places) if (!shown.includes(place)) yield () => session.visit(place);
    shown = places;
    const parts = ticked.has(id) ? text.split(' ') : [text];
    for (const [index] of parts.entries()) yield () => session.store.change({ [id]: parts.slice(0, index + 1).join(' ') });
  }
}

/** The chapter, the exercise and the step or row in which a field stands. */
function placesOf(id: string): string[] {
  const names = id.split('.');
  const [chapter = ''] = names;
  return [
    chapter,
    ...[2, 3].filter((depth) => depth < Math.max(3, names.length)).map((depth) => `${chapter}/${names.slice(0, depth).join('.')}`),
  ];
}

/** What the LRS has got of questions last. */
function told(double: LauncherDouble): Record<string, unknown> {
  const answers = double.statements().filter((statement) => verbOf(statement) === 'answered');
  return Object.fromEntries(answers.map(({ object, result }) => [object.id.split('/question/')[1] ?? '', result?.['response']]));
}

async function visits({ session }: LaunchedLearner, place: string, restsFor: number): Promise<void> {
  session.visit(place);
  session.saveSoon();
  await pass(restsFor);
}

/** Each pace in one of the two standards; each night in both. */
const PACES = (['xapi', 'cmi5'] as const).flatMap((id) => [4_000, 6_000, 20_000].map((pace) => ({ id, pace })));
const inTurn = inNpmTest(PACES, ({ id, pace }) => [id, String(pace)]);

describe.each<LauncherId>(['xapi', 'cmi5'])('%s', (id) => {
  const paces = inTurn.filter((one) => one.id === id).map(({ pace }) => pace);

  test.each(paces)('a whole licence, something pressed every %i ms: 250 requests at most, and all told', async (pace) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    for (const act of actions(learner)) {
      act();
      learner.session.saveSoon();
      await pass(pace);
    }
    const { place } = learner.session;
    await learner.exit();
    expect(double.traffic.length).toBeLessThanOrEqual(250);
    expect(double.traffic.reduce((sum, { body }) => sum + body.length, 0)).toBeLessThan(800_000);
    expect(double.held().answers.get(note.place)?.text).toBe(place);
    const asked = interactionsOf(course, learner.session.store.answers).filter(({ response }) => response.length > 0);
    expect(told(double)).toEqual(Object.fromEntries(asked.map(({ id: question, response }) => [question, response.join('[,]')])));
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  /** After her first words, so that it is known what the LRS makes of what is posted. */
  async function begun(): Promise<{ readonly double: LauncherDouble; readonly learner: LaunchedLearner; readonly place: () => unknown }> {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Alku'), 60_000);
    return { double, learner, place: () => double.held().answers.get(note.place)?.text };
  }

  test('her place is no request of its own: it goes with the next words', async () => {
    const { double, learner, place } = await begun();
    const before = double.traffic.length;
    await visits(learner, 'c', 5_000);
    await visits(learner, 'c/c.path', 5_000);
    expect(double.traffic).toHaveLength(before);
    await learner.write(words('Sanat'), 3_000);
    expect(double.traffic).toHaveLength(before + 1);
    expect(place()).toBe('c/c.path');
  });

  test('her place is in the LRS within half a minute where no words come', async () => {
    const { learner, place } = await begun();
    await visits(learner, 'c/c.path', 32_000);
    expect(place()).toBe('c/c.path');
  });

  async function hides({ page, session }: LaunchedLearner): Promise<void> {
    page.visibility = 'hidden';
    session.lifecycle.hide();
    await pass(2_000);
  }

  test.each<[string, (learner: LaunchedLearner) => Promise<void>]>([
    ['is hidden', hides],
    ['is closed', (learner) => learner.closeTab()],
    ['is left by its own button', (learner) => learner.exit()],
  ])('her place is in the LRS when the page %s', async (_how, ends) => {
    const { learner, place } = await begun();
    await visits(learner, 'c/c.path', 2_000);
    await ends(learner);
    expect(place()).toBe('c/c.path');
  });

  test.each([0, 300, 900])('her place is in the LRS where the page is hidden %i ms after she came there', async (rest) => {
    const { learner, place } = await begun();
    await visits(learner, 'c/c.path', rest);
    await hides(learner);
    expect(place()).toBe('c/c.path');
  });

  test('her place after an outage proves nothing: the LRS is asked', async () => {
    const { double, learner } = await begun();
    double.fault = () => new Response('', { status: 503 });
    await learner.write(words('Ei vielä'), 3_000);
    await visits(learner, 'c/c.path', 10_000);
    expect(learner.session.status.state).toBe('not-saved');
    double.fault = () => undefined;
    await pass(60_000);
    expect(learner.session.status.state).toBe('saved');
    expect(double.held().answers.get(FOUND)?.text).toBe('Ei vielä');
  });

  const row = [...licence].filter(([field]) => field === ROW || field.startsWith(`${ROW}.`));

  async function fillsRow(): Promise<{ readonly double: LauncherDouble; readonly learner: LaunchedLearner }> {
    const { double, learner } = await begun();
    await visits(learner, `a/${ROW}`, 2_000);
    await learner.write(new Map(row), 25_000);
    return { double, learner };
  }
  const rows = (double: LauncherDouble): number =>
    double.sent().filter(({ object }) => object.id.endsWith('/question/a.training.log')).length;

  test('a row is told once she has left it, not field by field', async () => {
    const { double, learner } = await fillsRow();
    expect(rows(double)).toBe(0);
    await visits(learner, 'b/b.channels', 5_000);
    expect(rows(double)).toBe(1);
  });

  test('a row is told after two minutes where she stays at it', async () => {
    const { double } = await fillsRow();
    await pass(105_000);
    expect(rows(double)).toBe(1);
  });

  test('a row at which she stays is told when the page closes', async () => {
    const { double, learner } = await fillsRow();
    await learner.closeTab();
    expect(rows(double)).toBe(1);
  });

  test('a row at which she stayed in a page that was lost is told at the next launch', async () => {
    const double = new LauncherDouble(id);
    const lost = await new SeparateBrowser(double).open();
    await visits(lost, `a/${ROW}`, 2_000);
    await lost.write(new Map(row), 20_000);
    lost.die();
    expect(rows(double)).toBe(0);
    await pass(60_000);
    await LaunchedLearner.in(double);
    await pass(60_000);
    expect(rows(double)).toBe(1);
  });
});

test.each<LauncherId>(['open-edx', 'chamilo'])('%s: her place is saved at once where the document is put as a whole', async (id) => {
  const double = new LauncherDouble(id);
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Alku'), 60_000);
  await visits(learner, 'c/c.path', 12_000);
  expect(double.held().answers.get(note.place)?.text).toBe('c/c.path');
});
