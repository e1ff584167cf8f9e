/** What a learner's document in the LRS says, and what becomes of two that say different things. */
import { note, type Answer, type FieldId } from '../../course/answers.ts';
import { isDay, stays } from '../../course/merge-answers.ts';

/** What was reported, and as of when, as `Due` says it: interaction ids, `class:<id>`, `completed`, `progress`. */
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

export const NOTHING_HELD: Held = { answers: new Map(), revision: 0, reported: {}, unheard: {}, times: {} };

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

/** The same, but for marks: her place, and what was told. They go with the next words. */
export function isMoreThanMarks(wanted: Held, held: Held): boolean {
  const lacksAnswers = newAnswers(wanted, held).some(([id]) => id !== note.place);
  return lacksAnswers || Object.keys(newNumbers('unheard', wanted, held)).length > 0;
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

export function newAnswers(wanted: Held, held: Held): (readonly [FieldId, Answer])[] {
  return [...wanted.answers].filter(([id, answer]) => {
    const there = held.answers.get(id);
    return !there || isLater(id, answer, there);
  });
}

export function newNumbers(section: 'reported' | 'unheard' | 'times', wanted: Held, held: Held): Reported {
  const numbers = news(wanted[section], held[section]);
  return section === 'unheard' ? news(numbers, held.reported) : numbers;
}

/** Field by field: the later change, the larger number. */
export function mergeHeld(first: Held, second: Held): Held {
  const answers = new Map(first.answers);
  for (const [id, answer] of second.answers) {
    const there = answers.get(id);
    if (!there || isLater(id, answer, there) || isNamedLater(answer, there)) answers.set(id, answer);
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

/** Of the same millisecond, which a text has from another that it was merged with, all readers choose the same text as a merge does. */
export function isLater(id: FieldId, answer: Answer, other: Answer): boolean {
  // Of days on which something was reached the first stays, whenever it was written.
  if (isDay(id)) return (answer.text !== other.text || answer.at !== other.at) && stays(id, answer, other);
  return answer.at !== other.at ? answer.at > other.at : answer.text !== other.text && stays(id, answer, other);
}

/** The same words of the same moment, by pages of which all readers name the same one. */
function isNamedLater({ text, at, page = '' }: AddedAnswer, other: AddedAnswer): boolean {
  return text === other.text && at === other.at && page > (other.page ?? '');
}

function larger(first: Reported, second: Reported): Reported {
  return { ...first, ...news(second, first) };
}

/** What is larger than there, or not there at all. */
function news(numbers: Reported, there: Reported): Reported {
  return Object.fromEntries(Object.entries(numbers).filter(([key, number]) => !((there[key] ?? -Infinity) >= number)));
}
