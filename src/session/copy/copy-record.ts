/**
 * What this browser keeps of a learner's work in one attempt, as it stands in local storage and in the database, and how two such
 * records become one.
 *
 * A record knows which writings are in it: for each writer (a page with the course open in it), how often that writer had written.
 * A record that knows the last writing of another replaces it. So texts that were removed, and versions between which the learner has
 * chosen, stay gone, whatever arrives late or stands in the other store. Two records that do not know each other are merged field by field.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { mergeAnswers } from '../../course/merge-answers.ts';
import { crcOfText } from '../../tracking/state/crc32.ts';
import { NOTHING_ASKED, type AskedTexts } from './asked-texts.ts';
import type { CopyMark, OtherText, SealedText, StoredCopy, Unreadable } from './browser-copy.ts';
import { lastTried, SENT_MEANWHILE } from './found-work.ts';
import type { Origins } from './text-origins.ts';

/** The number of writings by writer. */
type Writings = Readonly<Record<string, number>>;

export interface CopyRecord {
  readonly writer: string;
  /** Milliseconds since 1970; below 0 as in `CopyRow`. */
  readonly writtenAt: number;
  readonly writings: Writings;
  /** Undefined where the texts were removed, or nothing was ever written. */
  readonly stored: StoredCopy | undefined;
  readonly mark: CopyMark | undefined;
  readonly others: readonly OtherText[];
  readonly unreadable: readonly Unreadable[];
  readonly sealed?: SealedText | undefined;
  /** Of which the LMS was seen at a launch to have a state (`work-of.ts`). */
  readonly work?: string | undefined;
}

const FORMAT = 2;
/** An older writer is taken for an unknown one: its record is merged once more. */
const KNOWN_WRITERS = 20;

export function emptyRecord(writer: string): CopyRecord {
  return { writer, writtenAt: 0, writings: {}, stored: undefined, mark: undefined, others: [], unreadable: [] };
}

/** The record with one more writing of its writer. */
export function writtenAnew(record: CopyRecord, writtenAt: number): CopyRecord {
  const { [record.writer]: count = 0, ...others } = record.writings;
  const [first = [], ...later] = Object.entries(others).map((entry) => [entry]);
  return {
    ...record,
    writtenAt,
    writings: Object.fromEntries([...first, ...later.slice(-KNOWN_WRITERS).flat(), [record.writer, count + 1]]),
  };
}

/** For where the sealed text has no room. It is no writing of its own: where the database has the last one with it, that one counts. */
export function withoutSealed({ writings, ...record }: CopyRecord): CopyRecord {
  const { [record.writer]: count = 1 } = writings;
  return { ...record, writings: { ...writings, [record.writer]: count - 1 }, sealed: undefined };
}

/** Whether `record` knows the last writing of `other`, and with it all that was in it. */
export function knows(record: CopyRecord, other: CopyRecord): boolean {
  return (record.writings[other.writer] ?? 0) >= (other.writings[other.writer] ?? 0);
}

/** All that is in the records, without what one of them knows to be gone; by the writer of the first. */
export function mergeRecords(mine: CopyRecord, ...others: readonly CopyRecord[]): CopyRecord {
  const all = [mine, ...others];
  const isKnown = (record: CopyRecord, index: number): boolean =>
    all.some((other, at) => at !== index && knows(other, record) && (at < index || !knows(record, other)));
  const current = all.filter((record, index) => !isKnown(record, index));
  const writings: Record<string, number> = {};
  for (const record of all)
    for (const [writer, count] of Object.entries(record.writings)) writings[writer] = Math.max(count, writings[writer] ?? 0);
  return { ...current.reduce(mergeUnknown), writer: mine.writer, writings };
}

/** Two records that do not know each other, field by field. */
function mergeUnknown(mine: CopyRecord, other: CopyRecord): CopyRecord {
  const { stored, losers } = mergeStored(mine, other);
  const sealed = newer(mine.sealed, other.sealed);
  return {
    ...mine,
    writtenAt: Math.max(mine.writtenAt, other.writtenAt),
    // What the pages of the one have sent says nothing of the words of the other, though both are this browser's.
    stored: stored && {
      ...stored,
      origins: undefined,
      isAsked: false,
      revision: Math.max(lastTried(mine), lastTried(other), sealed?.revision ?? 0) + SENT_MEANWHILE,
    },
    mark: newer(mine.mark, other.mark),
    others: distinct([...mine.others, ...other.others, ...losers], ([field, { text }]) => `${field} ${text}`),
    unreadable: distinct([...mine.unreadable, ...other.unreadable], ({ content }) => content),
    sealed,
  };
}

function newer<Saved extends { readonly revision: number }>(one: Saved | undefined, other: Saved | undefined): Saved | undefined {
  return (one?.revision ?? -1) >= (other?.revision ?? -1) ? one : other;
}

/** @returns the merged copy without a revision, and the texts that gave way and may be missed */
function mergeStored(mine: CopyRecord, other: CopyRecord): { readonly stored: StoredCopy | undefined; readonly losers: OtherText[] } {
  // The later one says where the learner was.
  const [later, earlier] = mine.writtenAt >= other.writtenAt ? [mine.stored, other.stored] : [other.stored, mine.stored];
  if (!later || !earlier) return { stored: later ?? earlier, losers: [] };
  const confirmedAt = Math.min(later.confirmedAt, earlier.confirmedAt);
  const agreed = confirmedAt || Infinity;
  const { answers, conflicts } = mergeAnswers(later.answers, earlier.answers, { own: agreed, other: agreed });
  return { stored: { answers, revision: 0, confirmedAt }, losers: conflicts.map(({ field, other: loser }) => [field, loser]) };
}

