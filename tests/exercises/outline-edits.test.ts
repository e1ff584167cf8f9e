import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerChanges, Answers } from '../../src/course/answers.ts';
import { childrenOf, nodesOf } from '../../src/course/list-items.ts';
import { addedAfter, addedNode, inReadingOrder, movedNode, type Direction } from '../../src/exercises/stakeholder-map/outline-edits.ts';
import { moveChanges } from '../../src/exercises/shared/reorder.ts';

const tree = { id: 'm', branches: ['left', 'right'].map((id) => ({ id, label: id })) };
const start: Answers = changed(new Map(), { 'm.a': 'left 1', 'm.b': 'left 2', 'm.c': 'b 1', 'm.d': 'right 1' });

function changed(answers: Answers, changes: AnswerChanges): Answers {
  return new Map([...answers, ...Object.entries(changes).map(([id, text]) => [id, { text, at: 0 }] as const)]);
}

/** The tree in brackets: `left(a b(c)) right(d)`. */
function drawn(answers: Answers): string {
  const nodes = nodesOf(answers, tree.id, tree.branches);
  const below = (parent: string): string => {
    const children = childrenOf(nodes, parent).map(({ id }) => id + below(id));
    return children.length === 0 ? '' : `(${children.join(' ')})`;
  };
  return tree.branches.map(({ id }) => id + below(id)).join(' ');
}

const after = (node: string, direction: Direction): string => drawn(changed(start, movedNode(start, tree, node, direction)));

describe('moving', () => {
  test('up and down change places among siblings and go on in the next branch', () => {
    expect(after('b', 'up')).toBe('left(b(c) a) right(d)');
    expect(after('b', 'down')).toBe('left(a) right(b(c) d)');
    expect(after('d', 'up')).toBe('left(a b(c) d) right');
  });

  test('in goes under the sibling before, out after the parent', () => {
    expect(after('b', 'in')).toBe('left(a(b(c))) right(d)');
    expect(after('c', 'out')).toBe('left(a b c) right(d)');
  });

  test('where there is no way, nothing changes', () => {
    for (const [node, direction] of [
      ['a', 'up'],
      ['a', 'in'],
      ['a', 'out'],
      ['c', 'up'],
      ['c', 'down'],
      ['d', 'down'],
      ['unknown', 'up'],
    ] as const) {
      expect(movedNode(start, tree, node, direction)).toEqual({});
    }
  });

  test('whatever is moved wherever and added anywhere, no node is lost, doubled or below itself', () => {
    const step = fc.record({ at: fc.nat(30), what: fc.constantFrom('up', 'down', 'in', 'out', 'after', 'under') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let answers = start;
        let count = 4;
        for (const { at, what } of steps) {
          const order = inReadingOrder(nodesOf(answers, tree.id, tree.branches), tree.branches);
          const node = order[at % order.length];
          if (!node) continue;
          if (what === 'after' || what === 'under') {
            const { changes } =
              what === 'under' ? addedNode(answers, tree, node.id) : addedNode(answers, tree, node.parent as string, node.id);
            answers = changed(answers, changes);
            count += 1;
          } else answers = changed(answers, movedNode(answers, tree, node.id, what));
          const ids = inReadingOrder(nodesOf(answers, tree.id, tree.branches), tree.branches).map(({ id }) => id);
          expect(new Set(ids).size).toBe(count);
          expect(ids).toHaveLength(count);
        }
      }),
    );
  });
});

test('a new node stands right after the one it was asked for from', () => {
  const { id, changes } = addedNode(start, tree, 'left', 'a');
  expect(drawn(changed(start, changes))).toBe(`left(a ${id} b(c)) right(d)`);
});

test('siblings of one order are numbered anew, so that each can be moved', () => {
  const same = ['x', 'y', 'z'].map((id) => ({ id, order: 1 }));
  expect(moveChanges('l', same, 'z', -1)).toEqual({ 'l.x': '1', 'l.z': '2', 'l.y': '3' });
  expect(moveChanges('l', same, 'z', 1)).toEqual({});
});

test('a hundred lines that are pasted between two nodes stay in their order, with positions of few characters', () => {
  const lines = Array.from({ length: 100 }, (_, index) => `Rivi ${String(index)}`);
  const asked = { ...tree, node: { id: 'text' } } as unknown as Parameters<typeof addedAfter>[1];
  const added = addedAfter(start, asked, 'a', lines);
  const pasted = added.reduce((answers, { changes }) => changed(answers, changes), start);
  const order = childrenOf(nodesOf(pasted, tree.id, tree.branches), 'left').map(({ id }) => id);
  expect(order).toEqual(['a', ...added.map(({ id }) => id), 'b']);
  for (const { id } of added) expect(pasted.get(`m.${id}`)?.text.length).toBeLessThanOrEqual('left 1.0078125'.length);
});
