/**
 * What an exercise asks, in a form that every part which does not draw it can use: rules, reports, the workbook, statements,
 * the size of the state. One function a kind; the ids of fields are made here and nowhere else.
 */
import { itemFieldId } from './list-field.ts';
import { pickedOf, type Answers, type FieldId } from './answers.ts';
import { exercisesOf, type Course, type Exercise, type Option, type Question, type ScaleQuestion } from './course.ts';

interface FieldBase {
  readonly id: FieldId;
  readonly label: string;
  /** Needed to be done with the exercise. */
  readonly required: boolean;
  /** Never leaves the learner's own state. */
  readonly private: boolean;
}

export interface TextField extends FieldBase {
  readonly type: 'text';
  /** In UTF-16 units. */
  readonly maxLength: number;
  /** Asked only while this option of this choice is picked; the text stays, for when it is picked again. */
  readonly askedWith?: { readonly choice: FieldId; readonly option: string };
}
/** An ISO date, `2026-11-24`. */
export interface DateField extends FieldBase {
  readonly type: 'date';
}
/** The text is one option's id, or with `several` ids with spaces between. */
export interface ChoiceField extends FieldBase {
  readonly type: 'choice';
  readonly options: readonly Option[];
  readonly several: boolean;
}
/** The text is a step's id. */
export interface ScaleField extends FieldBase {
  readonly type: 'scale';
  readonly steps: readonly Option[];
}
/** Items that the learner adds; the ids of `fields` are local to an item. */
export interface ListField extends FieldBase {
  readonly type: 'list';
  readonly fields: readonly SimpleField[];
  /** Fewest items to be done. */
  readonly minimum: number;
  readonly maximum: number;
}
/** Nodes under fixed branches, to any depth; each has the one field `text`. */
export interface TreeField extends FieldBase {
  readonly type: 'tree';
  readonly branches: readonly Option[];
  readonly node: TextField;
  readonly maximum: number;
}

export type SimpleField = TextField | DateField | ChoiceField | ScaleField;
export type Field = SimpleField | ListField | TreeField;

export const DEFAULT_MAX_LENGTH = 4000;
export const NOTE_MAX_LENGTH = 1000;
/** Most items that a list takes: what an LMS can still hold. */
export const LIST_MAXIMUM = 60;
const TREE_MAXIMUM = 150;

