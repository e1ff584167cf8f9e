/**
 * The form of a learner's state in the LRS, and its reading, which takes whatever LRSs make of it. Its body is what a page wrote as a whole;
 * beside it stands what pages have added since, each under keys of its own, so that no page ever writes over what another has added:
 * `k3x9/answers/b.colleague.talk`, `k3x9/revision`.
 */
import { note, type Answer, type FieldId } from '../../course/answers.ts';
import { isDay, stays } from '../../course/merge-answers.ts';

const FORMAT = 'aspa-ajokortti';
const VERSION = 1;
const ADDITION = /^([^/]+)\/(revision|answers|reported|unheard|times)(?:\/(.+))?$/;

/** What was reported, and as of when: interaction ids, `class:<id>`, `completed`, `progress`. */
export type Reported = Readonly<Record<string, number>>;

/** What a learner's document says, whoever wrote which part of it. */
export interface Held {
  readonly answers: ReadonlyMap<FieldId, AddedAnswer>;
  /** Counts up; never goes back. */
  readonly revision: number;
  readonly reported: Reported;
  /** Statements that were sent, and of which no page knows whether they arrived; as `reported`. */
  readonly unheard: Reported;
  /** Active time in milliseconds, by session. */
  readonly times: Readonly<Record<string, number>>;
}

/** An answer, and what the page that added it has said of it. */
export interface AddedAnswer extends Answer {
  /** The time of the field's latest text by another page that the page had read; 0 where it had read none, undefined where it does not say. */
  readonly over?: number;
  /** That page, where it is known. */
  readonly page?: string;
}

/** Without the number of its requests (`k3x9-2`); '' where it is not known. */
export function pageOf({ page = '' }: AddedAnswer): string {
  return page.replace(/-\d+$/, '');
}

export interface ReadDocument {
  /** undefined where there is no document, or none of ours */
  readonly held: Held | undefined;
  /** Every answer that any page has written, those too that later ones have replaced. */
  readonly written: readonly (readonly [FieldId, AddedAnswer])[];
  /** Pages that have added something since the document was written as a whole. */
  readonly pages: ReadonlySet<string>;
  readonly additions: number;
  /** There is a document, but not one of ours. */
  readonly unreadable?: string;
}

type Json = Readonly<Record<string, unknown>>;

const NOTHING_READ: ReadDocument = { held: undefined, written: [], pages: new Set(), additions: 0 };
export const NOTHING_HELD: Held = { answers: new Map(), revision: 0, reported: {}, unheard: {}, times: {} };

/** The document written as a whole. */
export function wholeDocument({ answers, revision, reported, unheard, times }: Held): Json {
  const stored = Object.fromEntries(
    [...answers].map(([id, { text, at, over, page }]) => [id, over === undefined ? [text, at] : [text, at, over, page]]),
  );
  return { format: FORMAT, version: VERSION, revision, answers: stored, reported, unheard, times };
}

/**
 * What a page adds to the document, its time with it. The revision goes up with her words only.
 * @param page no other page's
 * @param held what the document is known to hold
 * @param over as `AddedAnswer` says it
 */
export function additionsOf(page: string, wanted: Held, held: Held, over: (id: FieldId) => number): Json {
  const { revision } = heldAfter(wanted, held);
  const added: Record<string, unknown> = { format: FORMAT, version: VERSION, [`${page}/revision`]: revision };
  for (const [id, { text, at }] of newAnswers(wanted, held)) added[`${page}/answers/${id}`] = [text, at, over(id)];
  for (const section of ['reported', 'unheard', 'times'] as const) {
    for (const [key, number] of Object.entries(newNumbers(section, wanted, held))) added[`${page}/${section}/${key}`] = number;
  }
  return added;
}

/** What the document holds with what was added. One that begins has the page's revision. */
export function heldAfter(wanted: Held, held: Held): Held {
  const after = mergeHeld(held, wanted);
  return held.revision === 0 || newAnswers(wanted, held).length > 0 ? after : { ...after, revision: held.revision };
}

/** Whether the document lacks anything of the learner's; her time and the revision alone are not worth a request. */
export function isMore(wanted: Held, held: Held): boolean {
  if (newAnswers(wanted, held).length > 0) return true;
  return (['reported', 'unheard'] as const).some((section) => Object.keys(newNumbers(section, wanted, held)).length > 0);
}

/** Whether there is anything for which a document is begun: more than the place where she is. */
export function isWorthBeginning({ answers, reported, unheard }: Held): boolean {
  const isHers = [...answers].some(([id, { text }]) => id !== note.place && text !== '');
  return isHers || Object.keys({ ...reported, ...unheard }).length > 0;
}

/** The same with her time. */
export function hasAll(held: Held, wanted: Held): boolean {
  return !isMore(wanted, held) && Object.keys(newNumbers('times', wanted, held)).length === 0;
}

function newAnswers(wanted: Held, held: Held): (readonly [FieldId, Answer])[] {
  return [...wanted.answers].filter(([id, answer]) => {
    const there = held.answers.get(id);
    return !there || isLater(id, answer, there);
  });
}

