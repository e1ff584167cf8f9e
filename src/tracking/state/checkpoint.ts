/** What has been packed of a state already, and what of a later state it lacks (`state-packer.ts`). */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { inOrder, type PackedState } from './state-codec.ts';
import type { StateModel } from './state-model.ts';
import type { Heading, WriterMark } from './state-writer.ts';

/** The answers changed last stay outside of the checkpoint, so many letters of them: they are likely to change again. */
const RECENT_LETTERS = 1_200;

/** What has been packed of a state, and the model that has read it. */
export interface Checkpoint {
  readonly model: StateModel;
  /** undefined: nothing is written yet, not even the heading. */
  readonly mark: WriterMark | undefined;
  readonly heading: Heading;
  /** In the order in which they were written. */
  readonly records: readonly Difference[];
  /** What the records come to, in whole seconds. */
  readonly answers: Answers;
  /** Letters of all its records, superseded ones with them. */
  readonly letters: number;
}

/** A record that a checkpoint lacks: an answer, or the id of one that was removed. */
export type Difference = readonly [FieldId, Answer | undefined];

/** A checkpoint, and the records that a state has behind it. */
export interface ToGoOnFrom {
  readonly checkpoint: Checkpoint;
  readonly lacking: readonly Difference[];
}

/** The records of a whole text, behind the heading with which it began. */
export type Written = Pick<Checkpoint, 'heading' | 'records'>;

/** What a checkpoint comes to with further records. @param records `at` in whole seconds */
export function withRecords(from: Pick<Checkpoint, 'answers' | 'records' | 'letters'>, records: readonly Difference[]): typeof from {
  const answers = new Map(from.answers);
  let { letters } = from;
  for (const [id, answer] of records) {
    letters += id.length + (answer?.text.length ?? 0);
    if (answer) answers.set(id, answer);
    else answers.delete(id);
  }
  return { answers, records: [...from.records, ...records], letters };
}

/** Oldest first, without those changed last: at least one, and as many as have `RECENT_LETTERS`. */
export function olderOf(answers: Answers): readonly [FieldId, Answer][] {
  const ordered = inOrder(answers);
  let recent = 0;
  let count = ordered.length;
  while (count > 0 && recent < RECENT_LETTERS) recent += ordered[--count]?.[1].text.length ?? 0;
  return ordered.slice(0, count);
}

/** The records that a checkpoint lacks of a state. */
export function lackingIn({ answers }: Checkpoint, state: PackedState): Difference[] {
  return differences(answers, inOrder(state.answers), state.answers);
}

/** @param wanted in whole seconds, oldest first @param living ids that are not removed */
export function differences(written: Answers, wanted: readonly [FieldId, Answer][], living: Answers): Difference[] {
  const removed = [...written.keys()].filter((id) => !living.has(id)).map((id): Difference => [id, undefined]);
  const changed = wanted.filter(([id, { text, at }]) => {
    const before = written.get(id);
    return before?.text !== text || before.at !== at;
  });
  return [...removed, ...changed];
}

/** How many records two texts have in common from the beginning on. */
export function sharedRecords(first: Written, second: Written): number {
  if (first.heading !== second.heading) return 0;
  const differs = first.records.findIndex(([id, answer], at) => {
    const [otherId, other] = second.records[at] ?? [];
    return id !== otherId || answer?.text !== other?.text || answer?.at !== other?.at;
  });
  return differs < 0 ? first.records.length : differs;
}
