import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { MoodleDouble, type MoodleFaultReply } from './moodle-double.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

const learners = madeUpLearners(20, Date.UTC(2022, 0, 7));
const withLicence = learners.find(({ completedAt, earned }) => completedAt !== undefined && earned.size > 2) as (typeof learners)[number];
let moodle: MoodleDouble;

beforeEach(async () => {
  moodle = new MoodleDouble();
  moodle.learners = learners;
  await moodle.start();
});
afterEach(() => moodle.stop());

function read(options: readonly string[] = [], token = moodle.token): Promise<CliResult> {
  return runInEnglish(['--moodle', moodle.site.href, '--course', '2', '--json', '-', ...options], { ASPA_MOODLE_TOKEN: token });
}

function lineOf(result: CliResult, email: string): unknown {
  return result.out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { email: string })
    .find((line) => line.email === email);
}

test('learners who are enrolled and have not begun are shown, teachers are not', async () => {
  const result = await read();
  expect(result.code).toBe(0);
  expect(result.out.split('\n').filter(Boolean)).toHaveLength(20);
  expect(lineOf(result, learners[3]?.email ?? '')).toMatchObject({ status: 'not-begun', classes: {} });
  expect(result.out).not.toContain('opettaja');
  expect(result.err).toContain('course 2: 21 learners, 21 of them read anew, in “Asiakaspalvelu 2026”.');
});

test('a package that says classes without their days gives days at the latest, and the licence by Moodle’s own date', async () => {
  moodle.saysDays = false;
  const day = (moment: number): string => new Date(moment).toLocaleDateString('sv-SE', { timeZone: 'Europe/Helsinki' });
  expect(lineOf(await read(), withLicence.email)).toMatchObject({
    status: 'earned',
    licence: { day: day(withLicence.completedAt ?? 0), exact: true },
    classes: { A1: { day: day(withLicence.completedAt ?? 0), exact: false }, A2: { day: day(withLicence.completedAt ?? 0), exact: false } },
  });
});

test('the activity is found by its manifest, whatever it is called; without it the others are named', async () => {
  moodle.manifest = 'JOKU-MUU';
  const result = await read();
  expect(result.code).toBe(4);
  expect(result.err).toContain(
    'no activity with the package “aspa-ajokortti”. Its SCORM activities are “Tietoturvan perusteet” (TIETOTURVA), “Asiakaspalvelu 2026” (JOKU-MUU).',
  );
});

test('a second run asks only for those who were there since, and its output still is whole', async () => {
  await inFolder(async (folder) => {
    const state = join(folder, 'state.jsonl');
    const first = await read(['--state', state]);
    moodle.calls.length = 0;
    const second = await read(['--state', state]);
    expect(second.code).toBe(0);
    expect(second.out).toBe(first.out);
    // All were there long ago: one in seven is looked at all the same.
    const asked = moodle.calls.filter((name) => name === 'mod_scorm_get_scorm_attempt_count').length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(Math.ceil(21 / 7));
    expect(await readFile(state, 'utf8')).not.toContain('VASTAUS');
    expect((await read(['--state', state, '--full'])).out).toBe(first.out);
  });
});

test('what came in without a visit, from the Moodle app or by a teacher’s hand, is there after seven runs', async () => {
  await inFolder(async (folder) => {
    const state = join(folder, 'state.jsonl');
    moodle.notesVisits = false;
    moodle.learners = learners.map(({ completedAt: _later, ...learner }) => ({ ...learner, earned: new Map<string, number>() }));
    const before = await read(['--state', state]);
    expect(before.out).not.toContain('"licence"');
    moodle.learners = learners;
    moodle.markedByHand.set(3, Date.UTC(2026, 4, 5));
    for (let run = 0; run < 7; run++) await read(['--state', state]);
    const after = await read(['--state', state]);
    expect(after.out).toBe((await read()).out);
    expect(lineOf(after, learners[3]?.email ?? '')).toMatchObject({ status: 'earned', licence: { day: '2026-05-05', exact: true } });
  });
});

test('who has an attempt has begun, even if Moodle knows of no visit', async () => {
  const expected = await read();
  moodle.notesVisits = false;
  expect((await read()).out).toBe(expected.out);
});

