/** What launchers expect of statements, one test for each thing that was found in their sources. */
import { describe, expect, test } from 'vitest';
import { launcherProfile, launcherProfiles } from '../../src/simulator/launchers/launcher-profiles.ts';
import { wholeDocument } from '../../src/tracking/lrs/lrs-document.ts';
import { eachLauncher } from '../each-habit.ts';
import { course, LaunchedLearner, pass } from './launched-learner.ts';
import { categoriesOf, LauncherDouble, PUBLISHER_ID, verbOf, type StatementJson } from './launcher-double.ts';
import { FOUND, licence, only, optional, SESSION_ID, some, taken, takenOnce, withLauncherClock, words } from './launched-licence.ts';

withLauncherClock();

/** The tab's cross: what the page sends arrives, and no answer is heard. */
async function closesDeaf(double: LauncherDouble, learner: LaunchedLearner): Promise<void> {
  double.deaf = true;
  await learner.closeTab();
  double.deaf = false;
}

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

  test.each(['cmi5', 'catapult', 'xapi'] as const)(
    '%s: a session that begins right after another and is left unread ends too: what the LRS may have goes apart from terminated',
    async (id) => {
      const double = new LauncherDouble(id);
      const learner = await LaunchedLearner.in(double);
      await learner.write(words('Viime hetkellä'));
      await closesDeaf(double, learner);
      const again = await LaunchedLearner.in(double);
      await pass(3_000);
      await closesDeaf(double, again);
      const ended = double.statements().filter((statement) => verbOf(statement) === 'terminated');
      expect(ended).toHaveLength(2);
      expect(double.statements().filter(({ result }) => result?.['response'] === 'Viime hetkellä')).toHaveLength(1);
    },
  );

  test('what counts goes in a request of its own', async () => {
    const double = await takenOnce('catapult');
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
    const held = double.held();
    expect(Object.keys(held.reported)).toContain(FOUND);
    const first = double.statements().find(({ result }) => result?.['response'] === 'Sanottu kerran');
    double.fault = ({ query, method }) =>
      query.get('stateId') === 'suspendData' && method === 'GET' ? Response.json(wholeDocument({ ...held, reported: {} })) : undefined;
    const again = await LaunchedLearner.in(double);
    again.session.store.change({ 'c.path.need': 'Muuta' });
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
    const double = await takenOnce('catapult');
    const grouping = only(double, 'completed').context.contextActivities?.['grouping']?.map(({ id }) => id);
    expect(grouping).toEqual([`${PUBLISHER_ID}/au`, PUBLISHER_ID]);
  });

  test('there is no empty list of context activities, nor an empty set of them (Yet Analytics’ LRS refuses both)', async () => {
    for (const id of eachLauncher({ of: ['launchData'], also: ['rustici'] })) {
      const contexts = (await takenOnce(id)).sent().map(({ context }) => context.contextActivities);
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
    const double = await takenOnce('cmi5');
    for (const { timestamp, context } of double.sent()) {
      expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(context['registration']).toBe(double.launched().registration);
      expect(context['extensions']).toEqual({ [SESSION_ID]: double.launched().id });
    }
  });

  test('completed in cmi5 has completion, duration and the moveOn category, and no score', async () => {
    const statement = only(await takenOnce('cmi5'), 'completed');
    expect(statement.result).toEqual({ completion: true, duration: expect.stringMatching(/^PT[\d.]+S$/) as string });
    expect(categoriesOf(statement)).toContain('https://w3id.org/xapi/cmi5/context/categories/moveon');
  });

  test('completed in xAPI carries full marks, once (mod_tincanlaunch and GrassBlade grade by it)', async () => {
    for (const id of ['tincanlaunch', 'grassblade'] as const) {
      const double = await takenOnce(id);
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
      const double = await takenOnce(id);
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
    expect([...again.session.progress.earnedClasses]).toHaveLength(course.classes.length);
  });

  test('free text is long-fill-in, a self-assessment likert with its scale, a choice choice; none has success or score', async () => {
    const double = await takenOnce('cmi5');
    const answers = double.sent().filter((statement) => verbOf(statement) === 'answered');
    const kinds = answers.map(({ object, result }) => {
      expect(Object.keys(result ?? {})).toEqual(['response']);
      const { interactionType, scale, choices } = object.definition ?? {};
      return `${String(interactionType)} ${scale ? 'scale' : choices ? 'choices' : ''}`.trim();
    });
    expect(new Set(kinds)).toEqual(new Set(['long-fill-in', 'likert scale', 'choice choices']));
  });

  test('half an emoji, which some LRSs refuse, is stored and told as the sign for what cannot be read, the null character not at all', async () => {
    const double = new LauncherDouble('xapi');
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Hyvä \ud83d ja \u0000 sekä 😀'));
    await pass(30_000);
    expect(only(double, 'answered').result?.['response']).toBe('Hyvä \ufffd ja  sekä 😀');
    expect(double.held().answers.get(FOUND)?.text).toBe('Hyvä \ufffd ja  sekä 😀');
  });

  test('display is always there in English, and the method is never in the query', async () => {
    const double = await takenOnce('cmi5');
    for (const { verb } of double.sent()) expect(verb.display['en']).toBeTruthy();
    for (const { query } of double.traffic) expect(query.has('method')).toBe(false);
  });

  test('a second completed that an LMS refuses ends neither the session nor the saving', async () => {
    const double = await taken('catapult');
    // The state has forgotten that it was said, and the LMS launches in Normal once more.
    const held = double.held();
    const { completed: _completed, ...reported } = held.reported;
    double.fault = ({ query, method }) => {
      if (query.get('stateId') === 'suspendData' && method === 'GET') return Response.json(wholeDocument({ ...held, reported }));
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

  test('by the course’s own button all is told before terminated leaves, though it does not fit into one request (CATAPULT, cmi5 9.3)', async () => {
    const double = new LauncherDouble('catapult');
    const learner = await LaunchedLearner.in(double);
    await pass(5_000);
    learner.session.store.change(Object.fromEntries([...optional].map(([field]) => [field, 'Pitkä vastaus. '.repeat(80)])));
    // It works on requests side by side, and one may come in behind another that was sent after it.
    double.fault = (traffic) =>
      traffic.resource === 'statements' && !traffic.body.includes('/terminated') ? double.late(traffic, 500) : undefined;
    const exiting = learner.exit();
    await pass(20_000);
    await exiting;
    const requests = double.traffic.filter(({ resource }) => resource === 'statements');
    expect(requests.filter(({ body }) => body.includes('/answered')).length).toBeGreaterThan(1);
    expect(requests.map(({ status }) => status)).toEqual(requests.map(() => 200));
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  test('all is told before terminated leaves, though she presses the button while a save tells what was settled (CATAPULT, cmi5 9.3)', async () => {
    const double = new LauncherDouble('catapult');
    const learner = await LaunchedLearner.in(double);
    await pass(5_000);
    double.fault = (traffic) =>
      traffic.resource === 'statements' && !traffic.body.includes('/terminated') ? double.late(traffic, 3_000) : undefined;
    const long = 'Pitkä vastaus. '.repeat(80);
    const [first, ...others] = [...optional].map(([field]) => field);
    learner.session.store.change({ [first as string]: long });
    const isTelling = (): boolean => double.traffic.some(({ body }) => body.includes('/answered'));
    for (let step = 0; step < 400 && !isTelling(); step++) {
      // Each save has what was written a moment ago.
      if (step % 10 === 0) learner.session.store.change(Object.fromEntries(others.map((field) => [field, `${long}${step}`])));
      await pass(100);
    }
    expect(isTelling()).toBe(true);
    const exiting = learner.exit();
    await pass(30_000);
    await exiting;
    const requests = double.traffic.filter(({ resource }) => resource === 'statements');
    expect(requests.map(({ status }) => status)).toEqual(requests.map(() => 200));
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  test('completed that a closed tab has sent is asked for at the next launch, and not sent again: a second one breaks cmi5 9.3 (CATAPULT)', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await LaunchedLearner.in(double);
    await learner.write(licence, 100);
    await closesDeaf(double, learner);
    expect(double.verbs()).toContain('completed');
    const before = double.traffic.length;
    const again = await LaunchedLearner.in(double);
    await pass(400_000);
    await again.exit();
    const statements = double.traffic.slice(before).filter(({ resource }) => resource === 'statements');
    expect(statements.filter(({ status }) => status === 403)).toEqual([]);
    expect(statements.filter(({ body }) => body.includes('/completed"'))).toEqual([]);
  });

  const readable = launcherProfiles.filter(({ endpoint }) => endpoint.statementReads).map(({ id }) => id);
  test.each(eachLauncher({ from: readable }))(
    '%s: what a closed tab has told is known once it was asked for, and neither sent nor refused at a later launch',
    async (id) => {
      const double = new LauncherDouble(id);
      const learner = await LaunchedLearner.in(double);
      await learner.write(licence, 100);
      await closesDeaf(double, learner);
      const again = await LaunchedLearner.in(double);
      await pass(400_000);
      await again.exit();
      // In Review nothing is told of what is satisfied, and so nothing asked. Where no post arrives, it was told and answered before she closed.
      const { launchData, endpoint } = launcherProfile(id);
      expect(double.held().unheard).toEqual(launchData?.reviewOnceSatisfied && !endpoint.sentOn ? { completed: 1 } : {});
      const before = double.traffic.length;
      const third = await LaunchedLearner.in(double);
      await pass(60_000);
      await third.exit();
      const requests = double.traffic.slice(before).filter(({ resource }) => resource === 'statements');
      expect(requests.filter(({ status }) => status >= 400)).toEqual([]);
      expect(requests.filter(({ body }) => /\/(answered|completed|earned)"/.test(body))).toEqual([]);
    },
  );

  test.each([{ success: true }, {}, { statements: [], more: '' }])(
    'completed is sent though the launcher answers %j to whoever asks for a statement (Open edX)',
    async (answer) => {
      const double = new LauncherDouble('cmi5');
      const learner = await LaunchedLearner.in(double);
      await learner.write(licence, 100);
      double.fault = ({ resource }) => (resource === 'statements' ? new Promise(() => undefined) : undefined);
      await closesDeaf(double, learner);
      double.fault = ({ resource, method }) => (resource === 'statements' && method === 'GET' ? Response.json(answer) : undefined);
      await LaunchedLearner.in(double);
      await pass(60_000);
      expect(double.registration()?.standing.completed).toBe(true);
    },
  );

  test('completed that a closed tab has sent in vain is sent at the next launch', async () => {
    const double = new LauncherDouble('cmi5');
    const learner = await LaunchedLearner.in(double);
    await learner.write(licence, 100);
    double.fault = ({ resource }) => (resource === 'statements' ? new Promise(() => undefined) : undefined);
    await closesDeaf(double, learner);
    double.fault = () => undefined;
    expect(double.held().unheard).toHaveProperty('completed');
    await LaunchedLearner.in(double);
    await pass(5_000);
    expect(double.verbs().filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(double.registration()?.standing.completed).toBe(true);
  });

  test('completed that is refused because it is there is not sent again in every session', async () => {
    const double = await taken('cmi5');
    // Another browser has told it, and the state has forgotten.
    const { completed: _completed, ...reported } = double.held().reported;
    const forgotten = wholeDocument({ ...double.held(), reported });
    double.fault = ({ query, method }) =>
      query.get('stateId') === 'suspendData' && method === 'GET' ? Response.json(forgotten) : undefined;
    const again = await LaunchedLearner.in(double);
    await pass(5_000);
    double.fault = () => undefined;
    await pass(30_000);
    await again.exit();
    expect(double.held().reported).toHaveProperty('completed');
    expect(double.traffic.filter(({ body, status }) => body.includes('/completed"') && status === 403)).toHaveLength(1);
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
