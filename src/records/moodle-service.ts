/** Moodle's REST web services, protocol `rest` with JSON: the few functions that completions need. */
import { z } from 'zod';
import type { HttpClient } from './http-client.ts';
import { RecordsError, type RecordsErrorCode } from './records-error.ts';

const fault = z.object({ exception: z.string(), errorcode: z.string().default(''), message: z.string().default('') });

/** What Moodle says in an answer of status 200 that is an error all the same. */
const refusals =
  /invalidtoken|accessexception|nopermission|requireloginerror|sitepolicynotagreed|usernotfullysetup|servicerequireslogin|notallowed|forbiddenwsuser|enablewsdescription|accessdenied|noaccess|wsaccess|passwordisexpired|forcepasswordchange/i;
const missing = /cannotfindsco|invalidrecord|invalidcourse|unknowncourse|courseidnotfound|invalidcoursemodule|cannotfindcourse/i;
const later = /maintenance|dmlreadexception|dbconnectionfailed|upgraderequired|upgraderunning/i;

class MoodleFault extends RecordsError {
  constructor(
    where: string,
    readonly errorcode: string,
    message: string,
  ) {
    const code: RecordsErrorCode = refusals.test(errorcode)
      ? 'refused'
      : missing.test(errorcode)
        ? 'not-found'
        : later.test(errorcode)
          ? 'unavailable'
          : 'unreadable';
    const next = {
      refused: 'Check the token, that its service has this function, and that its user may see the course’s participants and reports.',
      'not-found': 'Check the number given with --course.',
      unavailable: 'Run again later.',
      unreadable: 'Ask Moodle’s administrator what this means.',
    }[code];
    super(code, `${where} says “${message}” (${errorcode || 'no code'}).`, next);
  }
}

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

const attempts = z.object({ attemptscount: z.number() });

/** Values stay where they are: what is read of them is chosen in `moodle-tracks.ts`. */
const tracks = z.object({
  data: z.object({ tracks: z.array(z.object({ element: z.string(), value: z.union([z.string(), z.number(), z.null()]) })) }),
});
export type MoodleTrack = z.infer<typeof tracks>['data']['tracks'][number];

const statuses = z.object({
  statuses: z.array(z.object({ cmid: z.number(), state: z.number(), timecompleted: z.number().nullish() })),
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

  async attemptCount(scormId: number, userId: number): Promise<number> {
    return (await this.call('mod_scorm_get_scorm_attempt_count', { scormid: scormId, userid: userId }, attempts)).attemptscount;
  }

  async tracks(scoId: number, userId: number, attempt: number): Promise<MoodleTrack[]> {
    return (await this.call('mod_scorm_get_scorm_sco_tracks', { scoid: scoId, userid: userId, attempt }, tracks)).data.tracks;
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

  private async call<T>(name: string, parameters: Record<string, number>, schema: z.ZodType<T>): Promise<T> {
    const url = new URL(this.site);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/webservice/rest/server.php`;
    const form = new URLSearchParams({ wstoken: this.token, wsfunction: name, moodlewsrestformat: 'json' });
    for (const [key, value] of Object.entries(parameters)) form.set(key, String(value));
    const { body } = await this.http.json(this.name, url, { method: 'POST', body: form });
    const failed = fault.safeParse(body);
    if (failed.success) throw new MoodleFault(`${this.name}, asked for ${name},`, failed.data.errorcode, failed.data.message);
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    const places = parsed.error.issues.slice(0, 3).map(({ path }) => path.join('.') || 'the whole');
    throw new RecordsError(
      'unreadable',
      `${this.name} answered ${name} in a shape that is not known (${places.join(', ')}).`,
      'Check the version of Moodle: 4.1 to 5 are known.',
      {
        cause: parsed.error,
      },
    );
  }
}