test('a learner who was taken off the course is gone from the next output', async () => {
  await inFolder(async (folder) => {
    const state = join(folder, 'state.jsonl');
    await read(['--state', state]);
    moodle.learners = learners.slice(1);
    const { out } = await read(['--state', state]);
    expect(out).not.toContain(learners[0]?.email);
    expect(out.split('\n').filter(Boolean)).toHaveLength(19);
  });
});

const faults: [what: string, reply: MoodleFaultReply, code: number, message: RegExp][] = [
  [
    'a token that is not valid',
    { exception: 'moodle_exception', errorcode: 'invalidtoken', message: 'Invalid token - token not found' },
    3,
    /“Invalid token - token not found” \(invalidtoken\)\. Check the token/,
  ],
  [
    'a right that is missing',
    { exception: 'required_capability_exception', errorcode: 'nopermissions', message: 'Sorry' },
    3,
    /“Sorry” \(nopermissions\)/,
  ],
  [
    'learners of a group that the token’s user may not see',
    { exception: 'moodle_exception', errorcode: 'accessdenied', message: 'Access denied' },
    3,
    /accessdenied/,
  ],
  [
    'an account that has expired',
    { exception: 'moodle_exception', errorcode: 'wsaccessuserexpired', message: 'Refused web service access for expired password' },
    3,
    /Check the token/,
  ],
  [
    'a function that the service lacks',
    { exception: 'webservice_access_exception', errorcode: 'accessexception', message: 'Access control exception' },
    3,
    /accessexception/,
  ],
  [
    'a course that is not there',
    { exception: 'dml_missing_record_exception', errorcode: 'invalidrecord', message: 'Can’t find data record' },
    4,
    /Check the number given with --course/,
  ],
  [
    'an SCO that is not there',
    { exception: 'core\\exception\\moodle_exception', errorcode: 'cannotfindsco', message: 'Could not find SCO' },
    4,
    /Could not find SCO/,
  ],
  [
    'maintenance',
    { exception: 'moodle_exception', errorcode: 'sitemaintenance', message: 'Site is under maintenance' },
    5,
    /Run again later/,
  ],
  ['anything else', { exception: 'coding_exception', errorcode: 'codingerror', message: 'Oops' }, 6, /Ask Moodle’s administrator/],
];

test.each(faults)('%s in an answer of status 200 is noticed', async (_what, reply, code, message) => {
  moodle.fault = (name) => (name === 'core_completion_get_activities_completion_status' ? reply : undefined);
  const result = await read(['--patience', '0']);
  expect(result.code).toBe(code);
  expect(result.err).toMatch(message);
  expect(result.out).toBe('');
});

describe('a token that Moodle refuses without saying why', () => {
  test('every function is refused: the capability webservice/rest:use is named', async () => {
    moodle.mayUseRest = false;
    const { code, out, err } = await read();
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain(
      'refuses every function with “Access control exception” (accessexception). Most likely the token’s user lacks the capability webservice/rest:use',
    );
    // Each function once, and no learner's.
    expect(new Set(moodle.calls).size).toBe(moodle.calls.length);
  });

  test('with debug messages Moodle names what lacks, and so do we', async () => {
    moodle.mayUseRest = false;
    moodle.showsDebug = true;
    const { code, err } = await read();
    expect(code).toBe(3);
    expect(err).toContain('missing capability: webservice/rest:use');
    expect(err).toContain('Allow the token’s user the capability webservice/rest:use');
  });

  test('some functions are refused: it is the service that lacks them, and all of them are named at once', async () => {
    moodle.lacking = ['core_enrol_get_enrolled_users', 'mod_scorm_get_scorm_sco_tracks'];
    const { code, err } = await read();
    expect(code).toBe(3);
    expect(err).toContain(
      'The token’s service lacks the functions core_enrol_get_enrolled_users, mod_scorm_get_scorm_sco_tracks. Add them there',
    );
    expect(err).not.toContain('rest:use');
  });

  test('the protocol is switched off', async () => {
    moodle.fault = (_name, _form, response) => (response.writeHead(403).end(), 'answered');
    const { code, err } = await read();
    expect(code).toBe(3);
    expect(err).toContain('(403). Check that Moodle’s web services and its REST protocol are enabled');
  });

  test('a function that is refused late is named as well', async () => {
    moodle.lacking = ['core_completion_get_activities_completion_status'];
    const { code, err } = await read();
    expect(code).toBe(3);
    expect(err).toContain('The token’s service lacks the function core_completion_get_activities_completion_status. Add it there');
  });
});

