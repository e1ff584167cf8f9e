import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { course, madeUpLearners } from './learners.ts';
import { LrsDouble, send, type Fault } from './lrs-double.ts';
import { allStatements, voiding, type StoredStatement } from './made-up-statements.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';
import { attempt, tell } from './told-lrs.ts';

const learners = madeUpLearners(20);
let lrs: LrsDouble;

beforeEach(async () => {
  lrs = new LrsDouble();
  lrs.statements = allStatements(learners);
  await lrs.start();
});
afterEach(() => lrs.stop());

function read(options: readonly string[] = [], environment: Record<string, string> = {}): Promise<CliResult> {
  return runInEnglish(['--lrs', lrs.endpoint.href, '--json', '-', ...options], {
    ASPA_LRS_KEY: lrs.key,
    ASPA_LRS_SECRET: lrs.secret,
    ...environment,
  });
}

interface Line {
  readonly name: string;
  readonly email?: string;
  readonly status: string;
  readonly classes: Readonly<Record<string, { readonly day: string; readonly exact: boolean }>>;
  readonly licence?: { readonly day: string };
  readonly renewed?: { readonly day: string; readonly exact: boolean };
  readonly expires?: string;
}

function lines({ out }: CliResult): Line[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** Makes a copy of a learner's last statement, the licence. */
function licenceOf(number: number, changes: object): StoredStatement {
  const email = learners[number]?.email;
  const statement = lrs.statements.find((one) => one.verb.id.endsWith('/completed') && JSON.stringify(one).includes(`mailto:${email}`));
  if (!statement) throw new Error(`learner ${number} has no licence`);
  return { ...statement, ...changes };
}

const withLicence = learners.filter(({ completedAt }) => completedAt !== undefined);
const one = withLicence[0] as (typeof learners)[number];

describe('what is read', () => {
  test('only the statements of this course are asked for, by verb and activity, the oldest first', async () => {
    await read();
    for (const { searchParams } of lrs.requests) {
      expect(searchParams.get('ascending')).toBe('true');
      expect(searchParams.get('limit')).toBe('500');
      if (searchParams.get('verb')?.endsWith('/voided')) continue;
      expect(searchParams.get('activity')).toBe(course.id);
      expect(searchParams.get('related_activities')).toBe('true');
    }
    expect(lrs.requests.map(({ searchParams }) => searchParams.get('verb')?.split('/').at(-1))).toEqual([
      'voided',
      'initialized',
      'earned',
      'completed',
    ]);
  });

  test.each(['own', 'unit'] as const)(
    'an LRS that looks at a statement’s object alone is asked for the unit and each class by its own identifier: %s',
    async (launch) => {
      const known = lines(await read());
      lrs.statements = allStatements(learners, launch);
      lrs.seesContexts = false;
      await inFolder(async (folder) => {
        const state = ['--state', join(folder, 'state')];
        const first = await read(state);
        expect(first.code).toBe(0);
        expect(first.err).not.toContain('not about this course');
        expect(lines(first)).toEqual(known);
        lrs.requests.length = 0;
        const licence = licenceOf(one.number, {});
        const later = { timestamp: '2026-11-20T09:00:00Z', stored: '2026-11-20T09:00:01Z' };
        lrs.statements.push({ ...licence, id: '33333333-3333-4333-8333-333333333331', ...later });
        expect(lines(await read(state))).toEqual(lines(await read()));
        expect(lrs.requests.filter(({ searchParams }) => searchParams.has('since')).length).toBeGreaterThan(course.classes.length);
      });
    },
  );

  test('an LRS that looks at a statement’s object alone is asked for the parts that classes were earned in', async () => {
    const part = `${course.id}/osa/b`;
    const [aino, vaino, oona] = ['aino', 'vaino', 'oona'].map((name) => ({ mbox: `mailto:${name}@kunta.example` })) as [
      object,
      object,
      object,
    ];
    const inPart = (id: string): object => ({ object: { objectType: 'Activity', id }, ...attempt(1, { other: [{ id: course.id }] }) });
    const states = async (options: readonly string[] = []): Promise<string[]> => lines(await read(options)).map(({ status }) => status);
    lrs.statements = [];
    lrs.seesContexts = false;
    tell(lrs, vaino, 'initialized', undefined, '2026-02-01', inPart(`${part}/au`));
    await inFolder(async (folder) => {
      const state = ['--state', join(folder, 'state')];
      // That there is such a part, nothing has said as yet.
      expect(await states(state)).toEqual([]);
      tell(lrs, aino, 'earned', 'B', '2026-02-02', attempt(1, { parent: [{ id: `${part}/au` }], other: [{ id: course.id }] }));
      expect(await states(state)).toEqual(['begun', 'begun']);
      tell(lrs, oona, 'completed', undefined, '2026-02-03', inPart(part));
      expect(await states(state)).toEqual(['begun', 'begun', 'begun']);
      expect(await states()).toEqual(['begun', 'begun', 'begun']);
    });
  });

  test('an LRS that looks at contexts is not asked a second time, and neither after it gave nothing new', async () => {
    await inFolder(async (folder) => {
      const state = ['--state', join(folder, 'state')];
      await read(state);
      lrs.requests.length = 0;
      await read(state);
      expect(lrs.requests).toHaveLength(4);
    });
  });

  test('a statement that was delivered twice counts once', async () => {
    const before = lines(await read());
    lrs.statements.push(licenceOf(one.number, {}), licenceOf(one.number, { id: '11111111-1111-4111-8111-111111111111' }));
    expect(lines(await read())).toEqual(before);
  });

  test('what was voided is left out, even where an LRS still hands it out', async () => {
    const { id } = licenceOf(one.number, {});
    const classes = lrs.statements.filter(
      (statement) => statement.verb.id.endsWith('/earned') && JSON.stringify(statement).includes(one.email),
    );
    for (const statement of [id, ...classes.map((earned) => earned.id)]) {
      lrs.voided.add(statement);
      lrs.statements.push(voiding(statement, '2026-11-01T00:00:00.000Z'));
    }
    lrs.leavesVoidedOut = false;
    const line = lines(await read()).find(({ email }) => email === one.email);
    expect(line).toMatchObject({ status: 'begun', classes: {} });
  });

  test('another course, a question of this one and a completion that says false are not ours; what we cannot read is counted', async () => {
    const before = lines(await read());
    const other = {
      objectType: 'Activity',
      id: 'https://lms.example/quiz',
      definition: { type: 'http://adlnet.gov/expapi/activities/assessment' },
    };
    const inCourse = { contextActivities: { grouping: [{ objectType: 'Activity', id: course.id }] } };
    lrs.statements.push(
      licenceOf(one.number, { id: '22222222-2222-4222-8222-222222222221', object: other, context: inCourse }),
      licenceOf(one.number, { id: '22222222-2222-4222-8222-222222222222', object: { id: `${course.id}/question/a` }, context: inCourse }),
      licenceOf(one.number, {
        id: '22222222-2222-4222-8222-222222222223',
        actor: { mbox: 'mailto:uusi@kirjasto.example' },
        result: { completion: false },
      }),
    );
    const harmless = await read();
    expect(harmless.code).toBe(0);
    expect(lines(harmless)).toEqual(before);
    expect(harmless.err).toContain('3 statements are not about this course');

    lrs.statements.push(
      licenceOf(one.number, {
        id: '22222222-2222-4222-8222-222222222224',
        actor: { objectType: 'Group', mbox: 'mailto:tiimi@kirjasto.example', member: [] },
      }),
    );
    const broken = await read();
    expect(broken.code).toBe(8);
    expect(lines(broken)).toEqual(before);
    expect(broken.err).toContain(
      'Not understood, left out: statement 22222222-2222-4222-8222-222222222224: an actor that is no single person.',
    );
  });

  test.each([
    ['a year', '2026'],
    ['a number', '1795653122'],
    ['words', '26 November 2026'],
    ['nothing', ''],
    ['before there were computers in libraries', '1970-01-01T00:00:00Z'],
    ['beyond every calendar', '+275760-01-01T00:00:00Z'],
  ])('a statement that says %s for its time is believed for the LRS’s own', async (_what, timestamp) => {
    const strange = { id: '55555555-5555-4555-8555-555555555551', actor: { mbox: 'mailto:uusi@kirjasto.example' }, timestamp };
    lrs.statements.push(licenceOf(one.number, { ...strange, stored: '2026-11-24T12:00:00Z' }));
    const known = await read();
    expect(known.code).toBe(0);
    expect(lines(known).find(({ email }) => email === 'uusi@kirjasto.example')).toMatchObject({
      status: 'earned',
      licence: { day: '2026-11-24', exact: true },
    });
    lrs.statements.pop();
    lrs.statements.push(licenceOf(one.number, { ...strange, stored: timestamp }));
    const unknown = await read();
    expect(unknown.code).toBe(8);
    expect(unknown.err).toContain('statement 55555555-5555-4555-8555-555555555551: no time');
    expect(unknown.out).not.toContain('uusi@kirjasto.example');
  });

  test('an account that is named by an address is the person of that address, unless addresses make nobody the same', async () => {
    const actor = { account: { homePage: 'https://moodle.example', name: 'Tuija@kirjasto.example' } };
    lrs.statements = [licenceOf(one.number, { id: '33333333-3333-4333-8333-333333333334', actor })];
    await inFolder(async (folder) => {
      const staff = join(folder, 'staff.csv');
      await writeFile(staff, 'nimi,sähköposti\nTuija,tuija@kirjasto.example\n');
      expect(lines(await read(['--people', staff]))).toMatchObject([{ name: 'Tuija', email: 'tuija@kirjasto.example', status: 'earned' }]);
      const apart = lines(await read(['--people', staff, '--identify', 'employee,account']));
      expect(apart.map(({ status }) => status).sort()).toEqual(['earned', 'not-begun']);
    });
  });

  test('accounts, openid and hashed addresses are people too; a hash is joined to the address it was made of', async () => {
    lrs.statements = [
      licenceOf(one.number, {
        id: '33333333-3333-4333-8333-333333333331',
        actor: { mbox_sha1sum: '5b0c6f4a5cc1e5a1e5a4f0b0dba2a1f6de2e2ab1', name: 'Hash' },
      }),
      licenceOf(one.number, {
        id: '33333333-3333-4333-8333-333333333332',
        actor: { account: { homePage: 'https://lms.example', name: 'tunnus1' }, name: 'Account' },
      }),
      licenceOf(one.number, { id: '33333333-3333-4333-8333-333333333333', actor: { openid: 'https://id.example/oili', name: 'Openid' } }),
    ];
    await inFolder(async (folder) => {
      const { createHash } = await import('node:crypto');
      const hash = createHash('sha1').update('mailto:hilla@kirjasto.example').digest('hex');
      (lrs.statements[0] as unknown as { actor: object }).actor = { mbox_sha1sum: hash };
      await writeFile(
        join(folder, 'staff.csv'),
        'nimi,sähköposti,käyttäjätunnus\nHilla,hilla@kirjasto.example,\nTuija,tuija@kirjasto.example,tunnus1\n',
      );
      const people = lines(await read(['--people', join(folder, 'staff.csv')]));
      expect(people.map(({ name, status }) => [name, status])).toEqual([
        ['Hilla', 'earned'],
        ['Openid', 'earned'],
        ['Tuija', 'earned'],
      ]);
    });
  });

  test('a licence earned again in a later registration is a renewal, and is valid from then on', async () => {
    const again = {
      context: { registration: '99999999-9999-4999-8999-999999999999' },
      timestamp: '2028-05-05T09:00:00Z',
      stored: '2028-05-05T09:00:01Z',
    };
    lrs.statements.push(licenceOf(one.number, { id: '44444444-4444-4444-8444-444444444444', ...again }));
    const line = lines(await read(['--valid-for', '3y', '--as-of', '2028-12-31'])).find(({ email }) => email === one.email);
    expect(line).toMatchObject({ status: 'earned', renewed: { day: '2028-05-05', exact: true }, expires: '2031-05-04' });
    expect(lines(await read(['--valid-for', '3y', '--as-of', '2031-03-01'])).find(({ email }) => email === one.email)?.status).toBe(
      'expiring',
    );
    expect(lines(await read(['--valid-for', '3y', '--as-of', '2031-05-05'])).find(({ email }) => email === one.email)?.status).toBe(
      'expired',
    );
  });

  test('an LRS of xAPI 2.0 alone is asked in its own version', async () => {
    lrs.versions = ['2.0.0'];
    const result = await read();
    expect(result.code).toBe(0);
    expect(lines(result)).toHaveLength(learners.filter(({ begunAt }) => begunAt !== undefined).length);
  });

  test('--until leaves out what was stored later', async () => {
    const moment = new Date((one.completedAt ?? 0) - 1000).toISOString();
    const line = lines(await read(['--until', moment])).find(({ email }) => email === one.email);
    expect(line?.licence).toBeUndefined();
  });
});

describe('what goes wrong', () => {
  const html = '<!doctype html><title>Kirjaudu</title><style>p{}</style><h1>Kirjaudu sisään</h1>';
  const reply =
    (status: number, body: string, headers: Record<string, string> = {}): Fault =>
    (_request, response) => {
      response.writeHead(status, headers).end(body);
      return true;
    };
  /** Holds until so many requests were answered in that way. */
  const times = (count: number, fault: Fault): Fault => {
    let left = count;
    return (...all) => left-- > 0 && fault(...all);
  };
  const cases: [what: string, fault: Fault, code: number, message: RegExp][] = [
    ['401', reply(401, 'no'), 3, /refuses the credentials \(401\)\. Check that they are right/],
    ['403', reply(403, 'no'), 3, /refuses the credentials \(403\)\. Ask for the right to read/],
    ['404', reply(404, 'no'), 4, /has nothing at \/xapi\/statements \(404\)\. Check the address/],
    ['400', reply(400, '{"error":"Missing key"}'), 6, /does not accept the request \(400\): “\{"error":"Missing key"\}”/],
    ['429 without an end', reply(429, 'slow', { 'Retry-After': '600' }), 5, /cannot answer now \(429\)\. It asks to wait for 600 s/],
    ['503 without an end', reply(503, 'down'), 5, /cannot answer now \(503\)/],
    ['a log-in page', reply(200, html, { 'Content-Type': 'text/html' }), 6, /not JSON \(text\/html\): “Kirjaudu Kirjaudu sisään”/],
    ['half a page', reply(200, '{"statements":[{"id":"x","act'), 6, /half an answer/],
    ['JSON of something else', reply(200, '{"ok":true}'), 6, /JSON without a list of statements/],
    [
      'a move',
      reply(301, '', { Location: 'https://uusi.example/xapi?token=1' }),
      4,
      /has moved \(301\) to https:\/\/uusi\.example\/xapi\./,
    ],
    [
      'a broken line',
      (_request, response) => (
        response.writeHead(200, { 'Content-Length': '900' }),
        response.write('{"statements":['),
        setTimeout(() => response.destroy(), 20),
        true
      ),
      5,
      /broke off/,
    ],
    ['a hang', () => true, 5, /did not answer in 1 s/],
    [
      'a hang in the middle',
      (_request, response) => (response.writeHead(200), response.write('{"statements":['), true),
      5,
      /did not answer in 1 s/,
    ],
  ];

  test.each(cases)('%s ends with its own code and leaves the good output in place', async (_what, fault, code, message) => {
    // Two pages come through before it happens.
    let answered = 0;
    lrs.pageCap = 5;
    lrs.fault = (...all) => ++answered > 2 && fault(...all);
    await inFolder(async (folder) => {
      const path = join(folder, 'good.csv');
      await writeFile(path, 'what was there');
      const result = await runInEnglish(
        ['--lrs', lrs.endpoint.href, '--csv', path, '--state', join(folder, 'state'), '--timeout', '1', '--patience', '3'],
        {
          ASPA_LRS_KEY: lrs.key,
          ASPA_LRS_SECRET: lrs.secret,
        },
      );
      expect(result.code).toBe(code);
      expect(result.err).toMatch(message);
      // Two pages of five statements, the voided ones being asked for first.
      expect(result.err).toContain('Reading got this far. LRS');
      expect(result.err).toMatch(/ [1-9]\d* statements read, /);
      expect(result.err).toContain('No output was written');
      expect(await readFile(path, 'utf8')).toBe('what was there');
      expect(await readdir(folder)).toEqual(['good.csv']);
    });
  });

  test('a server that asks to wait a little is waited for', async () => {
    lrs.fault = times(2, reply(429, 'slow', { 'Retry-After': '1' }));
    const started = Date.now();
    const result = await read();
    expect(result.code).toBe(0);
    expect(Date.now() - started).toBeGreaterThan(2000);
    expect(result.err).toContain('It asks to wait for 1 s. Trying again in 1 s.');
  });

  test('Retry-After may be a date', async () => {
    lrs.fault = times(1, (...all) => reply(503, '', { 'Retry-After': new Date(Date.now() + 1500).toUTCString() })(...all));
    expect((await read()).code).toBe(0);
  });

  test('nobody there at all', async () => {
    const address = lrs.endpoint.href;
    await lrs.stop();
    const result = await runInEnglish(['--lrs', address, '--patience', '1'], { ASPA_LRS_KEY: 'a', ASPA_LRS_SECRET: 'b' });
    expect(result.code).toBe(5);
    expect(result.err).toContain('cannot be reached, or broke off (ECONNREFUSED)');
    await lrs.start();
  });

  test('a “more” that leads round in a circle ends', async () => {
    lrs.fault = (_request, response, url) => (send(response, 200, { statements: [], more: url.pathname + url.search }), true);
    const result = await read();
    expect(result.code).toBe(6);
    expect(result.err).toContain('leads round in a circle');
  });

  test('an output that cannot be written is told, and nothing else is changed', async () => {
    await inFolder(async (folder) => {
      await mkdir(join(folder, 'taken'));
      await writeFile(join(folder, 'good.csv'), 'what was there');
      const result = await read(['--csv', join(folder, 'good.csv'), '--xlsx', join(folder, 'no', 'such', 'folder.xlsx')]);
      expect(result.code).toBe(7);
      expect(await readFile(join(folder, 'good.csv'), 'utf8')).toBe('what was there');
      expect((await readdir(folder)).sort()).toEqual(['good.csv', 'taken']);
    });
  });
});
