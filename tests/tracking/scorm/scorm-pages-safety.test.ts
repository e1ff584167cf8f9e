/** No page is written over while the LMS may still name it: not by a move, a closing, a launch or another tab. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf, type Answer } from '../../../src/course/answers.ts';
import { ScormState } from '../../../src/tracking/scorm/scorm-state.ts';
import type { PackedState } from '../../../src/tracking/state/state-codec.ts';
import type { Room } from '../../../src/tracking/tracker.ts';
import type { LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import { howMany } from '../../how-many.ts';
import { denseText } from '../dense-text.ts';
import { lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Three answers that are together longer than suspend_data. */
function overflow(name: string, seed: number): Record<string, string> {
  return Object.fromEntries([0, 1, 2].map((part) => [`b.${name}.${part}`, denseText(1450, seed * 10 + part)]));
}

async function launched(lms: LmsDouble): Promise<ScormLearner> {
  return ScormLearner.in(lms, 'scorm12');
}

/** What the next launch reads. */
async function restored(lms: LmsDouble): Promise<ReadonlyMap<string, Answer> | undefined> {
  return (await launched(lms)).launch.state?.answers;
}

/** The work goes over to a tab that was launched before. */
async function takenOver(by: ScormLearner, from: ScormLearner): Promise<void> {
  from.abandon();
  by.answers = from.answers;
  by.revision = from.revision;
  expect(await by.save()).not.toMatchObject({ result: 'not-saved' });
}

/** LMSs that hold 4,096 characters; each night all of them. */
const SMALL = (['strict-1.2', 'moodle-strict', 'ilias-1.2-checked'] as const).slice(0, howMany({ gate: 1, nightly: 3 }));

/** Writes so much anew, several times, that the base moves each time, and shortens it again. */
async function moveOften(learner: ScormLearner): Promise<void> {
  for (let move = 1; move <= 4; move++) await learner.write(overflow('moved', move)).save();
  await learner.write({ 'b.moved.0': 'x', 'b.moved.1': 'y', 'b.moved.2': 'z' }).save();
}

/** Writes until an answer does not fit. @returns the room that was told of before, and its field */
async function filled(learner: ScormLearner): Promise<{ room: Room; field: string }> {
  let room: Room = { used: 0, limit: 1 };
  for (let number = 0; number < 30; number++) {
    const field = `b.f${number}`;
    const outcome = await learner.write({ [field]: denseText(1200, number) }).save();
    await vi.advanceTimersByTimeAsync(2000);
    if (outcome.result === 'not-saved') {
      expect(outcome).toMatchObject({ reason: 'full', room: { used: outcome.room?.limit } });
      return { room, field };
    }
    room = outcome.room ?? room;
  }
  throw new Error('It never was full.');
}

describe.each([
  ['strict-1.2', 'scorm12'],
  ['strict-2004-3rd', 'scorm2004'],
] as const)('%s: where no more fits', (profile, standard) => {
  test('it was told before; what is shorter and newer is stored all the same, and nothing that was there is given up', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.save();
    const { room, field } = await filled(learner);
    expect(room.used / room.limit).toBeGreaterThan(0.8);
    expect(await learner.write({ 'b.short': 'Lyhyt ja uusi', '@earned.A1': '2026-11-24' }).save()).toMatchObject({ reason: 'full' });
    await vi.advanceTimersByTimeAsync(2000);
    await learner.write({ 'b.last': 'Viimeinen' }).closeTab();
    const { launch } = await ScormLearner.in(lms, standard);
    const expected = new Map(learner.answers);
    expected.delete(field);
    expect(launch.state?.answers).toEqual(expected);
    expect(launch.unreadable).toBeUndefined();
  });

  test('an answer that outgrows the room leaves its older text there', async () => {
    const lms = lmsOf(profile, standard);
    const learner = await ScormLearner.in(lms, standard);
    await learner.write({ 'b.first': 'Vanha teksti' }).save();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await learner.write({ 'b.first': denseText(20_000, 1) }).save()).toMatchObject({ reason: 'full' });
    learner.page.crash();
    expect(textOf((await ScormLearner.in(lms, standard)).launch.state?.answers ?? new Map(), 'b.first')).toBe('Vanha teksti');
  });
});

test('torn anywhere in the first save after a closing that overflowed, the work is there', async () => {
  for (let seed = 1; seed <= howMany({ gate: 2, nightly: 10 }); seed++) {
    const lms = lmsOf('strict-1.2', 'scorm12', seed);
    const first = await launched(lms);
    await first.save();
    await first.write(overflow('before', 1)).save();
    await first.write(overflow('closing', 2)).closeTab();
    const again = await launched(lms);
    expect(again.answers).toEqual(first.answers);
    lms.server.fault = 'torn';
    await again.save();
    lms.server.fault = undefined;
    again.page.crash();
    expect(await restored(lms), `seed ${seed}`).toEqual(first.answers);
  }
});

