/** What launchers expect, one test for each thing that was found in their sources. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cmi5Manifest } from '../../manifests/cmi5.ts';
import { launchFile } from '../../manifests/identifiers.ts';
import { tincanManifest } from '../../manifests/tincan.ts';
import type { Answers } from '../../src/course/answers.ts';
import { launcherProfiles, type LauncherId } from '../../src/preview/launchers/launcher-profiles.ts';
import { fi } from '../../src/text/fi.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { samplePackage } from '../build/packages-of-sample.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { courses, FAKED, LaunchedLearner, pass, settled, trackerOf } from './launched-learner.ts';
import { LaunchedPage } from './launched-page.ts';
import { categoriesOf, LauncherDouble, ORIGIN, PUBLISHER_ID, verbOf, type StatementJson } from './launcher-double.ts';

const licence: Answers = new Map([...FINNISH_ANSWERS].filter(([id]) => !id.startsWith('@')));
/** What the licence does not need comes first. */
const optional: Answers = new Map([...licence].filter(([id]) => !id.startsWith('a.')));
const some: Answers = new Map([...licence].slice(0, 12));
const SESSION_ID = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const FOUND = 'b.colleague.talk';
const words = (text: string): Answers => new Map([[FOUND, { text, at: 0 }]]);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8), toFake: [...FAKED] });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Takes a whole licence and leaves. */
async function taken(id: LauncherId): Promise<LauncherDouble> {
  const double = new LauncherDouble(id);
  const learner = await LaunchedLearner.in(double);
  await learner.write(optional, 200);
  await pass(25_000);
  await learner.write(licence, 200);
  await pass(25_000);
  await learner.exit();
  return double;
}

/** Opens a launch address with what a test changes in it. */
async function opened(id: LauncherId, change: (address: URL) => void, double = new LauncherDouble(id)): Promise<LaunchedLearner> {
  const { address } = await double.launch();
  change(address);
  return new LaunchedLearner(new LaunchedPage(address.href), double).start();
}

function only(double: LauncherDouble, verb: string): StatementJson {
  const found = double.sent().filter((statement) => verbOf(statement) === verb);
  expect(found).toHaveLength(1);
  return found[0] as StatementJson;
}

describe('packages', () => {
  const tincan = tincanManifest(courses);
  const cmi5 = cmi5Manifest(courses);

  test.each([
    ['xapi', 'tincan.xml'],
    ['cmi5', 'cmi5.xml'],
  ] as const)('%s has one manifest, %s at its root, which lists no files', async (name, manifest) => {
    const { files } = await samplePackage(name);
    expect([...files.keys()].filter((path) => path.endsWith('.xml'))).toEqual([manifest]);
    const text = Buffer.from(files.get(manifest) ?? []).toString();
    for (const path of files.keys()) if (path !== launchFile) expect(text).not.toContain(path);
  });

  test.each(['xapi', 'cmi5'] as const)('%s holds no SVG file, which mod_tincanlaunch would serve as a download', async (name) => {
    const { files } = await samplePackage(name);
    expect([...files.keys()].filter((path) => path.endsWith('.svg'))).toEqual([]);
  });

  test('README tells administrators when mod_tincanlaunch looks, what ILIAS and Open edX have to be told, and what mod_cmi5’s grade is', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(readme).toMatch(/mod_tincanlaunch: [^|]*every 30 s and, by cron, once a day/);
    expect(readme).toMatch(/ILIAS: switch learning progress on/);
    expect(readme).toMatch(/Open edX: [^|]*LRS_ENDPOINT/);
    expect(readme).toMatch(/mod_cmi5 [^|]*go by completion, not by the grade/);
  });

  test('the launch file is one short relative path without query, hash or escapes', () => {
    expect(launchFile).toMatch(/^[a-z]+\.html$/);
    expect(tincan.match(/<launch[^>]*>([^<]*)<\/launch>/)?.[1]).toBe(launchFile);
    expect(cmi5.match(/<url>([^<]*)<\/url>/)?.[1]).toBe(launchFile);
  });

  test('tincan.xml is in its default namespace, our root activity first, with exactly one launch', () => {
    expect(tincan).toContain('<tincan xmlns="http://projecttincan.com/tincan.xsd"');
    expect(tincan.indexOf(`id="${PUBLISHER_ID}"`)).toBe(tincan.indexOf('id="'));
    expect(tincan.match(/<launch/g)).toHaveLength(1);
  });

  test('tincan.xml has name, description and launch in this order, with a language that is never empty', () => {
    const root = tincan.slice(tincan.indexOf('<activity '), tincan.indexOf('</activity>'));
    const order = [...root.matchAll(/<(name|description|launch)\b/g)].map(([, name]) => name);
    expect([...new Set(order)]).toEqual(['name', 'description', 'launch']);
    expect(root).toContain('<name lang="fi">');
    expect(tincan).not.toMatch(/lang=""/);
    expect(tincan.match(/<description/g)).toHaveLength(tincan.match(/<activity /g)?.length ?? 0);
  });

  test('cmi5.xml has one AU that says moveOn="Completed" and asks for no score', () => {
    expect(cmi5.match(/<au\b/g)).toHaveLength(1);
    expect(cmi5).toContain('moveOn="Completed"');
    expect(cmi5).not.toContain('masteryScore');
  });

  test('ILIAS’s masteryScore and Passed in LaunchData change nothing of what is said', async () => {
    const double = await taken('ilias-cmi5');
    expect(only(double, 'completed').result).toEqual({ completion: true, duration: expect.stringMatching(/^PT/) as string });
    expect(double.sent().map(verbOf)).not.toContain('passed');
  });
});

