/**
 * A closing window of Firefox on a busy computer: the learner's document was asked for first, and its request still came behind the one with
 * `terminated`, since each first asked the LRS's site whether it may (CORS preflight). The launcher lets nothing in any more then (seen in
 * 153 ESR, 1 launch of 8). So the page is held for the document until the LRS has answered: where it has to be read before it is written, for both
 * (on a line that is 0.4 s slower for documents `terminated` came first in 4 of 4 launches that were held for the reading alone, and in none of 9 that were held for both).
 * Firefox closes a window all the same after a second, and leaves a page after ten (both seen with an LRS that never answers).
 *
 * A request that is held knows no `no-store`: what it reads may come from the browser's cache (seen in 153 ESR with `max-age`). Nothing stands
 * there that is older than the page: no other reading of the document is stored, and the writing behind a held one takes it out, a refused one
 * too (RFC 9111, 4.4; seen).
 */
import { hidesFirst } from '../hides-first.ts';

/** The parts of a window that are needed to hold it. */
export type HoldablePage = Pick<Window, 'location'> & Partial<Pick<Window & typeof globalThis, 'navigator' | 'XMLHttpRequest'>>;

/** What was answered, with its text. */
export type Answered = readonly [Response, string];

/** As `fetch`, but it returns when the answer is there, and gives it without another task of the browser, before which the page may be gone. */
export type HoldingFetch = (address: string, init: RequestInit) => Promise<Answered>;

/**
 * @returns undefined where nothing can be overtaken: in other browsers, and where the LRS is on the course's own site, which is not asked
 *   beforehand and would get the learner's cookies from such a request
 */
export function holdingFetch({ location, navigator, XMLHttpRequest }: HoldablePage, endpoint: string): HoldingFetch | undefined {
  if (!navigator || !XMLHttpRequest || !hidesFirst({ navigator }) || new URL(endpoint, location.href).origin === location.origin)
    return undefined;
  return (address, { method = 'GET', headers, body }) => {
    const request = new XMLHttpRequest();
    try {
      request.open(method, address, false);
      // As `fetch` reads it, whatever the answer calls itself: read otherwise, her letters would be put back as others.
      request.overrideMimeType('text/plain; charset=utf-8');
      new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.send(body as XMLHttpRequestBodyInit);
      return Promise.resolve(answerOf(request));
    } catch (error) {
      return Promise.reject(error as Error);
    }
  };
}

function answerOf(request: XMLHttpRequest): Answered {
  const lines = request.getAllResponseHeaders().trim().split(/\r?\n/);
  const headers = lines
    .filter((line) => line.includes(':'))
    .map((line): [string, string] => {
      const [name = '', ...value] = line.split(':');
      return [name, value.join(':').trim()];
    });
  const { status, responseText } = request;
  return [new Response(null, { status, headers }), responseText];
}
