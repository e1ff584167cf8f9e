/** Completions out of Moodle: who is enrolled, what the SCORM activity has stored, when Moodle counted it as complete. */
import { shortNameOf } from '../../course/course-identifiers.ts';
import type { CompletionRecord, Learner } from '../completion-record.ts';
import { Doubts } from './doubts.ts';
import { identityText } from '../people/identity-text.ts';
import type { LicenceCourse } from '../licence-course.ts';
import type { ZoneCalendar } from '../local-day.ts';
import { MoodleFault } from './moodle-fault.ts';
import type { MoodleScorm, MoodleService, MoodleStatus, MoodleUser } from './moodle-web-service.ts';
import { readTracks, recordsOf } from './moodle-tracks.ts';
import { inOrder } from './in-order.ts';
import { isPartManifest } from '../part-names.ts';
import { RecordsError } from '../records-error.ts';
import type { Cursor, ReadSummary, RecordSource, Unchanged } from './record-source.ts';
import type { MessagesText, Said } from '../text/messages/messages-text.ts';

export interface MoodleOptions {
  readonly service: MoodleService;
  readonly site: URL;
  readonly courseId: number;
  readonly course: LicenceCourse;
  readonly calendar: ZoneCalendar;
  /** How many learners are asked for at once. */
  readonly atOnce: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether an LRS is read in the same run: it knows what was done by cmi5 or xAPI. */
  readonly besideLrs: boolean;
  readonly progress: (learners: number, all: number) => void;
}

/** Staff of the course, not its learners, unless they have opened it. */
const teaching = new Set(['editingteacher', 'teacher', 'manager', 'coursecreator', 'guest']);

/** Moodle notes a visit with a delay, and clocks differ: who was there a day before the last run is read again. */
const margin = 86_400;

/**
 * What the Moodle app sends and what a teacher enters by hand leave no visit (Moodle's `require_login` notes none for web services). So one
 * learner in so many is read again in each run, all of them in so many runs.
 */
const rounds = 7;

/** Moodle's COMPLETION_TRACKING_MANUAL. */
const BY_HAND = 1;

/** Activities of cmi5 and xAPI (mod_cmi5, mod_cmi5launch, mod_tincanlaunch): what is done there Moodle knows only as complete or not. */
const LAUNCHERS: readonly string[] = ['cmi5', 'cmi5launch', 'tincanlaunch'];

/** What Moodle says of an account that nobody can have used (`core_user::require_active_user`). */
const NEVER_IN = /^(usernotconfirmed|userdeleted)$/;

interface Activity {
  readonly scorm: MoodleScorm;
  /** It has one part of the course, whose completion is that of its classes. */
  readonly isPart: boolean;
  readonly scoIds: readonly number[];
}

/** What a reading has met. */
class MoodleTally {
  learners = 0;
  asked = 0;
  /** Learners whose licence rests on “Mark as done”, who have opened the activity and no more, and who never could sign in. */
  markedAsDone = 0;
  openedOnly = 0;
  neverIn = 0;
  /** Learners without a record in SCORM who have completed an activity of cmi5 or xAPI. */
  elsewhere = 0;
  readonly doubts = new Doubts();
}

export class MoodleSource implements RecordSource {
  readonly kind = 'listing';
  readonly id: string;
  private round = 0;
  private activities: readonly Activity[] = [];
  private tally = new MoodleTally();

  constructor(private readonly options: MoodleOptions) {
    this.id = `moodle ${options.site.origin}${options.site.pathname.replace(/\/$/, '')} ${options.courseId}`;
  }

  async *completions(cursor: Cursor | undefined, knew: (key: string) => boolean): AsyncIterable<CompletionRecord | Unchanged> {
    const { service, courseId, atOnce, progress } = this.options;
    const tally = (this.tally = new MoodleTally());
    const users = await service.enrolledUsers(courseId);
    this.activities = await this.findActivities();
    const readAt = cursor?.['activities'] === this.activityNames() ? Number(cursor['readAt']) : 0;
    this.round = (Number(cursor?.['round'] ?? 0) + 1) % rounds;
    for await (const { records, anew } of inOrder(users, atOnce, (user) => this.learner(user, readAt, knew))) {
      progress(++tally.learners, users.length);
      if (anew) tally.asked++;
      yield* records;
    }
  }

