import { isAnswered, type FieldId } from '../../course/answers.ts';
import type { Need } from '../../course/completion-rules.ts';
import type { ScaleQuestion } from '../../course/course.ts';
import { itemFieldId, itemsOf } from '../../course/list-field.ts';
import type { Field, SimpleField } from '../../fields/field.ts';
import { listField } from '../../fields/list/definition.ts';
import { scaleField } from '../../fields/scale/definition.ts';
import { NOTE_MAX_LENGTH, textField } from '../../fields/text/definition.ts';
import type { Asked, ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import type { schema } from './schema.ts';

export type ChannelAssessment = ExerciseOf<typeof schema>;
export type Channel = ChannelAssessment['channels'][number];

export const CELLS = ['skill', 'presence', 'development'] as const;
export type Cell = (typeof CELLS)[number];

/** A scale's note stands under the scale's id with this after it. */
export const NOTE = '_note';

/** Each channel with one's skill, presence and development, and what would help with what stays empty. */
export const channelAssessment: ExerciseDefinition<ChannelAssessment> = {
  kind: 'channel-assessment',
  wide: true,
  fields: (exercise) => [
    ...exercise.channels.flatMap((channel): Field[] => {
      const id = `${exercise.id}.${channel.id}`;
      if (!channel.several)
        return rowOf(exercise, `${id}.`, true).map((field) => ({ ...field, label: `${channel.label}: ${field.label}` }));
      const name = textField('name', { label: channel.several.name, maxLength: 100 });
      return [listField(id, channel.label, 0, [name, ...rowOf(exercise, '', false)])];
    }),
    textField(`${exercise.id}.help`, { ...exercise.help, optional: true }),
  ],
  needs(exercise, asked) {
    // What stays empty may stay so once the learner has thought about what would help there.
    const missing = [...asked.needs, ...developmentNeeds(exercise, asked)];
    if (!isAnswered(asked.answers, `${exercise.id}.help`)) return missing;
    const named = exercise.channels.filter(({ several }) => several).map(({ id }) => `${exercise.id}.${id}`);
    const isWhole = (list: FieldId): boolean =>
      itemsOf(asked.answers, list).some(({ id }) =>
        ['name', ...CELLS].every((cell) => isAnswered(asked.answers, itemFieldId(list, id, cell))),
      );
    if (named.some(isWhole)) return [];
    const ofChannel = (channel: string): Need[] => missing.filter(({ field }) => field.startsWith(`${exercise.id}.${channel}.`));
    const perChannel = exercise.channels.filter(({ several }) => !several).map(({ id }) => ofChannel(id));
    // One whole channel is needed: the one that lacks least.
    return perChannel.reduce((least, one) => (one.length < least.length ? one : least), perChannel[0] ?? []);
  },
};

function rowOf(exercise: ChannelAssessment, prefix: string, required: boolean): SimpleField[] {
  const withNote = (cell: 'skill' | 'presence'): SimpleField[] => {
    const id = `${prefix}${cell}`;
    return [scaleField(id, exercise[cell], required), textField(`${id}${NOTE}`, noteOf(exercise[cell]))];
  };
  return [...withNote('skill'), ...withNote('presence'), textField(`${prefix}development`, { ...exercise.development, optional: true })];
}

function noteOf({ label, note, private: isPrivate = false }: ScaleQuestion): Parameters<typeof textField>[1] {
  return { label: `${label} – ${note}`, optional: true, maxLength: NOTE_MAX_LENGTH, private: isPrivate };
}

function developmentNeeds({ id: exercise }: ChannelAssessment, { fields, answers }: Asked): Need[] {
  return fields
    .filter(({ id }) => id.startsWith(exercise) && id.endsWith('.development') && !isAnswered(answers, id))
    .map(({ id, label }) => ({ kind: 'answer', field: id, label }));
}
