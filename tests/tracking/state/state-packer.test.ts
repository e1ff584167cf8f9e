import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers } from '../../../src/course/answers.ts';
import { packState, unpackState, type PackedState } from '../../../src/tracking/state/state-codec.ts';
import { StatePacker } from '../../../src/tracking/state/state-packer.ts';
import { DENSE, LIGHT, type StateForm } from '../../../src/tracking/state/state-form.ts';
import { MOST_LETTERS } from '../../../src/tracking/state/state-records.ts';
import { howMany } from '../../how-many.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

const START = 1_790_000_000_000;
/** As many as a few saves take in a test. */
const SOME_ANSWERS: Answers = new Map([...FINNISH_ANSWERS].slice(0, 50));
const never = (): boolean => false;
const state = (answers: Answers, revision = 1, notes: readonly (readonly [string, string])[] = []): PackedState => ({
  answers,
  revision,
  notes: new Map(notes),
});

function read(text: string | undefined): PackedState {
  const unpacked = unpackState(text ?? '');
  if (unpacked.result !== 'whole') throw new Error(`expected a whole state, got ${unpacked.result}`);
  return unpacked.state;
}

function inSeconds(answers: Answers): Answers {
  return new Map([...answers].map(([id, { text, at }]) => [id, { text, at: Math.floor(at / 1000) * 1000 }]));
}

function expectWhole(text: string | undefined, expected: PackedState): void {
  const back = read(text);
  expect(new Map(back.answers)).toEqual(inSeconds(expected.answers));
  expect(back.revision).toBe(expected.revision);
  expect(new Map(back.notes)).toEqual(new Map(expected.notes));
}

/** A packer with a clock that makes a slice of every step, and tells of each pause. */
function slicedPacker(onPause: () => void = () => undefined, form = DENSE): StatePacker {
  let clock = 0;
  return new StatePacker(form, {
    now: () => (clock += 100),
    pause: () => {
      onPause();
      return Promise.resolve();
    },
  });
}

/** What a learner does between two saves. */
type Edit =
  | { readonly kind: 'write'; readonly field: number; readonly text: string; readonly at: number }
  | { readonly kind: 'remove'; readonly field: number }
  | { readonly kind: 'save'; readonly isShort: boolean; readonly closes: boolean };

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.nat({ max: FINNISH_ANSWERS.size - 1 }).map((index) => [...FINNISH_ANSWERS.values()][index]?.text ?? ''),
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('write' as const), field: fc.nat(40), text, at: fc.integer({ min: -500, max: 5000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), field: fc.nat(40) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('save' as const), isShort: fc.boolean(), closes: fc.boolean() }) },
);

describe('a state that is packed again and again', () => {
  test('comes back as it is, whatever was written, changed, removed and prepared before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 5, maxLength: 40 }), async (edits) => {
        const packer = slicedPacker();
        let answers: ReadonlyMap<string, Answer> = SOME_ANSWERS;
        let time = START;
        let revision = 0;
        for (const one of [...edits, { kind: 'save', isShort: false, closes: false } as const]) {
          if (one.kind === 'write') {
            time += 3_000;
            answers = new Map([...answers, [`b.field${one.field}`, { text: one.text, at: time + one.at * 1000 }]]);
          } else if (one.kind === 'remove') {
            answers = new Map([...answers].filter((_, index) => index !== one.field));
          } else {
            const next = state(answers, (revision += 1), [['questions', [...answers.keys()].slice(0, revision).join(' ')]]);
            if (!one.closes) await packer.prepare(next, one.isShort, never);
            expectWhole(packer.pack(next), next);
          }
        }
      }),
      { numRuns: howMany({ gate: 3, nightly: 60 }) },
    );
  });

  test('holds nothing superseded where the LMS has little room', async () => {
    const packer = new StatePacker(DENSE);
    await packer.prepare(state(FINNISH_ANSWERS, 1), true, never);
    const oldest = [...FINNISH_ANSWERS].sort(([, a], [, b]) => a.at - b.at)[0]?.[0] ?? '';
    const changed = state(new Map([...FINNISH_ANSWERS, [oldest, { text: 'Aivan muuta', at: START + 9e9 }]]), 2);
    await packer.prepare(changed, true, never);
    expect(packer.pack(changed)).toBe(packState(changed));
  });

  test('packs at closing what has changed since the last save, and no more', async () => {
    const packer = new StatePacker(DENSE);
    const saved = state(FINNISH_ANSWERS, 1);
    await packer.prepare(saved, false, never);
    const next = state(new Map([...FINNISH_ANSWERS, ['p.guide.text', { text: 'Viimeiset sanat', at: START + 9e9 }]]), 2);
    let pauses = 0;
    const packed = packer.pack(next);
    expectWhole(packed, next);
    const again = slicedPacker(() => (pauses += 1));
    await again.prepare(saved, false, never);
    const wholePauses = pauses;
    pauses = 0;
    await again.prepare(next, false, never);
    // Writing and reading back, of the recent answers only.
    expect(pauses).toBeLessThan(wholePauses / 2);
  });
});

