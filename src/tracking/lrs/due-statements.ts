/** Which statements a snapshot makes due: what the LRS has not acknowledged of answers, how far the learner is, classes and completion. */
import { note, textOf, type Answers } from '../../course/answers.ts';
import type { Held, Reported } from './held.ts';
import { answeredStatement, classEarned, completed, progressed, type StatementContext } from './statements.ts';
import { crcOfText } from '../state/crc32.ts';
import type { Interaction, Snapshot } from '../tracker.ts';
import type { Result, Statement } from './xapi-types.ts';

/** Answers are reported once one of them is settled, that is unchanged for so long: a sentence, not its letters. */
export const SETTLED_AFTER_MS = 20_000;
/** The same of one at which she still is: a row of a list that she fills in is told once, not field by field. */
const AT_HAND_AFTER_MS = 120_000;
/** Others go with it that are unchanged for so long: she is at the next question by then. */
const GOES_ALONG_AFTER_MS = 5_000;
/** `progress` is remembered as its time and its percent in one number, so that the later of two is the larger. */
const PROGRESS_FACTOR = 1_000;

export interface DueOptions {
  readonly context: StatementContext;
  /** What the learner's state is known to say of what was reported, or sent, whichever page did so. */
  readonly known: () => Pick<Held, 'reported' | 'unheard'>;
  /** Whether another page has written what this one does not show; of one that leaves, whether that may be. */
  readonly isBehind: (event: 'stays' | 'leaving') => boolean;
  /** False in Browse and Review, where no statement that counts may be sent (cmi5 10.0, launchMode). */
  readonly reportsCompletion: boolean;
  /** The score that goes with `completed`, if any. */
  readonly score?: Result['score'];
  /** What the standard adds to `completed`. */
  readonly finish: (completed: Statement) => Statement;
  /** Active milliseconds in the registration, those of this session too. */
  readonly totalTime: (snapshot: Snapshot) => number;
  readonly now: () => number;
}

export interface Due {
  readonly key: string;
  readonly at: number;
  readonly statement: Statement;
  /** Goes in a request of its own: a batch is refused as a whole for one bad statement. */
  readonly counts: boolean;
}

export class DueStatements {
  readonly #options: DueOptions;
  readonly #isLeftOut: (statement: Statement, isParting: boolean) => boolean;
  /** Answers with a time that is still to come, and when this page saw them first; by field. */
  readonly #seenAhead = new Map<string, { readonly at: number; readonly since: number }>();
  #reported: Reported;

  /** @param isLeftOut whether a statement is under way, or not tried any more; `isParting`: one that counts, of a page that may be gone */
  constructor(options: DueOptions, reported: Reported, isLeftOut: (statement: Statement, isParting: boolean) => boolean) {
    this.#options = options;
    this.#reported = reported;
    this.#isLeftOut = isLeftOut;
  }

  /** What the LRS has acknowledged. */
  get reported(): Reported {
    return this.#reported;
  }

  acknowledged({ key, at }: Due): void {
    this.#reported = { ...this.#reported, [key]: at };
  }

