import { pickedOf } from '../../course/answers.ts';
import type { Need } from '../../course/completion-rules.ts';
import { itemFieldId } from '../../course/list-items.ts';
import { choiceField } from '../../fields/choice/definition.ts';
import { dateField } from '../../fields/date/definition.ts';
import { completeItems } from '../../fields/field.ts';
import { listField, type ListField } from '../../fields/list/definition.ts';
import { textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type TrainingProgramme = ExerciseOf<typeof schema>;
export type PracticeIdeas = NonNullable<TrainingProgramme['ideas']>;

/** A training programme to choose, a log of what was done with it, and what was agreed with colleagues. */
export const trainingProgramme: ExerciseDefinition<TrainingProgramme> = {
  kind: 'training-programme',
  itemsTouchClasses: true,
  stepName: ({ log }, local) => (local.startsWith('log.') ? log.label : undefined),
  fields: ({ id, programmeLabel, classes, log, agreed }, { programmes }) => [
    choiceField(
      `${id}.programme`,
      { label: programmeLabel },
      programmes.map((programme) => ({ id: programme.id, label: programme.title })),
      false,
    ),
    listField(`${id}.log`, log.label, 1, [
      // Whatever the content says: a day is needed to tell the entries apart.
      dateField('date', { ...log.date, optional: false }),
      textField('what', log.what),
      choiceField(
        'touched',
        log.touched,
        classes.map((classId) => ({ id: classId, label: classId })),
        true,
      ),
      textField('noticed', log.noticed),
    ]),
    textField(`${id}.agreed`, agreed),
  ],
  needs({ classes }, { fields, needs, answers }) {
    const log = fields.find((field): field is ListField => field.type === 'list');
    const complete = log ? completeItems(log, answers) : [];
    if (!log || complete.length === 0) return needs;
    const touched = new Set(complete.flatMap((item) => pickedOf(answers, itemFieldId(log.id, item, 'touched'))));
    return [
      ...needs,
      ...classes
        .filter((classId) => !touched.has(classId))
        .map((classId): Need => ({ kind: 'touch', field: log.id, label: classId, classes: [classId] })),
    ];
  },
};
