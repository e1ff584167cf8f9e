/** Moodle's REST web services, protocol `rest` with JSON: the few functions that completions need. */
import { z } from 'zod';
import type { HttpClient } from './http-client.ts';
import { explained, faultIn, isUnexplained, MoodleFault, type MoodleFaultBody } from './moodle-fault.ts';
import { RecordsError } from '../records-error.ts';

/** All functions that a run may ask for. */
const FUNCTIONS = [
  'core_enrol_get_enrolled_users',
  'mod_scorm_get_scorms_by_courses',
  'mod_scorm_get_scorm_scoes',
  'mod_scorm_get_scorm_attempt_count',
  'mod_scorm_get_scorm_sco_tracks',
  'core_completion_get_activities_completion_status',
] as const;
type FunctionName = (typeof FUNCTIONS)[number];

const user = z.object({
  id: z.number(),
  username: z.string().optional(),
  idnumber: z.string().optional(),
  fullname: z.string().optional(),
  email: z.string().optional(),
  department: z.string().optional(),
  lastcourseaccess: z.number().nullish(),
  roles: z.array(z.object({ shortname: z.string() })).default([]),
});
export type MoodleUser = z.infer<typeof user>;

const scorms = z.object({ scorms: z.array(z.object({ id: z.number(), coursemodule: z.number(), name: z.string() })) });
export type MoodleScorm = z.infer<typeof scorms>['scorms'][number];

const scoes = z.object({
  scoes: z.array(
    z.object({ id: z.number(), manifest: z.string().default(''), scormtype: z.string().default(''), launch: z.string().default('') }),
  ),
});
export type MoodleSco = z.infer<typeof scoes>['scoes'][number];

/** Each attempt is a request of its own: an answer beyond any learner's must not keep a run busy for days. */
const MOST_ATTEMPTS = 1000;
const attempts = z.object({ attemptscount: z.number().int().min(0).max(MOST_ATTEMPTS) });

/** Values stay where they are: what is read of them is chosen in `moodle-tracks.ts`. */
const tracks = z.object({
  data: z.object({
    attempt: z.number().int().max(MOST_ATTEMPTS).default(0),
    tracks: z.array(z.object({ element: z.string(), value: z.union([z.string(), z.number(), z.null()]) })),
  }),
});
export type MoodleTrack = z.infer<typeof tracks>['data']['tracks'][number];

const statuses = z.object({
  statuses: z.array(
    z.object({
      cmid: z.number(),
      /** The kind of the activity, such as `scorm`. */
      modname: z.string().optional(),
      state: z.number(),
      timecompleted: z.number().nullish(),
      /** 1: by hand (“Mark as done”), 2: by conditions. */
      tracking: z.number().nullish(),
      /** Who has changed it by hand, such as a teacher. */
      overrideby: z.number().nullish(),
      /** The conditions that are set. */
      details: z.array(z.object({ rulename: z.string() })).nullish(),
    }),
  ),
});
export type MoodleStatus = z.infer<typeof statuses>['statuses'][number];

export class MoodleService {
  readonly name: string;

  constructor(
    private readonly site: URL,
    private readonly token: string,
    private readonly http: HttpClient,
  ) {
    this.name = `Moodle ${site.origin}${site.pathname.replace(/\/$/, '')}`;
  }

  async enrolledUsers(courseId: number): Promise<MoodleUser[]> {
    return this.call('core_enrol_get_enrolled_users', { courseid: courseId }, z.array(user));
  }

  async scorms(courseId: number): Promise<MoodleScorm[]> {
    return (await this.call('mod_scorm_get_scorms_by_courses', { 'courseids[0]': courseId }, scorms)).scorms;
  }

  async scoes(scormId: number): Promise<MoodleSco[]> {
    return (await this.call('mod_scorm_get_scorm_scoes', { scormid: scormId }, scoes)).scoes;
  }

  /** How many there are: a deleted one leaves a gap in their numbers. */
  async attemptCount(scormId: number, userId: number): Promise<number> {
    return (await this.call('mod_scorm_get_scorm_attempt_count', { scormid: scormId, userid: userId }, attempts)).attemptscount;
  }

  async tracks(scoId: number, userId: number, attempt: number): Promise<MoodleTrack[]> {
    return (await this.call('mod_scorm_get_scorm_sco_tracks', { scoid: scoId, userid: userId, attempt }, tracks)).data.tracks;
  }

  /** The number of the latest attempt, which Moodle takes 0 for. */
  async lastAttempt(scoId: number, userId: number): Promise<number> {
    return (await this.call('mod_scorm_get_scorm_sco_tracks', { scoid: scoId, userid: userId, attempt: 0 }, tracks)).data.attempt;
  }

  /** Empty where the course does not track completion. */
  async activityStatuses(courseId: number, userId: number): Promise<MoodleStatus[]> {
    try {
      return (await this.call('core_completion_get_activities_completion_status', { courseid: courseId, userid: userId }, statuses))
        .statuses;
    } catch (error) {
      if (error instanceof MoodleFault && /completionnotenabled/.test(error.errorcode)) return [];
      throw error;
    }
  }

  private async call<T>(name: FunctionName, parameters: Record<string, number>, schema: z.ZodType<T>): Promise<T> {
    const body = await this.ask(name, parameters);
    const fault = faultIn(body);
    if (fault && isUnexplained(fault)) throw await this.explain(name, fault);
    if (fault) throw new MoodleFault(this.name, name, fault.errorcode, fault.message);
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const places = parsed.error.issues.slice(0, 3).map(({ path }) => path.join('.'));
    throw new RecordsError('unreadable', ({ moodle }) => moodle.unknownShape(this.name, name, places), { cause: parsed.error });
  }

  private async ask(name: FunctionName, parameters: Record<string, number>): Promise<unknown> {
    const url = new URL(this.site);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/webservice/rest/server.php`;
    const form = new URLSearchParams({ wstoken: this.token, wsfunction: name, moodlewsrestformat: 'json' });
    for (const [key, value] of Object.entries(parameters)) form.set(key, String(value));
    try {
      return (await this.http.json(this.name, url, { method: 'POST', body: form }, (body) => this.isDown(name, body))).body;
    } catch (error) {
      // Moodle answers 403 to everybody where the protocol is switched off (`webservice/rest/server.php`); a wrong token gets a 200.
      if (!(error instanceof RecordsError) || error.code !== 'refused') throw error;
      throw new RecordsError('refused', (text) => [error.said(text)[0], text.moodle.isProtocolOff], { cause: error });
    }
  }

  /** While its database is restarted or it is being updated, Moodle says so in an answer of status 200. */
  private isDown(name: FunctionName, body: unknown): RecordsError | undefined {
    const fault = faultIn(body);
    const error = fault && new MoodleFault(this.name, name, fault.errorcode, fault.message);
    return error?.code === 'unavailable' ? error : undefined;
  }

  /** Asks for the other functions too, without parameters: whether they are refused as well tells what lacks. */
  private async explain(name: FunctionName, fault: MoodleFaultBody): Promise<RecordsError> {
    const refused: string[] = [];
    for (const other of FUNCTIONS) {
      const answer = other === name ? fault : faultIn(await this.ask(other, {}));
      if (answer && isUnexplained(answer)) refused.push(other);
    }
    return explained(this.name, fault, refused, FUNCTIONS);
  }
}
