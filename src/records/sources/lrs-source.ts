/** Completions out of a Learning Record Store. */
import type { CompletionRecord } from '../completion-record.ts';
import { classActivityId } from '../../course/course-identifiers.ts';
import { isAbout, partsAround, StatementReader, storedAt, unitOf, VERBS, withdrawnBy } from './course-statement.ts';
import { classesByEachId, type LicenceCourse } from '../licence-course.ts';
import type { ZoneCalendar } from '../local-day.ts';
import { StatementPages, type LrsAccess } from './statement-pages.ts';
import type { Cursor, ReadSummary, RecordSource } from './record-source.ts';
import type { MessagesText, Said } from '../text/messages/messages-text.ts';

export interface LrsOptions extends LrsAccess {
  readonly course: LicenceCourse;
  /** Other identifiers under which an LMS launches the course. */
  readonly activities: readonly string[];
  readonly pageSize: number;
  /** Only what the LRS had stored by then, ISO 8601. */
  readonly until?: string;
  readonly calendar: ZoneCalendar;
  readonly progress: (statements: number) => void;
}

/** Statements may become visible a little after their `stored`: so much is read again, and told by its identifiers. */
const OVERLAP = 600_000;
/** Between what happened and its being stored: longer than a learner is away, in milliseconds. */
const VERY_LATE = 400 * 86_400_000;
/** Each voided statement is a request of its own, and most of an LRS are of other courses. */
const MOST_LOOKED_AT = 1000;

type Query = readonly [verb: 'initialized' | 'completed' | 'earned', activity: string];

export class LrsSource implements RecordSource {
  readonly kind = 'adding';
  readonly id: string;
  private readonly lrs: StatementPages;
  private readonly reader: StatementReader;
  /** Milliseconds since 1970 by query: the latest `stored` that was read. */
  private reached: Record<string, number> = {};
  private started = false;
  private ours = 0;
  private foreign = 0;
  /** Identifiers of voided statements; `ofOurs`: of those that a query about the course brought up. */
  private readonly voided = new Set<string>();
  private readonly voidedOfOurs = new Set<string>();
  private notLookedAt = 0;
  /** Statements of something earned that was stored very late. */
  private storedLate = 0;
  /** Whether the LRS has given a statement that has the activity in its context only. */
  private seesContexts = false;
  /** Identifiers of parts that statements of classes have named. */
  private readonly parts = new Set<string>();
  private readonly broken: Said[] = [];

  constructor(private readonly options: LrsOptions) {
    const { origin, pathname } = options.endpoint;
    this.id = `lrs ${origin}${pathname.replace(/\/$/, '')} ${[options.course.id, ...options.activities].join(' ')}`;
    this.lrs = new StatementPages(options);
    this.reader = new StatementReader(options.course, options.activities);
  }

  goesOnFrom(cursor: Cursor): boolean {
    const until = this.options.until === undefined ? Number.POSITIVE_INFINITY : Date.parse(this.options.until);
    return Object.values(cursor).every((moment) => Number(moment) <= until);
  }

  async *completions(cursor: Cursor | undefined): AsyncIterable<CompletionRecord> {
    this.startFrom(cursor);
    for (const query of this.queries()) yield* this.completionsOf(query, { related_activities: 'true' });
    if (!this.seesContexts) {
      for (const query of this.queriesByObject()) yield* this.completionsOf(query, {});
      for (const query of this.queriesOfParts()) yield* this.completionsOf(query, {});
    }
    yield* this.withdrawnClasses();
  }

  private async *completionsOf([verb, activity]: Query, more: Record<string, string>): AsyncIterable<CompletionRecord> {
    for await (const statement of this.query(`${verb} ${activity}`, { verb: VERBS[verb], activity, ...more })) {
      // What takes back a statement of ours meets the same filter (xAPI 1.0.3, part 3, 2.1.3 "Filter Conditions for StatementRefs").
      const withdrawn = withdrawnBy(statement);
      if (withdrawn === undefined) {
        this.seesContexts ||= !isAbout(statement, activity);
        yield* this.recordsOf(statement);
      } else this.voidedOfOurs.add(withdrawn);
    }
  }

  async *withdrawals(cursor: Cursor | undefined): AsyncIterable<string> {
    this.startFrom(cursor);
    // As far back as any statement may be read again, so that what was taken back is not taken in once more.
    const moments = this.queries().map(([verb, activity]) => this.reached[`${verb} ${activity}`]);
    const since = moments.every((moment) => moment !== undefined) ? Math.min(...moments, this.reached['voided'] ?? Infinity) : undefined;
    for await (const statement of this.query('voided', { verb: VERBS.voided }, since)) {
      const id = withdrawnBy(statement);
      if (id === undefined) continue;
      this.voided.add(id);
      yield id;
    }
  }

  cursor(): Cursor {
    const limit = this.lrs.consistentThrough ?? Number.POSITIVE_INFINITY;
    return Object.fromEntries(Object.entries(this.reached).map(([name, moment]) => [name, Math.min(moment, limit)]));
  }