test.each(['strict-1.2', 'moodle-strict'] as const)(
  '%s: torn anywhere in a move at a pause, what was stored before it is there, since the header that names new pages comes last',
  async (profile) => {
    for (let seed = 1; seed <= howMany({ gate: 2, nightly: 8 }); seed++) {
      const lms = lmsOf(profile, 'scorm12', seed);
      const learner = await launched(lms);
      await learner.save();
      await learner.write(overflow('before', 1)).save();
      const before = learner.answers;
      lms.server.fault = 'torn';
      expect(await learner.write(overflow('moved', 2)).save()).toMatchObject({ result: 'not-saved' });
      lms.server.fault = undefined;
      learner.page.crash();
      expect(await restored(lms), `seed ${seed}`).toEqual(before);
    }
  },
);

test('pages that the LMS does not hand back as they were are never named', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await launched(lms);
  const { LMSGetValue } = learner.page.api12;
  Object.assign(learner.page.api12, {
    LMSGetValue: (element: string) => {
      const value = LMSGetValue.call(learner.page.api12, element);
      return element.startsWith('cmi.objectives.') ? value.slice(0, 200) : value;
    },
  });
  await learner.save();
  await learner.write({ 'b.one': 'Mahtuu' }).save();
  expect(await learner.write(overflow('more', 1)).save()).toMatchObject({ result: 'not-saved', reason: 'full' });
  learner.page.crash();
  // As much as fits without them.
  expect(lms.stored().values['cmi.suspend_data']).toMatch(/^B/);
  const found = await restored(lms);
  expect(found?.get('b.one')?.text).toBe('Mahtuu');
  expect([...(found?.values() ?? [])].every(({ text }) => [...learner.answers.values()].some((answer) => answer.text === text))).toBe(true);
});

test.each((['moodle-strict', 'strict-1.2'] as const).slice(0, howMany({ gate: 1, nightly: 2 })))(
  '%s: what overflows out of sight takes no room from what comes after',
  async (profile) => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await launched(lms);
    await learner.save();
    await learner.write({ 'b.first': denseText(3500, 1) }).save();
    await learner.closeTab();
    const again = await launched(lms);
    await again.save();
    for (let round = 0; round < 3; round++) {
      await vi.advanceTimersByTimeAsync(2000);
      again.write(overflow(`round${round}`, round + 2));
      again.page.window.document.addEventListener('visibilitychange', () => void again.save('hidden'), { once: true });
      again.page.hide();
      await vi.advanceTimersByTimeAsync(3000);
      again.page.show();
      expect(await again.save(), `round ${round}`).toMatchObject({ result: 'saved' });
    }
    again.page.crash();
    expect(await restored(lms)).toEqual(again.answers);
  },
);

test('of a damaged page all that comes before it is restored, and everything is kept for the learner', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await launched(lms);
  await learner.save();
  await learner.write(Object.fromEntries(Array.from({ length: 10 }, (_, field) => [`b.f${field}`, denseText(1000, field)]))).save();
  await learner.write({ 'b.late': 'Myöhemmin' }).save();
  learner.page.crash();
  const stored = lms.stored();
  const pages = Object.entries(stored.values).filter(([element, value]) => /^cmi\.objectives\.\d+\.id$/.test(element) && value.length > 40);
  const [element, page] = pages[30] ?? ['', ''];
  const damaged = `${page.slice(0, 50)}${page[50] === '!' ? '#' : '!'}${page.slice(51)}`;
  lms.server.put('attempt-1', { ...stored, values: { ...stored.values, [element]: damaged } });
  const { state, unreadable = '' } = (await launched(lms)).launch;
  const found = state?.answers ?? new Map<string, Answer>();
  for (const id of ['b.f0', 'b.f3', 'b.f5', 'b.late']) expect(found.get(id), id).toEqual(learner.answers.get(id));
  expect([...found].every(([id, answer]) => learner.answers.get(id)?.text === answer.text)).toBe(true);
  for (const [, text] of pages.slice(31)) expect(unreadable).toContain(text);
});

