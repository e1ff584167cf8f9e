/** How a launcher's endpoint passes requests on to the LRS behind it. */
import type { LaunchBook } from './launch-book.ts';

export const VERSION = 'x-experience-api-version';

export interface EndpointOptions {
  readonly book: LaunchBook;
  /** The LRS behind it, with credentials of the launcher's own; `path` such as `statements?limit=1`. */
  readonly lrs: (path: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
}

/**
 * What is asked in xAPI 2.0 is passed on in 1.0.3, which the LRS here speaks.
 * @param conditions whether the LRS gets to see on which version of a document a change is based
 */
export function forwardedHeaders(headers: Headers, conditions: boolean): Record<string, string> {
  const names = ['content-type', VERSION, ...(conditions ? ['if-match', 'if-none-match'] : [])];
  const forwarded = Object.fromEntries(names.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? '']] : [])));
  return { ...forwarded, [VERSION]: (forwarded[VERSION] ?? '').replace(/^2\.0.*/, '1.0.3') };
}