describe('launch', () => {
  test('a fetch address in an xAPI launch does not make it cmi5 (ILIAS)', async () => {
    const double = await taken('ilias-xapi');
    expect(double.traffic[0]).toMatchObject({ method: 'POST', resource: 'fetch' });
    expect(double.traffic.some(({ query }) => query.get('stateId') === 'LMS.LaunchData')).toBe(false);
    expect(double.sent().flatMap(categoriesOf)).toEqual([]);
  });

  test('auth and fetch together (GrassBlade): in xAPI auth is used and the token is left alone', async () => {
    const double = await taken('grassblade');
    expect(double.traffic.some(({ resource }) => resource === 'fetch')).toBe(false);
    expect(double.registration()?.standing.completed).toBe(true);
  });

  test('auth and fetch together: in cmi5 a token that is used up falls back on auth', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await opened(
      'cmi5',
      (address) => {
        const session = double.launched();
        session.fetched = true;
        address.searchParams.set('auth', session.token);
      },
      double,
    );
    expect(learner.session.phase).toBe('open');
  });

  test.each(['activity_id', 'activityId'])('%s is taken', async (name) => {
    const learner = await opened('xapi', ({ searchParams }) => {
      searchParams.delete('activity_id');
      searchParams.set(name, 'https://lms.example.org/own/activity');
    });
    expect(learner.session.phase).toBe('open');
    expect(only(learner.double, 'initialized').object.id).toBe('https://lms.example.org/own/activity');
  });

  test('the object of what is said about the course is the id from the address, never one of our own', async () => {
    const double = await taken('catapult');
    const { activityId } = double.launched();
    expect(activityId).not.toBe(PUBLISHER_ID);
    for (const verb of ['initialized', 'completed', 'terminated']) expect(only(double, verb).object.id).toBe(activityId);
  });

  test('arrays in the actor become one value each, one identifier stays, and mailto: is added (Rustici)', async () => {
    const double = await taken('rustici');
    for (const { actor } of double.sent()) {
      expect(actor).toEqual({ objectType: 'Agent', name: 'Kirjastonen, Aino', mbox: 'mailto:aino@example.org' });
    }
  });

  test('an actor of an account in arrays is read too', async () => {
    const learner = await opened('rustici', ({ searchParams }) =>
      searchParams.set('actor', '{"account":[{"accountServiceHomePage":"https://a.example","accountName":7}]}'),
    );
    expect(only(learner.double, 'initialized').actor).toEqual({ account: { homePage: 'https://a.example', name: '7' } });
  });

  test.each([
    [
      { mbox: 'MAILTO:aino@example.org', name: '' },
      { mbox: 'mailto:aino@example.org', name: '' },
    ],
    [
      { account: { homePage: 'https://a.example', name: '7' }, mbox: 'mailto:a@example.org', openid: 'https://a.example/7' },
      { mbox: 'mailto:a@example.org' },
    ],
    [
      { objectType: 'Person', mbox_sha1sum: ['0123456789abcdef0123456789abcdef01234567'] },
      { mbox_sha1sum: '0123456789abcdef0123456789abcdef01234567' },
    ],
  ])('the actor %j is one agent with one identifier', async (given, actor) => {
    const learner = await opened('rustici', ({ searchParams }) => searchParams.set('actor', JSON.stringify(given)));
    expect(only(learner.double, 'initialized').actor).toEqual(actor);
    expect(learner.double.faultsOfStatements()).toEqual([]);
  });

  test.each(['', '[]', '"aino"', '{"name":"Aino"}', '{"account":{"name":"7"}}', '{'])(
    'the actor %s names nobody: the course says so, and goes on with a copy in this browser',
    async (actor) => {
      const learner = await opened('xapi', ({ searchParams }) => searchParams.set('actor', actor));
      expect(learner.session.problem).toMatchObject({ code: 'launch-incomplete', detail: 'The launch address lacks actor.' });
      expect(learner.double.traffic).toEqual([]);
    },
  );

  test('a valid actor is echoed as it was given for ever, without objectType where it had none (Open edX)', async () => {
    const double = await taken('open-edx');
    for (const { actor } of double.sent()) expect(actor).toEqual(double.launched().actor);
    expect(double.launched().actor).not.toHaveProperty('objectType');
  });

  test('an actor that is not percent-encoded keeps its & and + (Open edX)', async () => {
    const double = new LauncherDouble('open-edx');
    const page = await double.launch();
    expect(page.address.search).toContain('aino+edx&co');
    await new LaunchedLearner(page, double).start();
    expect(only(double, 'initialized').actor['account']).toMatchObject({ name: 'aino+edx&co' });
  });

  test.each(['Basic YTpi', 'YTpi', 'basic YTpi', 'Bearer abc'])('auth "%s" goes out as an Authorization header', async (auth) => {
    const learner = await opened('xapi', ({ searchParams }) => searchParams.set('auth', auth));
    expect(learner.double.traffic[0]?.headers.get('authorization')).toBe(/^(basic|bearer) /i.test(auth) ? auth : `Basic ${auth}`);
  });

  test('a plus that a launcher did not encode in auth is still one', async () => {
    const { double } = await opened('xapi', (address) => {
      address.searchParams.delete('auth');
      address.search += '&auth=Basic YTp+/w==';
    });
    expect(double.traffic[0]?.headers.get('authorization')).toBe('Basic YTp+/w==');
  });

  test('an empty auth still asks the LRS, and says it plainly when that refuses', async () => {
    const learner = await opened('xapi', ({ searchParams }) => searchParams.set('auth', ''));
    expect(learner.double.traffic.length).toBeGreaterThan(0);
    expect(learner.session.problem?.code).toBe('session-over');
  });

  test('an LRS that answers missing credentials with 400 is told plainly too', async () => {
    const double = new LauncherDouble('xapi');
    double.fault = () => new Response('', { status: 400 });
    const learner = await LaunchedLearner.in(double);
    expect(learner.session.problem).toMatchObject({ code: 'initialize-failed', detail: 'GET activities/state: HTTP 400' });
  });

  test('every request speaks xAPI 1.0.3, and an answer in 2.0.0 is as good', async () => {
    const double = new LauncherDouble('xapi');
    double.fault = (traffic) =>
      traffic.method === 'GET'
        ? new Response('', { status: 404, headers: { 'X-Experience-API-Version': '2.0.0' } })
        : new Response(null, { status: 204, headers: { 'X-Experience-API-Version': '2.0.0' } });
    const learner = await LaunchedLearner.in(double);
    await learner.write(some);
    await pass(30_000);
    expect(learner.session.status.state).toBe('saved');
    expect(new Set(double.traffic.map(({ headers }) => headers.get('x-experience-api-version')))).toEqual(new Set(['1.0.3']));
  });

  test.each(['', '/', '//'])('an endpoint that ends in "%s" has exactly one slash', async (end) => {
    const learner = await opened('xapi', ({ searchParams }) =>
      searchParams.set('endpoint', (searchParams.get('endpoint') ?? '').replace(/\/$/, end)),
    );
    expect(learner.session.phase).toBe('open');
    expect(learner.double.traffic.map(({ resource }) => resource)).toContain('activities/state');
  });

  test('unknown parameters stay out of statements, grouping goes into their context (Rustici)', async () => {
    const double = await taken('rustici');
    const sent = JSON.stringify(double.sent());
    expect(sent).not.toMatch(/content_token|a1b2c3|externalRegistration/);
    for (const { context } of double.sent()) {
      expect(context.contextActivities?.['grouping']?.map(({ id }) => id)).toContain('https://lms.example.org/course/1');
    }
  });

  test('the secrets leave the address bar at once, before anything is asked', async () => {
    const double = new LauncherDouble('xapi');
    const page = await double.launch();
    page.address.hash = '#b/b.channels';
    const opening = trackerOf(double, page).open();
    expect(page.address.href).toBe('https://content.example.com/aspa/index.html#b/b.channels');
    await settled(opening);
  });

  test('the second answer of a fetch address is an error in HTTP 200, with or without a text, and becomes a clear problem', async () => {
    for (const id of ['cmi5', 'mod-cmi5'] as const) {
      const double = new LauncherDouble(id);
      const page = await double.launch();
      double.launched().fetched = true;
      const learner = await new LaunchedLearner(page, double).start();
      expect(learner.session.phase).toBe('no-lms');
      expect(learner.session.problem).toMatchObject({ code: 'fetch-refused', detail: 'The LMS gave no token (error-code 1).' });
    }
  });

  test('a token goes out as it is, hex or not (mod_cmi5)', async () => {
    const double = new LauncherDouble('mod-cmi5');
    await LaunchedLearner.in(double);
    const { token } = double.launched();
    expect(token).toMatch(/^[0-9a-f]{40}$/);
    expect(double.traffic[1]?.headers.get('authorization')).toBe(`Basic ${token}`);
  });

  test('a token that runs out in mid-session keeps everything for the next launch, and says so', async () => {
    const double = new LauncherDouble('catapult');
    const learner = await LaunchedLearner.in(double);
    await pass(61 * 60_000);
    await learner.write(words('Kirjoitettu tunnin jälkeen'));
    await pass(5_000);
    expect(learner.session.status).toMatchObject({ state: 'not-saved', reason: 'session-ended', local: true });
    await learner.closeTab();
    const again = await LaunchedLearner.in(double, learner.browser);
    await pass(30_000);
    expect(again.answers.get(FOUND)).toBe('Kirjoitettu tunnin jälkeen');
    expect(JSON.stringify(double.state())).toContain('Kirjoitettu tunnin jälkeen');
    expect(double.statements().map(({ result }) => result?.['response'])).toContain('Kirjoitettu tunnin jälkeen');
  });

  test('a misspelt contextTemplate is a template all the same (Chamilo)', async () => {
    const double = await taken('chamilo');
    for (const { context } of double.sent()) {
      expect(context['extensions']).toEqual({ [SESSION_ID]: double.launched().id });
      expect(context.contextActivities?.['grouping']?.[0]?.id).toBe(`${PUBLISHER_ID}/au`);
    }
  });

  test('LaunchData without anything in it, or none at all, still opens the course', async () => {
    for (const status of [200, 404]) {
      const double = new LauncherDouble('cmi5');
      double.fault = ({ query }) => (query.get('stateId') === 'LMS.LaunchData' ? new Response('{}', { status }) : undefined);
      const learner = await LaunchedLearner.in(double);
      expect(learner.session.phase).toBe('open');
      expect(learner.session.mode).toBe('normal');
    }
  });

  test('no session id, a null masteryScore and an unknown moveOn are no obstacle (Open edX)', async () => {
    const double = await taken('open-edx');
    expect(double.registration()?.standing.completed).toBe(true);
    expect(new Set(double.verbs().filter((verb) => verb === 'initialized'))).toHaveLength(1);
  });

  test('an empty returnURL is none (mod_cmi5): the window is closed instead', async () => {
    const double = new LauncherDouble('mod-cmi5');
    const learner = await LaunchedLearner.in(double);
    await learner.exit();
    expect(learner.page.wentTo).toBeUndefined();
    expect(learner.page.closed).toBe(true);
  });

  test('learner preferences are read before any statement is sent, even where there are none (CATAPULT)', async () => {
    const double = new LauncherDouble('catapult');
    const learner = await LaunchedLearner.in(double);
    const order = double.traffic.map(({ resource, query }) => query.get('stateId') ?? query.get('profileId') ?? resource);
    expect(order.slice(0, 4)).toEqual(['fetch', 'LMS.LaunchData', 'cmi5LearnerPreferences', 'suspendData']);
    expect(order.indexOf('statements')).toBeGreaterThan(3);
    expect(double.traffic[2]?.status).toBe(404);
    expect(learner.session.launch?.language).toBeUndefined();
  });

  test('the language that the learner prefers is read, misspelt too; a refusal is no error', async () => {
    for (const id of ['cmi5', 'ilias-cmi5'] as const) {
      const learner = await LaunchedLearner.in(new LauncherDouble(id));
      expect(learner.session.launch?.language).toBe('fi-FI');
    }
    for (const status of [403, 412, 500, 501]) {
      const double = new LauncherDouble('cmi5');
      double.fault = ({ resource }) => (resource === 'agents/profile' ? new Response('', { status }) : undefined);
      expect((await LaunchedLearner.in(double)).session.phase).toBe('open');
    }
  });
});

