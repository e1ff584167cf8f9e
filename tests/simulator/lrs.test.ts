import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import { createLrs } from '../../src/simulator/lrs/lrs-app.ts';
import { LrsStore } from '../../src/simulator/lrs/lrs-store.ts';

type Json = Record<string, unknown>;

const AGENT = { mbox: 'mailto:aino@example.org' };
const ACTIVITY = 'https://example.org/course';
let store: LrsStore;
let lrs: Hono;
let count = 0;

beforeEach(() => {
  store = new LrsStore(':memory:');
  lrs = siteOf(store);
  count = 0;
});

function siteOf(kept: LrsStore, largestPage = 100): Hono {
  return new Hono().route('/lrs', createLrs({ store: kept, authorized: (header) => header === 'Basic a2V5', largestPage }));
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { Authorization: 'Basic a2V5', 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json', ...init.headers };
  return Promise.resolve(lrs.request(`/lrs/${path}`, { ...init, headers }));
}

function statement(more: Json = {}): Json {
  count += 1;
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    actor: AGENT,
    verb: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered' } },
    object: { objectType: 'Activity', id: ACTIVITY },
    timestamp: '2026-11-24T10:00:00.000Z',
    ...more,
  };
}

function post(body: unknown): Promise<Response> {
  return ask('statements', { method: 'POST', body: JSON.stringify(body) });
}

async function found(query: Record<string, string> = {}): Promise<Json[]> {
  const answer = await ask(`statements?${new URLSearchParams(query).toString()}`);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { statements: Json[] }).statements;
}

async function ids(query: Record<string, string>): Promise<unknown[]> {
  return (await found(query)).map(({ id }) => id);
}

