import { isAnswered } from '../../course/answers.ts';
import { choiceField } from '../../fields/choice/definition.ts';
import type { Field } from '../../fields/field.ts';
import { listField } from '../../fields/list/definition.ts';
import { textField } from '../../fields/text/definition.ts';
import type { ExerciseDefinition, ExerciseOf } from '../exercise-kind.ts';
import { isMarked, needsOfChannels, needsOfFirstRule } from './channel-rule.ts';
import { doneBefore, mineField, NOT_MINE_OPTION, notMineField } from './ids.ts';
import { rowOf } from './row-fields.ts';
import type { schema } from './schema.ts';
import { writtenChannels } from './written-channels.ts';

export type ChannelAssessment = ExerciseOf<typeof schema>;
export type Channel = ChannelAssessment['channels'][number];

/** Each channel with one's skill, presence and development, and what would help with what stays empty. */
export const channelAssessment: ExerciseDefinition<ChannelAssessment> = {
  kind: 'channel-assessment',
  wide: true,
  fields: (exercise) => [
    choiceField(mineField(exercise), { ...exercise.mine, optional: true }, exercise.channels, true),
    ...exercise.channels.flatMap((channel): Field[] => {
      const id = `${exercise.id}.${channel.id}`;
      const notMine = choiceField(
        notMineField(exercise, channel.id),
        { label: `${channel.label}: ${exercise.mine.label}`, optional: true },
        [{ id: NOT_MINE_OPTION, label: exercise.notMine }],
        false,
      );
      if (!channel.several)
        return [notMine, ...rowOf(exercise, `${id}.`, true).map((field) => ({ ...field, label: `${channel.label}: ${field.label}` }))];
      const name = textField('name', { label: channel.several.name, maxLength: 100 });
      return [notMine, listField(id, channel.label, 0, [name, ...rowOf(exercise, '', false)])];
    }),
    textField(`${exercise.id}.help`, { ...exercise.help, optional: true }),
  ],
  // The label of a channel that the learner names herself is a question, "Other, which?", and no name.
  stepName: ({ channels }, local) => channels.find(({ id, several }) => id === local && !several)?.label,
  needs(exercise, asked) {
    const { answers } = asked;
    if (!isMarked(exercise, answers)) return needsOfFirstRule(exercise, asked);
    // Nothing that was done becomes undone by an answer to a later question.
    if (isAnswered(answers, doneBefore(exercise)) && needsOfFirstRule(exercise, asked).length === 0) return [];
    return needsOfChannels(exercise, asked);
  },
  notes: (exercise) => [doneBefore(exercise)],
  written: writtenChannels,
};