  /** @param which all: answers too that were changed a moment ago; leaving: all that a page tells which may be gone in the next moment */
  of(snapshot: Snapshot, which: 'settled' | 'all' | 'leaving'): Due[] {
    const { context, now, known, isBehind, reportsCompletion, score, finish, totalTime } = this.#options;
    const due: Due[] = this.#answers(snapshot, which).map((interaction) => ({
      key: interaction.id,
      at: asOf(interaction),
      statement: answeredStatement(context, interaction),
      counts: false,
    }));
    const percent = Math.round(snapshot.share * 100);
    // Some LMSs take the score from the latest `progressed`, after `completed` too: a page that is behind another browser's would lower it.
    const knowsHowFar = !isBehind(which === 'leaving' ? 'leaving' : 'stays');
    // A save that was overtaken does not know yet.
    const isComplete = snapshot.complete || (this.#reported['completed'] ?? known().reported['completed']) !== undefined;
    if (reportsCompletion && !isComplete && knowsHowFar && (this.#reported['progress'] ?? 0) % PROGRESS_FACTOR !== percent) {
      const at = lastChange(snapshot.answers);
      due.push({
        key: 'progress',
        at: at * PROGRESS_FACTOR + percent,
        statement: progressed(context, snapshot.share, at),
        counts: false,
      });
    }
    for (const status of snapshot.classes) {
      if (status.earned) due.push({ key: `class:${status.id}`, at: 1, statement: classEarned(context, status, now()), counts: true });
    }
    if (reportsCompletion && snapshot.complete) {
      const at = Date.parse(textOf(snapshot.answers, note.completed)) || now();
      due.push({ key: 'completed', at: 1, statement: finish(completed(context, at, totalTime(snapshot), score)), counts: true });
    }
    return due.filter(
      ({ key, at, statement, counts }) => !this.#isTold(key, at) && !this.#isLeftOut(statement, counts && which === 'leaving'),
    );
  }

  /** Earlier releases noted of an answer the time alone. */
  #isTold(key: string, at: number): boolean {
    return this.#reported[key] === at || this.#reported[key] === Math.floor(at);
  }

  #answers({ interactions, place }: Snapshot, which: 'settled' | 'all' | 'leaving'): readonly Interaction[] {
    const { reported, unheard } = this.#options.known();
    const lastTold = (id: string): number => Math.max(...[unheard, reported, this.#reported].map((told) => told[id] ?? 0));
    // What the LRS may have of an answer is taken back where she has deleted it since, though that may have been sent; a page that does not show it yet
    // takes back nothing.
    const isDeleted = (one: Interaction): boolean => lastTold(one.id) > 0 && asOf(one) >= lastTold(one.id);
    const news = interactions.filter((one) => (one.response.length > 0 || isDeleted(one)) && !this.#isTold(one.id, asOf(one)));
    if (which !== 'settled') return news;
    const areSettled = news.some((answer) => this.#settlesIn(answer, place) <= 0);
    return areSettled ? news.filter((answer) => this.#restsFor(answer) >= GOES_ALONG_AFTER_MS) : [];
  }

  #settlesIn(answer: Interaction, place: string): number {
    return (isAt(place, answer.id) ? AT_HAND_AFTER_MS : SETTLED_AFTER_MS) - this.#restsFor(answer);
  }

  /** Milliseconds for which it is unchanged. One that was written by a clock that is ahead rests since this page has seen it first. */
  #restsFor({ id, at }: Interaction): number {
    const now = this.#options.now();
    if (at <= now) return now - at;
    const seen = this.#seenAhead.get(id);
    if (seen?.at === at) return now - seen.since;
    this.#seenAhead.set(id, { at, since: now });
    return 0;
  }

  /** Milliseconds until something more is due though nothing changes; undefined where nothing is. */
  dueIn(snapshot: Snapshot): number | undefined {
    const due = this.of(snapshot, 'all');
    if (due.length === 0) return undefined;
    const answers = this.#answers(snapshot, 'all');
    const next = Math.min(...answers.map((answer) => this.#settlesIn(answer, snapshot.place)));
    // What is due and was not taken is tried again then, too.
    const hasOthers = due.some(({ key }) => answers.every(({ id }) => id !== key));
    return next > 0 && (next < SETTLED_AFTER_MS || !hasOthers) ? next : SETTLED_AFTER_MS;
  }
}

/**
 * When it was changed last, and between two milliseconds in what words: a row that another computer wrote before that, and that comes later, makes
 * the list another answer of the same time.
 */
function asOf({ at, response }: Interaction): number {
  return at + ((crcOfText(response.join()) % 999) + 1) / 1_000;
}

/** Whether the learner is where this is answered: its exercise, its step, a row of it. */
function isAt(place: string, id: string): boolean {
  const [, exercise] = place.split('/');
  return exercise !== undefined && (`${id}.`.startsWith(`${exercise}.`) || exercise.startsWith(`${id}.`));
}

function lastChange(answers: Answers): number {
  return Math.max(0, ...[...answers].filter(([id]) => !id.startsWith('@')).map(([, { at }]) => at));
}