  cursor(): Cursor {
    return { readAt: Math.floor(this.options.now / 1000), activities: this.activityNames(), round: this.round };
  }

  summary(): ReadSummary {
    const { learners, asked, neverIn, markedAsDone, openedOnly, elsewhere, doubts } = this.tally;
    const names = this.activities.map(({ scorm }) => scorm.name);
    return {
      read: ({ moodle }) => moodle.read(this.options.service.name, this.options.courseId, learners, asked, names),
      leftOut: neverIn === 0 ? [] : [({ moodle }) => moodle.neverIn(neverIn)],
      warnings: [
        ...(markedAsDone === 0 ? [] : [({ moodle }: MessagesText) => moodle.markedAsDone(markedAsDone)]),
        ...(openedOnly === 0 ? [] : [({ moodle }: MessagesText) => moodle.openedOnly(openedOnly)]),
        ...(elsewhere === 0 || this.options.besideLrs ? [] : [({ moodle }: MessagesText) => moodle.elsewhere(elsewhere)]),
      ],
      notUnderstood: doubts.list.map(
        (doubt): Said =>
          ({ report }) =>
            report.notUnderstood(doubt),
      ),
    };
  }

  private activityNames(): string {
    return this.activities.map(({ scorm }) => scorm.id).join(' ');
  }

  /** Those that run this course's package, by the manifest's identifier: names and places change, it never does. */
  private async findActivities(): Promise<Activity[]> {
    const { service, courseId, course } = this.options;
    const name = shortNameOf(course);
    const found: Activity[] = [];
    const others: [name: string, manifests: string][] = [];
    for (const scorm of await service.scorms(courseId)) {
      const scoes = await service.scoes(scorm.id);
      const isPart = scoes.some(({ manifest }) => isPartManifest(manifest, course));
      if (isPart || scoes.some(({ manifest }) => manifest === name))
        found.push({
          scorm,
          isPart,
          scoIds: scoes.filter(({ scormtype, launch }) => scormtype === 'sco' || launch !== '').map(({ id }) => id),
        });
      else others.push([scorm.name, [...new Set(scoes.map(({ manifest }) => manifest))].join(', ')]);
    }
    if (found.length > 0) return found;
    throw new RecordsError('not-found', ({ moodle }) => moodle.noActivity(service.name, courseId, name, others));
  }

  private async learner(
    user: MoodleUser,
    readAt: number,
    knew: (key: string) => boolean,
  ): Promise<{ records: (CompletionRecord | Unchanged)[]; anew: boolean }> {
    const learner = this.identity(user);
    const away = typeof user.lastcourseaccess === 'number' && user.lastcourseaccess < readAt - margin;
    // Who is enrolled again has what she had earned, and a teacher of whom nothing is known stays unknown: both are read.
    if (away && knew(learner.key) && user.id % rounds !== this.round) return { records: [{ unchanged: learner }], anew: false };
    const records = await this.records(user, learner);
    return {
      records: records.length === 0 && isStaff(user) ? [] : [{ learner, what: { kind: 'known' }, exact: true }, ...records],
      anew: true,
    };
  }

  private async records(user: MoodleUser, learner: Learner): Promise<CompletionRecord[]> {
    try {
      const inAttempts: CompletionRecord[] = [];
      for (const activity of this.activities) inAttempts.push(...(await this.attemptsOf(activity, user, learner)));
      const statuses = await this.options.service.activityStatuses(this.options.courseId, user.id);
      const records = [...inAttempts, ...this.countedByMoodle(statuses, learner, inAttempts)];
      if (records.length === 0 && !isStaff(user) && statuses.some(isCompleteElsewhere)) this.tally.elsewhere++;
      return records;
    } catch (error) {
      if (!(error instanceof MoodleFault) || !NEVER_IN.test(error.errorcode)) throw error;
      this.tally.neverIn++;
      return [];
    }
  }