/** All fields of an exercise in the order in which they are asked. */
export function fieldsOf(exercise: Exercise, course: Pick<Course, 'programmes'>): Field[] {
  const at = (local: string): FieldId => `${exercise.id}.${local}`;
  switch (exercise.kind) {
    case 'training-programme':
      return [
        choice(
          at('programme'),
          { id: 'programme', label: exercise.programmeLabel },
          course.programmes.map(({ id, title }) => ({ id, label: title })),
          false,
        ),
        list(at('log'), exercise.log.label, 1, [
          { type: 'date', id: 'date', label: exercise.log.date.label, required: true, private: Boolean(exercise.log.date.private) },
          text('what', exercise.log.what),
          choice(
            'touched',
            exercise.log.touched,
            exercise.classes.map((id) => ({ id, label: id })),
            true,
          ),
          text('noticed', exercise.log.noticed),
        ]),
        text(at('agreed'), exercise.agreed),
      ];
    case 'channel-assessment': {
      const row = (prefix: string, required: boolean): SimpleField[] => [
        ...scale(`${prefix}skill`, exercise.skill, required),
        ...scale(`${prefix}presence`, exercise.presence, required),
        text(`${prefix}development`, { ...exercise.development, optional: true }),
      ];
      return [
        ...exercise.channels.flatMap((channel): Field[] => {
          if (!channel.several)
            return row(at(`${channel.id}.`), true).map((field) => ({ ...field, label: `${channel.label}: ${field.label}` }));
          const name = text('name', { id: 'name', label: channel.several.name, maxLength: 100 });
          return [list(at(channel.id), channel.label, 0, [name, ...row('', false)])];
        }),
        text(at('help'), { ...exercise.help, optional: true }),
      ];
    }
    case 'colleague-strengths':
      return [
        text(at('talk'), exercise.talk),
        list(at('strengths'), exercise.strengths.label, exercise.strengths.minimum, [text('strength', exercise.strengths.strength)]),
        text(at('presenting'), exercise.presenting),
        text(at('meaning'), exercise.meaning),
      ];
    case 'user-ideas':
      return [
        list(at('ideas'), exercise.ideasLabel, exercise.minimum, [
          text('who', exercise.who),
          choice('channel', exercise.channel, exercise.channel.options, false),
          choice('sort', exercise.sort, exercise.sort.options, false),
          text('what', exercise.what),
          text('response', exercise.response),
        ]),
      ];
    case 'service-path':
      return [
        text(at('group'), exercise.group),
        choice(at('channels'), exercise.channels, exercise.channels.options, true),
        choice(at('contact'), exercise.contact, exercise.contact.options, true),
        ...exercise.phases.flatMap((phase) =>
          phase.steps.flatMap((step): Field[] => [
            text(at(step.id), step),
            choice(at(`${step.id}.marks`), { id: 'marks', label: step.label, optional: true, ...flag(step) }, exercise.marks, true),
            ...exercise.marks.map((mark) => ({
              ...text(at(`${step.id}.${mark.id}`), {
                id: mark.id,
                label: `${step.label} – ${mark.label}`,
                optional: true,
                maxLength: NOTE_MAX_LENGTH,
                ...flag(step),
              }),
              askedWith: { choice: at(`${step.id}.marks`), option: mark.id },
            })),
          ]),
        ),
      ];
    case 'stakeholder-map':
      return [
        {
          type: 'tree',
          id: at('map'),
          label: exercise.title,
          required: true,
          private: false,
          branches: exercise.branches.map(({ id, label }) => ({ id, label })),
          node: text('text', { id: 'text', label: exercise.title, maxLength: 200 }),
          maximum: TREE_MAXIMUM,
        },
      ];
    case 'reflection':
      return exercise.questions.map((question) => text(at(question.id), question));
    case 'customer-profiles':
      return [
        list(at('profiles'), exercise.profilesLabel, exercise.minimum, [
          text('name', exercise.name),
          text('ways', exercise.ways),
          text('channels', exercise.channels),
          text('ensuring', exercise.ensuring),
        ]),
      ];
    case 'orientation-guide':
      return [
        text(at('heading'), { ...exercise.heading, maxLength: exercise.heading.maxLength ?? 120 }),
        text(at('text'), exercise.text),
        choice(at('notice'), { ...exercise.notice, optional: true }, exercise.notice.options, true),
        choice(at('act'), { ...exercise.act, optional: true }, exercise.act.options, true),
      ];
  }
}

/** The ids of a course's lists and trees. */
export function listIdsOf(course: Course): FieldId[] {
  const fields = exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course));
  return fields.filter(({ type }) => type === 'list' || type === 'tree').map(({ id }) => id);
}

/** Whether the learner is asked the question at all, by what she has picked before it. */
export function isAsked(field: Field, answers: Answers): boolean {
  return field.type !== 'text' || !field.askedWith || pickedOf(answers, field.askedWith.choice).includes(field.askedWith.option);
}

/** The same field as it stands in one item of a list. */
export function inItem<F extends SimpleField>(list: FieldId, item: string, field: F): F {
  return { ...field, id: itemFieldId(list, item, field.id) };
}

function text(id: FieldId, question: Question): TextField {
  return {
    type: 'text',
    id,
    label: question.label,
    required: !question.optional,
    private: Boolean(question.private),
    maxLength: question.maxLength ?? DEFAULT_MAX_LENGTH,
  };
}

function choice(id: FieldId, question: Question, options: readonly Option[], several: boolean): ChoiceField {
  return { type: 'choice', id, label: question.label, required: !question.optional, private: Boolean(question.private), options, several };
}

function scale(id: FieldId, question: ScaleQuestion, required: boolean): SimpleField[] {
  const secret = flag(question);
  return [
    { type: 'scale', id, label: question.label, required, private: Boolean(question.private), steps: question.steps },
    text(`${id}_note`, { id, label: `${question.label} – ${question.note}`, optional: true, maxLength: NOTE_MAX_LENGTH, ...secret }),
  ];
}

function list(id: FieldId, label: string, minimum: number, fields: readonly SimpleField[]): ListField {
  return {
    type: 'list',
    id,
    label,
    required: minimum > 0,
    private: fields.every((field) => field.private),
    fields,
    minimum,
    maximum: LIST_MAXIMUM,
  };
}

function flag(question: { readonly private?: boolean }): { private?: boolean } {
  return question.private ? { private: true } : {};
}
