/** More than suspend_data holds, in strict SCORM 1.2 and where Moodle is as strict. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { crcOfText } from '../../../src/tracking/state/crc32.ts';
import { makeHeader, makePages, readHeader, readPages } from '../../../src/tracking/scorm/objective-page-format.ts';
import { packState } from '../../../src/tracking/state/state-codec.ts';
import type { LmsDouble } from '../../../src/simulator/in-memory/lms-double.ts';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';
import { howMany } from '../../how-many.ts';
import { denseText } from '../dense-text.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';
import { lmsLike, lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

const WORDS = [...new Set([...FINNISH_ANSWERS.values()].flatMap(({ text }) => text.split(/\s+/)))];

/** Finnish words in no order: harder to pack than what anybody writes. */
function words(letters: number, seed: number): string {
  const random = seededRandom(seed);
  let text = '';
  while (text.length < letters) text += `${WORDS[Math.floor(random() * WORDS.length)] ?? ''} `;
  return text.slice(0, letters);
}

/** Forty answers of so many letters. */
function texts(letters: number, seed = 1, text = words): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 40 }, (_, field) => [`e.profiles.profiles.p${field}.ways`, text(Math.floor(letters / 40), seed * 100 + field)]),
  );
}

/** Forty answers that take about so many characters packed. */
function packedLength(characters: number, seed = 1): Record<string, string> {
  return texts(characters, seed, denseText);
}

function pagesOf(lms: LmsDouble): string[] {
  return Object.entries(lms.stored().values)
    .filter(([element, value]) => /^cmi\.objectives\.\d+\.id$/.test(element) && value.length > 40)
    .map(([, value]) => value);
}

async function restored(lms: LmsDouble): Promise<ScormLearner> {
  return ScormLearner.in(lms, 'scorm12');
}

describe.each(['strict-1.2', 'moodle-strict', 'ilias-1.2-checked'] as const)('%s', (profile) => {
  test('no page is written while the state fits into suspend_data', async () => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await restored(lms);
    await learner.save();
    await learner.write(packedLength(2500)).save();
    expect(pagesOf(lms)).toEqual([]);
    expect(lms.stored().values['cmi.objectives.10.id']).toBe('free');
  });

  test('what is too long is written at once and restored', async () => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await restored(lms);
    await learner.save();
    await learner.write(packedLength(7_000)).save();
    learner.page.crash();
    const again = await restored(lms);
    expect(again.launch.state?.answers).toEqual(learner.answers);
    expect(pagesOf(lms).length).toBeGreaterThan(20);
    expect(pagesOf(lms).every((page) => page.length <= 255)).toBe(true);
  });

  test('a change after that goes into suspend_data alone', async () => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await restored(lms);
    await learner.save();
    await learner.write(packedLength(6_000)).save();
    const before = learner.page.calls.length;
    await learner.write({ 'b.channels.help': 'Vielä yksi ajatus.' }).save();
    const elements = learner.page.calls.slice(before).flatMap(({ call, element }) => (call === 'SetValue' ? [element ?? ''] : []));
    expect(elements).toContain('cmi.suspend_data');
    expect(elements.filter((element) => element.startsWith('cmi.objectives.'))).toEqual([]);
    learner.page.crash();
    expect((await restored(lms)).launch.state?.answers).toEqual(learner.answers);
  });
});

test('33,000 letters of words in no order are written at once and restored', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  await learner.write(texts(33_000)).save();
  learner.page.crash();
  expect((await restored(lms)).launch.state?.answers).toEqual(learner.answers);
});

test('Open edX, which holds any length, is asked for no place of a page', async () => {
  const lms = lmsOf('open-edx', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  await learner.write(packedLength(6_000)).save();
  await vi.advanceTimersByTimeAsync(3000);
  expect(Object.keys(lms.stored().values).filter((element) => /^cmi\.objectives\.([6-9]|\d\d+)\.id$/.test(element))).toEqual([]);
  learner.page.crash();
  expect((await restored(lms)).launch.state?.answers).toEqual(learner.answers);
});

test('40,000 letters of Finnish are written over several sessions in strict 1.2 and restored', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const sentences = [...FINNISH_ANSWERS.values()].map(({ text }) => text).filter((text) => text.length > 40);
  let all: Answers = new Map();
  for (let session = 0; session < 4; session++) {
    const learner = await restored(lms);
    expect(learner.launch.state?.answers ?? new Map()).toEqual(all);
    await learner.save();
    for (let part = 0; part < 2; part++) {
      const random = seededRandom(session * 10 + part);
      const written = Array.from({ length: 10 }, (_, field) => {
        let text = '';
        // Half of it anybody's sentences, half words in no order.
        while (text.length < 250) text += `${sentences[Math.floor(random() * sentences.length)] ?? ''} `;
        return [`x.s${session}.p${part}.f${field}`, text.slice(0, 250) + words(250, session * 1000 + part * 100 + field)];
      });
      await learner.write(Object.fromEntries(written)).save();
    }
    all = learner.answers;
    if (session % 2 === 0) learner.page.crash();
    else await learner.closeTab();
  }
  expect([...all.values()].reduce((sum, { text }) => sum + text.length, 0)).toBe(40_000);
  expect((await restored(lms)).launch.state?.answers).toEqual(all);
});

