/** A page of Firefox that is held until the LRS has its document. */
import { describe, expect, test } from 'vitest';
import { holdingFetch, type HoldablePage } from '../../../src/tracking/lrs/held-page.ts';
import { LrsClient } from '../../../src/tracking/lrs/lrs-client.ts';
import type { Sending } from '../../../src/tracking/lrs/sending.ts';
import type { LauncherId } from '../../../src/simulator/launchers/launcher-profiles.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';

withLauncherClock();

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

    overrideMimeType(): void {}

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
async function written(as: Sending['as'], status: number, text?: string) {
  const sent: Sent[] = [];
  const fetched: string[] = [];
  const hold = holdingFetch(pageOf(FIREFOX, 'https://lms.example/course/', requestsOf(sent, status, text)), LRS);
  const fetch = (_address: unknown, { method = 'GET' }: RequestInit = {}): Promise<Response> => {
    fetched.push(method);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  const client = new LrsClient({ endpoint: LRS, auth: 'Basic abc', fetch, ...(hold ? { hold } : {}) });
  const agent = { objectType: 'Agent', mbox: 'mailto:aino@example.fi' } as const;
  const key = { activityId: 'https://example.fi/kurssi', agent, registration: undefined, stateId: 'suspendData' };
  const writing = client.postState(key, { sana: 'Viimeiset sanat' }, {}, { as, goesOn: () => true });
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

  test.each(['open', 'leaving'] as const)('is nothing that is sent as %s', async (as) => {
    const { sent, fetched } = await written(as, 204);
    expect({ sent, fetched }).toEqual({ sent: [], fetched: ['POST'] });
  });
});

/**
 * Of a launcher that takes the document as a whole only, and whose answers call themselves Latin: so the text is read, but where the page
 * says otherwise (XMLHttpRequest, "final charset"). @param asked told of each request
 */
function documentRequests(double: LauncherDouble, asked: (what: string) => void) {
  return class {
    status = 0;
    responseText = '';
    #method = '';
    #charset = 'latin1';

    overrideMimeType(type: string): void {
      this.#charset = type.split('charset=')[1] ?? '';
    }

    open(method: string): void {
      this.#method = method;
    }

    setRequestHeader(): void {}

    send(body: unknown): void {
      asked(`${this.#method} held`);
      this.status = this.#method === 'GET' ? 200 : 204;
      if (this.#method === 'GET')
        this.responseText = new TextDecoder(this.#charset).decode(new TextEncoder().encode(JSON.stringify(double.state())));
      else double.putState(JSON.parse(new TextDecoder().decode(body as Uint8Array<ArrayBuffer>)));
    }

    getAllResponseHeaders(): string {
      return 'content-type: application/json; charset=iso-8859-1\r\n';
    }
  } as unknown as typeof XMLHttpRequest;
}

/** There the whole document is put, with nothing to guard what another browser has saved meanwhile. */
describe.each<LauncherId>(['open-edx', 'chamilo'])('%s: a closing page of Firefox that reads before it writes', (id) => {
  const field = 'e.feedback.together';

  async function saved(asked: (what: string) => void): Promise<{ double: LauncherDouble; learner: LaunchedLearner }> {
    const double = new LauncherDouble(id);
    const launched = await double.launch();
    const request = documentRequests(double, asked);
    const page = { ...launched.window, navigator: { userAgent: FIREFOX } as Navigator, XMLHttpRequest: request };
    const learner = await new LaunchedLearner(launched, double, undefined, { page }).start();
    await learner.write(new Map([[field, { text: 'Ensin', at: 0 }]]), 15_000);
    expect(learner.session.status.state).toBe('saved');
    // What was read before may be old by now.
    await pass(60_000);
    return { double, learner };
  }

  test('has its last words in the LRS before `terminated` is sent', async () => {
    const asked: string[] = [];
    const { double, learner } = await saved((what) => asked.push(what));
    // A line that is slower for documents.
    double.fault = (traffic) => {
      const { method, resource } = traffic;
      asked.push(`${method} ${resource}`);
      return resource === 'activities/state' ? double.late(traffic, 400) : undefined;
    };
    learner.session.store.change({ [field]: 'Lopuksi' });
    // The second event comes as soon as what the first one made is over.
    learner.session.lifecycle.leave();
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    expect(double.held().answers.get(field)?.text).toBe('Lopuksi');
    learner.session.lifecycle.end();
    await pass(1_000);
    expect(asked.slice(0, 3)).toEqual(['GET held', 'PUT held', expect.stringMatching(/ statements$/)]);
    expect(double.verbs().at(-1)).toBe('terminated');
  });

  test('has the letters that were there before', async () => {
    const { double, learner } = await saved(() => undefined);
    learner.session.store.change({ 'b.colleague.meaning': 'Äänestä yötä' });
    await pass(60_000);
    learner.session.store.change({ [field]: 'Lopuksi' });
    learner.session.lifecycle.leave();
    for (let turn = 0; turn < 100; turn++) await Promise.resolve();
    learner.session.lifecycle.end();
    await pass(1_000);
    expect(double.held().answers.get(field)?.text).toBe('Lopuksi');
    expect(double.held().answers.get('b.colleague.meaning')?.text).toBe('Äänestä yötä');
  });
});
