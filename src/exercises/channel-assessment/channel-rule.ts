/** Where a learner stands with each channel, and what the exercise still needs: by today's rule, and by the rule of version 1.0.0. */
import { hasAnswers, isAnswered, pickedOf, textOf, type AnswerChanges, type Answers, type FieldId } from '../../course/answers.ts';
import type { Need } from '../../course/completion-rules.ts';
import { itemFieldId, itemsOf } from '../../course/list-items.ts';
import type { Asked } from '../exercise-kind.ts';
import type { Channel, ChannelAssessment } from './definition.ts';
import { CELLS, mineField, NOTE, notMineField, type Cell } from './ids.ts';

/** not-mine: no part of her work; done: nothing is missing; begun: something is there; chosen: she serves there; open: she has not said. */
export type ChannelState = 'not-mine' | 'done' | 'begun' | 'chosen' | 'open';

export function channelState(exercise: ChannelAssessment, channel: Channel, answers: Answers): ChannelState {
  if (isAnswered(answers, notMineField(exercise, channel.id))) return 'not-mine';
  if (isDone(exercise, channel, answers)) return 'done';
  if (isBegun(exercise, channel, answers)) return 'begun';
  return pickedOf(answers, mineField(exercise)).includes(channel.id) ? 'chosen' : 'open';
}

/** She has said of any channel whether it is part of her work. */
export function isMarked(exercise: ChannelAssessment, answers: Answers): boolean {
  return isAnswered(answers, mineField(exercise)) || exercise.channels.some(({ id }) => isAnswered(answers, notMineField(exercise, id)));
}

/**
 * The channels that are hers because she begins the exercise with them, before she has said which are: it is then counted by what the task
 * says. What was begun in version 1.0.0 has answers already, and keeps the rule of that version.
 */
export function channelsBegunWith(exercise: ChannelAssessment, answers: Answers, changes: AnswerChanges): readonly string[] {
  if (hasAnswers(answers, exercise.id)) return [];
  const written = Object.keys(changes).filter((field) => changes[field] !== '');
  return exercise.channels.filter(({ id }) => written.some((field) => field.startsWith(`${exercise.id}.${id}.`))).map(({ id }) => id);
}

/** The channels in which she serves: those that she has picked, and those of which she has said anything. */
export function chosenChannels(exercise: ChannelAssessment, answers: Answers): string[] {
  return exercise.channels
    .filter((channel) => !['open', 'not-mine'].includes(channelState(exercise, channel, answers)))
    .map(({ id }) => id);
}

/** Channels of her work whose kinds she names herself, but has not: none at all, or one without its name. */
export function nameNeeds(exercise: ChannelAssessment, answers: Answers): Need[] {
  return exercise.channels.flatMap((channel): Need[] => {
    const { id, label, several } = channel;
    if (!several || ['open', 'not-mine'].includes(channelState(exercise, channel, answers))) return [];
    const list = `${exercise.id}.${id}`;
    const items = itemsOf(answers, list);
    if (items.length === 0) return [{ kind: 'items', field: list, label, count: 1, empty: true }];
    return items
      .map((item) => itemFieldId(list, item.id, 'name'))
      .filter((name) => !isAnswered(answers, name))
      .map((name) => ({ kind: 'answer', field: name, label: several.name }));
  });
}

/** What one row lacks. */
export function rowNeeds(exercise: ChannelAssessment, prefix: FieldId, label: string, answers: Answers): Need[] {
  return CELLS.filter((cell) => !isAnsweredCell(exercise, prefix, cell, answers)).map((cell) => cellNeed(exercise, prefix, cell, label));
}