test('pages that no later launch has read back are "sent"; once one has, "saved"', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  expect(await learner.write(packedLength(6_000)).save()).toMatchObject({ result: 'sent' });
  learner.page.crash();
  const again = await restored(lms);
  await again.save();
  expect(await again.write({ 'b.channels.help': 'Nyt tiedetään.' }).save()).toMatchObject({ result: 'saved' });
});

test('pages that no header names any more are cleared at the next launch', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  await learner.write(packedLength(5_000)).save();
  await learner.write(packedLength(5_000, 2)).save();
  const withOld = pagesOf(lms).length;
  learner.page.crash();
  const again = await restored(lms);
  await again.save();
  await again.write({ 'b.channels.help': 'x' }).save();
  expect(pagesOf(lms).length).toBeLessThan(withOld);
  again.page.crash();
  expect((await restored(lms)).launch.state?.answers).toEqual(again.answers);
});

test('what overflows at the very closing goes out with a header of its own', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  await learner.write(packedLength(1500, 3)).save();
  learner.write(packedLength(5_500));
  await learner.closeTab();
  const again = await restored(lms);
  expect(again.launch.state?.answers).toEqual(learner.answers);
  await again.save();
  await again.write({ 'b.channels.help': 'Jatkan tästä.' }).save();
  again.page.crash();
  expect((await restored(lms)).launch.state?.answers).toEqual(again.answers);
});

test.each([
  ['strict-1.2', 1],
  ['moodle-strict', 2],
] as const)('%s: torn at any point, either the old or the new state is there, whole', async (profile, first) => {
  // Seeds with an odd number end in a closing, the others in a save.
  for (let seed = first; seed < first + howMany({ gate: 1, nightly: 6 }); seed++) {
    const lms = lmsOf(profile, 'scorm12', seed);
    const learner = await restored(lms);
    await learner.save();
    await learner.write(packedLength(4_500, seed)).save();
    const old = learner.answers;
    learner.write(packedLength(5_000, seed + 50));
    lms.server.fault = 'torn';
    if (seed % 2 === 0) await learner.save();
    else await learner.closeTab();
    lms.server.fault = undefined;
    learner.page.crash();
    const again = await restored(lms);
    expect([old, learner.answers]).toContainEqual(again.launch.state?.answers);
    // …and the next session can save on.
    await again.save();
    await again.write({ 'b.channels.help': `Siemen ${seed}` }).save();
    again.page.crash();
    expect((await restored(lms)).launch.state?.answers).toEqual(again.answers);
  }
});

test('what fits nowhere is refused as "full", and what was stored before stays where nothing newer fits', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  await learner.write(packedLength(3_500)).save();
  const before = learner.answers;
  const outcome = await learner.write(packedLength(35_000, 5)).save();
  expect(outcome).toMatchObject({ result: 'not-saved', reason: 'full' });
  learner.page.crash();
  const { state } = (await restored(lms)).launch;
  expect([...(state?.answers.keys() ?? [])].sort()).toEqual([...before.keys()].sort());
  for (const [id, answer] of state?.answers ?? []) expect([before.get(id), learner.answers.get(id)]).toContainEqual(answer);
});