describe('statements', () => {
  test('are given back with stored, authority and version, newest first', async () => {
    const [first, second] = [statement(), statement()];
    expect(await (await post(first)).json()).toEqual([first['id']]);
    await post(second);
    const held = await found();
    expect(held.map(({ id }) => id)).toEqual([second['id'], first['id']]);
    expect(held[1]).toMatchObject({ ...first, version: '1.0.0', authority: { objectType: 'Agent' } });
    expect(Date.parse(String(held[1]?.['stored']))).not.toBeNaN();
  });

  test('the same statement again is no second one; another one with its id is a conflict', async () => {
    const one = statement();
    await post(one);
    expect((await post(one)).status).toBe(200);
    expect((await post({ ...one, result: { response: 'toinen' } })).status).toBe(409);
    expect(await found()).toHaveLength(1);
  });

  test('of a batch with a bad one nothing is kept', async () => {
    const bad = { ...statement(), actor: { mbox: 'no mailto' } };
    expect((await post([statement(), bad])).status).toBe(400);
    expect((await post([statement(), 'no statement'])).status).toBe(400);
    const twice = statement();
    expect((await post([twice, twice])).status).toBe(400);
    expect(await found()).toEqual([]);
  });

  test('what nobody can read, or what has no end, is a mistake of its sender’s', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const nested = `{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"http://a.example/v"},"object":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;
    for (const body of ['', '{', 'null', '5', '"x"', '[null]', '[[]]', deep, nested]) {
      expect((await ask('statements', { method: 'POST', body })).status).toBe(400);
    }
    expect(await found()).toEqual([]);
  });

  test('PUT wants the id in the address, and the same one inside', async () => {
    const { id, ...one } = statement();
    expect((await ask(`statements?statementId=${String(id)}`, { method: 'PUT', body: JSON.stringify(one) })).status).toBe(204);
    expect((await ask('statements', { method: 'PUT', body: JSON.stringify(one) })).status).toBe(400);
    expect((await ask('statements?statementId=x', { method: 'PUT', body: JSON.stringify(one) })).status).toBe(400);
    expect((await ask(`statements?statementId=${String(id)}`, { method: 'PUT', body: JSON.stringify(statement()) })).status).toBe(400);
    expect(await (await ask(`statements?statementId=${String(id)}`)).json()).toMatchObject({ id });
  });

  test('are found by verb, agent, activity, registration and time', async () => {
    const registration = '760e3480-ba55-4991-94b0-01820dbd23a2';
    const completed = statement({ verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } } });
    const child = statement({
      object: { objectType: 'Activity', id: `${ACTIVITY}/question/1` },
      context: { registration, contextActivities: { parent: [{ objectType: 'Activity', id: ACTIVITY }] } },
    });
    const other = statement({ actor: { account: { homePage: 'https://a.example', name: 'x' } } });
    for (const one of [completed, child, other]) await post(one);
    expect(await ids({ verb: 'http://adlnet.gov/expapi/verbs/completed' })).toEqual([completed['id']]);
    expect(await ids({ registration })).toEqual([child['id']]);
    expect(await ids({ agent: JSON.stringify(other['actor']) })).toEqual([other['id']]);
    expect(await ids({ activity: ACTIVITY, ascending: 'true' })).toEqual([completed['id'], other['id']]);
    expect(await ids({ activity: ACTIVITY, related_activities: 'true' })).toHaveLength(3);
    const [last, middle] = await found();
    expect(await ids({ since: String(middle?.['stored']) })).toEqual([last?.['id']]);
    expect(await ids({ until: String(middle?.['stored']), limit: '1' })).toEqual([middle?.['id']]);
    expect((await ask('statements?activities=x')).status).toBe(400);
    expect((await ask('statements?since=eilen')).status).toBe(400);
  });

  test('come in pages, whose more leads through all of them once, whatever is stored meanwhile', async () => {
    lrs = siteOf(store, 3);
    for (let made = 0; made < 8; made++) await post(statement());
    const seen: unknown[] = [];
    let path = 'statements?limit=50&ascending=true';
    for (let pages = 0; path !== '' && pages < 10; pages++) {
      const page = (await (await ask(path)).json()) as { statements: Json[]; more: string };
      seen.push(...page.statements.map(({ id }) => id));
      expect(page.statements.length).toBeLessThanOrEqual(3);
      path = page.more.replace(/^\/lrs\//, '');
      if (pages === 0) await post(statement());
    }
    expect(seen).toHaveLength(9);
    expect(new Set(seen).size).toBe(9);
  });

  test('a voided one is left out, and found by its own parameter', async () => {
    const wrong = statement();
    await post(wrong);
    await post(
      statement({
        verb: { id: 'http://adlnet.gov/expapi/verbs/voided', display: { en: 'voided' } },
        object: { objectType: 'StatementRef', id: wrong['id'] },
      }),
    );
    expect(await ids({})).not.toContain(wrong['id']);
    expect((await ask(`statements?statementId=${String(wrong['id'])}`)).status).toBe(404);
    expect(await (await ask(`statements?voidedStatementId=${String(wrong['id'])}`)).json()).toMatchObject({ id: wrong['id'] });
  });
});

describe('documents', () => {
  const key = new URLSearchParams({ activityId: ACTIVITY, agent: JSON.stringify(AGENT), stateId: 'suspendData' }).toString();
  const state = `activities/state?${key}`;
  const profile = `agents/profile?${new URLSearchParams({ agent: JSON.stringify(AGENT), profileId: 'p' }).toString()}`;
  const put = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    ask(path, { method: 'PUT', body: JSON.stringify(body), headers });

  test('a state is kept by agent, activity, registration and id, with an ETag', async () => {
    expect((await ask(state)).status).toBe(404);
    expect((await put(state, { a: 'ä\u2028😀' })).status).toBe(204);
    const answer = await ask(state);
    expect(await answer.json()).toEqual({ a: 'ä\u2028😀' });
    expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{40}"$/);
    expect(answer.headers.get('access-control-expose-headers')).toContain('ETag');
    expect((await ask(`${state}&registration=760e3480-ba55-4991-94b0-01820dbd23a2`)).status).toBe(404);
    const list = await ask(`activities/state?${new URLSearchParams({ activityId: ACTIVITY, agent: JSON.stringify(AGENT) }).toString()}`);
    expect(await list.json()).toEqual(['suspendData']);
  });

  test('If-Match and If-None-Match guard against a second writer', async () => {
    expect((await put(state, { a: 1 }, { 'If-None-Match': '*' })).status).toBe(204);
    expect((await put(state, { a: 2 }, { 'If-None-Match': '*' })).status).toBe(412);
    const etag = (await ask(state)).headers.get('etag') ?? '';
    expect((await put(state, { a: 3 }, { 'If-Match': etag })).status).toBe(204);
    expect((await put(state, { a: 4 }, { 'If-Match': etag })).status).toBe(412);
    expect(await (await ask(state)).json()).toEqual({ a: 3 });
  });

  test('POST merges the keys of JSON objects, and nothing else', async () => {
    await put(state, { a: 1, b: 1 });
    expect((await ask(state, { method: 'POST', body: '{"b":2,"c":3}' })).status).toBe(204);
    expect(await (await ask(state)).json()).toEqual({ a: 1, b: 2, c: 3 });
    expect((await ask(state, { method: 'POST', body: 'text', headers: { 'Content-Type': 'text/plain' } })).status).toBe(400);
  });

  test('DELETE removes one document, and a profile never all', async () => {
    await put(state, {});
    expect((await ask(state, { method: 'DELETE' })).status).toBe(204);
    expect((await ask(state)).status).toBe(404);
    const all = `agents/profile?${new URLSearchParams({ agent: JSON.stringify(AGENT) }).toString()}`;
    expect((await ask(all, { method: 'DELETE' })).status).toBe(400);
  });

  test('a profile that is there is replaced under a condition only', async () => {
    expect((await put(profile, { a: 1 })).status).toBe(204);
    expect((await put(profile, { a: 2 })).status).toBe(409);
    const etag = (await ask(profile)).headers.get('etag') ?? '';
    expect((await put(profile, { a: 2 }, { 'If-Match': etag })).status).toBe(204);
  });

  test('an agent without an identifier and a missing activity are refused', async () => {
    expect((await ask(`activities/state?activityId=${ACTIVITY}&agent={}&stateId=x`)).status).toBe(400);
    expect((await ask(`activities/state?agent=${JSON.stringify(AGENT)}&stateId=x`)).status).toBe(400);
  });
});

describe('who may ask', () => {
  test('nobody without credentials, nobody without the version; everybody about', async () => {
    expect((await ask('statements', { headers: { Authorization: '' } })).status).toBe(401);
    expect((await ask('statements', { headers: { 'X-Experience-API-Version': '' } })).status).toBe(400);
    const about = await lrs.request('/lrs/about');
    expect(await about.json()).toMatchObject({ version: ['1.0.3'] });
    expect(JSON.stringify(await (await lrs.request('/lrs/about')).json())).toContain('not for production');
  });
});

test('statements and documents are there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aspa-lrs-'));
  try {
    const file = join(folder, 'lrs.sqlite');
    store = new LrsStore(file);
    lrs = siteOf(store);
    await post(statement());
    store.close();
    store = new LrsStore(file);
    lrs = siteOf(store);
    expect(await found()).toHaveLength(1);
    await post(statement());
    const [second, first] = await found();
    expect(Date.parse(String(second?.['stored']))).toBeGreaterThan(Date.parse(String(first?.['stored'])));
  } finally {
    store.close();
    rmSync(folder, { recursive: true });
  }
});