test('a course without completion tracking still has its classes', async () => {
  moodle.fault = (name) =>
    name === 'core_completion_get_activities_completion_status'
      ? { exception: 'moodle_exception', errorcode: 'completionnotenabled', message: 'Completion is not enabled' }
      : undefined;
  const result = await read();
  expect(result.code).toBe(0);
  expect(lineOf(result, withLicence.email)).toMatchObject({ status: 'earned' });
});

test('a number of attempts that nobody can have made ends the run', async () => {
  moodle.fault = (name, _form, response) => {
    if (name !== 'mod_scorm_get_scorm_attempt_count') return undefined;
    response.end(JSON.stringify({ attemptscount: 1e9 }));
    return 'answered';
  };
  const result = await read();
  expect(result.code).toBe(6);
  expect(result.err).toContain('mod_scorm_get_scorm_attempt_count in a shape that is not known (attemptscount)');
});

test('a Moodle whose database is being restarted is waited for', async () => {
  const expected = await read();
  let left = 2;
  moodle.fault = () =>
    left-- > 0
      ? { exception: 'dml_connection_exception', errorcode: 'dbconnectionfailed', message: 'Database connection failed' }
      : undefined;
  const result = await read(['--patience', '20']);
  expect(result.code).toBe(0);
  expect(result.out).toBe(expected.out);
  expect(result.err).toContain('“Database connection failed” (dbconnectionfailed). Trying again in 1 s.');
});

test('an error in the middle says how far it had come', async () => {
  let calls = 0;
  moodle.fault = (name) =>
    name === 'mod_scorm_get_scorm_attempt_count' && ++calls > 9
      ? { exception: 'moodle_exception', errorcode: 'sitemaintenance', message: 'Site is under maintenance' }
      : undefined;
  const result = await read(['--patience', '0']);
  expect(result.code).toBe(5);
  expect(result.err).toMatch(/Reading got this far\. Moodle .*, course 2: [1-9]\d* learners/);
});

test('an answer in an unknown shape is told with its place', async () => {
  moodle.fault = (name, _form, response) => {
    if (name !== 'core_enrol_get_enrolled_users') return undefined;
    response.end(JSON.stringify([{ id: 'seven' }]));
    return 'answered';
  };
  const result = await read();
  expect(result.code).toBe(6);
  expect(result.err).toContain('in a shape that is not known (0.id)');
});

describe('attempts that a teacher has deleted', () => {
  test('those before leave their number free: what was done in the others is told', async () => {
    const expected = await read();
    moodle.attempts = [2, 5];
    const { code, out } = await read();
    expect(code).toBe(0);
    expect(out).toBe(expected.out);
  });

  test('one that is gone between two requests is no beginning', async () => {
    moodle.fault = (name, _form, response) => {
      if (name !== 'mod_scorm_get_scorm_sco_tracks') return undefined;
      response.end(JSON.stringify({ data: { attempt: 0, tracks: [] }, warnings: [{ warningcode: 'notattempted' }] }));
      return 'answered';
    };
    const noCompletion = learners.find(({ begunAt, completedAt }) => begunAt !== undefined && completedAt === undefined);
    expect(lineOf(await read(), noCompletion?.email ?? '')).toMatchObject({ status: 'not-begun', classes: {} });
  });
});

