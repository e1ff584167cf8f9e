import { isAnswered, textOf, type Answers } from '../../course/answers.ts';
import type { Option } from '../../course/course.ts';
import { childrenOf, itemFieldId, nodesOf, type ListItem } from '../../course/list-items.ts';
import type { CompositeBase, CompositeDefinition, WrittenNode } from '../field-type.ts';
import type { TextField } from '../text/definition.ts';

/** Nodes under fixed branches, to any depth; each has the one field `text`. */
export interface TreeField extends CompositeBase {
  readonly type: 'tree';
  readonly branches: readonly Option[];
  readonly node: TextField;
}

export const TREE_MAXIMUM = 150;

export const tree: CompositeDefinition<TreeField> = {
  type: 'tree',
  inner: ({ node }) => [node],
  // A node's position names the branch that it hangs under.
  options: ({ branches }) => branches,
  needs: (field, answers) => emptyBranches(field, answers).map(({ id, label }) => ({ kind: 'branch', field: `${field.id}.${id}`, label })),
  text(field, answers) {
    const nodes = nodesOf(answers, field.id, field.branches);
    const lines = (children: readonly ListItem[], depth: number): string[] =>
      children.flatMap(({ id }) => [
        `${'– '.repeat(depth)}${textOf(answers, itemFieldId(field.id, id, field.node.id)).trim()}`,
        ...lines(childrenOf(nodes, id), depth + 1),
      ]);
    return field.branches
      .flatMap((branch) => {
        const below = lines(childrenOf(nodes, branch.id), 1);
        return below.length === 0 ? [] : [branch.label, ...below];
      })
      .join('\n');
  },
  written(field, answers) {
    const items = nodesOf(answers, field.id, field.branches);
    const below = (parent: string): WrittenNode[] =>
      childrenOf(items, parent).map(({ id }) => ({ text: textOf(answers, itemFieldId(field.id, id, field.node.id)), nodes: below(id) }));
    return { type: 'tree', branches: field.branches.map(({ id, label }) => ({ label, nodes: below(id) })) };
  },
};

function emptyBranches(field: TreeField, answers: Answers): TreeField['branches'] {
  const nodes = nodesOf(answers, field.id, field.branches).filter(({ id }) =>
    isAnswered(answers, itemFieldId(field.id, id, field.node.id)),
  );
  return field.branches.filter(({ id }) => childrenOf(nodes, id).length === 0);
}
