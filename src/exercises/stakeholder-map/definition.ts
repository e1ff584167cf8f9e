import { textField } from '../../fields/text/definition.ts';
import { TREE_MAXIMUM, type TreeField } from '../../fields/tree/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type StakeholderMap = ExerciseOf<typeof schema>;
export type MapBranch = StakeholderMap['branches'][number];

/** A mind map of the people and places around a library. */
export const stakeholderMap: ExerciseDefinition<StakeholderMap> = {
  kind: 'stakeholder-map',
  wide: true,
  fields: (exercise) => [treeOf(exercise)],
};

/** The one field of a map. */
export function treeOf({ id, title, branches }: StakeholderMap): TreeField {
  return {
    type: 'tree',
    id: `${id}.map`,
    label: title,
    required: true,
    private: false,
    branches: branches.map((branch) => ({ id: branch.id, label: branch.label })),
    node: textField('text', { label: title, maxLength: 200 }),
    maximum: TREE_MAXIMUM,
  };
}
