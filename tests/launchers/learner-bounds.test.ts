/** What one learner's launch opens of the LRS: her own part, whoever else has statements there. */
import { beforeEach, describe, expect, test } from 'vitest';
import { launcherProfile, type LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { eachLauncher } from '../each-habit.ts';
import type { LaunchSession } from '../../src/simulator/launchers/launch-book.ts';
import { parseActor } from '../../src/tracking/lrs/xapi-actor.ts';
import { LauncherDouble, ORIGIN } from './launcher-double.ts';

type Json = Readonly<Record<string, unknown>>;

const OTHERS = Array.from({ length: 30 }, (_, index) => `oppija${String(index)}`);
const OTHER = { objectType: 'Agent', account: { homePage: 'https://lms.example.org', name: 'oppija7' } };
const VOIDED = { id: 'http://adlnet.gov/expapi/verbs/voided', display: { en: 'voided' } };

let double: LauncherDouble;
let session: LaunchSession;
/** Her own actor as the course sends it. */
let own: Json;
let passedOn: string[] = [];

/** One learner in a launch, and thirty others with a statement and a state in the same LRS. */
async function launched(id: LauncherId): Promise<void> {
  double = new LauncherDouble(id);
  for (const name of OTHERS) {
    const actor = { ...OTHER, account: { ...OTHER.account, name } };
    double.store.insert([{ ...statement(actor), id: idOf(name) }]);
    double.store.putDocument('state', stateKey(name), 'suspendData', `"${name}"`, 'application/json');
  }
  await double.launch();
  session = double.launched();
  own = parseActor(JSON.stringify(session.actor)) as unknown as Json;
  passedOn = [];
  double.lrsFault = (method, path) => {
    passedOn.push(`${method} ${path}`);
    return undefined;
  };
}

function idOf(name: string): string {
  return `00000000-0000-4000-8000-${name.replace('oppija', '').padStart(12, '0')}`;
}

function stateKey(name: string): string {
  return JSON.stringify(['https://lms.example.org/a', `account:https://lms.example.org:${name}`, '']);
}

function statement(actor: Json, more: Json = {}): Json {
  return {
    actor,
    verb: { id: 'http://adlnet.gov/expapi/verbs/experienced', display: { en: 'experienced' } },
    object: { objectType: 'Activity', id: 'https://lms.example.org/a' },
    timestamp: '2026-11-24T10:00:00.000Z',
    ...more,
  };
}

function ask(
  resource: string,
  query: Json | string = {},
  init: { readonly method?: string; readonly body?: string } = {},
): Promise<Response> {
  const search =
    typeof query === 'string'
      ? query
      : new URLSearchParams(
          Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
        );
  return double.fetch(`${ORIGIN}/launcher/${session.id}/xapi/${resource}?${search.toString()}`, {
    ...init,
    headers: { Authorization: `Basic ${session.token}`, 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json' },
  });
}

function send(...statements: readonly Json[]): Promise<Response> {
  return ask('statements', {}, { method: 'POST', body: JSON.stringify(statements) });
}

function registration(): Json {
  return { registration: session.registration };
}

describe.each(eachLauncher())('%s', (id) => {
  test('shows nothing of anybody else, whatever is asked for', async () => {
    await launched(id);
    const key = { activityId: 'https://lms.example.org/a', stateId: 'suspendData' };
    const answers = [
      await ask('statements'),
      await ask('statements', { limit: '1' }),
      await ask('statements', registration()),
      await ask('statements', { agent: OTHER, ...registration() }),
      await ask('statements', { agent: own, ...registration(), related_agents: 'true' }),
      await ask('statements', { statementId: idOf('oppija7') }),
      await ask('statements', { voidedStatementId: idOf('oppija7') }),
      await ask('activities/state', { ...key, agent: OTHER }),
      await ask('activities/state', { ...key, agent: OTHER, ...registration() }),
      await ask('agents/profile', { agent: OTHER, profileId: 'p' }),
      await ask('agents', { agent: OTHER }),
    ];
    for (const answer of answers) {
      const text = await answer.text();
      // Who posts behind a 302 is answered with the list of her own.
      const isOwnList = launcherProfile(id).endpoint.sentOn && text.startsWith('{"statements":');
      expect(answer.status >= 400 || text === '{"success":true}' || isOwnList).toBe(true);
      expect(text).not.toContain('oppija');
    }
  });

  test('takes no statement in the name of anybody else, and changes nothing of theirs', async () => {
    await launched(id);
    const key = { activityId: 'https://lms.example.org/a', agent: OTHER, stateId: 'suspendData' };
    await send({ ...statement(OTHER, { context: registration() }), id: idOf('oppija99') });
    await ask('statements', { statementId: idOf('oppija99') }, { method: 'PUT', body: JSON.stringify(statement(OTHER)) });
    await send({ ...statement(own, { verb: VOIDED, object: { objectType: 'StatementRef', id: idOf('oppija7') } }), id: idOf('oppija98') });
    await ask('activities/state', key, { method: 'PUT', body: '"muutettu"' });
    await ask('activities/state', key, { method: 'DELETE' });
    expect(double.statements().map(({ id: kept }) => kept)).toEqual(OTHERS.map(idOf));
    expect(double.store.statement(idOf('oppija7'))?.voided).toBe(false);
    expect(double.store.document('state', stateKey('oppija7'), 'suspendData')?.content).toBe('"oppija7"');
  });
});

test('an agent of another form than at the launch is somebody else to CATAPULT, by whatever identifier', async () => {
  await launched('catapult');
  const key = { activityId: session.activityId, stateId: 'suspendData', ...registration() };
  expect((await ask('activities/state', { ...key, agent: own })).status).toBe(404);
  expect((await ask('activities/state', { ...key, agent: { ...own, name: 'Aino' } })).status).toBe(403);
});

test('a body that is larger than CATAPULT takes is answered with 413, and not passed on', async () => {
  await launched('catapult');
  const key = { activityId: session.activityId, agent: own, stateId: 'suspendData', ...registration() };
  const body = (letters: number): string => JSON.stringify('x'.repeat(letters - 2));
  expect((await ask('activities/state', key, { method: 'PUT', body: body(1_048_577) })).status).toBe(413);
  expect(passedOn).toEqual([]);
  expect((await ask('activities/state', key, { method: 'PUT', body: body(1_048_576) })).status).toBe(204);
});

describe('in plain xAPI', () => {
  beforeEach(() => launched('xapi'));

  test('the learner’s own statements are found, sent and voided', async () => {
    const mine = { ...statement(own, { context: registration() }), id: idOf('oppija50') };
    expect((await send(mine)).status).toBe(200);
    const found = (await (await ask('statements', { agent: own, ...registration() })).json()) as { statements: Json[] };
    expect(found.statements.map(({ id }) => id)).toEqual([mine.id]);
    expect((await ask('statements', { statementId: mine.id })).status).toBe(200);
    expect((await ask('statements', { statementId: mine.id }, { method: 'HEAD' })).status).toBe(200);
    const voiding = statement(own, { verb: VOIDED, object: { objectType: 'StatementRef', id: mine.id } });
    expect((await send({ ...voiding, id: idOf('oppija51') })).status).toBe(200);
    expect(double.store.statement(mine.id)?.voided).toBe(true);
    expect((await ask('statements', { voidedStatementId: mine.id })).status).toBe(200);
  });

  test('another registration of hers is not this launch’s', async () => {
    const other = { registration: '00000000-0000-4000-8000-000000000abc' };
    const key = { activityId: 'https://lms.example.org/a', agent: own, stateId: 'suspendData' };
    for (const query of [other, {}]) {
      expect((await ask('statements', { agent: own, ...query })).status).toBe(403);
      expect((await ask('activities/state', { ...key, ...query })).status).toBe(403);
    }
    expect((await send(statement(own, { context: other }))).status).toBe(403);
    expect((await ask('activities/state', { ...key, ...registration() })).status).toBe(404);
  });

  test.each<readonly [string, () => string]>([
    ['an agent given twice', () => `agent=${encodeURIComponent(JSON.stringify(own))}&agent=${encodeURIComponent(JSON.stringify(OTHER))}`],
    ['an agent with two identifiers', () => `agent=${encodeURIComponent(JSON.stringify({ ...own, mbox: 'mailto:oppija7@example.org' }))}`],
    ['an agent that is no JSON', () => 'agent=%7B'],
    ['a malformed percent sign', () => 'agent=%E4%'],
    ['the request that a form makes of another one (1.3)', () => `method=GET&agent=${encodeURIComponent(JSON.stringify(own))}`],
  ])('%s is refused before the LRS hears of it', async (_what, query) => {
    const { registration: launch } = session;
    for (const resource of ['statements', 'activities/state'] as const) {
      const asked = `${query()}&registration=${launch}&activityId=https://lms.example.org/a&stateId=s`;
      for (const init of [{}, { method: 'POST', body: '{}' }]) {
        expect([400, 403]).toContain((await ask(resource, asked, init)).status);
      }
    }
    expect(passedOn).toEqual([]);
  });

  test.each(['statements/..%2f..%2fadmin', 'statements/', 'oauth/token', 'agents/../../users', '', 'activities/state/'])(
    '%j is no resource of an LRS, and not passed on to it',
    async (resource) => {
      expect((await ask(resource, { agent: own, ...registration() })).status).toBe(404);
      expect(passedOn).toEqual([]);
    },
  );

  test.each(['{', 'null', '5', '[null]', '"statement"', '[[]]'])('a body that is %s is a mistake of its sender’s', async (body) => {
    expect((await ask('statements', {}, { method: 'POST', body })).status).toBe(400);
    expect((await ask('statements', {}, { method: 'PATCH', body })).status).toBe(405);
  });

  test('what belongs to an activity and so to everybody can be read, and not be changed', async () => {
    const key = { activityId: 'https://lms.example.org/a' };
    expect((await ask('activities', key)).status).toBe(200);
    expect((await ask('activities/profile', key)).status).toBe(200);
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const body = method === 'DELETE' ? {} : { body: '{}' };
      expect((await ask('activities/profile', { ...key, profileId: 'p' }, { method, ...body })).status).toBe(403);
    }
  });
});