describe('with overflow: warn', () => {
  async function warned(lms: LmsDouble): Promise<ScormLearner> {
    const learner = new ScormLearner(lms.launch(), 'scorm12', { overflow: 'warn' });
    await learner.open();
    await learner.save();
    return learner;
  }

  test('much that comes at once fills all the room that there is, and a later launch knows that words are missing', async () => {
    const lms = lmsOf('moodle-strict', 'scorm12');
    const learner = await warned(lms);
    await learner.write({ 'b.one': 'Ensin' }).save();
    expect(await learner.write(packedLength(6_000)).save()).toMatchObject({ result: 'not-saved', reason: 'full' });
    const stored = lms.stored().values['cmi.suspend_data'] ?? '';
    expect(stored.length).toBeGreaterThan(3_700);
    const again = await warned(lms);
    expect(again.launch.isIncomplete).toBe(true);
    expect(again.answers.size).toBeGreaterThan(10);
    expect(again.answers.get('b.one')?.text).toBe('Ensin');
  });

  test('and where all of it fits, no launch says so', async () => {
    const lms = lmsOf('moodle-strict', 'scorm12');
    const learner = await warned(lms);
    await learner.write(packedLength(6_000)).save();
    learner.answers = new Map([...learner.answers].slice(0, 3));
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    expect((await warned(lms)).launch.isIncomplete).toBeUndefined();
  });

  test('no page is written and none has its place kept: what does not fit is told', async () => {
    const lms = lmsOf('moodle-strict', 'scorm12');
    const learner = await warned(lms);
    expect(await learner.write(packedLength(6_000)).save()).toMatchObject({ result: 'not-saved', reason: 'full' });
    await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
    expect(Object.keys(lms.stored().values).filter((element) => /^cmi\.objectives\.([6-9]|\d\d+)\.id$/.test(element))).toEqual([]);
    expect((await warned(lms)).launch.state?.answers.get('b.one')?.text).toBe('Viimeiset sanat');
  });

  test('pages that were written before are read, and nothing in them is given up', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const before = await restored(lms);
    await before.save();
    await before.write(packedLength(6_000)).save();
    before.page.crash();
    const learner = await warned(lms);
    expect(learner.launch.state?.answers).toEqual(before.answers);
    await learner.write({ 'b.one': 'Lisää' }).save();
    learner.page.crash();
    expect((await restored(lms)).launch.state?.answers).toEqual(learner.answers);
  });
});

test('pages are emptied once a later launch has read the whole state from suspend_data, and not before', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  await learner.write(packedLength(6_000)).save();
  await learner.write(packedLength(1_000, 2)).save();
  expect(lms.stored().values['cmi.suspend_data']).toMatch(/^B/);
  expect(pagesOf(lms)).not.toEqual([]);
  learner.page.crash();
  const again = await restored(lms);
  expect(again.launch.state?.answers).toEqual(learner.answers);
  await again.save();
  expect(pagesOf(lms)).not.toEqual([]);
  await again.write({ 'b.one': 'Lisää' }).save();
  expect(pagesOf(lms)).toEqual([]);
  again.page.crash();
  expect((await restored(lms)).launch.state?.answers).toEqual(again.answers);
});

test('where not even the classes come back, no state is trusted to pages', async () => {
  const forgetful = lmsLike('strict-1.2', 'scorm12', (habits) => ({ ...habits, keeping: { ...habits.keeping, objectives: 'not-kept' } }));
  const lms = lmsOf(forgetful, 'scorm12');
  const learner = await restored(lms);
  await learner.write({ 'b.one': 'Ensin' }).save();
  learner.page.crash();
  const again = await restored(lms);
  await again.save();
  expect(await again.write(packedLength(6_000)).save()).toMatchObject({ result: 'not-saved', reason: 'full' });
  again.page.crash();
  expect((await restored(lms)).launch.state?.answers.get('b.one')?.text).toBe('Ensin');
});

test('browse mode reads a state in pages', async () => {
  const lms = lmsOf('strict-1.2', 'scorm12');
  const learner = await restored(lms);
  await learner.save();
  await learner.write(packedLength(5_000)).save();
  learner.page.crash();
  const looking = await ScormLearner.in(lms, 'scorm12', { mode: 'browse' });
  expect(looking.launch.state?.answers).toEqual(learner.answers);
});

test('any text comes back out of its pages, and any damage to one is noticed', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 2000 }),
      fc.nat(614_124),
      fc.nat(),
      (text, generation, damage) => {
        const pages = makePages(text, generation);
        const header = { generation, places: pages.map((_, index) => index * 2), check: crcOfText(text) };
        const found = readHeader('P', makeHeader('P', header) + packState({ answers: new Map(), revision: 1, notes: new Map() }));
        expect(found).toEqual(header);
        const place = (at: number): string => pages[at / 2] ?? '';
        expect(readPages(header, place)).toEqual({ text, whole: true });
        const broken = damage % pages.length;
        const at = damage % (pages[broken] ?? '').length;
        const damaged = pages.map((page, index) => (index === broken ? `${page.slice(0, at)}\u0001${page.slice(at + 1)}` : page));
        expect(readPages(header, (index) => damaged[index / 2] ?? '').whole).toBe(false);
        expect(readPages({ ...header, generation: (generation + 1) % 614_125 }, place).whole).toBe(false);
      },
    ),
    { numRuns: 100 },
  );
});
