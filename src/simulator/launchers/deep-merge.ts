/** A posted document merged into the one that is there at every level, as PHP's array_replace_recursive does it: lists by their places, too. */
import type { EndpointOptions } from './forwarding.ts';

export async function mergeDeep(
  body: string,
  address: string,
  headers: Record<string, string>,
  lrs: EndpointOptions['lrs'],
): Promise<Response> {
  const { 'if-match': _match, 'if-none-match': _noneMatch, ...reading } = headers;
  const there = await lrs(address, { method: 'GET', headers: reading });
  const content: unknown = there.ok ? merged(await there.json(), JSON.parse(body)) : JSON.parse(body);
  const etag = there.headers.get('etag');
  const condition: Record<string, string> = there.ok && etag ? { 'if-match': etag } : {};
  return lrs(address, { method: 'PUT', headers: { ...condition, ...headers }, body: JSON.stringify(content) });
}

function merged(there: unknown, news: unknown): unknown {
  if (!isContainer(there) || !isContainer(news)) return news;
  const all = new Map<string, unknown>(Object.entries(there));
  for (const [key, value] of Object.entries(news)) all.set(key, merged(all.get(key), value));
  return Array.isArray(there) && Array.isArray(news) ? [...all.values()] : Object.fromEntries(all);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
