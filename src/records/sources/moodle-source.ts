/** Completions out of Moodle: who is enrolled, what the SCORM activity has stored, when Moodle counted it as complete. */
import { shortNameOf } from '../../course/course-identifiers.ts';
import { counted, listed } from '../counted.ts';
import type { CompletionRecord, Learner } from '../completion-record.ts';
import { Doubts } from './doubts.ts';
import { identityText } from '../people/identity-text.ts';
import type { LicenceCourse } from '../licence-course.ts';
import type { ZoneCalendar } from '../local-day.ts';
import type { MoodleScorm, MoodleService, MoodleUser } from './moodle-service.ts';
import { proofOf } from './earned-day.ts';
import { readTracks } from './moodle-tracks.ts';
import { inOrder } from './in-order.ts';
import { isPartManifest } from '../part-names.ts';
import { RecordsError } from '../records-error.ts';
import type { Cursor, ReadSummary, RecordSource, Unchanged } from './record-source.ts';

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

interface Activity {
  readonly scorm: MoodleScorm;
  /** It has one part of the course, whose completion is that of its classes. */
  readonly isPart: boolean;
  readonly scoIds: readonly number[];
}

export class MoodleSource implements RecordSource {
  readonly kind = 'listing';
  readonly id: string;
  private learners = 0;
  private asked = 0;
  private round = 0;
  private activities: readonly Activity[] = [];
  private readonly doubts = new Doubts();

  constructor(private readonly options: MoodleOptions) {
    this.id = `moodle ${options.site.origin}${options.site.pathname.replace(/\/$/, '')} ${options.courseId}`;
  }

  async *completions(cursor: Cursor | undefined): AsyncIterable<CompletionRecord | Unchanged> {
    const { service, courseId, atOnce, progress } = this.options;
    const users = await service.enrolledUsers(courseId);
    this.activities = await this.findActivities();
    const readAt = cursor?.['activities'] === this.activityNames() ? Number(cursor['readAt']) : 0;
    this.round = (Number(cursor?.['round'] ?? 0) + 1) % rounds;
    for await (const { records, anew } of inOrder(users, atOnce, (user) => this.learner(user, readAt))) {
      progress(++this.learners, users.length);
      if (anew) this.asked++;
      yield* records;
    }
  }

  cursor(): Cursor {
    return { readAt: Math.floor(this.options.now / 1000), activities: this.activityNames(), round: this.round };
  }

  summary(): ReadSummary {
    return {
      read: `${this.options.service.name}, course ${this.options.courseId}: ${counted(this.learners, 'learner', 'learners')}, ${this.asked} of them read anew, in ${this.activities.map(({ scorm }) => `“${scorm.name}”`).join(', ')}.`,
      leftOut: [],
      warnings: [],
      notUnderstood: this.doubts.texts,
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
    const others: string[] = [];
    for (const scorm of await service.scorms(courseId)) {
      const scoes = await service.scoes(scorm.id);
      const isPart = scoes.some(({ manifest }) => isPartManifest(manifest, course));
      if (isPart || scoes.some(({ manifest }) => manifest === name))
        found.push({
          scorm,
          isPart,
          scoIds: scoes.filter(({ scormtype, launch }) => scormtype === 'sco' || launch !== '').map(({ id }) => id),
        });
      else others.push(`“${scorm.name}” (${[...new Set(scoes.map(({ manifest }) => manifest))].join(', ') || 'no manifest'})`);
    }
    if (found.length > 0) return found;
    const list = others.length === 0 ? 'It has no SCORM activity at all' : `Its SCORM activities are ${listed(others)}`;
    throw new RecordsError(
      'not-found',
      `Course ${courseId} of ${service.name} has no activity with the package “${name}”. ${list}.`,
      'Check the number given with --course, and that the token’s user sees the activity.',
    );
  }

  private async learner(user: MoodleUser, readAt: number): Promise<{ records: (CompletionRecord | Unchanged)[]; anew: boolean }> {
    const learner = this.identity(user);
    const away = typeof user.lastcourseaccess === 'number' && user.lastcourseaccess < readAt - margin;
    if (away && user.id % rounds !== this.round) return { records: [{ unchanged: learner }], anew: false };
    const records = await this.records(user, learner);
    const staff = user.roles.length > 0 && user.roles.every(({ shortname }) => teaching.has(shortname));
    return { records: records.length === 0 && staff ? [] : [{ learner, what: { kind: 'known' }, exact: true }, ...records], anew: true };
  }

  private async records(user: MoodleUser, learner: Learner): Promise<CompletionRecord[]> {
    const { service, courseId, course, calendar } = this.options;
    const records: CompletionRecord[] = [];
    for (const { scorm, scoIds, isPart } of this.activities) {
      const count = await service.attemptCount(scorm.id, user.id);
      for (let attempt = 1; attempt <= count; attempt++)
        for (const scoId of scoIds) {
          const reading = readTracks(await service.tracks(scoId, user.id, attempt), { course, calendar, doubts: this.doubts });
          const base = { learner, attempt: `${scorm.id}.${attempt}` };
          const latest = reading.modified === undefined ? {} : { day: reading.modified };
          records.push({ ...base, what: { kind: 'begun' }, exact: true, ...(reading.begun === undefined ? {} : { day: reading.begun }) });
          for (const [id, { fromFile, ...earned }] of reading.classes)
            records.push({ ...base, what: proofOf(id, fromFile ? { fromFile } : {}), ...earned });
          if (reading.completed && !isPart) records.push({ ...base, what: { kind: 'completed' }, exact: false, ...latest });
        }
    }
    // state 1: complete, 2: complete with a pass; 3 is a fail, 0 not complete.
    for (const { cmid, state, timecompleted } of await service.activityStatuses(courseId, user.id)) {
      if ((state !== 1 && state !== 2) || !this.activities.some(({ scorm, isPart }) => !isPart && scorm.coursemodule === cmid)) continue;
      const day = timecompleted ? { day: calendar.dayOf(timecompleted * 1000) } : {};
      records.push({ learner, what: { kind: 'completed' }, exact: true, ...day });
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
