/** What a SCORM LMS is told of the answers, for trainers and records: one interaction a question, and the days on which classes were earned. */
import { earnedInteractionId, FROM_FILE, objectiveId } from '../../course/course-identifiers.ts';
import { MOST_BEACON_BYTES, type BeaconSize } from './beacon-size.ts';
import { isUncounted, notesOf, withoutInteractions, type InteractionList } from './interaction-list.ts';
import { placeOnly, reportInteractions, type ReportedPart } from './interaction-indexes.ts';
import { localTime } from './local-time.ts';
import type { ResponseTrial } from './response-trial.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import type { Entry } from './scorm-model.ts';
import type { PackedState } from '../state/state-codec.ts';
import type { ClassStatus, Interaction, Snapshot } from '../tracker.ts';

/** Of a beacon, for what she writes now: where less is left, what was found gives way. */
const LEAST_BYTES = 4_000;

export interface ReportOptions {
  readonly dialect: ScormDialect;
  readonly size: BeaconSize;
  /** Says how long a response may be. */
  readonly responses: ResponseTrial;
  /** The LMS writes responses into its requests as they are. */
  readonly unencoded: boolean;
  /** As it is at the launch. */
  readonly list: InteractionList;
}

interface Reported {
  readonly entries: readonly (readonly Entry[])[];
  /** The index of the first of them. */
  readonly first: number | undefined;
  readonly order: readonly string[];
  /** Bytes that those take which were found in the LMS and are not told. */
  readonly left: number;
  readonly isBrief: boolean;
}

export class AnswerReport {
  readonly #options: ReportOptions;
  #list: InteractionList;
  #hasEmoji = false;
  #withoutEmoji = false;

  constructor(options: ReportOptions) {
    this.#options = options;
    this.#list = options.list;
  }

  /** What is packed: her answers, and what this report remembers from one session to the next. */
  stateOf({ answers, revision }: Snapshot): PackedState {
    return { answers, revision, notes: notesOf(this.#list, this.#options.dialect) };
  }

  /** The index of the first interaction that is told now; undefined where none is. */
  firstTold(snapshot: Snapshot): number | undefined {
    return this.#reported(snapshot, Infinity).first;
  }

  /** The classes as they are told: one that the LMS had as completed beside a state that could not be read stays so. */
  classes(classes: readonly ClassStatus[]): readonly ClassStatus[] {
    const { objectives } = this.#list.found;
    return classes.map((status) => (objectives.includes(objectiveId(status.id)) ? { ...status, earned: true } : status));
  }

  /** @param bytes most that all of it may take on the way. @returns the elements of each interaction that is told, in the order of their indexes */
  entries(snapshot: Snapshot, bytes: number): readonly (readonly Entry[])[] {
    const { found, toldInFull } = this.#list;
    if (found.interactions.length > 0 && this.#reported(snapshot, Infinity).left > bytes - LEAST_BYTES)
      this.#list = { ...this.#list, found: withoutInteractions(found) };
    const { entries, order, isBrief } = this.#reported(snapshot, bytes);
    this.#list = { ...this.#list, order, toldInFull: isBrief ? toldInFull : order.length, withheld: this.#withheldAfter(snapshot) };
    this.#hasEmoji ||= entries.some((values) => values.some(([, value]) => /[\u{10000}-\u{10ffff}]/u.test(value)));
    return entries;
  }

  /**
   * From now on no character beyond U+FFFF is told: a database that is older than the LMS may take none (MySQL's utf8, in sites that began with Moodle
   * 3.2 or earlier).
   * @returns false where none was told before either
   */
  leaveEmojiOut(): boolean {
    const isNew = this.#hasEmoji && !this.#withoutEmoji;
    this.#withoutEmoji ||= isNew;
    return isNew;
  }

  /** The server met the same error without them. */
  takeEmojiBack(): void {
    this.#withoutEmoji = false;
  }

  /** Whether all of it takes no more than so many bytes on the way. */
  fits(snapshot: Snapshot, bytes: number): boolean {
    return this.#reported(snapshot, Infinity).entries.reduce((sum, entries) => sum + this.#sizeOf(entries), 0) <= bytes;
  }

  #reported({ classes, interactions, answers, withheld }: Snapshot, bytes: number): Reported {
    const { dialect, responses, unencoded } = this.#options;
    const all = [...classes.map((status) => earnedInteraction(status, this.#hasDay(status))), ...interactions];
    const isBrief = dialect.maySendWhole && this.#sizeInFull(all) > MOST_BEACON_BYTES / 2;
    const entriesOf = (part: ReportedPart): readonly Entry[] => {
      const whole = dialect.interaction(part, isBrief && part.index >= this.#list.toldInFull ? 'brief' : 'full');
      return part.isKept ? placeOnly(whole) : whole;
    };
    const { parts, order, left } = reportInteractions(
      all,
      this.#list.order,
      new Map([...answers].filter(([id]) => !withheld.has(id) && !this.#list.withheld.includes(id))),
      {
        ...dialect.report,
        unencoded,
        withoutEmoji: this.#withoutEmoji,
        length: responses.length,
        found: this.#list.found.interactions,
        holdsFound: isUncounted(this.#list.found),
        withheld,
        bytes,
        sizeOf: (part) => this.#sizeOf(entriesOf(part)),
      },
    );
    return { entries: parts.map(entriesOf), first: parts.find(({ isKept }) => !isKept)?.index, order, left, isBrief };
  }

  /** A question that was listed once and became private stays so where the content has it no longer. */
  #withheldAfter({ withheld, interactions }: Snapshot): readonly string[] {
    const before = this.#list.withheld.filter((id) => !interactions.some((interaction) => interaction.id === id));
    return [...new Set([...before, ...this.#list.order.filter((id) => withheld.has(id))])];
  }

  /** It stands in the list that was found: the class was earned then, and not when its answers were read in part. */
  #hasDay({ id }: ClassStatus): boolean {
    const { interactions, objectives } = this.#list.found;
    return interactions.length > 0 && objectives.includes(objectiveId(id));
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
function earnedInteraction({ id, title, earnedAt, fromFile }: ClassStatus, isTold: boolean): Interaction {
  const question = { id: earnedInteractionId(id), type: 'text', description: title } as const;
  if (isTold || earnedAt === undefined) return { ...question, response: [], at: 0 };
  return { ...question, response: [`${localTime(earnedAt).slice(0, 10)}${fromFile ? FROM_FILE : ''}`], at: earnedAt };
}
