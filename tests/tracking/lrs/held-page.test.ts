/** A page of Firefox that is held until the LRS has its document. */
import { describe, expect, test } from 'vitest';
import { holdingFetch, type HoldablePage } from '../../../src/tracking/lrs/held-page.ts';
import { LrsClient } from '../../../src/tracking/lrs/lrs-client.ts';

const LRS = 'https://lrs.example/xapi/';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const CHROMIUM = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

interface Sent {
  readonly asked: string;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** An XMLHttpRequest that has its answer when `send` returns. @param status 0: the LRS is not there */
function requestsOf(sent: Sent[], status: number, text = '') {
  return class {
    readonly status = status;
    readonly responseText = text;
    #asked = '';
    readonly #headers: Record<string, string> = {};

    open(method: string, address: string, isAsynchronous: boolean): void {
      this.#asked = `${method} ${address} ${isAsynchronous ? 'later' : 'at once'}`;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers[name] = value;
    }

    send(body: unknown): void {
      sent.push({ asked: this.#asked, headers: this.#headers, body });
      if (status === 0) throw new DOMException('A network error occurred.', 'NetworkError');
    }

    getAllResponseHeaders(): string {
      return 'etag: "a:1"\r\ncontent-type: application/json\r\n';
    }
  } as unknown as typeof XMLHttpRequest;
}

function pageOf(userAgent: string, course: string, request = requestsOf([], 204)): HoldablePage {
  return { location: new URL(course) as unknown as Location, navigator: { userAgent } as Navigator, XMLHttpRequest: request };
}

describe('a page', () => {
  test('is held in Firefox where the LRS is on another site', () => {
    expect(holdingFetch(pageOf(FIREFOX, 'https://lms.example/course/'), LRS)).toBeDefined();
  });

  test('is not held where nothing is asked beforehand, nor in other browsers', () => {
    expect(holdingFetch(pageOf(FIREFOX, 'https://lrs.example/course/'), LRS)).toBeUndefined();
    expect(holdingFetch(pageOf(FIREFOX, 'https://lrs.example/course/'), '/xapi/')).toBeUndefined();
    expect(holdingFetch(pageOf(CHROMIUM, 'https://lms.example/course/'), LRS)).toBeUndefined();
  });
});

/** What a held page has sent, in which order, and what came of it. */
async function written(stage: LrsClient['stage'], status: number, text?: string) {
  const sent: Sent[] = [];
  const fetched: string[] = [];
  const hold = holdingFetch(pageOf(FIREFOX, 'https://lms.example/course/', requestsOf(sent, status, text)), LRS);
  const fetch = (_address: unknown, { method = 'GET' }: RequestInit = {}): Promise<Response> => {
    fetched.push(method);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  const client = new LrsClient({ endpoint: LRS, auth: 'Basic abc', fetch, ...(hold ? { hold } : {}) });
  client.stage = stage;
  const agent = { objectType: 'Agent', mbox: 'mailto:aino@example.fi' } as const;
  const key = { activityId: 'https://example.fi/kurssi', agent, registration: undefined, stateId: 'suspendData' };
  const writing = client.postState(key, { sana: 'Viimeiset sanat' }, {});
  const atOnce = sent.length + fetched.length;
  return { sent, fetched, atOnce, outcome: await writing.then(String, (error: unknown) => String(error)) };
}

describe('what a page is held for', () => {
  test('is sent with its headers before the next line, and its answer read', async () => {
    const { sent, fetched, atOnce, outcome } = await written('holding', 204);
    expect({ fetched, atOnce, outcome }).toEqual({ fetched: [], atOnce: 1, outcome: '"a:1"' });
    expect(sent[0]?.asked).toMatch(/^POST https:\/\/lrs\.example\/xapi\/activities\/state\?.* at once$/);
    expect(sent[0]?.headers).toMatchObject({ authorization: 'Basic abc', 'x-experience-api-version': '1.0.3' });
    expect(new TextDecoder().decode(sent[0]?.body as Uint8Array<ArrayBuffer>)).toBe('{"sana":"Viimeiset sanat"}');
  });

  test('fails where the LRS refuses it, answers a page or is not there', async () => {
    expect((await written('holding', 401)).outcome).toContain('401');
    expect((await written('holding', 200, '<!doctype html><title>Kirjaudu</title>')).outcome).toContain('answered with a page');
    expect((await written('holding', 0)).outcome).toContain('POST activities/state');
  });

  test.each(['open', 'leaving'] as const)('is nothing that is sent while the page is %s', async (stage) => {
    const { sent, fetched } = await written(stage, 204);
    expect({ sent, fetched }).toEqual({ sent: [], fetched: ['POST'] });
  });
});
