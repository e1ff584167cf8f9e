import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerChanges, Answers } from '../../src/course/answers.ts';
import { inverse, itemsOf, newItemId, orderAtEnd, orderBetween, position, removal } from '../../src/course/list-items.ts';

const answersOf = (texts: Readonly<Record<string, string>>): Answers =>
  new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: 0 }]));
const after = (answers: Answers, changes: AnswerChanges): Answers => new Map([...answers, ...answersOf(changes)]);
const idsOf = (answers: Answers): string[] => itemsOf(answers, 'l').map(({ id }) => id);

describe('a list', () => {
  test('adding at the end keeps the order of adding, however many there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), (count) => {
        let answers: Answers = new Map();
        const added: string[] = [];
        for (let turn = 0; turn < count; turn++) {
          const id = newItemId(answers, 'l');
          added.push(id);
          answers = after(answers, { [`l.${id}`]: position(orderAtEnd(itemsOf(answers, 'l'))) });
        }
        expect(idsOf(answers)).toEqual(added);
      }),
    );
  });

  test('removing and undoing gives the same list, whichever item it was', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{3}$/), { minLength: 1, maxLength: 20 }), fc.nat(), (ids, pick) => {
        const answers = answersOf(
          Object.fromEntries(
            ids.flatMap((id, index) => [
              [`l.${id}`, String(index)],
              [`l.${id}.text`, id],
            ]),
          ),
        );
        const item = ids[pick % ids.length] as string;
        const changes = removal(answers, 'l', item);
        const without = after(answers, changes);
        expect(idsOf(without)).toEqual(ids.filter((id) => id !== item));
        expect(without.get(`l.${item}.text`)?.text).toBe(item);
        expect(idsOf(after(without, inverse(answers, changes)))).toEqual(ids);
      }),
    );
  });

  test('an item put between two stands between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), (count, place) => {
        const items = Array.from({ length: count }, (_, index) => ({ id: `i${index}`, order: index }));
        const at = place % (count + 1);
        const order = orderBetween(items[at - 1], items[at]);
        if (at > 0) expect(order).toBeGreaterThan(items[at - 1]?.order ?? NaN);
        if (at < count) expect(order).toBeLessThan(items[at]?.order ?? NaN);
      }),
    );
  });

  test('items that are added one right after the other before a third stand in order, with few digits', () => {
    const orders = [1];
    while (orders.length <= 40) orders.push(orderBetween({ id: 'a', order: orders.at(-1) as number }, { id: 'b', order: 2 }));
    expect(orders).toEqual([...new Set(orders)].sort((one, other) => one - other));
    expect(orders.at(-1)).toBeLessThan(2);
    expect(orders.slice(0, 11).join('').length).toBeLessThan(50);
    expect(orders.join('').length).toBeLessThan(400);
  });

  test('ids are four ASCII characters that neither a living nor a removed item has', () => {
    let turn = 0;
    const random = (): number => [0, 0, 0.5, 0.5][turn++ % 4] as number;
    const answers = answersOf({ 'l.a000': '' });
    const id = newItemId(answers, 'l', random);
    expect(id).toMatch(/^[a-z][0-9a-z]{3}$/);
    expect(id).not.toBe('a000');
  });

  test('fields of items, other lists and broken positions are no items', () => {
    const answers = answersOf({ 'l.a': '1', 'l.a.text': '2', 'll.b': '1', 'l.c': 'x', 'l.d': '', 'l.e': 'branch 2' });
    expect(itemsOf(answers, 'l')).toEqual([
      { id: 'a', order: 1 },
      { id: 'e', order: 2, parent: 'branch' },
    ]);
  });

  test('two items that two computers put in the same place have one order everywhere', () => {
    expect(idsOf(answersOf({ 'l.b': '1', 'l.a': '1' }))).toEqual(idsOf(answersOf({ 'l.a': '1', 'l.b': '1' })));
  });
});