describe('a learner who types on in one answer', () => {
  /** All of it once, and then one answer that gets longer. */
  const states = ['Viimeiset', 'Viimeiset sanat', 'Viimeiset sanat tästä.'].map((words, save) =>
    state(new Map([...FINNISH_ANSWERS, ['p.guide.text', { text: words, at: START + 9e9 + save * 60_000 }]]), save + 1),
  );
  const [first, second, third] = states as [PackedState, PackedState, PackedState];

  test('waits for that answer alone, in the slices of a save and when she closes', async () => {
    let pauses = 0;
    const packer = slicedPacker(() => (pauses += 1));
    await packer.prepare(first, false, never);
    await packer.prepare(second, false, never);
    pauses = 0;
    await packer.prepare(third, false, never);
    // Writing and reading back of two or three words, and no more of the 1,200 letters before them.
    expect(pauses).toBeGreaterThan(0);
    expect(pauses).toBeLessThan(8);
    expectWhole(packer.pack(third), third);
  });

  test('has the same text as if all since the checkpoint were packed', async () => {
    const [often, once] = [new StatePacker(DENSE), new StatePacker(DENSE)];
    await once.prepare(first, false, never);
    for (const each of states) await often.prepare(each, false, never);
    expect(often.pack(third)).toBe(once.pack(third));
  });

  test('goes on from nothing that she has changed since', async () => {
    const packer = new StatePacker(DENSE);
    for (const each of states) await packer.prepare(each, false, never);
    const recent = [...FINNISH_ANSWERS].sort(([, a], [, b]) => b.at - a.at)[1]?.[0] ?? '';
    const changed = state(new Map([...third.answers, [recent, { text: 'Toisin', at: START + 9e9 + 300_000 }]]), 4);
    const removed = state(new Map([...changed.answers].filter(([id]) => id !== 'p.guide.text')), 5);
    for (const next of [changed, removed]) {
      expectWhole(packer.pack(next), next);
      await packer.prepare(next, false, never);
      expectWhole(packer.pack(next), next);
    }
  });
});

describe('packing in slices', () => {
  test('gives others their turn, and a text that a closing page has packed meanwhile is right', async () => {
    const packed: (string | undefined)[] = [];
    const next = state(FINNISH_ANSWERS, 3);
    let pauses = 0;
    const packer = slicedPacker(() => {
      pauses += 1;
      if (pauses === 20) packed.push(packer.pack(next));
    });
    await packer.prepare(next, false, never);
    expect(pauses).toBeGreaterThan(19);
    expectWhole(packed[0], next);
    expectWhole(packer.pack(next), next);
  });

  test('ends when its state is of no interest any more', async () => {
    let pauses = 0;
    const packer = slicedPacker(() => (pauses += 1));
    await packer.prepare(state(FINNISH_ANSWERS), false, () => pauses >= 3);
    expect(pauses).toBe(3);
  });

  test('reading another state in between spoils nothing', async () => {
    const other = packState(state(new Map([['a.one', { text: 'Toinen', at: START }]])));
    let pauses = 0;
    const packer = slicedPacker(() => {
      pauses += 1;
      if (pauses % 50 === 0) unpackState(other);
    });
    const next = state(FINNISH_ANSWERS, 4);
    await packer.prepare(next, false, never);
    expectWhole(packer.pack(next), next);
  });
});

