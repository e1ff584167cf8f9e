/** The learner as a launcher names her. Launchers differ; from here on the actor is one agent with one identifier, echoed as it is. */
import type { Actor } from './xapi-types.ts';

/**
 * Reads the actor of a launch address. What is valid stays as it was given, since some players compare it deeply with their own;
 * TinCan 0.9's arrays become single values, and of several identifiers the first is kept (xAPI Data 2.4.2.3 allows one).
 * @returns undefined where it names nobody
 */
export function parseActor(json: string): Actor | undefined {
  const agent = objectFrom(json);
  const identifier = agent && identifierFrom(agent);
  if (!agent || !identifier) return undefined;
  const name = single(agent['name']);
  return {
    ...(agent['objectType'] === 'Agent' ? { objectType: 'Agent' as const } : {}),
    ...(typeof name === 'string' ? { name } : {}),
    ...identifier,
  };
}

/** What tells this learner from all others, whatever name she goes by today. */
export function actorKey({ mbox, account, mbox_sha1sum, openid }: Actor): string {
  return account ? JSON.stringify([account.homePage, account.name]) : (mbox ?? mbox_sha1sum ?? openid ?? '');
}

function identifierFrom(agent: Record<string, unknown>): Partial<Actor> | undefined {
  const mbox = single(agent['mbox']);
  if (typeof mbox === 'string' && mbox) return { mbox: `mailto:${mbox.replace(/^mailto:/i, '')}` };
  const account = single(agent['account']) as Record<string, unknown> | undefined;
  const homePage = account?.['homePage'] ?? account?.['accountServiceHomePage'];
  const name = account?.['name'] ?? account?.['accountName'];
  if (typeof homePage === 'string' && (typeof name === 'string' || typeof name === 'number'))
    return { account: { homePage, name: String(name) } };
  for (const identifier of ['mbox_sha1sum', 'openid'] as const) {
    const value = single(agent[identifier]);
    if (typeof value === 'string' && value) return { [identifier]: value };
  }
  return undefined;
}

function objectFrom(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function single(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value;
}
