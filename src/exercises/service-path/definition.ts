import { pickedOf, type Answers } from '../../course/answers.ts';
import type { Question } from '../../course/course.ts';
import { choiceField } from '../../fields/choice/definition.ts';
import type { Written, WrittenPart } from '../../fields/field-type.ts';
import type { SimpleField } from '../../fields/field.ts';
import { NOTE_MAX_LENGTH, textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type ServicePath = ExerciseOf<typeof schema>;
export type PathPhase = ServicePath['phases'][number];

/** A customer's way through a service, in phases with guiding questions, and where on it one can recommend. */
export const servicePath: ExerciseDefinition<ServicePath> = {
  kind: 'service-path',
  wide: true,
  fields: (exercise) => [
    ...beginning(exercise),
    ...exercise.phases.flatMap(({ steps }) => steps.flatMap((step) => stepFields(exercise, step))),
  ],
  written: writtenPath,
  stepName: ({ phases }, local) => phases.find(({ id }) => id === local)?.label,
  needs(exercise, { needs, answers }) {
    const { id, phases, marks } = exercise;
    const [first] = phases.flatMap((phase) => phase.steps);
    if (!first || isMarked(exercise, answers)) return needs;
    return [...needs, { kind: 'mark', field: `${id}.${first.id}.marks`, label: marks.map(({ label }) => label).join(', ') }];
  },
};

/** At least one mark is set on the path. */
export function isMarked({ id, phases, marks }: ServicePath, answers: Answers): boolean {
  const known = new Set(marks.map((mark) => mark.id));
  return phases.some(({ steps }) => steps.some((step) => pickedOf(answers, `${id}.${step.id}.marks`).some((mark) => known.has(mark))));
}

/** In the workbook a question is one row: her answer, and below it each mark that she has set there, with its note. */
function writtenPath(exercise: ServicePath, answers: Answers, write: (field: SimpleField) => Written): WrittenPart[] {
  const { phases, marks } = exercise;
  const ofPlace = (step: Question): Written => {
    const [place, picked, ...notes] = stepFields(exercise, step).map(write) as [Written, Written, ...Written[]];
    const set = pickedOf(answers, picked.field);
    const told = marks.flatMap(({ id: mark, label }, index) =>
      set.includes(mark) ? [[label, notes[index]?.answer].filter(Boolean).join(': ')] : [],
    );
    return { ...place, answer: [place.answer, ...told].filter(Boolean).join('\n') };
  };
  return [...beginning(exercise).map(write), ...phases.flatMap(({ steps }) => steps.map(ofPlace))].map((row) => ({
    type: 'answer',
    ...row,
  }));
}

/** Whom the path is for, and where she and the customer meet. */
function beginning({ id, group, channels, contact }: ServicePath): SimpleField[] {
  return [
    textField(`${id}.group`, group),
    choiceField(`${id}.channels`, channels, channels.options, true),
    choiceField(`${id}.contact`, contact, contact.options, true),
  ];
}

/** A step's question, the marks that can be set on it, and a note for each. */
function stepFields({ id, marks }: ServicePath, step: Question): SimpleField[] {
  const at = `${id}.${step.id}`;
  const optional = { optional: true, private: step.private ?? false };
  return [
    textField(at, step),
    choiceField(`${at}.marks`, { label: step.label, ...optional }, marks, true),
    ...marks.map((mark) => ({
      ...textField(`${at}.${mark.id}`, { label: `${step.label} – ${mark.label}`, maxLength: NOTE_MAX_LENGTH, ...optional }),
      askedWith: { choice: `${at}.marks`, option: mark.id },
    })),
  ];
}