export function formatRecord(record: CopyRecord): string {
  const { stored } = record;
  return JSON.stringify({ format: FORMAT, ...record, stored: stored && storedEntries(stored) });
}

export function storedEntries({ answers, asked = NOTHING_ASKED, had = new Map(), origins, ...stored }: StoredCopy): object {
  return {
    ...stored,
    answers: entriesOf(answers),
    ...(asked.size > 0 ? { asked: Object.fromEntries(asked) } : {}),
    ...(had.size > 0 ? { had: Object.fromEntries(had) } : {}),
    origins: origins && { ...origins, here: Object.fromEntries(origins.here), replaced: Object.fromEntries(origins.replaced) },
  };
}

/** @returns undefined where it is no record, or one of a later version */
export function parseRecord(text: string): CopyRecord | undefined {
  const { format, writtenAt, writer, writings, stored, mark, others, unreadable, sealed, work } = fieldsOf(parsed(text));
  if (format !== FORMAT || typeof writtenAt !== 'number' || typeof writer !== 'string') return undefined;
  return {
    writer,
    writtenAt,
    writings: Object.fromEntries(Object.entries(fieldsOf(writings)).filter(isCount)),
    stored: storedFrom(stored),
    mark: markFrom(mark),
    others: listFrom(others).filter(isOther),
    unreadable: listFrom(unreadable).filter(isUnreadable),
    sealed: sealedFrom(sealed),
    work: typeof work === 'string' ? work : undefined,
  };
}

/** A record of something that has no writer: known again by what it says. */
export function recordOf(text: string, parts: Partial<CopyRecord>): CopyRecord {
  const writer = `text-${crcOfText(text)}`;
  return { ...emptyRecord(writer), writings: { [writer]: 1 }, ...parts };
}

/** A record with a text that could not be read as one. */
export function setAside(text: string): CopyRecord {
  return recordOf(text, { unreadable: [{ name: 'local-copy', content: text }] });
}

/** What a text says in JSON; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function storedFrom(value: unknown): StoredCopy | undefined {
  const { revision, confirmedAt, answers, asked, isAsked, had, hadRevision, unsent, origins } = fieldsOf(value);
  const read = answersFrom(answers);
  if (typeof revision !== 'number' || typeof confirmedAt !== 'number' || !read) return undefined;
  return {
    revision,
    confirmedAt,
    answers: read,
    ...(asked === undefined ? {} : { asked: askedFrom(asked) }),
    ...(isAsked === true ? { isAsked } : {}),
    ...(had === undefined ? {} : { had: countsFrom(had) }),
    ...(typeof hadRevision === 'number' ? { hadRevision } : {}),
    ...(unsent === undefined ? {} : { unsent: listFrom(unsent).filter((each) => typeof each === 'string') }),
    ...(origins === undefined ? {} : { origins: originsFrom(origins) }),
  };
}

function originsFrom(value: unknown): Origins {
  const { here, read, replaced } = fieldsOf(value);
  return { here: countsFrom(here), read: typeof read === 'string' ? read : undefined, replaced: askedFrom(replaced) };
}

function countsFrom(value: unknown): ReadonlyMap<FieldId, number> {
  return new Map(Object.entries(fieldsOf(value)).filter(isCount));
}

function askedFrom(value: unknown): AskedTexts {
  return new Map(
    Object.entries(fieldsOf(value)).map(([id, seconds]) => [id, listFrom(seconds).filter((each) => typeof each === 'number')]),
  );
}

export function markFrom(value: unknown): CopyMark | undefined {
  const { revision, tried, isWordless } = fieldsOf(value);
  if (typeof revision !== 'number') return undefined;
  return { revision, ...(typeof tried === 'number' ? { tried } : {}), ...(isWordless === true ? { isWordless } : {}) };
}

function sealedFrom(value: unknown): SealedText | undefined {
  const { text, revision, isSavedHere, saves } = fieldsOf(value);
  if (typeof text !== 'string' || typeof revision !== 'number') return undefined;
  return { text, revision, isSavedHere: isSavedHere === true, ...(typeof saves === 'string' ? { saves } : {}) };
}

/** Answers as JSON holds them. */
export function entriesOf(answers: Answers): Record<FieldId, Answer> {
  return Object.fromEntries([...answers].map(([id, { text, at }]) => [id, { text, at }]));
}

/** Answers out of JSON; what is not in the form of one is left out. */
export function answersFrom(value: unknown): Answers | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(
    Object.entries(value).flatMap(([id, answer]) => (isAnswer(answer) ? [[id, { text: answer.text, at: answer.at }] as const] : [])),
  );
}

export function listFrom(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isOther(value: unknown): value is OtherText {
  return Array.isArray(value) && typeof value[0] === 'string' && isAnswer(value[1]);
}

export function isUnreadable(value: unknown): value is Unreadable {
  const { name, content } = fieldsOf(value);
  return typeof name === 'string' && typeof content === 'string';
}

function isAnswer(value: unknown): value is Answer {
  const { text, at } = fieldsOf(value);
  return typeof text === 'string' && typeof at === 'number' && Number.isFinite(at);
}

export function fieldsOf(value: unknown): Record<string, unknown> {
  return { ...(value as Record<string, unknown>) };
}

function isCount(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === 'number';
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