describe('statements', () => {
  test('the state is saved and acknowledged before terminated, which is one and the last thing (ILIAS and CATAPULT drop the token)', async () => {
    for (const id of ['ilias-xapi', 'ilias-cmi5', 'catapult'] as const) {
      const double = new LauncherDouble(id);
      const learner = await LaunchedLearner.in(double);
      await learner.write(words('Viime hetkellä'));
      await learner.exit();
      expect(JSON.stringify(double.state())).toContain('Viime hetkellä');
      expect(verbOf(double.sent().at(-1) as StatementJson)).toBe('terminated');
      expect(
        double
          .sent()
          .map(verbOf)
          .filter((verb) => verb === 'terminated'),
      ).toHaveLength(1);
      expect(double.traffic.every(({ status }) => status < 300 || status === 404)).toBe(true);
    }
  });

  test('what counts goes in a request of its own', async () => {
    const double = await taken('catapult');
    const requests = double.traffic.filter(({ resource }) => resource === 'statements').map(({ body }) => JSON.parse(body) as unknown);
    const verbsOf = (one: unknown): string[] => ([one].flat() as StatementJson[]).map(verbOf);
    for (const request of requests) {
      if (verbsOf(request).some((verb) => verb === 'earned' || verb === 'completed')) expect(Array.isArray(request)).toBe(false);
    }
    expect(requests.some((request) => Array.isArray(request) && request.length > 1)).toBe(true);
  });

  test('one answer that is refused does not take its batch down with it', async () => {
    const double = new LauncherDouble('xapi');
    double.fault = ({ resource, body }) =>
      resource === 'statements' && body.includes('Tätä ei oteta') ? new Response('', { status: 400 }) : undefined;
    const learner = await LaunchedLearner.in(double);
    await learner.write(new Map([...some, ...words('Tätä ei oteta')]), 100);
    await pass(40_000);
    const answers = double.statements().filter((statement) => verbOf(statement) === 'answered');
    expect(answers.length).toBeGreaterThan(1);
    expect(JSON.stringify(double.state())).toContain('Tätä ei oteta');
    expect(learner.session.status.state).toBe('saved');
  });

  test('ids are our own, and the same for the same words however often they are said', async () => {
    const double = new LauncherDouble('xapi');
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Sanottu kerran'));
    await pass(30_000);
    // The memory of what was acknowledged is lost with the page: the LRS has it, the state does not.
    const key = Object.keys((double.state() as { reported: object }).reported);
    expect(key).toContain(FOUND);
    const first = double.statements().find(({ result }) => result?.['response'] === 'Sanottu kerran');
    double.fault = ({ resource, method }) =>
      resource === 'activities/state' && method === 'GET' ? new Response('', { status: 404 }) : undefined;
    const again = await LaunchedLearner.in(double);
    again.session.store.restore(learner.session.store.answers);
    again.session.store.change({ 'b.colleague.meaning': 'Muuta' });
    await pass(60_000);
    const said = double.sent().filter(({ result }) => result?.['response'] === 'Sanottu kerran');
    expect(said.length).toBeGreaterThan(1);
    expect(new Set(said.map(({ id }) => id))).toEqual(new Set([first?.id]));
    expect(double.statements().filter(({ result }) => result?.['response'] === 'Sanottu kerran')).toHaveLength(1);
  });

  test('bodies of answers to statements are not read: ids that a proxy makes up, or none, are as good', async () => {
    for (const body of ['', '["00000000-0000-4000-8000-000000000000"]', 'OK']) {
      const double = new LauncherDouble('xapi');
      double.fault = ({ resource }) => (resource === 'statements' ? new Response(body, { status: 200 }) : undefined);
      const learner = await LaunchedLearner.in(double);
      await learner.write(some, 100);
      await pass(30_000);
      expect(learner.session.status.state).toBe('saved');
    }
  });

  test('the template’s entries come first, at the same index, ours behind them', async () => {
    const double = await taken('catapult');
    const grouping = only(double, 'completed').context.contextActivities?.['grouping']?.map(({ id }) => id);
    expect(grouping).toEqual([`${PUBLISHER_ID}/au`, PUBLISHER_ID]);
  });

  test('there is no empty list of context activities, nor an empty set of them (Yet Analytics’ LRS refuses both)', async () => {
    for (const { id } of launcherProfiles) {
      const contexts = (await taken(id)).sent().map(({ context }) => context.contextActivities);
      for (const activities of contexts) {
        if (!activities) continue;
        expect(Object.keys(activities)).not.toEqual([]);
        for (const list of Object.values(activities)) expect(list).not.toEqual([]);
      }
    }
  });

  test('a template written in PHP, where an empty set is an empty list, and single activities become lists of activities', async () => {
    for (const [contextActivities, sent] of [
      [[], undefined],
      [{ parent: [], other: { id: 'https://one.example' } }, [{ id: 'https://one.example' }]],
    ] as const) {
      const double = new LauncherDouble('chamilo');
      double.fault = ({ query }) =>
        query.get('stateId') === 'LMS.LaunchData' ? Response.json({ contextTemplate: { contextActivities } }) : undefined;
      await LaunchedLearner.in(double);
      const { context } = only(double, 'initialized');
      expect(context.contextActivities).not.toHaveProperty('parent');
      expect(context.contextActivities?.['other']).toEqual(sent);
      expect(double.faultsOfStatements()).toEqual([]);
    }
  });

  test('nothing of the template is overwritten', async () => {
    const double = new LauncherDouble('cmi5');
    const template = {
      platform: 'Moodle 4.5',
      language: 'sv',
      revision: '7',
      contextActivities: { grouping: { id: 'https://one.example' } },
      extensions: { [SESSION_ID]: 's1', 'https://lms.example/x': 1 },
    };
    double.fault = ({ query }) =>
      query.get('stateId') === 'LMS.LaunchData' ? Response.json({ contextTemplate: template, launchMode: 'Normal' }) : undefined;
    await LaunchedLearner.in(double);
    const { context } = double.sent()[0] as StatementJson;
    expect(context).toMatchObject({ platform: 'Moodle 4.5', language: 'sv', revision: '7', extensions: template.extensions });
    expect(context.contextActivities?.['grouping']?.[0]).toEqual({ id: 'https://one.example' });
  });

  test('timestamps end in Z; registration and session id are always there', async () => {
    const double = await taken('cmi5');
    for (const { timestamp, context } of double.sent()) {
      expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(context['registration']).toBe(double.launched().registration);
      expect(context['extensions']).toEqual({ [SESSION_ID]: double.launched().id });
    }
  });

  test('completed in cmi5 has completion, duration and the moveOn category, and no score', async () => {
    const statement = only(await taken('cmi5'), 'completed');
    expect(statement.result).toEqual({ completion: true, duration: expect.stringMatching(/^PT[\d.]+S$/) as string });
    expect(categoriesOf(statement)).toContain('https://w3id.org/xapi/cmi5/context/categories/moveon');
  });

  test('completed in xAPI carries full marks, once (mod_tincanlaunch and GrassBlade grade by it)', async () => {
    for (const id of ['tincanlaunch', 'grassblade'] as const) {
      const double = await taken(id);
      expect(only(double, 'completed').result).toMatchObject({ completion: true, score: { scaled: 1, raw: 100, min: 0, max: 100 } });
      expect(double.registration()?.standing).toEqual({ completed: true, grade: 100 });
    }
  });

  test('completed is never said early, nor with completion false (mod_tincanlaunch completes on the verb alone)', async () => {
    const double = new LauncherDouble('tincanlaunch');
    const learner = await LaunchedLearner.in(double);
    await learner.write(optional, 100);
    await pass(30_000);
    await learner.exit();
    expect(learner.session.progress.complete).toBe(false);
    expect(double.sent().map(verbOf)).not.toContain('completed');
    expect(JSON.stringify(double.sent())).not.toContain('"completion":false');
  });

  test('no progressed after completed (ILIAS overwrites the grade)', async () => {
    for (const id of ['ilias-xapi', 'ilias-cmi5'] as const) {
      const double = await taken(id);
      const verbs = double.sent().map(verbOf);
      expect(verbs).toContain('progressed');
      expect(verbs.lastIndexOf('progressed')).toBeLessThan(verbs.indexOf('completed'));
      expect(double.registration()?.standing.grade).toBe(100);
    }
  });

  test('nothing vital is in what ILIAS drops: without answers and classes in the LRS, state and completion are whole', async () => {
    const double = await taken('ilias-cmi5');
    expect(new Set(double.verbs())).toEqual(new Set(['initialized', 'progressed', 'completed', 'terminated']));
    const again = await LaunchedLearner.in(double);
    expect(again.answers.size).toBe(licence.size);
    expect([...again.session.progress.earnedClasses]).toHaveLength(courses[0].classes.length);
  });

  test('free text is long-fill-in, a self-assessment likert with its scale, a choice choice; none has success or score', async () => {
    const double = await taken('cmi5');
    const answers = double.sent().filter((statement) => verbOf(statement) === 'answered');
    const kinds = answers.map(({ object, result }) => {
      expect(Object.keys(result ?? {})).toEqual(['response']);
      const { interactionType, scale, choices } = object.definition ?? {};
      return `${String(interactionType)} ${scale ? 'scale' : choices ? 'choices' : ''}`.trim();
    });
    expect(new Set(kinds)).toEqual(new Set(['long-fill-in', 'likert scale', 'choice choices']));
  });

  test('half an emoji and the null character, which some LRSs refuse, are told as the sign for what cannot be read', async () => {
    const double = new LauncherDouble('xapi');
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Hyvä \ud83d ja \u0000 sekä 😀'));
    await pass(30_000);
    expect(only(double, 'answered').result?.['response']).toBe('Hyvä \ufffd ja \ufffd sekä 😀');
    expect(double.state()).toMatchObject({ answers: { [FOUND]: ['Hyvä \ud83d ja \u0000 sekä 😀', expect.any(Number)] } });
  });

  test('display is always there in English, and the method is never in the query', async () => {
    const double = await taken('cmi5');
    for (const { verb } of double.sent()) expect(verb.display['en']).toBeTruthy();
    for (const { query } of double.traffic) expect(query.has('method')).toBe(false);
  });

  test('a second completed that an LMS refuses ends neither the session nor the saving', async () => {
    const double = await taken('catapult');
    // The state has forgotten that it was said, and the LMS launches in Normal once more.
    const document = double.state() as { reported: Record<string, number> };
    const { completed: _completed, ...reported } = document.reported;
    double.fault = ({ query, method }) => {
      if (query.get('stateId') === 'suspendData' && method === 'GET') return Response.json({ ...document, reported });
      return query.get('stateId') === 'LMS.LaunchData'
        ? Response.json({ launchMode: 'Normal', contextTemplate: double.launched().template })
        : undefined;
    };
    const again = await LaunchedLearner.in(double);
    await again.write(words('Vielä tämä'));
    await pass(5_000);
    expect(
      double
        .sent()
        .map(verbOf)
        .filter((verb) => verb === 'completed').length,
    ).toBeGreaterThan(1);
    expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(again.session.status.state).toBe('saved');
  });

  test('what was sent is remembered in the state: the next launch says nothing again', async () => {
    const double = await taken('xapi');
    const before = double.sent().length;
    const again = await LaunchedLearner.in(double);
    await pass(30_000);
    await again.exit();
    expect(double.sent().slice(before).map(verbOf)).toEqual(['initialized', 'terminated']);
  });

  test('a satisfied course comes back in Review, where work is stored and nothing that counts is said (CATAPULT)', async () => {
    const double = await taken('catapult');
    const before = double.sent().length;
    const again = await LaunchedLearner.in(double);
    expect(again.session.mode).toBe('review');
    await again.write(words('Kertauksessa lisätty'));
    await pass(30_000);
    await again.exit();
    expect(JSON.stringify(double.state())).toContain('Kertauksessa lisätty');
    expect(double.sent().slice(before).map(verbOf)).toEqual(['initialized', 'answered', 'terminated']);
  });
});

