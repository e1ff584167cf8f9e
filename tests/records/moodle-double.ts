/** Moodle's REST services in the shapes of a recorded Moodle 4.5, with a course that has several SCORM activities. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { earnedInteractionId, objectiveId } from '../../src/course/course-identifiers.ts';
import { course, type MadeUpLearner } from './learners.ts';

export interface MoodleFaultReply {
  readonly exception: string;
  readonly errorcode: string;
  readonly message: string;
}

export class MoodleDouble {
  learners: readonly MadeUpLearner[] = [];
  scorm: '1.2' | '2004' = '1.2';
  /** False: the package says classes by objectives only, without their days. */
  saysDays = true;
  manifest = 'aspa-ajokortti';
  /** False: as with the Moodle app, whose requests Moodle does not note as visits. */
  notesVisits = true;
  /** Numbers of learners whom a teacher has marked as complete by hand. */
  readonly markedByHand = new Map<number, number>();
  /**
   * False: the token's user lacks the capability `webservice/rest:use`. Moodle refuses every function then and does not say why, unless it
   * is set to show debug messages (4.5.6, `webservice/lib.php` and `webservice/rest/locallib.php`, read and run).
   */
  mayUseRest = true;
  /** Functions that the token's service lacks: refused with the same words. */
  lacking: readonly string[] = [];
  showsDebug = false;
  /** By learners' numbers: the kind of another activity of the course that they have completed. */
  readonly completedElsewhere = new Map<number, string>();
  /** Numbers of each learner's attempts: a teacher may have deleted one before them. Moodle counts what is there and numbers nothing anew. */
  attempts: readonly number[] = [1];
  /** What is said of the completion of the activity besides its state, such as how it is tracked. */
  completion: object = {};
  /**
   * The course was reset: attempts and completions are gone, who visited it last when stays (Moodle 4.5.6 and 5.1.3, `reset_course_userdata` in
   * lib/moodlelib.php; read).
   */
  isReset = false;
  /** Answers a function in its own way, or undefined. */
  fault: ((name: string, form: URLSearchParams, response: ServerResponse) => MoodleFaultReply | 'answered' | undefined) | undefined;
  readonly calls: string[] = [];
  mostAtOnce = 0;
  private under = 0;
  private server: Server | undefined;

  constructor(readonly token = 'f00dcafe0123456789abcdef01234567') {}

  async start(): Promise<URL> {
    this.server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        if (request.url !== '/moodle/webservice/rest/server.php') return void response.writeHead(404).end('<h1>Not found</h1>');
        this.mostAtOnce = Math.max(this.mostAtOnce, ++this.under);
        const form = new URLSearchParams(body);
        const name = form.get('wsfunction') ?? '';
        this.calls.push(name);
        setTimeout(() => {
          this.under--;
          const fault = this.fault?.(name, form, response);
          if (fault === 'answered') return;
          reply(response, fault ?? (form.get('wstoken') === this.token ? this.allowed(name, form) : invalidToken(form)));
        }, 1);
      });
    });
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve));
    return this.site;
  }

  get site(): URL {
    return new URL(`http://127.0.0.1:${(this.server?.address() as AddressInfo).port}/moodle`);
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  private allowed(name: string, form: URLSearchParams): unknown {
    if (this.mayUseRest && !this.lacking.includes(name)) return this.call(name, form);
    const debuginfo = this.mayUseRest
      ? `Access to the function ${name}() is not allowed.`
      : 'You are not allowed to use the rest protocol (missing capability: webservice/rest:use)';
    const refusal = { exception: 'webservice_access_exception', errorcode: 'accessexception', message: 'Access control exception' };
    return this.showsDebug ? { ...refusal, debuginfo } : refusal;
  }

  private call(name: string, form: URLSearchParams): unknown {
    const found = this.learners.find(({ number }) => number + 3 === Number(form.get('userid')));
    const learner = found && this.isReset ? withoutWork(found) : found;
    switch (name) {
      case 'core_enrol_get_enrolled_users':
        return [...this.learners.map((one) => this.user(one)), teacher];
      case 'mod_scorm_get_scorms_by_courses':
        return {
          scorms: [scormOf(14, 'Tietoturvan perusteet'), scormOf(15, 'Asiakaspalvelu 2026')],
          options: [{ name: 'scormstandard', value: '0' }],
          warnings: [],
        };
      case 'mod_scorm_get_scorm_scoes':
        return { scoes: scoesOf(Number(form.get('scormid')), form.get('scormid') === '15' ? this.manifest : 'TIETOTURVA'), warnings: [] };
      case 'mod_scorm_get_scorm_attempt_count':
        return { attemptscount: form.get('scormid') === '15' && learner?.begunAt !== undefined ? this.attempts.length : 0, warnings: [] };
      case 'mod_scorm_get_scorm_sco_tracks':
        if (form.get('scoid') !== '36' || !learner)
          return { exception: 'core\\exception\\moodle_exception', errorcode: 'cannotfindsco', message: 'Could not find SCO' };
        return this.attempt(learner, Number(form.get('attempt')));
      case 'core_completion_get_activities_completion_status':
        return { statuses: [...this.statuses(learner), ...this.elsewhere(learner)], warnings: [] };
      default:
        return {
          exception: 'dml_missing_record_exception',
          errorcode: 'invalidrecord',
          message: `Can't find data record in database table external_functions.`,
        };
    }
  }

  /** 0 asks for the latest one; one that is not there has no tracks. */
  private attempt(learner: MadeUpLearner, asked: number): object {
    const attempt = asked === 0 ? Math.max(0, ...this.attempts) : asked;
    if (!this.attempts.includes(attempt)) return { data: { attempt, tracks: [] }, warnings: [{ warningcode: 'notattempted' }] };
    return { data: { attempt, tracks: this.tracks(learner) }, warnings: [] };
  }

  private statuses(learner: MadeUpLearner | undefined): object[] {
    const [other, ours] = statusesOf(learner && (this.markedByHand.get(learner.number) ?? learner.completedAt));
    return [other ?? {}, { ...ours, ...this.completion }];
  }

  private elsewhere(learner: MadeUpLearner | undefined): object[] {
    const done = learner && this.completedElsewhere.get(learner.number);
    return [...new Set(this.completedElsewhere.values())].map((modname, index) => {
      return { cmid: 17 + index, modname, instance: 1, state: modname === done ? 1 : 0, timecompleted: 1_795_564_339, tracking: 2 };
    });
  }

  private user({ number, name, email, username, begunAt, earned }: MadeUpLearner): object {
    const seen = begunAt === undefined ? 0 : seconds(Math.max(begunAt, ...earned.values()));
    const [firstname = '', ...rest] = name.split(' ');
    return {
      id: number + 3,
      username,
      firstname,
      lastname: rest.join(' '),
      fullname: name,
      email,
      department: '',
      firstaccess: seen,
      lastaccess: seen,
      lastcourseaccess: this.notesVisits ? seen : 0,
      profileimageurl: `${this.site.href}/theme/image.php/boost/core/1/u/f1`,
      roles: [{ roleid: 5, name: '', shortname: 'student', sortorder: 0 }],
      enrolledcourses: [{ id: 2, fullname: 'Asiakaspalvelu', shortname: 'ASPA' }],
    };
  }

  private tracks({ number, begunAt = 0, earned, completedAt }: MadeUpLearner): object[] {
    const old = this.scorm === '1.2';
    const at = (list: string, index: number, property: string): string =>
      old ? `cmi.${list}_${index}.${property}` : `cmi.${list}.${index}.${property}`;
    const element = (name: string, value: string | number): { element: string; value: string | number } => ({ element: name, value });
    const status = completedAt === undefined ? 'incomplete' : 'completed';
    const last = Math.max(begunAt, ...earned.values());
    return [
      element('score_raw', completedAt === undefined ? '' : 100),
      element('status', status),
      element('total_time', '00:25:30.00'),
      element('session_time', '00:00:00'),
      element('timemodified', String(seconds(last))),
      element(old ? 'cmi.core.exit' : 'cmi.exit', 'suspend'),
      element(old ? 'cmi.core.lesson_status' : 'cmi.completion_status', status),
      element('cmi.suspend_data', `VASTAUS ${number} pakattuna`),
      ...this.interactions(number, earned).flatMap(({ id, response, time }, index) => [
        element(at('interactions', index, 'id'), id),
        element(at('interactions', index, old ? 'student_response' : 'learner_response'), response),
        ...(time === '' ? [] : [element(at('interactions', index, old ? 'time' : 'timestamp'), time)]),
        element(at('interactions', index, 'type'), 'fill-in'),
      ]),
      ...course.classes.flatMap(({ id }, index) => [
        element(at('objectives', index, 'id'), objectiveId(id)),
        element(at('objectives', index, old ? 'status' : 'completion_status'), earned.has(id) ? 'completed' : 'incomplete'),
      ]),
      // Free places for pages of the state (1.2): identifiers without a status.
      ...(old ? [6, 7, 8].map((index) => element(at('objectives', index, 'id'), 'free')) : []),
      element('x.start.time', String(seconds(begunAt))),
      element('userid', number + 3),
      element('scoid', '36'),
    ];
  }

  /**
   * With SCORM 1.2 every question and every class has its interaction from the first visit on, with an empty response until it is answered or
   * earned (Moodle 4.5.6 with the package of version 1.0.0, run; `recorded/course-1.0.0`). With 2004 there are only those with a response.
   */
  private interactions(number: number, earned: MadeUpLearner['earned']): { id: string; response: string; time: string }[] {
    const day = (moment: number | undefined): string =>
      moment === undefined ? '' : new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });
    const classes = this.saysDays
      ? course.classes.map(({ id }) => ({
          id: earnedInteractionId(id),
          response: day(earned.get(id)),
          time: earned.has(id) ? '02:32:42' : '',
        }))
      : [];
    const answers = [
      { id: 'a.training.log', response: '', time: '' },
      { id: 'b.channels.phone.skill', response: `VASTAUS ${number}: välillä "kiire" & <häly>`, time: '02:32:50' },
      { id: 'b.channels.desk.presence', response: '', time: '' },
    ];
    return [...classes, ...answers].filter(({ response }) => this.scorm === '1.2' || response !== '');
  }
}

