/**
 * Recognises this course's completions among xAPI statements, whoever launched it. Reads who, what and when, and nothing else of a
 * statement: of the result nothing but the moment of what was told later.
 */
import { classActivityId, fromFileCategory, happenedExtension, reportedVerbs } from '../../course/course-identifiers.ts';
import type { Achievement, Learner } from '../completion-record.ts';
import { identityText } from '../people/identity-text.ts';
import { isPartActivity, partActivity } from '../part-names.ts';
import { FIRST_YEAR, LAST_YEAR } from '../local-day.ts';
import { classesByEachId, type LicenceCourse } from '../licence-course.ts';

export const VERBS = {
  /** `earned` is for a class of the licence; some launchers' tables of verbs have `completed` for it, which is taken too. */
  ...reportedVerbs,
  /** xAPI 1.0.3, 4.1.2.4: its object is the StatementRef of what no longer counts. */
  voided: 'http://adlnet.gov/expapi/verbs/voided',
} as const;

/** What the course says of itself when an LMS launches it under an identifier of its own. */
const COURSE_TYPE = 'http://adlnet.gov/expapi/activities/course';

/** cmi5 9.6.3.3: marks the `completed` that the LMS counts. */
const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon';

/** What a statement is not, or does not have; `actor`: one that is a single person. */
export type Lack = 'statement' | 'id' | 'actor' | 'time';

/** What a statement says; foreign: of another course, or of something else; broken: by the look of it ours, but without what it needs. */
export type Reading =
  | {
      readonly kind: 'ours';
      readonly id: string;
      readonly learner: Learner;
      readonly what: Achievement;
      readonly at: number;
      readonly attempt?: string;
    }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'broken'; readonly id?: string; readonly lack: Lack };

const foreign: Reading = { kind: 'foreign' };

export class StatementReader {
  private readonly classes: ReadonlyMap<string, string>;
  private readonly classSuffix: ReadonlyMap<string, string>;
  private readonly courseIds: ReadonlySet<string>;

  /** @param activities other identifiers under which an LMS launches this course */
  constructor(
    private readonly course: LicenceCourse,
    activities: readonly string[],
  ) {
    this.courseIds = new Set([course.id, ...activities]);
    this.classes = new Map([...this.courseIds].flatMap((iri) => [...classesByEachId(course, (id) => classActivityId(iri, id))]));
    this.classSuffix = classesByEachId(course, (id) => classActivityId('', id));
  }

  read(statement: unknown): Reading {
    if (!isRecord(statement)) return { kind: 'broken', lack: 'statement' };
    const verb = at(statement, 'verb', 'id');
    const what = this.achievement(statement, verb);
    if (!what || (what.kind !== 'begun' && at(statement, 'result', 'completion') === false)) return foreign;
    const { id } = statement;
    const learner = learnerOf(statement['actor']);
    if (typeof id !== 'string') return { kind: 'broken', lack: 'id' };
    if (!learner) return { kind: 'broken', id, lack: 'actor' };
    const moment = momentOf(statement, happenedExtension(this.course.id));
    if (moment === undefined) return { kind: 'broken', id, lack: 'time' };
    const registration = at(statement, 'context', 'registration');
    return {
      kind: 'ours',
      id: id.toLowerCase(),
      learner,
      what,
      at: moment,
      ...(typeof registration === 'string' ? { attempt: registration } : {}),
    };
  }

  private achievement(statement: object, verb: unknown): Achievement | undefined {
    if (verb === VERBS.initialized) return this.isCourse(statement) || this.isPart(statement) ? { kind: 'begun' } : undefined;
    if (verb !== VERBS.completed && verb !== VERBS.earned) return undefined;
    const id = this.classOf(statement);
    if (id !== undefined)
      return { kind: contextIds(statement, 'category').includes(fromFileCategory(this.course.id)) ? 'filed' : 'class', id };
    if (verb !== VERBS.completed) return undefined;
    if (this.isPart(statement)) return { kind: 'begun' };
    return this.isCourse(statement) ? { kind: 'completed' } : undefined;
  }

  /** A part that is taken by itself, also where an LMS launches it under an identifier of its own. Its classes have statements of their own. */
  private isPart(statement: object): boolean {
    const object = at(statement, 'object', 'id');
    // Questions and classes have the part in their context too.
    if (typeof object !== 'string' || /\/(class|question)\/[^/]+$/.test(object)) return false;
    const around = (['parent', 'grouping'] as const).flatMap((kind) => contextIds(statement, kind));
    return [object, ...around].some((id) => isPartActivity(id, this.course));
  }

  /** A class under the course's IRI, or under an identifier of the LMS's own where the context says whose it is. */
  private classOf(statement: object): string | undefined {
    const object = at(statement, 'object', 'id');
    if (typeof object !== 'string') return undefined;
    const own = this.classes.get(object);
    if (own !== undefined) return own;
    const suffix = /\/class\/[a-z0-9]+$/.exec(object)?.[0];
    return suffix !== undefined && this.inContext(statement) ? this.classSuffix.get(suffix) : undefined;
  }

