/** What launchers expect of a launch, one test for each thing that was found in their sources. */
import { describe, expect, test } from 'vitest';
import { launcherProfile } from '../../src/simulator/launchers/launcher-profiles.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { LaunchedLearner, pass, settled, trackerOf } from './launched-learner.ts';
import { LaunchedPage } from './launched-page.ts';
import { categoriesOf, LauncherDouble, ORIGIN, PUBLISHER_ID, verbOf } from './launcher-double.ts';
import { FOUND, licence, only, opened, openedAs, SESSION_ID, some, takenOnce, withLauncherClock, words } from './launched-licence.ts';

withLauncherClock();

describe('launch', () => {
  test('a fetch address in an xAPI launch does not make it cmi5 (ILIAS)', async () => {
    const double = await takenOnce('ilias-xapi');
    expect(double.traffic[0]).toMatchObject({ method: 'POST', resource: 'fetch' });
    expect(double.traffic.some(({ query }) => query.get('stateId') === 'LMS.LaunchData')).toBe(false);
    expect(double.sent().flatMap(categoriesOf)).toEqual([]);
  });

  test('auth and fetch together (GrassBlade): in xAPI auth is used and the token is left alone', async () => {
    const double = await takenOnce('grassblade');
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
    const double = await takenOnce('catapult');
    const { activityId } = double.launched();
    expect(activityId).not.toBe(PUBLISHER_ID);
    for (const verb of ['initialized', 'completed', 'terminated']) expect(only(double, verb).object.id).toBe(activityId);
  });

  test('arrays in the actor become one value each, one identifier stays, and mailto: is added (Rustici)', async () => {
    const double = await takenOnce('rustici');
    for (const { actor } of double.sent()) {
      expect(actor).toEqual({ objectType: 'Agent', name: 'Kirjastonen, Aino', mbox: 'mailto:aino@example.org' });
    }
  });

  test('an actor of an account in arrays is read too', async () => {
    const learner = await openedAs('rustici', { account: [{ accountServiceHomePage: 'https://a.example', accountName: 7 }] });
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
    const learner = await openedAs('rustici', given);
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
    const double = await takenOnce('open-edx');
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
    double.fault = async (traffic) => {
      const answer = await double.answer(traffic);
      const headers = { ...Object.fromEntries(answer.headers), 'X-Experience-API-Version': '2.0.0' };
      return new Response(answer.body, { status: answer.status, headers });
    };
    const learner = await LaunchedLearner.in(double);
    await learner.write(some);
    await pass(30_000);
    expect(learner.session.status.state).toBe('saved');
    expect(new Set(double.traffic.map(({ headers }) => headers.get('x-experience-api-version')))).toEqual(new Set(['1.0.3']));
  });

  test.each(['xapi', 'cmi5'] as const)('%s: an LRS that is set to take 2.0 alone is spoken to in 2.0 (SQL LRS)', async (id) => {
    const profile = launcherProfile(id);
    const double = new LauncherDouble({ ...profile, endpoint: { ...profile.endpoint, version: '2.0' } });
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Sanottu'));
    await pass(25_000);
    await learner.exit();
    expect(double.verbs()).toEqual(expect.arrayContaining(['initialized', 'answered', 'terminated']));
    expect(double.traffic.filter(({ status }) => status === 400)).toHaveLength(1);
  });

  test.each(['', '/', '//'])('an endpoint that ends in "%s" has exactly one slash', async (end) => {
    const learner = await opened('xapi', ({ searchParams }) =>
      searchParams.set('endpoint', (searchParams.get('endpoint') ?? '').replace(/\/$/, end)),
    );
    expect(learner.session.phase).toBe('open');
    expect(learner.double.traffic.map(({ resource }) => resource)).toContain('activities/state');
  });

  test('unknown parameters stay out of statements, grouping goes into their context (Rustici)', async () => {
    const double = await takenOnce('rustici');
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

  test('a session that a launch on another computer has ended keeps what is written in it for the next launch, and says so (CATAPULT)', async () => {
    const double = new LauncherDouble('catapult');
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Ensimmäisellä koneella'));
    await pass(5_000);
    const other = await LaunchedLearner.in(double);
    expect(double.verbs().filter((verb) => verb === 'abandoned')).toHaveLength(1);
    await learner.write(words('Hylätyssä istunnossa'));
    await pass(5_000);
    expect(learner.session.status).toMatchObject({ state: 'not-saved', reason: 'session-ended', local: true });
    expect(double.traffic.at(-1)?.status).toBe(403);
    await other.closeTab();
    await learner.closeTab();
    const again = await LaunchedLearner.in(double, learner.browser);
    await pass(30_000);
    expect(again.answers.get(FOUND)).toBe('Hylätyssä istunnossa');
    expect(JSON.stringify(double.state())).toContain('Hylätyssä istunnossa');
    expect(double.verbs().filter((verb) => verb === 'abandoned')).toHaveLength(1);
  });

  test('a token that runs out in mid-session keeps everything for the next launch, and says so', async () => {
    const double = new LauncherDouble('mod-cmi5');
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
    const double = await takenOnce('chamilo');
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

  test.each(['browse', 'review'] as const)(
    'a launch in %s of an LRS that answers 404 for three seconds writes nothing that counts',
    async (mode) => {
      const double = new LauncherDouble('cmi5');
      const until = Date.now() + 3_000;
      double.fault = ({ method, query }) =>
        method === 'GET' && query.has('stateId') && Date.now() < until ? new Response('', { status: 404 }) : undefined;
      const learner = await LaunchedLearner.in(double, undefined, { mode });
      expect(learner.session.mode).toBe(mode);
      await learner.write(licence, 100);
      await pass(60_000);
      await learner.exit();
      expect(double.sent().map(verbOf)).not.toContain('completed');
      expect(only(double, 'initialized').context['extensions']).toEqual({ [SESSION_ID]: double.launched().id });
      if (mode === 'browse') expect(double.state()).toBeUndefined();
    },
  );

  test('no session id, a null masteryScore and an unknown moveOn are no obstacle (Open edX)', async () => {
    const double = await takenOnce('open-edx');
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

  test('the languages that the learner prefers are read, misspelt too; a refusal is no error', async () => {
    for (const id of ['cmi5', 'ilias-cmi5'] as const) {
      const learner = await LaunchedLearner.in(new LauncherDouble(id));
      expect(learner.session.launch?.language).toBe('fi-FI,sv');
    }
    for (const status of [403, 412, 500, 501]) {
      const double = new LauncherDouble('cmi5');
      double.fault = ({ resource }) => (resource === 'agents/profile' ? new Response('', { status }) : undefined);
      expect((await LaunchedLearner.in(double)).session.phase).toBe('open');
    }
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
  for (const { init } of double.traffic) expect(init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
});

test('what an LRS is asked for never comes out of a cache; what it is sent does not make the browser ask for permission each time', async () => {
  const double = new LauncherDouble('cmi5');
  const learner = await LaunchedLearner.in(double);
  await learner.write(words('Sanottu'));
  await learner.exit();
  // What was added is made part of the whole at the next launch, once it has rested.
  await pass(900_000);
  await (await LaunchedLearner.in(double)).exit();
  const toLrs = double.traffic.filter(({ resource }) => resource !== 'fetch');
  expect(new Set(toLrs.map(({ method }) => method))).toEqual(new Set(['GET', 'PUT', 'POST']));
  for (const { method, init } of toLrs) expect([method, init.cache]).toEqual([method, method === 'GET' ? 'no-store' : undefined]);
});
