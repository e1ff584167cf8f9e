/** The learner's document in an LRS: what is read out of it, whoever wrote which part of it, and in whatever order it arrived. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../../src/course/merge-answers.ts';
import { NOTHING_MOVED } from '../../../src/course/moved-ids.ts';
import { isMore, mergeHeld, NOTHING_HELD, type Held } from '../../../src/tracking/lrs/held.ts';
import { additionsOf, readDocument, wholeDocument } from '../../../src/tracking/lrs/lrs-document.ts';
import { KnownTexts } from '../../../src/tracking/lrs/known-texts.ts';

const AT = 1_795_507_200_000;
const held = (answers: Readonly<Record<string, readonly [string, number]>>, more: Partial<Held> = {}): Held => ({
  ...NOTHING_HELD,
  answers: new Map(Object.entries(answers).map(([id, [text, at]]) => [id, { text, at }])),
  ...more,
});
const read = (content: unknown): Held | undefined => readDocument(content).held;

describe('reading', () => {
  test('a document of version 1.0.0 is read as it was', () => {
    const content = {
      format: 'aspa-ajokortti',
      version: 1,
      revision: 7,
      answers: { 'b.colleague.talk': ['Puhuttiin', AT], '@place': ['b/b.colleague', AT + 1] },
      reported: { 'b.colleague.talk': AT, progress: 20, 'class:B': 1 },
    };
    expect(read(content)).toEqual(
      held(
        { 'b.colleague.talk': ['Puhuttiin', AT], '@place': ['b/b.colleague', AT + 1] },
        { revision: 7, reported: { 'b.colleague.talk': AT, progress: 20, 'class:B': 1 } },
      ),
    );
  });

  test.each([undefined, null, '', [], {}, { success: true }])('%j is no document', (content) => {
    expect(readDocument(content)).toMatchObject({ held: undefined, written: [] });
  });

  test.each(['teksti', 7, { bookmark: 3 }, { format: 'aspa-ajokortti', version: 2, answers: {} }])('%j is another’s', (content) => {
    expect(readDocument(content)).toMatchObject({ held: undefined, unreadable: expect.any(String) as string });
  });

  test('a number that no JSON can hold again costs no answer, and counts for nothing', () => {
    const content: unknown = JSON.parse(
      '{"format":"aspa-ajokortti","version":1,"revision":1e999,"answers":{"first":["Yksi",1e999]},"reported":{"progress":1e999},"times":{"s":-1e999}}',
    );
    expect(read(content)).toEqual(held({ first: ['Yksi', 0] }));
    expect(read(JSON.parse(JSON.stringify(wholeDocument(read(content) as Held))))).toEqual(held({ first: ['Yksi', 0] }));
  });

  test('what is not of its form is left out, and spoils nothing', () => {
    const content = {
      ...wholeDocument(held({ first: ['Yksi', AT] }, { revision: 3 })),
      'p1-0/answers/second': ['Kaksi', AT],
      'p1-0/answers/third': [3, 'x'],
      'p1-0/answers/__proto__': ['Neljä', AT],
      'p1-0/reported/first': 'eilen',
      'p1-0/__proto__/answers': { fourth: ['x', AT] },
      'p1-0/revision': 'uusi',
      more: { answers: 1 },
    };
    const answers = read(content)?.answers;
    expect(answers?.get('second')?.text).toBe('Kaksi');
    expect(answers?.has('third')).toBe(false);
    expect(answers?.has('fourth')).toBe(false);
    expect(read(content)).toMatchObject({ revision: 3, reported: {} });
  });
});

const ids = fc.constantFrom('a.first', 'b.map.map.n1.text', '@place', 'c');
const days = fc.constantFrom('2026-11-24T08:00:00.000Z', '2026-11-25T08:00:00.000Z', '', 'ei päivä');
const answersOf = fc
  .tuple(
    fc.dictionary(ids, fc.tuple(fc.string(), fc.integer({ min: 1, max: 9 }))),
    fc.dictionary(fc.constantFrom('@earned.S', '@completed'), fc.tuple(days, fc.integer({ min: 1, max: 9_000 }))),
  )
  .map(([written, earned]) => ({ ...written, ...earned }));
const numbers = fc.dictionary(ids, fc.integer({ min: 1, max: 9 }));
const anyHeld = fc
  .record({ answers: answersOf, revision: fc.nat(99), reported: numbers, unheard: numbers, times: numbers })
  .map(({ answers, ...rest }) => mergeHeld(NOTHING_HELD, held(answers, rest)));

describe('several pages', () => {
  test('what each has added comes to the same in any order, and twice is once', () => {
    fc.assert(
      fc.property(anyHeld, fc.array(anyHeld, { maxLength: 4 }), fc.nat(), (body, pages, turn) => {
        const added = pages.map((page, place) => additionsOf(`p${place}-0`, page, body, () => 0));
        const rotated = [...added.slice(turn % (added.length || 1)), ...added, ...added.slice(0, turn % (added.length || 1))];
        const merged = Object.assign({}, wholeDocument(body), ...added) as object;
        expect(read(Object.assign({}, ...rotated, wholeDocument(body)) as object)).toEqual(read(merged));
      }),
    );
  });

  test('of the same words of the same moment all readers name the same page', () => {
    const one = { 'p0-0/answers/@place': ['b', AT, 0] };
    const other = { 'p1-0/answers/@place': ['b', AT, 0] };
    const body = wholeDocument(NOTHING_HELD);
    expect(read({ ...other, ...one, ...body })).toEqual(read({ ...body, ...one, ...other }));
  });

  test('the first day on which a class was earned stays, whichever page wrote later', () => {
    for (const [monday, tuesday] of [
      [AT, AT + 60_000],
      [AT + 60_000, AT],
      [AT, AT],
    ] as const) {
      const body = wholeDocument(held({ '@earned.S': ['2026-11-23T08:00:00.000Z', monday] }));
      const content = { ...body, 'p1-0/answers/@earned.S': ['2026-11-24T08:00:00.000Z', tuesday] };
      expect(read(content)?.answers.get('@earned.S')?.text).toBe('2026-11-23T08:00:00.000Z');
    }
  });

  test('of texts of the same moment a page that finds them takes the one that the document holds, in whatever order', () => {
    const found = ['Kirja', 'Kirjekuori', 'Kirje'];
    for (const order of [
      [0, 1, 2],
      [1, 0, 2],
      [2, 0, 1],
    ]) {
      const content = Object.assign({}, ...order.map((which) => ({ [`p${which}-0/answers/a`]: [found[which], AT] }))) as object;
      const document = readDocument({ ...wholeDocument(NOTHING_HELD), ...content });
      const texts = new KnownTexts('p9', NOTHING_MOVED, () => AT);
      texts.find(document.written);
      expect(texts.take()?.answers.get('a')?.text).toBe(document.held?.answers.get('a')?.text);
    }
  });

  test('nothing is added that is there, and all that was wanted is there afterwards', () => {
    fc.assert(
      fc.property(anyHeld, anyHeld, (body, wanted) => {
        const after = read({ ...wholeDocument(body), ...additionsOf('p-0', wanted, body, () => 0) });
        expect(after && isMore(wanted, after)).toBe(false);
        for (const [id, { at }] of wanted.answers) if (!isDay(id)) expect(after?.answers.get(id)?.at).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  test('folded into one body it says the same', () => {
    fc.assert(
      fc.property(anyHeld, anyHeld, (body, wanted) => {
        const both = read({ ...wholeDocument(body), ...additionsOf('p-0', wanted, body, () => 0) });
        expect(both && read(wholeDocument(both))).toEqual(both);
      }),
    );
  });

  test('an addition that arrived before the body is read all the same', () => {
    expect(read(additionsOf('p-0', held({ first: ['Yksi', AT] }, { revision: 2 }), NOTHING_HELD, () => 0))).toMatchObject({ revision: 2 });
  });
});