/** The next launch: a packer that goes on from what it reads. */
function reopened(packed: string | undefined, form: StateForm, onPause?: () => void): StatePacker {
  const unpacked = unpackState(packed ?? '', true);
  if (unpacked.result !== 'whole') throw new Error(`expected a whole state, got ${unpacked.result}`);
  const packer = slicedPacker(onPause, form);
  if (unpacked.upTo) packer.goOnFrom(unpacked.upTo);
  return packer;
}

describe.each([
  ['dense', DENSE, howMany({ gate: 2, nightly: 40 })],
  ['light', LIGHT, howMany({ gate: 8, nightly: 150 })],
] as const)('a %s state that is gone on from launch to launch', (_, form, numRuns) => {
  test('comes back as it is, whatever was written, changed, removed and prepared before', async () => {
    const launch = fc.record({ edits: fc.array(edit, { maxLength: 6 }), isPrepared: fc.boolean(), isShort: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(launch, { minLength: 3, maxLength: 8 }), async (launches) => {
        let answers: ReadonlyMap<string, Answer> = SOME_ANSWERS;
        let packed: string | undefined = packState(state(answers), form);
        for (const [index, { edits, isPrepared, isShort }] of launches.entries()) {
          const packer = reopened(packed, form);
          for (const one of edits) {
            if (one.kind === 'write')
              answers = new Map([...answers, [`b.field${one.field}`, { text: one.text, at: START + (index * 100 + one.at) * 1000 }]]);
            else if (one.kind === 'remove') answers = new Map([...answers].filter((__, at) => at !== one.field));
          }
          const next = state(answers, index + 2, [['questions', [...answers.keys()].slice(0, index).join(' ')]]);
          if (isPrepared) await packer.prepare(next, isShort, never);
          packed = packer.pack(next);
          expectWhole(packed, next);
        }
      }),
      { numRuns },
    );
  });

  test('has only her last words to pack, in slices and when she closes', async () => {
    let pauses = 0;
    const first = packState(state(FINNISH_ANSWERS), form);
    const next = state(new Map([...FINNISH_ANSWERS, ['p.guide.text', { text: 'Viimeiset sanat', at: START + 9e9 }]]), 2);
    const fresh = slicedPacker(() => (pauses += 1), form);
    await fresh.prepare(next, false, never);
    const ofAll = pauses;
    pauses = 0;
    const packer = reopened(first, form, () => (pauses += 1));
    const closing = packer.pack(next) ?? '';
    expectWhole(closing, next);
    await packer.prepare(next, false, never);
    expect(pauses).toBeLessThan(ofAll / 2);
    expect(packer.pack(next)).toBe(closing);
    const same = [...first].findIndex((letter, at) => closing.charAt(at) !== letter);
    expect(same).toBeGreaterThan(first.length - 1_000);
  });

  test('goes on from nothing that is damaged', () => {
    const packed = packState(state(SOME_ANSWERS), form);
    const damaged = unpackState(`${packed.slice(0, -8)}xxxxxxxx`, true);
    expect(damaged.result).toBe('damaged');
    expect(damaged).not.toHaveProperty('upTo');
  });
});

describe('more letters than anybody writes', () => {
  test('are not packed, since they would not be read', async () => {
    const packer = new StatePacker(DENSE);
    const much = state(new Map([['p.guide.text', { text: 'ä'.repeat(MOST_LETTERS + 1), at: START }]]));
    await packer.prepare(much, false, never);
    expect(packer.pack(much)).toBeUndefined();
  });

  test('are refused in one text too, however well they pack', () => {
    expect(() => packState(state(new Map([['x', { text: 'ä'.repeat(300_100), at: START }]])))).toThrow(RangeError);
  });
});