describe('the activity’s completion in Moodle', () => {
  const notBegun = learners[3] as (typeof learners)[number];
  beforeEach(() => moodle.markedByHand.set(notBegun.number, Date.UTC(2026, 4, 5)));

  test('by “Mark as done” is shown, since a municipality may have it so, and told of where nothing else proves it', async () => {
    moodle.completion = { tracking: 1, details: [] };
    const result = await read(['--quiet']);
    expect(lineOf(result, notBegun.email)).toMatchObject({ status: 'earned', licence: { day: '2026-05-05' } });
    expect(result.err).toContain('Warning: 1 learner has the licence by “Mark as done” alone');
  });

  test('by having opened it is no licence, and that is told', async () => {
    moodle.completion = { tracking: 2, details: [{ rulename: 'completionview', rulevalue: { status: 1 } }] };
    const result = await read(['--quiet']);
    expect(lineOf(result, notBegun.email)).toMatchObject({ status: 'not-begun', classes: {} });
    expect(lineOf(result, withLicence.email)).toMatchObject({ status: 'earned' });
    expect(result.err).toContain('Warning: For 1 learner Moodle counts the activity as complete because it was opened');
  });

  test.each([
    ['a teacher has set it', { tracking: 1, overrideby: 2 }],
    ['it asks for more than a look', { tracking: 2, details: [{ rulename: 'completionview' }, { rulename: 'completionstatusrequired' }] }],
  ])('counts where %s, without a word', async (_what, completion) => {
    moodle.completion = completion;
    const result = await read(['--quiet']);
    expect(lineOf(result, notBegun.email)).toMatchObject({ status: 'earned' });
    expect(result.err).toBe('');
  });
});

describe('an activity of cmi5 or xAPI on the course page', () => {
  const notBegun = learners[3] as (typeof learners)[number];
  const message = 'on the course page, and nothing in the licence’s SCORM activity';

  test.each(['cmi5', 'cmi5launch', 'tincanlaunch'])('completed in %s by somebody who shows as not begun is told', async (modname) => {
    moodle.completedElsewhere.set(notBegun.number, modname).set(withLicence.number, modname);
    const result = await read(['--quiet']);
    expect(lineOf(result, notBegun.email)).toMatchObject({ status: 'not-begun' });
    expect(result.err).toContain(`Warning: 1 learner has completed an activity of cmi5 or xAPI ${message}`);
    expect(result.err).toContain('--lrs');
  });

  test.each([
    ['of another kind', notBegun.number, 'quiz'],
    ['completed by somebody with an attempt', withLicence.number, 'cmi5'],
  ])('%s is not', async (_what, number, modname) => {
    moodle.completedElsewhere.set(number, modname);
    expect((await read(['--quiet'])).err).toBe('');
  });

  test('is not told where an LRS is read in the same run', async () => {
    moodle.completedElsewhere.set(notBegun.number, 'cmi5');
    const lrs = new LrsDouble();
    await lrs.start();
    try {
      const { code, err } = await runInEnglish(
        ['--moodle', moodle.site.href, '--course', '2', '--lrs', lrs.endpoint.href, '--json', '-', '--quiet'],
        { ASPA_MOODLE_TOKEN: moodle.token, ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret },
      );
      expect(code).toBe(0);
      expect(err).not.toContain(message);
    } finally {
      await lrs.stop();
    }
  });
});

describe('a run that goes on from a state', () => {
  test('knows at once what a learner has who is enrolled again, though her last visit is long ago', async () => {
    await inFolder(async (folder) => {
      const state = ['--state', join(folder, 'state.jsonl')];
      moodle.learners = learners.filter((learner) => learner !== withLicence);
      await read(state);
      moodle.learners = learners;
      for (let run = 0; run < 2; run++) expect(lineOf(await read(state), withLicence.email)).toMatchObject({ status: 'earned' });
    });
  });

  test('never takes a teacher for a learner', async () => {
    await inFolder(async (folder) => {
      const state = ['--state', join(folder, 'state.jsonl')];
      moodle.fault = (name, _form, response) => {
        if (name !== 'core_enrol_get_enrolled_users') return undefined;
        const teacher = { id: 2, fullname: 'Opettaja', lastcourseaccess: 1_600_000_000, roles: [{ shortname: 'editingteacher' }] };
        response.end(JSON.stringify([teacher]));
        return 'answered';
      };
      for (let run = 0; run < 4; run++) expect((await read(state)).out).toBe('');
    });
  });
});

test('an account that was never confirmed does not keep everybody’s records back', async () => {
  moodle.fault = (name, form) =>
    name === 'mod_scorm_get_scorm_attempt_count' && form.get('userid') === '6'
      ? { exception: 'moodle_exception', errorcode: 'usernotconfirmed', message: 'User oppija3 is not confirmed' }
      : undefined;
  const result = await read();
  expect(result.code).toBe(0);
  expect(lineOf(result, withLicence.email)).toMatchObject({ status: 'earned' });
  expect(result.err).toContain('1 account was never confirmed');
});