describe('state', () => {
  test('one JSON object under suspendData, keyed by agent, activity and registration', async () => {
    const double = await taken('open-edx');
    const writes = double.traffic.filter(({ resource, method }) => resource === 'activities/state' && method !== 'GET');
    for (const { query, body } of writes) {
      expect(query.get('stateId')).toBe('suspendData');
      expect(query.get('registration')).toBe(double.launched().registration);
      expect(JSON.parse(query.get('agent') ?? '')).toEqual(double.launched().actor);
      expect(JSON.parse(body)).toBeTypeOf('object');
      expect(body.length).toBeLessThan(60_000);
    }
  });

  test('learners of one registration for everybody do not see each other’s work (GrassBlade)', async () => {
    const double = new LauncherDouble('grassblade');
    const first = await LaunchedLearner.in(double);
    await first.write(words('Ainon oma'));
    await first.exit();
    const page = await double.launch({ learnerId: 'onni' });
    const other = await new LaunchedLearner(page, double, first.browser).start();
    expect(other.answers.size).toBe(0);
    const registrations = double.traffic.flatMap(({ query }) => query.get('registration') ?? []);
    expect(new Set(registrations).size).toBe(1);
  });

  test('a relaunch in the same registration goes on, a new attempt begins empty (mod_tincanlaunch)', async () => {
    const double = new LauncherDouble('tincanlaunch');
    const first = await LaunchedLearner.in(double);
    await first.write(words('Ensimmäinen kerta'));
    await first.exit();
    expect((await LaunchedLearner.in(double)).answers.get(FOUND)).toBe('Ensimmäinen kerta');
    const fresh = await new LaunchedLearner(await double.launch({ fresh: true }), double, first.browser).start();
    expect(fresh.answers.size).toBe(0);
  });

  test('statements are never queried, and a document is never deleted without its id', async () => {
    for (const { id } of launcherProfiles) {
      const double = new LauncherDouble(id);
      const learner = await LaunchedLearner.in(double);
      await learner.write(some, 100);
      await learner.exit();
      const again = await LaunchedLearner.in(double);
      await again.exit();
      expect(double.traffic.filter(({ resource, method }) => resource === 'statements' && method === 'GET')).toEqual([]);
      expect(double.traffic.filter(({ method, query }) => method === 'DELETE' && !query.has('stateId'))).toEqual([]);
    }
  });

  test('If-Match is sent where an ETag came, and not where none did', async () => {
    for (const [id, conditions] of [
      ['xapi', true],
      ['ilias-xapi', false],
      ['rustici', false],
    ] as const) {
      const double = new LauncherDouble(id);
      const learner = await LaunchedLearner.in(double);
      await learner.write(some);
      await pass(30_000);
      const writes = double.traffic.filter(({ method, resource }) => method === 'PUT' && resource === 'activities/state');
      expect(writes.length).toBeGreaterThan(2);
      expect(writes.slice(1).some(({ headers }) => headers.has('if-match'))).toBe(conditions);
      expect(writes.every(({ status }) => status === 204)).toBe(true);
    }
  });

  test.each([409, 412])('after %i the document is read, merged and written again', async (status) => {
    const double = new LauncherDouble('xapi');
    const here = await LaunchedLearner.in(double);
    const there = await LaunchedLearner.in(double);
    await there.write(new Map([['c.ideas.ideas.z1', { text: '1', at: 0 }]]));
    await pass(5_000);
    let refusals = 0;
    double.fault = ({ method, headers }) =>
      method === 'PUT' && headers.has('if-match') && refusals++ === 0 ? new Response('', { status }) : undefined;
    await here.write(words('Tässä selaimessa'));
    await pass(5_000);
    expect(refusals).toBeGreaterThan(0);
    expect(here.session.status.state).toBe('saved');
    expect(JSON.stringify(double.state())).toContain('Tässä selaimessa');
    expect(JSON.stringify(double.state())).toContain('c.ideas.ideas.z1');
  });

  test('where conditions never succeed, the LRS merges by POST; where it cannot, the document is replaced', async () => {
    for (const refused of [['PUT'], ['PUT', 'POST']]) {
      const double = new LauncherDouble('xapi');
      const learner = await LaunchedLearner.in(double);
      let deleted = false;
      double.fault = ({ method, resource, headers }) => {
        if (resource !== 'activities/state') return undefined;
        if (method === 'DELETE') deleted = true;
        if (deleted || !refused.includes(method)) return undefined;
        return method === 'POST'
          ? new Response('', { status: 405 })
          : headers.has('if-match')
            ? new Response('', { status: 412 })
            : undefined;
      };
      await learner.write(words('Viimeinen keino'));
      await pass(5_000);
      expect(learner.session.status.state).toBe('saved');
      expect(deleted).toBe(refused.includes('POST'));
      for (const { method, query } of double.traffic) if (method === 'DELETE') expect(query.get('stateId')).toBe('suspendData');
      const posted = double.traffic.find(({ method, resource }) => method === 'POST' && resource === 'activities/state');
      expect(Object.keys(JSON.parse(posted?.body ?? '{}') as object)).toEqual(Object.keys(double.state() ?? {}));
      expect(JSON.stringify(double.state())).toContain('Viimeinen keino');
    }
  });

  test('{"success":true} for a document that is not there is no document (Open edX)', async () => {
    const double = new LauncherDouble('open-edx');
    const learner = await LaunchedLearner.in(double);
    expect(learner.session.launch?.state).toBeUndefined();
    expect(learner.session.kept).toEqual([]);
    await learner.write(words('Ensimmäiset sanat'));
    await learner.exit();
    expect((await LaunchedLearner.in(double)).answers.get(FOUND)).toBe('Ensimmäiset sanat');
  });

  test('a document that is not ours is kept for the learner, and not taken for an answer', async () => {
    const double = new LauncherDouble('xapi');
    double.fault = ({ resource, method }) =>
      resource === 'activities/state' && method === 'GET' ? Response.json({ bookmark: 'sivu 3' }) : undefined;
    const learner = await LaunchedLearner.in(double);
    expect(learner.answers.size).toBe(0);
    expect(learner.session.kept).toEqual([{ name: 'lms-state', content: '{"bookmark":"sivu 3"}' }]);
  });
});

