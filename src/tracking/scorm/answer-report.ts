/** What a SCORM LMS is told of the answers, for trainers and records: one interaction a question, and the days on which classes were earned. */
import type { MovedIds } from '../../course/moved-ids.ts';
import { earnedInteractionId, FROM_FILE } from '../../course/course-identifiers.ts';
import { MOST_BEACON_BYTES, type BeaconSize } from './beacon-size.ts';
import { readOrder, reportInteractions } from './interaction-report.ts';
import type { ResponseTrial } from './response-trial.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import type { Entry } from './scorm-model.ts';
import type { PackedState } from '../state/state-codec.ts';
import type { ClassStatus, Interaction, Snapshot } from '../tracker.ts';

/** What is remembered from one session to the next, in the state's notes. */
const NOTE = { order: 'questions', toldInFull: 'full' } as const;

export interface ReportOptions {
  readonly dialect: ScormDialect;
  readonly size: BeaconSize;
  /** Says how long a response may be. */
  readonly responses: ResponseTrial;
  /** The LMS writes responses into its requests as they are. */
  readonly unencoded: boolean;
  readonly moved: MovedIds;
  /** Of the state that was handed over. */
  readonly notes: ReadonlyMap<string, string> | undefined;
}

export class AnswerReport {
  readonly #options: ReportOptions;
  /** Ids of interactions by their index: a question keeps its own for ever. */
  #order: readonly string[];
  /** So many, from the first on, were told with question and time: an LMS's model keeps what it was given. */
  #toldInFull: number;

  constructor(options: ReportOptions) {
    this.#options = options;
    this.#order = readOrder(options.notes?.get(NOTE.order) ?? '', options.moved);
    this.#toldInFull = Number(options.notes?.get(NOTE.toldInFull) ?? this.#order.length);
  }

  /** What is packed: her answers, and what this report remembers from one session to the next. */
  stateOf({ answers, revision }: Snapshot): PackedState {
    return { answers, revision, notes: this.#notes };
  }

  get #notes(): ReadonlyMap<string, string> {
    const order = [NOTE.order, this.#order.join(' ')] as const;
    return new Map(this.#options.dialect.maySendWhole ? [order, [NOTE.toldInFull, String(this.#toldInFull)]] : [order]);
  }

  /** @param bytes most that all of it may take on the way. @returns the elements of each interaction, from the first on */
  entries(snapshot: Snapshot, bytes: number): readonly (readonly Entry[])[] {
    const { entries, order, isBrief } = this.#reported(snapshot, bytes);
    this.#order = order;
    if (!isBrief) this.#toldInFull = order.length;
    return entries;
  }

  /** Whether all of it takes no more than so many bytes on the way. */
  fits(snapshot: Snapshot, bytes: number): boolean {
    return this.#reported(snapshot, Infinity).entries.reduce((sum, entries) => sum + this.#sizeOf(entries), 0) <= bytes;
  }

  #reported(
    { classes, interactions, answers, withheld }: Snapshot,
    bytes: number,
  ): { readonly entries: readonly (readonly Entry[])[]; readonly order: readonly string[]; readonly isBrief: boolean } {
    const { dialect, responses, unencoded } = this.#options;
    const all = [...classes.map(earnedInteraction), ...interactions];
    const isBrief = dialect.maySendWhole && this.#sizeInFull(all) > MOST_BEACON_BYTES / 2;
    const entriesOf = (part: Parameters<ScormDialect['interaction']>[0]): readonly Entry[] =>
      dialect.interaction(part, isBrief && part.index >= this.#toldInFull ? 'brief' : 'full');
    const { parts, order } = reportInteractions(all, this.#order, new Map([...answers].filter(([id]) => !withheld.has(id))), {
      ...dialect.report,
      unencoded,
      length: responses.length,
      bytes,
      sizeOf: (part) => this.#sizeOf(entriesOf(part)),
    });
    return { entries: parts.map(entriesOf), order, isBrief };
  }

  /** What all questions would take with their descriptions and times, answered or not. */
  #sizeInFull(interactions: readonly Interaction[]): number {
    return interactions.reduce((sum, interaction, index) => {
      const part = { index, id: interaction.id, response: '', interaction: { ...interaction, at: Date.now() } };
      return sum + this.#sizeOf(this.#options.dialect.interaction(part, 'full'));
    }, 0);
  }

  #sizeOf(entries: readonly Entry[]): number {
    return entries.reduce((sum, [element, value]) => sum + this.#options.size.of(element, value), 0);
  }
}

/** The day on which a class was earned, for records: objectives have no dates. */
function earnedInteraction({ id, title, earnedAt, fromFile }: ClassStatus): Interaction {
  const response = earnedAt === undefined ? [] : [`${dayOf(earnedAt)}${fromFile ? FROM_FILE : ''}`];
  return { id: earnedInteractionId(id), type: 'text', description: title, response, at: earnedAt ?? 0 };
}

/** `2026-11-24` on this computer's calendar. */
function dayOf(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