function withoutWork({ begunAt: _begun, completedAt: _completed, ...learner }: MadeUpLearner): MadeUpLearner {
  return { ...learner, earned: new Map() };
}

const teacher = {
  id: 2,
  username: 'opettaja',
  fullname: 'Opettaja Yksi',
  email: 'opettaja@kirjasto.example',
  lastcourseaccess: 1_795_564_339,
  roles: [{ roleid: 3, name: '', shortname: 'editingteacher', sortorder: 0 }],
};

function scormOf(id: number, name: string): object {
  return {
    id,
    coursemodule: id + 1,
    course: 2,
    name,
    intro: '',
    introformat: 1,
    version: 'SCORM_1.2',
    maxgrade: 100,
    launch: id + 21,
    scormtype: 'local',
  };
}

function scoesOf(scorm: number, manifest: string): object[] {
  return [
    {
      id: scorm + 20,
      scorm,
      manifest,
      organization: '',
      parent: '/',
      identifier: 'ORG',
      launch: '',
      scormtype: '',
      title: 'Kurssi äö & "lainaus"',
      sortorder: 1,
      extradata: [],
    },
    {
      id: scorm + 21,
      scorm,
      manifest,
      organization: 'ORG',
      parent: 'ORG',
      identifier: 'SCO',
      launch: 'index.html',
      scormtype: 'sco',
      title: 'Aspa-ajokortti',
      sortorder: 2,
      extradata: [{ element: 'isvisible', value: 'true' }],
    },
  ];
}

function statusesOf(done: number | undefined): object[] {
  return [
    { cmid: 15, modname: 'scorm', instance: 14, state: 1, timecompleted: 1_700_000_000, tracking: 2, overrideby: null, valueused: false },
    {
      cmid: 16,
      modname: 'scorm',
      instance: 15,
      state: done === undefined ? 0 : 1,
      timecompleted: done === undefined ? 0 : seconds(done),
      tracking: 2,
      overrideby: null,
      valueused: false,
    },
  ];
}

/** As Moodle says it; that it repeats the token is made up, to see that nobody prints it. */
function invalidToken(form: URLSearchParams): MoodleFaultReply {
  return {
    exception: 'core\\exception\\moodle_exception',
    errorcode: 'invalidtoken',
    message: `Invalid token - token not found: ${form.get('wstoken') ?? ''}`,
  };
}

function seconds(moment: number): number {
  return Math.floor(moment / 1000);
}

function reply(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Access-Control-Allow-Origin': '*' });
  response.end(JSON.stringify(body));
}