test.each([
  ['one damaged character in its header', (raw: string) => `${raw.slice(0, 20)}${raw[20] === '!' ? '#' : '!'}${raw.slice(21)}`, true],
  ['its first character damaged', (raw: string) => `#${raw.slice(1)}`, false],
  ['only the first half of its header', (raw: string) => raw.slice(0, 16), false],
])('suspend_data with %s: the pages are restored all the same, and everything is kept for the learner', async (_how, damage, late) => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await launched(lms);
  await learner.save();
  await learner.write(overflow('before', 1)).save();
  const before = learner.answers;
  await learner.write({ 'b.late': 'Myöhemmin' }).save();
  learner.page.crash();
  const stored = lms.stored();
  const damaged = damage(stored.values['cmi.suspend_data'] ?? '');
  lms.server.put('attempt-1', { ...stored, values: { ...stored.values, 'cmi.suspend_data': damaged } });
  const again = await launched(lms);
  expect(again.answers).toEqual(late ? learner.answers : before);
  const kept = again.launch.unreadable?.split('\n') ?? [];
  expect(kept[0]).toBe(damaged);
  expect(kept.length).toBeGreaterThan(15);
  await again.save();
  await again.write(overflow('after', 2)).save();
  again.page.crash();
  expect(await restored(lms)).toEqual(again.answers);
});

describe.each([
  ['moodle-strict', 'moodle'],
  ['ilias-1.2-checked', 'ilias-1.2-unchecked'],
] as const)('%s that becomes %s, which holds more', (small, large) => {
  test.each(['at a pause', 'at closing'])('hands over what went into pages %s, and holds it in suspend_data from then on', async (when) => {
    const before = lmsOf(small, 'scorm12');
    const learner = await launched(before);
    await learner.save();
    await learner.write({ 'b.first': 'Alku' }).save();
    learner.write(overflow('before', 1));
    if (when === 'at closing') await learner.closeTab();
    else await learner.save();
    const after = lmsOf(large, 'scorm12');
    after.server.put('attempt-1', before.stored());
    const again = await launched(after);
    expect(again.answers).toEqual(learner.answers);
    expect(again.launch.unreadable).toBeUndefined();
    await again.save();
    const stored = after.stored();
    after.server.put('attempt-1', { ...stored, values: { 'cmi.suspend_data': stored.values['cmi.suspend_data'] ?? '' } });
    expect(await restored(after)).toEqual(learner.answers);
  });
});

describe.each(SMALL)('%s: two tabs, one after the other', (profile) => {
  test('the one that takes over has waited while the pages moved', async () => {
    const lms = lmsOf(profile, 'scorm12');
    const before = await launched(lms);
    await before.save();
    await before.write({ 'b.first': denseText(4500, 1) }).save();
    await before.closeTab();
    const [one, two] = [await launched(lms), await launched(lms)];
    await one.save();
    await moveOften(one);
    await takenOver(two, one);
    two.page.crash();
    expect(await restored(lms)).toEqual(two.answers);
  });

  test('and the first takes it back', async () => {
    const lms = lmsOf(profile, 'scorm12');
    const [one, two] = [await launched(lms), await launched(lms)];
    await one.save();
    await one.write({ 'b.first': denseText(4500, 1) }).save();
    await takenOver(two, one);
    await moveOften(two);
    await takenOver(one, two);
    one.page.crash();
    expect(await restored(lms)).toEqual(one.answers);
  });
});

test('a base that was written and could not be named leaves the one before alone', () => {
  const model = { data: '', pages: new Map<number, string>() };
  let stored = model;
  const stateIn = (place: typeof model): ScormState =>
    new ScormState({
      promised: 4096,
      writesPages: true,
      read: () => place.data,
      write: (text) => void (place.data = text),
      pages: { read: (at) => place.pages.get(at) ?? '', write: (at, text) => void place.pages.set(at, text) },
    });
  const state = stateIn(model);
  const commit = (): void => {
    stored = { data: model.data, pages: new Map(model.pages) };
    state.stored();
  };
  const packed = (revision: number, answers: number): PackedState => ({
    answers: new Map(
      Array.from({ length: answers }, (_, at) => [`f${at}`, { text: denseText(1000, at), at: (1_700_000_000 + at) * 1000 }]),
    ),
    revision,
    notes: new Map(),
  });
  const save = (whole: PackedState): void => {
    if (state.set(whole) === 'full' && state.writeNewBase(whole)) {
      commit();
      state.switchToNewBase(whole);
    }
    commit();
  };
  state.restore();
  state.measured(4096);
  state.tidy();
  save(packed(1, 6));
  save(packed(2, 20));
  // Shorter, but still too long: another base is begun, and the page dies.
  expect(state.set(packed(3, 19))).toBe('full');
  state.writeNewBase(packed(3, 19));
  commit();
  expect(stateIn(stored).restore().state?.answers).toEqual(packed(1, 6).answers);
});