  /** The whole course: by its IRI, or launched under an identifier of the LMS's own with the IRI in its context. */
  private isCourse(statement: object): boolean {
    const object = at(statement, 'object', 'id');
    if (typeof object !== 'string') return false;
    if (this.isOwnUnit(object)) return true;
    // Chapters, questions and classes have the course in their context too.
    if (object.startsWith(`${this.course.id}/`) || /\/(class|question)\/[^/]+$/.test(object)) return false;
    const moreInfo = at(statement, 'object', 'definition', 'moreInfo');
    if (moreInfo === this.course.id) return true;
    // cmi5 9.6.2: the LMS puts the publisher's identifier into grouping and launches under its own; our statements say it too.
    if (!this.inContext(statement)) return false;
    const whole = at(statement, 'object', 'definition', 'type') === COURSE_TYPE || contextIds(statement, 'category').includes(MOVE_ON);
    return whole || at(statement, 'verb', 'id') === VERBS.initialized;
  }

  private isOwnUnit(id: string): boolean {
    return this.courseIds.has(id) || id === unitOf(this.course);
  }

  private inContext(statement: object): boolean {
    return (['parent', 'grouping', 'category'] as const).some((kind) => contextIds(statement, kind).some((id) => this.isOwnUnit(id)));
  }
}

/** The course as the one unit of a cmi5 package. */
export function unitOf({ id }: Pick<LicenceCourse, 'id'>): string {
  return `${id}/au`;
}

export function isAbout(statement: unknown, activity: string): boolean {
  return isRecord(statement) && at(statement, 'object', 'id') === activity;
}

/** The parts of the course that a statement is about or has in its context, by the identifiers that the course gives them. */
export function partsAround(statement: unknown, { id }: Pick<LicenceCourse, 'id'>): string[] {
  if (!isRecord(statement)) return [];
  const around = (['parent', 'grouping'] as const).flatMap((kind) => contextIds(statement, kind));
  return [at(statement, 'object', 'id'), ...around].flatMap((activity) => {
    if (typeof activity !== 'string' || !isPartActivity(activity, { id })) return [];
    const key = /^[^/?#]+/.exec(activity.slice(partActivity({ id }, '').length))?.[0];
    return key === undefined ? [] : [partActivity({ id }, key)];
  });
}

/** The statement that a voiding statement takes back. */
export function withdrawnBy(statement: unknown): string | undefined {
  if (!isRecord(statement) || at(statement, 'verb', 'id') !== VERBS.voided) return undefined;
  const id = at(statement, 'object', 'id');
  return typeof id === 'string' ? id.toLowerCase() : undefined;
}

/** `stored` as milliseconds, where it is one. */
export function storedAt(statement: unknown): number | undefined {
  return isRecord(statement) ? moment(statement['stored']) : undefined;
}

/**
 * When it happened: as the course says it of what it told later, else by the timestamp. Moments have no time zone: one after it was stored is
 * of a clock that is ahead, and the LRS's own is believed.
 */
function momentOf(statement: Record<string, unknown>, happened: string): number | undefined {
  const stored = moment(statement['stored']);
  const said = moment(at(statement, 'result', 'extensions', happened)) ?? moment(statement['timestamp']);
  if (said === undefined || stored === undefined) return said ?? stored;
  return Math.min(said, stored);
}

/**
 * A date with a time (xAPI 1.0.3, 4.1.7; ISO 8601) in the years of the calendar; `Date.parse` alone takes a bare number for a year, and a time
 * without a zone for one of this computer.
 */
function moment(value: unknown): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d[T ]/.test(value)) return undefined;
  const parsed = Date.parse(/(?:Z|[+-]\d\d(?::?\d\d)?)$/i.test(value) ? value : `${value}Z`);
  const year = new Date(parsed).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? parsed : undefined;
}

/** A learner by the actor's one identifier (xAPI 1.0.3, 4.1.2.3). */
function learnerOf(actor: unknown): Learner | undefined {
  if (!isRecord(actor) || actor['objectType'] === 'Group') return undefined;
  const said = textOf(actor['name']);
  const name = said === undefined ? {} : { name: said };
  const email = textOf(actor['mbox'])
    ?.replace(/^mailto:/i, '')
    .toLowerCase();
  // “mailto:” and “mailto:undefined” are of whoever has no address: they would make one person of all of them.
  if (email?.includes('@')) return { key: `mbox ${email}`, email, ...name };
  const emailHash = textOf(actor['mbox_sha1sum'])?.toLowerCase();
  if (emailHash !== undefined) return { key: `sha1 ${emailHash}`, emailHash, ...name };
  const account = isRecord(actor['account']) ? actor['account'] : {};
  const user = textOf(account['name']);
  if (user !== undefined) {
    const homePage = textOf(account['homePage']) ?? '';
    return { key: `account ${homePage} ${user}`, account: { homePage, name: user }, ...name };
  }
  const openid = textOf(actor['openid']);
  return openid === undefined ? undefined : { key: `openid ${openid}`, account: { homePage: 'openid', name: openid }, ...name };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? identityText(value) : undefined;
}

function contextIds(statement: object, kind: string): string[] {
  const activities = at(statement, 'context', 'contextActivities', kind);
  // 0.9 wrote one activity without a list, and LRSs hand it out so.
  return (Array.isArray(activities) ? activities : [activities]).flatMap((activity: unknown) =>
    isRecord(activity) && typeof activity['id'] === 'string' ? [activity['id']] : [],
  );
}

function at(value: object, ...path: string[]): unknown {
  let here: unknown = value;
  for (const name of path) here = isRecord(here) ? here[name] : undefined;
  return here;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
