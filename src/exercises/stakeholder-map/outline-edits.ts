/** What the learner does to the outline of a map, as changes of fields. Pure: the component draws, the store holds. */
import type { AnswerChanges, Answers } from '../../course/answers.ts';
import type { TreeField } from '../../fields/tree/definition.ts';
import {
  childrenOf,
  itemFieldId,
  newItemId,
  nodesOf,
  orderAtEnd,
  orderBetween,
  ordersBetween,
  position,
  type ListItem,
} from '../../course/list-items.ts';
import { moveChanges } from '../shared/reorder.ts';

type Tree = Pick<TreeField, 'id' | 'branches'>;

export type Direction = 'up' | 'down' | 'in' | 'out';

export interface AddedNode {
  readonly id: string;
  readonly changes: AnswerChanges;
}

/** A new empty node: the last under `parent`, or right after one of the nodes there. */
export function addedNode(answers: Answers, tree: Tree, parent: string, after?: string): AddedNode {
  const siblings = childrenOf(nodesOf(answers, tree.id, tree.branches), parent);
  const index = siblings.findIndex(({ id }) => id === after);
  const order = index < 0 ? orderAtEnd(siblings) : orderBetween(siblings[index], siblings[index + 1]);
  const id = newItemId(answers, tree.id);
  return { id, changes: { [`${tree.id}.${id}`]: position(order, parent) } };
}

/**
 * New nodes with these texts, one after the other right after a node.
 * @param tree its `node` is the field in which a node's text stands
 */
export function addedAfter(
  answers: Answers,
  tree: Tree & Pick<TreeField, 'node'>,
  node: string,
  texts: readonly string[],
): readonly AddedNode[] {
  const nodes = nodesOf(answers, tree.id, tree.branches);
  const parent = nodes.find(({ id }) => id === node)?.parent ?? '';
  const siblings = childrenOf(nodes, parent);
  const index = siblings.findIndex(({ id }) => id === node);
  const orders = ordersBetween(siblings[index], siblings[index + 1], texts.length);
  let known = answers;
  return texts.map((text, at): AddedNode => {
    const id = newItemId(known, tree.id);
    const order = orders[at] ?? 0;
    const place = `${tree.id}.${id}`;
    known = new Map([...known, [place, { text: '', at: 0 }]]);
    return { id, changes: { [place]: position(order, parent), [itemFieldId(tree.id, id, tree.node.id)]: text } };
  });
}

/**
 * Moves a node with all that hangs below it: up and down among its siblings, and from a branch's end into the next branch; in, under
 * the sibling before it; out, after its parent.
 * @returns no changes where there is no such way
 */
export function movedNode(answers: Answers, tree: Tree, node: string, direction: Direction): AnswerChanges {
  const nodes = nodesOf(answers, tree.id, tree.branches);
  const self = nodes.find(({ id }) => id === node);
  if (self?.parent === undefined) return {};
  const siblings = childrenOf(nodes, self.parent);
  const index = siblings.findIndex(({ id }) => id === node);
  const placed = (parent: string, order: number): AnswerChanges => ({ [`${tree.id}.${node}`]: position(order, parent) });
  switch (direction) {
    case 'up':
    case 'down': {
      const by = direction === 'up' ? -1 : 1;
      if (siblings[index + by]) return moveChanges(tree.id, siblings, node, by);
      const branch = tree.branches[tree.branches.findIndex(({ id }) => id === self.parent) + by];
      if (!branch || !tree.branches.some(({ id }) => id === self.parent)) return {};
      const there = childrenOf(nodes, branch.id);
      return placed(branch.id, by === 1 ? orderBetween(undefined, there[0]) : orderAtEnd(there));
    }
    case 'in': {
      const above = siblings[index - 1];
      return above ? placed(above.id, orderAtEnd(childrenOf(nodes, above.id))) : {};
    }
    case 'out': {
      const parent = nodes.find(({ id }) => id === self.parent);
      if (parent?.parent === undefined) return {};
      return placed(parent.parent, orderBetween(parent, nextSibling(nodes, parent)));
    }
  }
}

/** All nodes in the order in which they are drawn from top to bottom. */
export function inReadingOrder(nodes: readonly ListItem[], branches: readonly { readonly id: string }[]): ListItem[] {
  const below = (parent: string): ListItem[] => childrenOf(nodes, parent).flatMap((node) => [node, ...below(node.id)]);
  return branches.flatMap(({ id }) => below(id));
}

/** The node above another one in its branch; undefined for the branch's first. */
export function nodeAbove(nodes: readonly ListItem[], branches: readonly { readonly id: string }[], node: string): ListItem | undefined {
  const orders = branches.map((branch) => inReadingOrder(nodes, [branch]));
  const order = orders.find((all) => all.some(({ id }) => id === node)) ?? [];
  return order[order.findIndex(({ id }) => id === node) - 1];
}

function nextSibling(nodes: readonly ListItem[], node: ListItem): ListItem | undefined {
  const siblings = childrenOf(nodes, node.parent ?? '');
  return siblings[siblings.findIndex(({ id }) => id === node.id) + 1];
}
