import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { crcOfText } from '../../../src/tracking/state/crc32.ts';
import { fromBase85, numberToBase85, toBase85 } from '../../../src/tracking/state/base85.ts';
import { packState, unpackState, type PackedState } from '../../../src/tracking/state/state-codec.ts';
import { DENSE, LIGHT } from '../../../src/tracking/state/state-form.ts';
import { PRIMER } from '../../../src/tracking/state/state-primer.ts';
import { howMany } from '../../how-many.ts';
import { codecFigures, EIGHTY_ANSWERS, lettersOf } from './codec-figures.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

const state = (answers: Answers, notes: readonly (readonly [string, string])[] = []): PackedState => ({
  answers,
  revision: 7,
  notes: new Map(notes),
});
const whole = (packed: string): PackedState => {
  const unpacked = unpackState(packed);
  if (unpacked.result !== 'whole') throw new Error(`expected a whole state, got ${unpacked.result}`);
  return unpacked.state;
};
/** Any string, half surrogates, NUL and four-byte characters with it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('', '\u0000', '\ud83d', '\ude00\ud83d', '😀', 'rivi\r\nrivi\n', '</script>', '\u2028', 'ä\u0308'),
);
const anyAnswers = fc
  .array(
    fc.tuple(
      anyText,
      anyText,
      fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000),
    ),
    { maxLength: 12 },
  )
  .map((entries): Answers => new Map(entries.map(([id, text, at]) => [id, { text, at }])));

const forms = [
  ['densely', DENSE],
  ['lightly', LIGHT],
] as const;

describe.each(forms)('a state packed %s comes back', (_, form) => {
  const pack = (all: PackedState): string => packState(all, form);

  test('with every answer, time, note and its revision as they were', () => {
    const packed = pack(state(FINNISH_ANSWERS, [['questions', 'a.training.log b.channels.help']]));
    const read = whole(packed);
    expect(new Map(read.answers)).toEqual(new Map(FINNISH_ANSWERS));
    expect(read.revision).toBe(7);
    expect([...read.notes]).toEqual([['questions', 'a.training.log b.channels.help']]);
  });

  test('whatever strings are in it: half surrogates, NUL, emoji, any id', () => {
    fc.assert(
      fc.property(anyAnswers, fc.nat(), fc.array(fc.tuple(anyText, anyText), { maxLength: 3 }), (answers, revision, notes) => {
        const read = whole(pack({ answers, revision, notes: new Map(notes) }));
        expect(new Map(read.answers)).toEqual(new Map(answers));
        expect(read.revision).toBe(revision);
        expect(new Map(read.notes)).toEqual(new Map(notes));
      }),
      { numRuns: howMany({ gate: 25, nightly: 200 }) },
    );
  });

  test('with 40,000 letters in one answer and in many', () => {
    const text = [...FINNISH_ANSWERS.values()].map((answer) => answer.text).join('\n');
    const long = (text + text + text + text + text).slice(0, 40_000);
    const answers: Answers = new Map([...FINNISH_ANSWERS, ['p.guide.text', { text: long, at: 1000 }]]);
    expect(whole(pack(state(answers))).answers.get('p.guide.text')?.text).toBe(long);
  });

  test('with times in whole seconds, in the order in which they were', () => {
    const answers: Answers = new Map([
      ['late', { text: 'b', at: 1_790_000_002_999 }],
      ['early', { text: 'a', at: 1_790_000_001_000 }],
      ['never', { text: '', at: Number.NaN }],
    ]);
    expect([...whole(pack(state(answers))).answers]).toEqual([
      ['never', { text: '', at: 0 }],
      ['early', { text: 'a', at: 1_790_000_001_000 }],
      ['late', { text: 'b', at: 1_790_000_002_000 }],
    ]);
  });

  test('the same state gives the same text, in whatever order the answers were put in', () => {
    expect(pack(state(new Map([...FINNISH_ANSWERS].reverse())))).toBe(pack(state(FINNISH_ANSWERS)));
  });

  test('the text is made of the 85 safe characters and begins with a letter', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(pack(state(answers))).toMatch(/^[A-Z][!#$()*,\-./0-9:;?@A-Z[\]^_`a-z{|}~]+$/);
      }),
      { numRuns: howMany({ gate: 10, nightly: 100 }) },
    );
  });
});

describe.each(forms)('damage of a state packed %s', (_, form) => {
  const packed = packState(state(FINNISH_ANSWERS), form);

  test('of any one character is noticed, and what is vouched for before it is right', () => {
    fc.assert(
      fc.property(fc.nat({ max: packed.length - 1 }), fc.nat({ max: 93 }), (at, other) => {
        const character = String.fromCharCode(33 + other);
        fc.pre(packed[at] !== character);
        const unpacked = unpackState(packed.slice(0, at) + character + packed.slice(at + 1));
        expect(unpacked.result).not.toBe('whole');
        if (unpacked.result !== 'damaged') return;
        for (const [id, answer] of unpacked.state.answers) expect(answer).toEqual(FINNISH_ANSWERS.get(id));
      }),
      { numRuns: howMany({ gate: 20, nightly: 200 }) },
    );
  });

  test('of the last third leaves about the first half of the answers', () => {
    const unpacked = unpackState(packed.slice(0, Math.floor((packed.length * 2) / 3)));
    expect(unpacked.result).toBe('damaged');
    if (unpacked.result !== 'damaged') return;
    expect(lettersOf(unpacked.state.answers)).toBeGreaterThan(lettersOf(FINNISH_ANSWERS) / 2);
    for (const [id, answer] of unpacked.state.answers) expect(answer).toEqual(FINNISH_ANSWERS.get(id));
    expect(unpacked.raw).toBe(packed.slice(0, Math.floor((packed.length * 2) / 3)));
  });

  test('of the checksum alone loses nothing', () => {
    const unpacked = unpackState(packed.slice(0, -5) + '!!!!!');
    expect(unpacked).toMatchObject({ result: 'damaged', state: { answers: new Map(FINNISH_ANSWERS) } });
  });

  test('never makes it throw, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyText.map((text) => `${form.version}${text}`),
          anyText.map((text) => `A${text}`),
        ),
        (text) => {
          expect(['empty', 'foreign', 'newer', 'damaged']).toContain(unpackState(text).result);
        },
      ),
      { numRuns: howMany({ gate: 60, nightly: 600 }) },
    );
  });
});

describe('what is not ours to read', () => {
  test('a whole state of a later version is told apart and kept', () => {
    const later = `D${packState(state(FINNISH_ANSWERS)).slice(1, -5)}`;
    const raw = later + numberToBase85(crcOfText(later), 5);
    expect(unpackState(raw)).toEqual({ result: 'newer', raw });
  });

  test.each(['{"page":3}', '<html>', 'viimeksi sivulla 3', '3', 'B4', 'C4', 'Alku', 'Chapter 2'])(
    '%j is foreign, or vouched for in nothing',
    (raw) => {
      const unpacked = unpackState(raw);
      expect(['foreign', 'damaged']).toContain(unpacked.result);
      if (unpacked.result === 'damaged') expect(unpacked.state.answers.size).toBe(0);
    },
  );

  test('nothing at all is empty', () => {
    expect(unpackState('')).toEqual({ result: 'empty' });
    expect(unpackState('  ')).toEqual({ result: 'empty' });
  });
});

describe('version A is frozen', () => {
  test('the primer is the text that it was', () => {
    const hash = createHash('sha256').update(JSON.stringify(PRIMER)).digest('hex');
    expect(hash).toBe('b18cdb74f0220b022e21521bed907027c6f1461ca5e99d8eec61a981b1adfa89');
  });

  test('what was saved with it is read to this day', () => {
    expect(whole('A{p2z:vIuU0:WY]V?SpO9w-x7GW.szApUt3[b{}V6f]L@YWYC)8pVLO}eOH,-2^')).toEqual({
      revision: 3,
      notes: new Map([['questions', 'a b']]),
      answers: new Map([
        ['b.channels.desk.skill', { text: 'fluent', at: 1_795_000_000_000 }],
        ['b.channels.help', { text: 'Apua ja aikaa – kiitos 😀\nÄlä unohda.', at: 1_795_000_060_000 }],
      ]),
    });
  });
});

describe('versions B and C are frozen', () => {
  /** Texts of which nothing can be foretold, the same each time. */
  const noise = (): Answers => {
    let seed = 1;
    const next = (below: number): number => Math.floor(((seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) / 2 ** 32) * below);
    const text = (signs: number): string => Array.from({ length: 400 }, () => String.fromCharCode(32 + next(signs))).join('');
    return new Map(
      Array.from({ length: 60 }, (_, index) => [`x.${index}`, { text: text(index % 3 ? 95 : 2000), at: 1.7e12 + index * 1000 }]),
    );
  };

  test.each([
    ['Finnish', DENSE, EIGHTY_ANSWERS, 4421, 2_508_787_950],
    ['no language', DENSE, noise(), 32_123, 3_985_209_760],
    ['Finnish', LIGHT, EIGHTY_ANSWERS, 5623, 1_131_734_200],
    ['no language', LIGHT, noise(), 33_254, 3_158_757_279],
  ])('a long state in %s is packed into the very text that it was', (_, form, answers, length, checksum) => {
    const packed = packState(state(answers), form);
    expect([packed.length, crcOfText(packed)]).toEqual([length, checksum]);
  });
});

describe('room', () => {
  test('base85 takes five characters for four bytes, and gives any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const text = toBase85(bytes);
        expect(text.length).toBe(Math.ceil((bytes.length * 5) / 4));
        expect(fromBase85(text)).toEqual(bytes);
      }),
    );
  });

  test('eighty natural Finnish answers, ids and times with them, take less than half a character a letter', () => {
    expect(packState(state(EIGHTY_ANSWERS)).length / lettersOf(EIGHTY_ANSWERS)).toBeLessThan(0.495);
  });

  test('running text, such as a guide, takes less still: 8,500 letters in 4,096 characters', () => {
    expect(codecFigures(1).lettersIn4096OfText).toBeGreaterThan(8500);
  });

  test('an emptied licence takes next to nothing', () => {
    expect(packState(state(new Map())).length).toBeLessThan(16);
  });
});