/** Each channel is to be done or not part of her work, and one of them done. */
export function needsOfChannels(exercise: ChannelAssessment, { answers }: Asked): readonly Need[] {
  const states = exercise.channels.map((channel) => channelState(exercise, channel, answers));
  const missing = exercise.channels.flatMap((channel, index): Need[] => {
    const state = states[index];
    return state === 'done' || state === 'not-mine' ? [] : channelNeeds(exercise, channel, state === 'open', answers);
  });
  if (missing.length > 0 || states.includes('done')) return missing;
  return [{ kind: 'choose', field: mineField(exercise), label: exercise.mine.label }];
}

/**
 * The rule of version 1.0.0, by which everybody is counted who began in it and has not said since which channels are hers: each given channel
 * is needed, or one of any and a thought on what would help with the others.
 */
export function needsOfFirstRule(exercise: ChannelAssessment, { fields, needs, answers }: Asked): readonly Need[] {
  const developments = fields
    .filter(({ id }) => id.startsWith(exercise.id) && id.endsWith('.development') && !isAnswered(answers, id))
    .map(({ id, label }): Need => ({ kind: 'answer', field: id, label }));
  const missing = [...needs, ...developments];
  if (!isAnswered(answers, `${exercise.id}.help`)) return missing;
  const isWhole = (list: FieldId): boolean =>
    itemsOf(answers, list).some(({ id }) => ['name', ...CELLS].every((cell) => isAnswered(answers, itemFieldId(list, id, cell))));
  if (exercise.channels.some(({ id, several }) => several && isWhole(`${exercise.id}.${id}`))) return [];
  const perChannel = exercise.channels
    .filter(({ several }) => !several)
    .map(({ id }) => missing.filter(({ field }) => field.startsWith(`${exercise.id}.${id}.`)));
  // One whole channel is needed: the one that lacks least.
  return perChannel.reduce((least, one) => (one.length < least.length ? one : least), perChannel[0] ?? []);
}

function isDone(exercise: ChannelAssessment, channel: Channel, answers: Answers): boolean {
  return channelNeeds(exercise, channel, false, answers).length === 0;
}

/** @param open she has not said whether the channel is hers: of one whose kinds she names herself that is asked first */
function channelNeeds(exercise: ChannelAssessment, { id, label, several }: Channel, open: boolean, answers: Answers): Need[] {
  const prefix = `${exercise.id}.${id}`;
  if (!several) return rowNeeds(exercise, prefix, label, answers);
  const items = itemsOf(answers, prefix);
  if (items.length === 0 && open) return [{ kind: 'choose', field: mineField(exercise), label }];
  if (items.length === 0) return [{ kind: 'items', field: prefix, label, count: 1, empty: true }];
  return items.flatMap((item): Need[] => {
    const name = itemFieldId(prefix, item.id, 'name');
    const lacksName: Need[] = isAnswered(answers, name) ? [] : [{ kind: 'answer', field: name, label: several.name }];
    return [...lacksName, ...rowNeeds(exercise, `${prefix}.${item.id}`, textOf(answers, name).trim() || label, answers)];
  });
}

function isBegun(exercise: ChannelAssessment, { id, several }: Channel, answers: Answers): boolean {
  const prefix = `${exercise.id}.${id}`;
  if (several) return itemsOf(answers, prefix).length > 0;
  return [...CELLS, `skill${NOTE}`, `presence${NOTE}`].some((cell) => isAnswered(answers, `${prefix}.${cell}`));
}

/** A step counts while it is in the content. */
function isAnsweredCell({ skill, presence }: ChannelAssessment, prefix: FieldId, cell: Cell, answers: Answers): boolean {
  const field = `${prefix}.${cell}`;
  if (cell === 'development') return isAnswered(answers, field);
  return (cell === 'skill' ? skill : presence).steps.some(({ id }) => id === textOf(answers, field));
}

function cellNeed({ skill, presence, development }: ChannelAssessment, prefix: FieldId, cell: Cell, of: string): Need {
  const { label } = { skill, presence, development }[cell];
  return { kind: cell === 'development' ? 'answer' : 'choose', field: `${prefix}.${cell}`, label: `${of} – ${label}` };
}
