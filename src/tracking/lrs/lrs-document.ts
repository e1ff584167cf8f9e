/**
 * The form of a learner's state in the LRS, and its reading, which takes whatever LRSs make of it. Its body is what a page wrote as a whole;
 * beside it stands what pages have added since, each under keys of its own, so that no page ever writes over what another has added:
 * `k3x9/answers/b%2Ecolleague%2Etalk`, `k3x9/revision`.
 */
import type { FieldId } from '../../course/answers.ts';
import { heldAfter, mergeHeld, newAnswers, newNumbers, type AddedAnswer, type Held } from './held.ts';

const FORMAT = 'aspa-ajokortti';
const VERSION = 1;
const ADDITION = /^([^/]+)\/(revision|answers|reported|unheard|times)(?:\/(.+))?$/;

/**
 * In what a page adds no name holds a dot: Learning Locker takes the dots of a posted key for a path into the document, and what it puts there
 * is not found again under the key. (In a body, which it takes as a whole, names are as they are.)
 */
const keyOf = (name: string): string => name.replaceAll('%', '%25').replaceAll('.', '%2E');
const nameOf = (key: string): string => key.replaceAll('%2E', '.').replaceAll('%25', '%');

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
  /** Such a one, and no JSON: it may have been cut off on its way. */
  readonly isCutOff?: true;
}

type Json = Readonly<Record<string, unknown>>;

const NOTHING_READ: ReadDocument = { held: undefined, written: [], pages: new Set(), additions: 0 };

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
 * @param held what the document was seen to hold
 * @param over as `AddedAnswer` says it
 */
export function additionsOf(page: string, wanted: Held, held: Held, over: (id: FieldId) => number): Json {
  const { revision } = heldAfter(wanted, held);
  const added: Record<string, unknown> = { format: FORMAT, version: VERSION, [`${page}/revision`]: revision };
  for (const [id, { text, at }] of newAnswers(wanted, held)) added[`${page}/answers/${keyOf(id)}`] = [text, at, over(id)];
  for (const section of ['reported', 'unheard', 'times'] as const) {
    for (const [key, number] of Object.entries(newNumbers(section, wanted, held))) added[`${page}/${section}/${keyOf(key)}`] = number;
  }
  return added;
}

/** @param content the parsed document; undefined where there is none */
export function readDocument(content: unknown): ReadDocument {
  if (isEmptyAnswer(content)) return NOTHING_READ;
  if (!isOurs(content)) {
    return typeof content === 'string'
      ? { ...NOTHING_READ, unreadable: content, isCutOff: true }
      : { ...NOTHING_READ, unreadable: JSON.stringify(content) };
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
    else its[section] = { ...(its[section] as Json | undefined), [nameOf(name)]: value };
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