describe('leaving', () => {
  test('cmi5: the learner goes to returnURL, after terminated', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await LaunchedLearner.in(double);
    await learner.exit();
    expect(double.verbs()).toEqual(['initialized', 'terminated']);
    expect(learner.page.wentTo).toBe('https://lms.example.org/course/7');
    expect(learner.page.closed).toBe(false);
  });

  test('a window that the launcher opened is closed after everything was acknowledged (mod_tincanlaunch); else the page says that it may be', async () => {
    const double = new LauncherDouble('tincanlaunch');
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Ja sitten kiinni'));
    const leaving = learner.session.exit();
    expect(learner.page.closed).toBe(false);
    await settled(leaving);
    expect(learner.page.closed).toBe(true);
    expect(double.verbs().at(-1)).toBe('terminated');
    expect(learner.session.phase).toBe('closed');
    expect(learner.session.status.state).not.toBe('not-saved');
    expect(fi.shell.closed.saved).toContain('Voit sulkea tämän sivun');
  });

  test('the page is not left when the last words did not arrive', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Verkko katkesi'));
    double.fault = () => Promise.reject(new TypeError('Failed to fetch'));
    await learner.exit();
    expect(learner.page.wentTo).toBeUndefined();
    expect(learner.session.status).toMatchObject({ state: 'not-saved', reason: 'offline', local: true });
  });
});

test('launched without its parameters, the course says so and goes on with a copy in this browser', async () => {
  const double = new LauncherDouble('xapi');
  const page = new LaunchedPage('https://content.example.com/aspa/index.html');
  const learner = await new LaunchedLearner(page, double).start();
  expect(learner.session.problem).toBeInstanceOf(TrackingError);
  expect(learner.session.problem?.message).toBe('launch-incomplete: The launch address lacks endpoint, actor, activity_id.');
  await learner.session.goOnWithoutLms();
  await learner.write(words('Vain tässä'));
  expect([...learner.browser.entries.values()].join('')).toContain('Vain tässä');
  expect(double.traffic).toEqual([]);
});

test('an LRS on another origin is asked without cookies and without a referrer', async () => {
  const double = new LauncherDouble('cmi5');
  await LaunchedLearner.in(double);
  expect(new URL(String(ORIGIN)).origin).not.toBe('https://content.example.com');
  for (const { init } of double.traffic)
    expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' });
});