function newNumbers(section: 'reported' | 'unheard' | 'times', wanted: Held, held: Held): Reported {
  const numbers = news(wanted[section], held[section]);
  return section === 'unheard' ? news(numbers, held.reported) : numbers;
}

/** Field by field: the later change, the larger number. */
export function mergeHeld(first: Held, second: Held): Held {
  const answers = new Map(first.answers);
  for (const [id, answer] of second.answers) {
    const there = answers.get(id);
    if (!there || isLater(id, answer, there)) answers.set(id, answer);
  }
  const reported = larger(first.reported, second.reported);
  return {
    answers,
    revision: Math.max(first.revision, second.revision),
    reported,
    // What is known to have arrived is not unheard of any more.
    unheard: news(larger(first.unheard, second.unheard), reported),
    times: larger(first.times, second.times),
  };
}

/** @param content the parsed document; undefined where there is none */
export function readDocument(content: unknown): ReadDocument {
  if (isEmptyAnswer(content)) return NOTHING_READ;
  if (!isOurs(content)) {
    const unreadable = typeof content === 'string' ? content : JSON.stringify(content);
    return { ...NOTHING_READ, unreadable };
  }
  const { revision, answers, reported, unheard, times, ...rest } = content;
  const body = heldIn({ revision, answers, reported, unheard, times });
  const pages = pagesIn(rest);
  const all = [body, ...[...pages].map(([page, part]) => heldIn(part, page))];
  return {
    held: all.reduce(mergeHeld),
    written: all.flatMap((part) => [...part.answers]),
    pages: new Set(pages.keys()),
    additions: Object.keys(rest).filter((key) => ADDITION.test(key)).length,
  };
}

function isOurs(content: unknown): content is Json {
  if (!isObject(content)) return false;
  const { format, version, answers = {} } = content as Json;
  // Without a body where what a page added was the first to arrive.
  return format === FORMAT && version === VERSION && (isObject(answers) || isEmptyList(answers));
}

/** What each page has added, in the form of the body. */
function pagesIn(rest: Json): Map<string, Record<string, unknown>> {
  const pages = new Map<string, Record<string, unknown>>();
  for (const [key, value] of Object.entries(rest)) {
    const [, page, section = '', name] = ADDITION.exec(key) ?? [];
    if (page === undefined) continue;
    const its = pages.get(page) ?? {};
    pages.set(page, its);
    if (name === undefined) its[section] = value;
    else its[section] = { ...(its[section] as Json | undefined), [name]: value };
  }
  return pages;
}

/** @param page whose part it is; of the body each answer says it */
function heldIn({ revision, answers, reported, unheard, times }: Json, page?: string): Held {
  return {
    answers: answersIn(answers, page),
    revision: isFiniteNumber(revision) ? revision : 0,
    reported: numbersIn(reported),
    unheard: numbersIn(unheard),
    times: numbersIn(times),
  };
}

function answersIn(answers: unknown, ofPage: string | undefined): ReadonlyMap<FieldId, AddedAnswer> {
  return new Map(
    entriesOf(answers).flatMap(([id, answer]) => {
      const [text, at, over, page = ofPage] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
      if (typeof text !== 'string' || typeof at !== 'number') return [];
      return [
        [
          id,
          {
            text,
            at: isFiniteNumber(at) ? at : 0,
            ...(isFiniteNumber(over) ? { over } : {}),
            ...(typeof page === 'string' ? { page } : {}),
          },
        ] as const,
      ];
    }),
  );
}

function numbersIn(section: unknown): Readonly<Record<string, number>> {
  return Object.fromEntries(entriesOf(section).filter((entry): entry is [string, number] => isFiniteNumber(entry[1])));
}

/** An empty object comes back as an empty list where the LRS is written in PHP (Chamilo). */
function entriesOf(section: unknown): [string, unknown][] {
  return isObject(section) ? Object.entries(section) : [];
}

/** Of the same millisecond, which a text has from another that it was merged with, all readers choose the same text as a merge does. */
export function isLater(id: FieldId, answer: Answer, other: Answer): boolean {
  // Of days on which something was reached the first stays, whenever it was written.
  if (isDay(id)) return (answer.text !== other.text || answer.at !== other.at) && stays(id, answer, other);
  return answer.at !== other.at ? answer.at > other.at : answer.text !== other.text && stays(id, answer, other);
}

function larger(first: Reported, second: Reported): Reported {
  return { ...first, ...news(second, first) };
}

/** What is larger than there, or not there at all. */
function news(numbers: Reported, there: Reported): Reported {
  return Object.fromEntries(Object.entries(numbers).filter(([key, number]) => !((there[key] ?? -Infinity) >= number)));
}

/** Nothing, or the `{"success":true}` with which one LMS answers for a document it does not know. */
function isEmptyAnswer(content: unknown): boolean {
  if (content === undefined || content === null || content === '' || isEmptyList(content)) return true;
  return isObject(content) && Object.keys(content).every((key) => key === 'success');
}

/** JSON's `1e999` is read as infinite: it would win every merge, and be lost when it is written again. */
function isFiniteNumber(value: unknown): value is number {
  return Number.isFinite(value);
}

function isEmptyList(content: unknown): boolean {
  return Array.isArray(content) && content.length === 0;
}

function isObject<T>(value: T): value is T & object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
