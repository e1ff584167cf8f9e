import { isAnswered, textOf, type Answers, type FieldId } from '../../course/answers.ts';
import type { ScaleQuestion } from '../../course/course.ts';
import { itemFieldId, itemsOf } from '../../course/list-items.ts';
import type { ChannelAssessment } from './definition.ts';
import { CELLS, notMineField, type Cell } from './ids.ts';

/** One channel with what the learner said of it: a row of the assessment, of its picture and of the same in words. */
export interface ChannelRow {
  /** The channel's own fields are `<prefix>.skill` and so on. */
  readonly prefix: FieldId;
  readonly label: string;
  /** Steps reached on each scale, 0 where it was not assessed. */
  readonly skill: number;
  readonly presence: number;
  readonly development: string;
  /** Cells without an answer. */
  readonly empty: readonly Cell[];
}

/** All channels in their order, those that the learner named herself in the place of "which?". */
export function channelRows(exercise: ChannelAssessment, answers: Answers, unnamed: string): ChannelRow[] {
  return exercise.channels.flatMap(({ id, label, several }) => {
    const at = `${exercise.id}.${id}`;
    if (!several) return [channelRow(exercise, answers, at, label)];
    return itemsOf(answers, at).map((item) => {
      const name = textOf(answers, itemFieldId(at, item.id, 'name')).trim();
      return channelRow(exercise, answers, `${at}.${item.id}`, name || unnamed);
    });
  });
}

/** The same without the channels that are none of her work, whatever she has said of them before. */
export function ownRows(exercise: ChannelAssessment, answers: Answers, unnamed: string): ChannelRow[] {
  const away = exercise.channels.map(({ id }) => id).filter((id) => isAnswered(answers, notMineField(exercise, id)));
  return channelRows(exercise, answers, unnamed).filter(
    ({ prefix }) => !away.some((id) => `${prefix}.`.startsWith(`${exercise.id}.${id}.`)),
  );
}

/** Nothing was said of the channel yet. */
export function isUnassessed(row: ChannelRow): boolean {
  return row.empty.length === CELLS.length;
}

function channelRow(exercise: ChannelAssessment, answers: Answers, prefix: FieldId, label: string): ChannelRow {
  const skill = stepOf(exercise.skill, textOf(answers, `${prefix}.skill`));
  const presence = stepOf(exercise.presence, textOf(answers, `${prefix}.presence`));
  const filled = { skill: skill > 0, presence: presence > 0, development: isAnswered(answers, `${prefix}.development`) };
  return {
    prefix,
    label,
    skill,
    presence,
    development: textOf(answers, `${prefix}.development`).trim(),
    empty: CELLS.filter((cell) => !filled[cell]),
  };
}

function stepOf({ steps }: ScaleQuestion, id: string): number {
  return steps.findIndex((step) => step.id === id) + 1;
}
