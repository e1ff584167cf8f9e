/** What launchers expect of the state, and of leaving, one test for each thing that was found in their sources. */
import { describe, expect, test } from 'vitest';
import { launcherProfiles } from '../../src/simulator/launchers/launcher-profiles.ts';
import { fi } from '../../src/text/fi.ts';
import { LaunchedLearner, pass, settled } from './launched-learner.ts';
import { LauncherDouble, ORIGIN } from './launcher-double.ts';
import { FOUND, licence, some, takenOnce, withLauncherClock, words } from './launched-licence.ts';

withLauncherClock();

describe('state', () => {
  test('one JSON object under suspendData, keyed by agent, activity and registration', async () => {
    const double = await takenOnce('open-edx');
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
      const writes = double.traffic.filter(({ method, resource }) => method !== 'GET' && resource === 'activities/state');
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
      method !== 'GET' && headers.has('if-match') && refusals++ === 0 ? new Response('', { status }) : undefined;
    await here.write(words('Tässä selaimessa'));
    await pass(5_000);
    expect(refusals).toBeGreaterThan(0);
    expect(here.session.status.state).toBe('saved');
    expect(JSON.stringify(double.state())).toContain('Tässä selaimessa');
    expect(double.held().answers.has('c.ideas.ideas.z1')).toBe(true);
  });

  test('where conditions never succeed, the LRS merges by POST; where it cannot, the document is replaced', async () => {
    for (const refused of [['PUT'], ['PUT', 'POST']]) {
      const double = new LauncherDouble('xapi');
      let deleted = false;
      double.fault = ({ method, resource, headers }) => {
        if (resource !== 'activities/state') return undefined;
        if (method === 'DELETE') deleted = true;
        const begins = (method === 'PUT' && headers.has('if-none-match')) || deleted;
        if (begins || !refused.includes(method)) return undefined;
        return new Response('', { status: method === 'POST' ? 405 : headers.has('if-match') ? 412 : 409 });
      };
      const learner = await LaunchedLearner.in(double);
      await learner.write(words('Viimeinen keino'));
      await pass(15_000);
      expect(learner.session.status.state).toBe('saved');
      expect(deleted).toBe(refused.includes('POST'));
      for (const { method, query } of double.traffic) if (method === 'DELETE') expect(query.get('stateId')).toBe('suspendData');
      expect(double.held().answers.get(FOUND)?.text).toBe('Viimeinen keino');
    }
  });

  test('a launcher that says yes to what is posted and keeps nothing of it is put the whole document (Open edX)', async () => {
    for (const posted of [() => Response.json({}), () => new Response(null, { status: 204 })]) {
      const double = new LauncherDouble('xapi');
      double.fault = ({ method, resource }) => (method === 'POST' && resource === 'activities/state' ? posted() : undefined);
      const learner = await LaunchedLearner.in(double);
      await learner.write(words('Ei katoa'));
      // What is not there may also be an LRS that answers wrongly for some seconds.
      await pass(10_000);
      expect(learner.session.status.state).toBe('saved');
      expect(double.held().answers.get(FOUND)?.text).toBe('Ei katoa');
    }
  });

  test('a launcher that keeps only what was posted last is put the whole document', async () => {
    const double = new LauncherDouble('xapi');
    const before = await LaunchedLearner.in(double);
    await before.write(some);
    await before.exit();
    double.fault = (traffic) =>
      traffic.method === 'POST' && traffic.resource === 'activities/state' ? double.answer({ ...traffic, method: 'PUT' }) : undefined;
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Ei katoa'));
    await learner.exit();
    double.fault = () => undefined;
    const { answers } = double.held();
    expect(answers.get(FOUND)?.text).toBe('Ei katoa');
    for (const id of some.keys()) expect(answers.has(id)).toBe(true);
  });

  test('a document that has grown too large to be put as a whole takes what is new all the same (CATAPULT: 1 MiB; other sites less)', async () => {
    const double = new LauncherDouble('catapult');
    const first = await LaunchedLearner.in(double);
    await first.write(licence, 2_000);
    await first.exit();
    const largestBody = JSON.stringify(double.state()).length / 2;
    const profile = { ...double.profile, endpoint: { ...double.profile.endpoint, largestBody } };
    // What was added a moment ago is not folded in.
    await pass(900_000);
    const second = await LaunchedLearner.in(double, undefined, { profile });
    await pass(5_000);
    await second.write(words('Täysi astia'));
    await pass(10_000);
    const puts = double.traffic.filter(({ resource, method }) => resource === 'activities/state' && method === 'PUT');
    expect(puts.map(({ status }) => status)).toContain(413);
    expect(second.session.status.state).toBe('saved');
    expect(double.held().answers.get(FOUND)?.text).toBe('Täysi astia');
    for (const [id, { text }] of licence) expect(double.held().answers.get(id)?.text ?? '').toBe(id === FOUND ? 'Täysi astia' : text);
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
    const learner = await LaunchedLearner.in(double, undefined, { returnUrl: `${ORIGIN}/course/7` });
    await learner.exit();
    expect(double.verbs()).toEqual(['initialized', 'terminated']);
    expect(learner.page.wentTo).toBe(`${ORIGIN}/course/7`);
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
    expect(fi.insteadOfCourse.closed.saved).toContain('Voit sulkea tämän sivun');
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
