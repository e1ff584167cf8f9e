import { textOf, type Answers, type FieldId } from '../../course/answers.ts';
import { itemFieldId, itemsOf } from '../../course/list-field.ts';
import type { SimpleField } from '../../fields/field.ts';
import type { Written, WrittenPart } from '../../fields/field-type.ts';
import { textField } from '../../fields/text/definition.ts';
import type { Channel, ChannelAssessment } from './definition.ts';
import { NOT_MINE_OPTION, notMineField } from './ids.ts';
import { rowOf } from './row-fields.ts';

type Write = (field: SimpleField) => Written;

/** Stands where there is nothing to say. */
const NOTHING = '–';

/** All channels as one matrix: a row a channel, a scale with its note in one cell. What would help stands below. */
export function writtenChannels(exercise: ChannelAssessment, answers: Answers, write: Write): WrittenPart[] {
  const help = write(textField(`${exercise.id}.help`, { ...exercise.help, optional: true }));
  return [
    {
      type: 'entries',
      label: '',
      entries: exercise.channels.flatMap((channel) => channelRows(exercise, channel, answers, write)),
    },
    ...(help.answer === '' ? [] : [{ type: 'answer' as const, ...help }]),
  ];
}

function channelRows(exercise: ChannelAssessment, channel: Channel, answers: Answers, write: Write): Written[][] {
  const id = `${exercise.id}.${channel.id}`;
  const isNotMine = textOf(answers, notMineField(exercise, channel.id)) === NOT_MINE_OPTION;
  if (!channel.several) return [row(exercise, id, channel.label, isNotMine, write)];
  const items = itemsOf(answers, id).map(({ id: item }) =>
    row(exercise, `${id}.${item}`, textOf(answers, itemFieldId(id, item, 'name')).trim() || channel.label, false, write),
  );
  return items.length > 0 || !isNotMine ? items : [row(exercise, id, channel.label, true, write)];
}

function row(exercise: ChannelAssessment, prefix: FieldId, name: string, isNotMine: boolean, write: Write): Written[] {
  const [skill, skillNote, presence, presenceNote, development] = rowOf(exercise, `${prefix}.`, true).map(write) as [
    Written,
    Written,
    Written,
    Written,
    Written,
  ];
  const cells = [withNote(skill, skillNote), withNote(presence, presenceNote), { ...development, answer: development.answer || NOTHING }];
  const channel = { field: `${prefix}.name`, label: exercise.channelLabel, answer: name, private: false };
  if (!isNotMine) return [channel, ...cells];
  return [channel, ...cells.map((cell, index) => ({ ...cell, answer: cell.answer || (index === 0 ? exercise.notMine : NOTHING) }))];
}

function withNote(scale: Written, note: Written): Written {
  return { ...scale, answer: [scale.answer, note.answer].filter(Boolean).join('\n'), private: scale.private || note.private };
}
