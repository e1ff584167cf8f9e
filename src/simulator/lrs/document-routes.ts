/** State, agent profile and activity profile (xAPI Communication 2.2, 2.3, 2.6, 2.7), with ETags (3.1). */
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { Hono, type Context } from 'hono';
import { LrsProblem } from './lrs-problem.ts';
import type { LrsHabits } from './lrs-habits.ts';
import type { LrsStore, StoredDocument } from './lrs-store.ts';
import { agentKey, parsedAgent } from './statement-filter.ts';

export interface DocumentResource {
  readonly name: 'state' | 'agent-profile' | 'activity-profile';
  /** The parameter with the document's id. */
  readonly idParameter: 'stateId' | 'profileId';
  readonly needs: readonly ('activityId' | 'agent')[];
  /** A profile that exists is only replaced under a condition (3.1). */
  readonly guarded: boolean;
}

export const STATE: DocumentResource = { name: 'state', idParameter: 'stateId', needs: ['activityId', 'agent'], guarded: false };
export const AGENT_PROFILE: DocumentResource = { name: 'agent-profile', idParameter: 'profileId', needs: ['agent'], guarded: true };
export const ACTIVITY_PROFILE: DocumentResource = {
  name: 'activity-profile',
  idParameter: 'profileId',
  needs: ['activityId'],
  guarded: true,
};

export function documentRoutes(store: LrsStore, resource: DocumentResource, habits: LrsHabits): Hono {
  const { name, idParameter, guarded } = resource;
  const heeds = name !== 'state' || habits.stateConditions === 'heeded';
  const mergesPaths = name === 'state' && habits.postedDots === 'paths';
  const needsCondition = guarded || habits.unconditionalPut === '409';
  const routes = new Hono();

  routes.get('/', (context) => {
    const key = keyOf(context, resource);
    const id = context.req.query(idParameter);
    if (id === undefined) return context.json(store.documentIds(name, key, context.req.query('since') ?? ''));
    const document = store.document(name, key, id);
    if (!document) throw new LrsProblem(404, 'There is no such document');
    return context.body(document.content, 200, {
      'Content-Type': document.contentType,
      ETag: etag(document),
      'Last-Modified': new Date(document.updated).toUTCString(),
    });
  });

  routes.put('/', async (context) => {
    const body = await context.req.text();
    const { key, id, there } = asked(context, true);
    if (heeds) checkCondition(context, there);
    if (there && needsCondition && !context.req.header('if-match') && !context.req.header('if-none-match')) {
      throw new LrsProblem(409, 'The document exists: read it, then send its ETag as If-Match');
    }
    if (habits.writesAtOnce === 'overlapping') await turn();
    store.putDocument(name, key, id, body, context.req.header('content-type') ?? 'application/octet-stream');
    return written(context, key, id);
  });

  routes.post('/', async (context) => {
    const body = await context.req.text();
    const { key, id, there } = asked(context, true);
    if (heeds) checkCondition(context, there);
    const type = context.req.header('content-type') ?? '';
    const content = there ? merged(there, body, type, mergesPaths) : body;
    if (habits.writesAtOnce === 'overlapping') await turn();
    store.putDocument(name, key, id, content, there?.contentType ?? type);
    return written(context, key, id);
  });

  routes.delete('/', (context) => {
    const { key, id, there } = asked(context, name !== 'state');
    if (there) checkCondition(context, there);
    store.deleteDocuments(name, key, id || undefined);
    return context.body(null, 204);
  });

  return routes;

  function written(context: Context, key: string, id: string): Response {
    const document = store.document(name, key, id);
    return context.body(null, 204, document && habits.etags === 'of-reads-and-writes' ? { ETag: etag(document) } : {});
  }

  function asked(context: Context, needsId: boolean): { key: string; id: string; there: StoredDocument | undefined } {
    const key = keyOf(context, resource);
    const id = context.req.query(idParameter) ?? '';
    if (needsId && id === '') throw new LrsProblem(400, `${idParameter} is missing`);
    return { key, id, there: store.document(name, key, id) };
  }
}

function keyOf(context: Context, { needs }: DocumentResource): string {
  const parts = needs.map((parameter) => {
    const value = context.req.query(parameter);
    if (!value) throw new LrsProblem(400, `${parameter} is missing`);
    return parameter === 'agent' ? agentKey(parsedAgent(value)) : value;
  });
  return JSON.stringify([...parts, context.req.query('registration') ?? '']);
}

function checkCondition(context: Context, there: StoredDocument | undefined): void {
  const match = context.req.header('if-match');
  const noneMatch = context.req.header('if-none-match');
  if (match !== undefined && (!there || (match !== '*' && match !== etag(there)))) throw new LrsProblem(412, 'The document has changed');
  if (noneMatch !== undefined && there && (noneMatch === '*' || noneMatch === etag(there)))
    throw new LrsProblem(412, 'The document exists');
}

/** xAPI Communication 3.1: the SHA-1 digest of the content, in quotes. */
function etag({ content }: StoredDocument): string {
  return `"${createHash('sha1').update(content).digest('hex')}"`;
}

type Json = Record<string, unknown>;

function setAt(into: Json, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) into[name] = value;
  else setAt((into[name] ??= {}) as Json, rest, value);
}

function merged({ content, contentType }: StoredDocument, body: string, type: string, byPaths: boolean): string {
  try {
    if (!contentType.startsWith('application/json') || !type.startsWith('application/json')) throw new TypeError('not JSON');
    const [there, posted] = [JSON.parse(content) as Json, JSON.parse(body) as Json];
    if (!byPaths) return JSON.stringify({ ...there, ...posted });
    for (const [key, value] of Object.entries(posted)) setAt(there, key.split('.'), value);
    return JSON.stringify(there);
  } catch {
    throw new LrsProblem(400, 'Only JSON objects can be merged');
  }
}
