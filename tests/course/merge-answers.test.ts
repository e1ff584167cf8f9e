import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { note, type Answer, type Answers, type FieldId } from '../../src/course/answers.ts';
import { livingAnswers } from '../../src/course/list-items.ts';
import { mergeAnswers } from '../../src/course/merge-answers.ts';
import { NOTHING_HELD } from '../../src/tracking/lrs/held.ts';
import { readDocument, wholeDocument } from '../../src/tracking/lrs/lrs-document.ts';
import { packState, unpackState } from '../../src/tracking/state/state-codec.ts';

const FIELD = 'b.thoughts.first';
const at = Date.parse('2026-11-25T08:00:00.400Z');

const one = (text: string, when = at, field: FieldId = FIELD): Answers => new Map([[field, { text, at: when }]]);
const textsOf = (answers: Answers): Record<FieldId, string> => Object.fromEntries([...answers].map(([id, { text }]) => [id, text]));

describe('the text that stays', () => {
  test('is the later one', () => {
    expect(mergeAnswers(one('Uusi', at + 1000), one('Vanha')).answers).toEqual(one('Uusi', at + 1000));
    expect(mergeAnswers(one('Vanha'), one('Uusi', at + 1000)).answers).toEqual(one('Uusi', at + 1000));
  });

  test('is the only one, where one copy lacks the field', () => {
    const other = one('Muualla', at, 'b.other');
    expect(textsOf(mergeAnswers(one('Täällä'), other).answers)).toEqual({ [FIELD]: 'Täällä', 'b.other': 'Muualla' });
  });

  test('is a removal too, where that came later', () => {
    expect(textsOf(mergeAnswers(one('1'), one('', at + 1000)).answers)).toEqual({ [FIELD]: '' });
  });

  test('does not hang on parts of a second, which no LMS keeps', () => {
    const [here, there] = [one('Kirja', at + 500), one('Kirje', at)];
    const [hereAgain, thereAgain] = [one('Kirja', at - 400), one('Kirje', at - 400)];
    expect(textsOf(mergeAnswers(here, there).answers)).toEqual(textsOf(mergeAnswers(hereAgain, thereAgain).answers));
  });

  test('is the one that goes on, within a second', () => {
    expect(textsOf(mergeAnswers(one('Alku ja loppu', at - 300), one('Alku', at)).answers)).toEqual({ [FIELD]: 'Alku ja loppu' });
  });
});

describe('a text that gives way is shown', () => {
  const news = { own: at - 10_000, other: at - 10_000 };

  test('where both are of the same second', () => {
    const { answers, conflicts } = mergeAnswers(one('Kirja'), one('Kirje'));
    const [conflict] = conflicts;
    expect(conflicts).toHaveLength(1);
    expect(conflict?.current).toEqual(answers.get(FIELD));
    expect([conflict?.current.text, conflict?.other.text].sort()).toEqual(['Kirja', 'Kirje']);
  });

  test('where both were written since the copies last agreed', () => {
    const { conflicts } = mergeAnswers(one('Täällä'), one('Muualla', at + 60_000), news);
    expect(conflicts).toEqual([{ field: FIELD, current: { text: 'Muualla', at: at + 60_000 }, other: { text: 'Täällä', at } }]);
  });

  test('where the later copy has emptied the field', () => {
    const { conflicts } = mergeAnswers(one('Täällä'), one('', at + 60_000), news);
    expect(conflicts.map(({ other }) => other.text)).toEqual(['Täällä']);
  });

  test.each([
    ['was known to the other copy', one('Täällä'), one('Muualla', at + 60_000), { own: at, other: 0 }],
    ['is older than the last agreement', one('Täällä', at - 60_000), one('Muualla'), news],
    ['goes on in the one that stays', one('Alku'), one('Alku ja loppu', at + 60_000), news],
    ['is empty', one('  \n'), one('Muualla', at + 60_000), news],
    ['is the same', one('Sama'), one('Sama', at + 60_000), news],
    ['is a note of the course', one('2026-11-25', at, '@unreadable'), one('2026-11-26', at + 60_000, '@unreadable'), news],
  ])('but not where it %s', (_why, own, other, known) => {
    expect(mergeAnswers(own, other, known).conflicts).toEqual([]);
  });
});

describe('notes of the course', () => {
  const earned = note.earned('A1');

  test.each([earned, note.completed, note.ready])('%s: the earliest day stays, whatever was written later', (id) => {
    const [first, second] = [one('2026-11-24T08:00:00.000Z', at + 90_000, id), one('2026-11-25T08:00:00.000Z', at, id)];
    expect(textsOf(mergeAnswers(first, second).answers)).toEqual({ [id]: '2026-11-24T08:00:00.000Z' });
    expect(textsOf(mergeAnswers(second, first).answers)).toEqual({ [id]: '2026-11-24T08:00:00.000Z' });
  });

  test.each([earned, note.completed])('%s: no copy takes it back', (id) => {
    const [is, isNot] = [one('2026-11-24T08:00:00.000Z', at, id), one('', at + 90_000, id)];
    expect(textsOf(mergeAnswers(is, isNot).answers)).toEqual({ [id]: '2026-11-24T08:00:00.000Z' });
    expect(textsOf(mergeAnswers(isNot, is).answers)).toEqual({ [id]: '2026-11-24T08:00:00.000Z' });
  });

  test('another copy never moves the learner to another place', () => {
    expect(textsOf(mergeAnswers(one('b', at, note.place), one('d', at + 90_000, note.place)).answers)).toEqual({ [note.place]: 'b' });
    expect(textsOf(mergeAnswers(new Map(), one('d', at, note.place)).answers)).toEqual({ [note.place]: 'd' });
  });
});

