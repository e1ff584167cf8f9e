import { textOf, type Answers, type FieldId } from '../../course/answers.ts';
import { itemFieldId, itemsOf } from '../../course/list-items.ts';
import type { SimpleField } from '../../fields/field.ts';
import type { Written, WrittenPart } from '../../fields/field-type.ts';
import { textField } from '../../fields/text/definition.ts';
import type { Channel, ChannelAssessment } from './definition.ts';
import { mineField, NOT_MINE_OPTION, notMineField } from './ids.ts';
import { rowOf } from './row-fields.ts';

type Write = (field: SimpleField) => Written;

/** Stands where there is nothing to say. */
const NOTHING = '–';

/**
 * Her channels as one matrix: a row a channel, a scale with its note in one cell. Below it stand, by their names, those that are none of her
 * work – one of them is a row too where she has written of it – and what would help.
 */
export function writtenChannels(exercise: ChannelAssessment, answers: Answers, write: Write): WrittenPart[] {
  const help = write(textField(`${exercise.id}.help`, { ...exercise.help, optional: true }));
  const notMine = exercise.channels.filter(({ id }) => textOf(answers, notMineField(exercise, id)) === NOT_MINE_OPTION);
  const names = notMine.map(({ label }) => label).join(', ');
  const entries = exercise.channels.flatMap((channel) => channelRows(exercise, channel, notMine.includes(channel), answers, write));
  return [
    ...(entries.length === 0 && names !== '' ? [] : [{ type: 'entries' as const, label: '', entries }]),
    ...(names === ''
      ? []
      : [{ type: 'answer' as const, field: mineField(exercise), label: exercise.notMine, answer: names, private: false }]),
    ...(help.answer === '' ? [] : [{ type: 'answer' as const, ...help }]),
  ];
}

function channelRows(exercise: ChannelAssessment, channel: Channel, isNotMine: boolean, answers: Answers, write: Write): Written[][] {
  const id = `${exercise.id}.${channel.id}`;
  if (!channel.several) return isNotMine && !isWritten(exercise, id, write) ? [] : [row(exercise, id, channel.label, write)];
  return itemsOf(answers, id).map(({ id: item }) =>
    row(exercise, `${id}.${item}`, textOf(answers, itemFieldId(id, item, 'name')).trim() || channel.label, write),
  );
}

/** She has said something of a channel. */
function isWritten(exercise: ChannelAssessment, prefix: FieldId, write: Write): boolean {
  return rowOf(exercise, `${prefix}.`, true).some((field) => write(field).answer !== '');
}

function row(exercise: ChannelAssessment, prefix: FieldId, name: string, write: Write): Written[] {
  const [skill, skillNote, presence, presenceNote, development] = rowOf(exercise, `${prefix}.`, true).map(write) as [
    Written,
    Written,
    Written,
    Written,
    Written,
  ];
  const cells = [withNote(skill, skillNote), withNote(presence, presenceNote), { ...development, answer: development.answer || NOTHING }];
  const channel = { field: `${prefix}.name`, label: exercise.channelLabel, answer: name, private: false };
  return [channel, ...cells];
}

function withNote(scale: Written, note: Written): Written {
  return { ...scale, answer: [scale.answer, note.answer].filter(Boolean).join('\n'), private: scale.private || note.private };
}