  /** Moodle counts attempts, and does not number them anew once one was deleted: those that are not there have no tracks. */
  private async attemptsOf({ scorm, scoIds, isPart }: Activity, user: MoodleUser, learner: Learner): Promise<CompletionRecord[]> {
    const { service, course, calendar } = this.options;
    const records: CompletionRecord[] = [];
    const count = await service.attemptCount(scorm.id, user.id);
    let [found, last] = [0, count];
    for (let attempt = 1; found < count && attempt <= last; attempt++) {
      let isThere = false;
      for (const scoId of scoIds) {
        const tracks = await service.tracks(scoId, user.id, attempt);
        if (tracks.length === 0) continue;
        isThere = true;
        const reading = readTracks(tracks, { course, calendar, doubts: this.tally.doubts });
        records.push(...recordsOf(reading, { learner, attempt: `${scorm.id}.${attempt}` }, isPart));
      }
      if (isThere) found++;
      else if (last === count && scoIds[0] !== undefined) last = Math.max(count, await service.lastAttempt(scoIds[0], user.id));
    }
    return records;
  }

  /**
   * The licence by the completion of the activity. One that is complete once it was opened proves nothing. “Mark as done” counts, since a
   * municipality may have it so, but whose licence rests on that alone is told of.
   */
  private countedByMoodle(
    statuses: readonly MoodleStatus[],
    learner: Learner,
    inAttempts: readonly CompletionRecord[],
  ): CompletionRecord[] {
    const { calendar } = this.options;
    const records: CompletionRecord[] = [];
    for (const status of statuses) {
      const { cmid, timecompleted, tracking, overrideby } = status;
      if (!isComplete(status) || !this.activities.some(({ scorm, isPart }) => !isPart && scorm.coursemodule === cmid)) continue;
      const byTeacher = overrideby !== null && overrideby !== undefined;
      const isProven = inAttempts.some(({ what }) => what.kind === 'completed');
      if (isOpenedOnly(status) && !byTeacher) {
        if (!isProven) this.tally.openedOnly++;
        continue;
      }
      if (tracking === BY_HAND && !byTeacher && !isProven) this.tally.markedAsDone++;
      records.push({
        learner,
        what: { kind: 'completed' },
        exact: true,
        ...(timecompleted ? { day: calendar.dayOf(timecompleted * 1000) } : {}),
      });
    }
    return records;
  }

  private identity(user: MoodleUser): Learner {
    const { id, username, idnumber, fullname, email, department } = user;
    const [name, address, number, account, unit] = [fullname, email, idnumber, username, department].map(identityText);
    return {
      key: String(id),
      ...(name === undefined ? {} : { name }),
      ...(address === undefined ? {} : { email: address.toLowerCase() }),
      ...(number === undefined ? {} : { employeeNumber: number }),
      ...(account === undefined ? {} : { account: { homePage: this.options.site.href.replace(/\/$/, ''), name: account } }),
      ...(unit === undefined ? {} : { unit }),
    };
  }
}

function isStaff({ roles }: MoodleUser): boolean {
  return roles.length > 0 && roles.every(({ shortname }) => teaching.has(shortname));
}

/** 1: complete, 2: complete with a pass; 3 is a fail, 0 not complete. */
function isComplete({ state }: MoodleStatus): boolean {
  return state === 1 || state === 2;
}

/** In an activity of cmi5 or xAPI. Of which course it is, Moodle does not say. */
function isCompleteElsewhere(status: MoodleStatus): boolean {
  return LAUNCHERS.includes(status.modname ?? '') && isComplete(status);
}

/** Whether the one condition of its completion is that somebody opens it. */
function isOpenedOnly({ details }: MoodleStatus): boolean {
  return !!details && details.length > 0 && details.every(({ rulename }) => rulename === 'completionview');
}