test('what a merge changes in a copy are its texts, not their times', () => {
  const own = new Map([...one('Sama'), ...one('Vanha', at, 'b.other')]);
  const { changed } = mergeAnswers(own, new Map([...one('Sama', at + 5_000), ...one('Uusi', at + 5_000, 'b.other')]));
  expect(changed).toEqual(one('Uusi', at + 5_000, 'b.other'));
});

test('a text that stays against a later one is as new as that one, and counts as changed', () => {
  const earned = note.earned('A1');
  const [monday, tuesday] = [one('2026-11-23T08:00:00.000Z', at, earned), one('2026-11-24T08:00:00.000Z', at + 86_400_000, earned)];
  const { answers, changed } = mergeAnswers(monday, tuesday);
  expect(answers).toEqual(one('2026-11-23T08:00:00.000Z', at + 86_400_000, earned));
  expect(changed).toEqual(answers);
  expect(mergeAnswers(one('Pitkä', at - 300), one('Lyhyt', at)).changed).toEqual(one('Pitkä', at));
});

test('whoever wrote the other text had read this one, or had not: as it says itself', () => {
  const known = { own: at + 10_000, other: 0 };
  const theirs = one('Muualla', at + 60_000);
  const unread = mergeAnswers(one('Täällä'), theirs, { ...known, ownOf: new Map([[FIELD, at - 1]]) });
  expect(unread.conflicts.map(({ other }) => other.text)).toEqual(['Täällä']);
  expect(mergeAnswers(one('Täällä'), theirs, { ...known, ownOf: new Map([[FIELD, at]]) }).conflicts).toEqual([]);
});

describe('in any order, any number of times', () => {
  const LISTS = ['b.ideas.ideas', 'b.map.map'];
  const fields = [FIELD, 'b.scale', ...LISTS.flatMap((list) => [`${list}.k001`, `${list}.k001.what`, `${list}.k002`, `${list}.k002.what`])];
  const notes = [note.completed, note.ready, note.earned('A1'), '@unreadable'];
  const when = fc.integer({ min: at, max: at + 4_000 });
  const text = fc.constantFrom('', ' ', 'Kirja', 'Kirje', 'Kirjekuori', '1', '2', 'ääkkösiä\n“…”', '😀');
  const day = fc.constantFrom('', 'ei päivä', '2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z', '2026-12-01');
  const entry = fc.oneof(
    fc.tuple(fc.constantFrom(...fields), fc.record({ text, at: when })),
    fc.tuple(fc.constantFrom(...notes), fc.record({ text: day, at: when })),
  );
  /** As a copy is: in this browser with all of its times; out of an LMS in whole seconds; out of an LRS; without the texts of removed rows. */
  const trips: readonly ((answers: Answers) => Answers)[] = [
    (answers) => answers,
    (answers) => {
      const unpacked = unpackState(packState({ answers, revision: 1, notes: new Map() }));
      if (unpacked.result !== 'whole') throw new Error(unpacked.result);
      return unpacked.state.answers;
    },
    (answers) =>
      readDocument(JSON.parse(JSON.stringify(wholeDocument({ ...NOTHING_HELD, answers, revision: 1 })))).held?.answers ?? new Map(),
  ];
  const copy = fc
    .tuple(fc.array(entry, { maxLength: 12 }), fc.constantFrom(...trips))
    .map(([entries, trip]) => trip(livingAnswers(new Map<FieldId, Answer>(entries), LISTS)));
  const known = fc.option(fc.record({ own: when, other: when }), { nil: undefined });
  const inOrder = (answers: Answers): [FieldId, Answer][] => [...answers].sort(([a], [b]) => (a < b ? -1 : 1));

  test('the order of two copies does not matter, for texts and for conflicts', () => {
    fc.assert(
      fc.property(copy, copy, known, (a, b, until) => {
        const there = mergeAnswers(a, b, until);
        const back = mergeAnswers(b, a, until && { own: until.other, other: until.own });
        expect(inOrder(back.answers)).toEqual(inOrder(there.answers));
        expect(new Set(back.conflicts)).toEqual(new Set(there.conflicts));
      }),
      { numRuns: 150 },
    );
  });

  test('twice is once, and finds nothing to show', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        expect(mergeAnswers(a, a)).toEqual({ answers: a, changed: new Map(), conflicts: [] });
        const { answers } = mergeAnswers(a, b);
        expect(mergeAnswers(answers, b).answers).toEqual(answers);
        expect(mergeAnswers(answers, a).answers).toEqual(answers);
      }),
    );
  });

  test('of three copies it does not matter which two are merged first', () => {
    fc.assert(
      fc.property(copy, copy, copy, (a, b, c) => {
        const first = mergeAnswers(mergeAnswers(a, b).answers, c).answers;
        const last = mergeAnswers(a, mergeAnswers(b, c).answers).answers;
        expect(inOrder(last)).toEqual(inOrder(first));
      }),
      { numRuns: 150 },
    );
  });

  test('a trip through an LMS changes no text that stays', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), copy, fc.constantFrom(...trips), (entries, other, trip) => {
        const answers = livingAnswers(new Map<FieldId, Answer>(entries), LISTS);
        expect(textsOf(mergeAnswers(trip(answers), other).answers)).toEqual(textsOf(mergeAnswers(answers, other).answers));
      }),
    );
  });

  test('no text is lost without a word: each that was news to the other copy stays, goes on or is shown', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const { answers, conflicts } = mergeAnswers(a, b, { own: 0, other: 0 });
        for (const [field, { text: written }] of [...a, ...b]) {
          if (field.startsWith('@') || written.trim() === '') continue;
          const isShown = conflicts.some((conflict) => conflict.field === field && conflict.other.text === written);
          expect(answers.get(field)?.text.startsWith(written) === true || isShown).toBe(true);
        }
      }),
    );
  });
});