  summary(): ReadSummary {
    const { foreign, notLookedAt, storedLate } = this;
    return {
      read: (text) => text.lrs.read(this.lrs.name, this.lrs.count, this.ours, this.voided.size),
      leftOut: foreign === 0 ? [] : [({ lrs }) => lrs.foreign(foreign)],
      warnings: [
        ...(notLookedAt === 0 ? [] : [({ lrs }: MessagesText) => lrs.notLookedAt(notLookedAt)]),
        ...(storedLate === 0 ? [] : [({ lrs }: MessagesText) => lrs.storedLate(storedLate)]),
      ],
      notUnderstood: this.broken,
    };
  }

  private startFrom(cursor: Cursor | undefined): void {
    if (!this.started) this.reached = Object.fromEntries(Object.entries(cursor ?? {}).map(([name, value]) => [name, Number(value)]));
    // What is earned is a class: an LRS that gave one for the course's identifier looked at its context.
    this.seesContexts ||= this.asked().some((activity) => this.reached[`earned ${activity}`] !== undefined);
    this.started = true;
  }

  private queries(): Query[] {
    return this.asked().flatMap((activity): Query[] => [
      ['initialized', activity],
      ['earned', activity],
      ['completed', activity],
    ]);
  }

  /** For an LRS that takes no notice of `related_activities` (mod_cmi5 0.0.6): what has the course in its context, by its own identifier. */
  private queriesByObject(): Query[] {
    const { course } = this.options;
    const unit = unitOf(course);
    const unitQueries: Query[] = this.asked().includes(unit)
      ? []
      : [
          ['initialized', unit],
          ['completed', unit],
        ];
    const classes = classesByEachId(course, (id) => classActivityId(course.id, id)).keys();
    return [...unitQueries, ...Array.from(classes, (activity): Query => ['earned', activity])];
  }

  /**
   * Who has begun a part. Which parts there are, a course's settings do not say: those count that a class was earned in, in this run or in one
   * before it.
   */
  private queriesOfParts(): Query[] {
    const earlier = Object.keys(this.reached).flatMap((name) =>
      partsAround({ object: { id: name.slice(name.indexOf(' ') + 1) } }, this.options.course),
    );
    return [...new Set([...earlier, ...this.parts])].flatMap((part) =>
      [part, unitOf({ id: part })].flatMap((id): Query[] => [
        ['initialized', id],
        ['completed', id],
      ]),
    );
  }

  private asked(): readonly string[] {
    return [this.options.course.id, ...this.options.activities];
  }

  /** All pages of one query, oldest first, from where this query was last time. */
  private async *query(name: string, filter: Record<string, string>, since = this.reached[name]): AsyncIterable<unknown> {
    const { pageSize, until, progress } = this.options;
    let last = this.reached[name] ?? 0;
    const statements = this.lrs.query({
      ...filter,
      ascending: 'true',
      limit: String(pageSize),
      ...(until === undefined ? {} : { until }),
      ...(since === undefined ? {} : { since: new Date(since - OVERLAP).toISOString() }),
    });
    for await (const statement of statements) {
      last = Math.max(last, storedAt(statement) ?? 0);
      progress(this.lrs.count);
      yield statement;
    }
    if (last > 0) this.reached[name] = last;
  }

  private *recordsOf(statement: unknown): Iterable<CompletionRecord> {
    const reading = this.reader.read(statement);
    if (reading.kind === 'foreign') this.foreign++;
    else if (reading.kind === 'broken') this.broken.push(({ lrs }) => lrs.broken(reading.id, reading.lack));
    else {
      this.ours++;
      if (reading.what.kind !== 'begun' && (storedAt(statement) ?? 0) - reading.at > VERY_LATE) this.storedLate++;
      for (const part of partsAround(statement, this.options.course)) this.parts.add(part);
      const { learner, what, id, attempt } = reading;
      const day = this.options.calendar.dayOf(reading.at);
      yield { learner, what, day, exact: true, statement: id, ...(attempt === undefined ? {} : { attempt }) };
    }
  }

  /**
   * Which classes were voided. An LRS leaves out what was voided, but a completion that rested on it stays, so each is asked for by its
   * identifier: those that our own queries brought up, or all where the LRS does not follow references.
   */
  private async *withdrawnClasses(): AsyncIterable<CompletionRecord> {
    const all = [...(this.voidedOfOurs.size > 0 ? this.voidedOfOurs : this.voided)];
    const looked = all.slice(-MOST_LOOKED_AT);
    this.notLookedAt = all.length - looked.length;
    for (const id of looked) {
      const statement = await this.lrs.voided(id);
      if (statement === undefined) this.notLookedAt++;
      const reading = this.reader.read(statement ?? {});
      if (reading.kind !== 'ours' || (reading.what.kind !== 'class' && reading.what.kind !== 'filed')) continue;
      const { learner, what, attempt } = reading;
      yield { learner, what: { kind: 'withdrawn', id: what.id }, exact: true, ...(attempt === undefined ? {} : { attempt }) };
    }
  }
}
