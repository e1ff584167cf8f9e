import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { note, textOf, type Answers } from '../../src/course/answers.ts';
import {
  emptyRecord,
  formatRecord,
  knows,
  mergeRecords,
  parseRecord,
  setAside,
  writtenAnew,
  type CopyRecord,
} from '../../src/session/copy/copy-record.ts';

const NOON = Date.parse('2026-11-25T12:00:00Z');

function answersOf(texts: Readonly<Record<string, readonly [string, number]>>): Answers {
  return new Map(Object.entries(texts).map(([field, [text, second]]) => [field, { text, at: NOON + second * 1000 }]));
}

/** What a tab writes: a record of its own that knows the others. */
function written(writer: string, answers: Answers, { known = emptyRecord(writer), second = 0, confirmedAt = 0 } = {}): CopyRecord {
  return writtenAnew({ ...known, writer, stored: { answers, revision: 1, confirmedAt } }, NOON + second * 1000);
}

const texts = ({ stored }: CopyRecord): Record<string, string> =>
  Object.fromEntries([...(stored?.answers ?? [])].map(([field, { text }]) => [field, text]));

describe('a record that knows the last writing of another', () => {
  const first = written('one', answersOf({ a: ['vanha', 1], b: ['poistettu', 1] }));
  const later = written('two', answersOf({ a: ['uusi', 0] }), { known: first });

  test('replaces it, whatever the clocks said', () => {
    expect(texts(mergeRecords(first, later))).toEqual({ a: 'uusi' });
    expect(texts(mergeRecords(later, first))).toEqual({ a: 'uusi' });
  });

  test('leaves no text of it where the texts were removed', () => {
    const cleared = writtenAnew({ ...later, stored: undefined, mark: { revision: 4 } }, NOON);
    expect(mergeRecords(cleared, first)).toMatchObject({ stored: undefined, mark: { revision: 4 } });
    expect(mergeRecords(later, cleared)).toMatchObject({ stored: undefined, mark: { revision: 4 } });
  });

  test('and then wrote once more is not known any more', () => {
    expect(knows(later, writtenAnew(first, NOON))).toBe(false);
  });

  test('goes on knowing the last writers, however often the course is opened', () => {
    let record = written('one', new Map());
    for (let opened = 0; opened < 200; opened += 1) {
      const before = record;
      record = written(`tab-${String(opened)}`, new Map(), { known: before });
      expect(knows(record, before)).toBe(true);
    }
    expect(formatRecord(record).length).toBeLessThan(1000);
  });
});

describe('records that do not know each other', () => {
  test('are merged field by field: the later text stays, and what only one of them has', () => {
    const one = written('one', answersOf({ a: ['myöhempi', 5], b: ['aiempi', 1], c: ['vain täällä', 1] }));
    const other = written('two', answersOf({ a: ['aiempi', 1], b: ['myöhempi', 5], d: ['vain siellä', 1] }));
    const merged = { a: 'myöhempi', b: 'myöhempi', c: 'vain täällä', d: 'vain siellä' };
    expect(texts(mergeRecords(one, other))).toEqual(merged);
    expect(texts(mergeRecords(other, one))).toEqual(merged);
  });

  test('keep as a conflict what gives way in the same second', () => {
    const one = written('one', answersOf({ a: ['Lyhyt', 5.2] }));
    const other = written('two', answersOf({ a: ['Jotain muuta', 5.7] }));
    const { others } = mergeRecords(one, other);
    expect(others.map(([field, { text }]) => [field, text])).toEqual([['a', 'Lyhyt']]);
  });

  test('keep no conflict where the text that stays begins with the other', () => {
    const { others } = mergeRecords(written('one', answersOf({ a: ['Alku', 5] })), written('two', answersOf({ a: ['Alku ja loppu', 5] })));
    expect(others).toEqual([]);
  });

  test('go on where the later of them was', () => {
    const one = written('one', answersOf({ [note.place]: ['b/b.channels', 1] }), { second: 9 });
    const other = written('two', answersOf({ [note.place]: ['a', 3] }), { second: 3 });
    expect(mergeRecords(one, other).stored?.answers.get(note.place)?.text).toBe('b/b.channels');
    expect(mergeRecords(other, one).stored?.answers.get(note.place)?.text).toBe('b/b.channels');
  });

  test('keep the mark of the higher revision, all versions to choose from, and each unreadable text once', () => {
    const a = { name: 'lms-state', content: 'rikki' };
    const b = { name: 'local-copy', content: 'katki' };
    const other = { text: 'Toinen', at: NOON };
    const one = { ...written('one', new Map()), mark: { revision: 3 }, unreadable: [a], others: [['f', other]] as const };
    const two = { ...written('two', new Map()), mark: { revision: 7 }, unreadable: [a, b], others: [['g', other]] as const };
    const merged = mergeRecords(one, two);
    expect(merged.mark).toEqual({ revision: 7 });
    expect(merged.unreadable).toEqual([a, b]);
    expect(merged.others.map(([field]) => field)).toEqual(['f', 'g']);
  });

  test('never say that the LMS has more than it is known to have of both', () => {
    const merged = mergeRecords(written('one', new Map(), { confirmedAt: NOON }), written('two', new Map(), { confirmedAt: 5 }));
    expect(merged.stored?.confirmedAt).toBe(5);
  });

  test('become the same, in whatever order, and once merged stay so', () => {
    const answers = fc
      .dictionary(fc.constantFrom('a', 'b', 'c'), fc.tuple(fc.constantFrom('', 'K', 'Kirje', 'Muu'), fc.integer({ min: 0, max: 3 })))
      .map(answersOf);
    fc.assert(
      fc.property(answers, answers, (mine, theirs) => {
        const one = written('one', mine);
        const two = written('two', theirs);
        const merged = mergeRecords(one, two);
        expect(texts(mergeRecords(two, one))).toEqual(texts(merged));
        expect(mergeRecords(merged, two)).toEqual(merged);
        for (const [field, { text }] of [...mine, ...theirs]) {
          const stays = textOf(merged.stored?.answers ?? new Map(), field);
          expect(stays.length > 0 || text === '' || merged.stored?.answers.has(field)).toBe(true);
        }
      }),
    );
  });
});

describe('a record as text', () => {
  const whole: CopyRecord = {
    ...written('one', answersOf({ 'a.thoughts.first': ['Ä “😀”\n', 1] }), { confirmedAt: 4 }),
    mark: { revision: 2 },
    others: [['b.x', { text: 'Toinen', at: NOON }]],
    unreadable: [{ name: 'lms-state', content: '{"' }],
  };

  test('is read back whole', () => {
    expect(parseRecord(formatRecord(whole))).toEqual(whole);
    expect(parseRecord(formatRecord(emptyRecord('one')))).toEqual(emptyRecord('one'));
  });

  test('is none where it was cut, or is of a later version; then it is kept for the learner', () => {
    const cut = formatRecord(whole).slice(0, -5);
    expect(parseRecord(cut)).toBeUndefined();
    expect(parseRecord('{"format":3}')).toBeUndefined();
    expect(mergeRecords(emptyRecord('two'), setAside(cut)).unreadable).toEqual([{ name: 'local-copy', content: cut }]);
  });

  test('leaves out what is no answer, no version and no file', () => {
    const text = formatRecord(whole)
      .replace('"answers":{', '"answers":{"x":1,"y":{"text":"ei aikaa"},')
      .replace('"others":[', '"others":[5,["z"],')
      .replace('"unreadable":[', '"unreadable":[null,{"name":"x"},');
    expect(parseRecord(text)).toEqual(whole);
  });
});
