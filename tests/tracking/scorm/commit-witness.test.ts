/** What the form of an answer tells, where its status does not. Entries as Chromium 156 and Firefox 153 ESR make them. */
import { expect, test } from 'vitest';
import { WindowWitness, type Watch } from '../../../src/tracking/scorm/commit-witness.ts';

const own = 'https://lms.example/handler/scorm_set_values';

interface Answered {
  readonly name: string;
  readonly redirectStart: number;
  /** undefined: the browser does not tell. */
  readonly bytes: number | undefined;
  /** When the request began. */
  readonly startTime: number;
}

/** A window in which the requests are made that a test says. */
class RequestWindow {
  readonly entries: unknown[] = [];
  readonly location = { origin: 'https://lms.example' };
  readonly navigator = {};
  #tell: Tell | undefined;
  readonly PerformanceObserver = observing((tell) => (this.#tell = tell));
  readonly performance = { now: () => performance.now(), getEntriesByType: () => this.entries };

  get witness(): WindowWitness {
    return new WindowWitness([this as unknown as Window]);
  }

  answered(
    contentType: string | undefined,
    { name = own, redirectStart = 0, bytes, startTime = performance.now() }: Partial<Answered> = {},
  ): void {
    const type = { ...(contentType !== undefined && { contentType }), ...(bytes !== undefined && { decodedBodySize: bytes }) };
    this.entries.push({
      name,
      initiatorType: 'xmlhttprequest',
      startTime,
      responseEnd: performance.now(),
      responseStatus: 200,
      redirectStart,
      ...type,
    });
    this.#tell?.({ getEntries: () => this.entries.slice(-1) });
  }
}

type Tell = (list: { getEntries(): unknown[] }) => void;

/** A window's `PerformanceObserver`. @param begin told of each that observes */
function observing(begin: (tell: Tell) => void) {
  return class {
    constructor(private readonly tell: Tell) {}

    observe(): void {
      begin(this.tell);
    }
  };
}

async function twoSaves(first: (window: RequestWindow) => void, second: (window: RequestWindow) => void): Promise<unknown> {
  const window = new RequestWindow();
  const { witness } = window;
  const before = witness.watch();
  first(window);
  expect([await before.end(), before.failed()]).toEqual(['answered', undefined]);
  const watch = witness.watch();
  second(window);
  return [await watch.end(), watch.failed()];
}

const GOOD = ['answered', undefined];
const OTHER_PAGE = ['none', 200];

test.each(['application/json', 'text/plain', '', 'application/x-unknown-content-type'])(
  'HTML where the LMS answered with “%s” before is another page, such as a captive portal’s',
  async (type) => {
    const saves = twoSaves(
      (window) => window.answered(type),
      (window) => window.answered('text/html'),
    );
    expect(await saves).toEqual(OTHER_PAGE);
  },
);

test('a save that is sent on elsewhere, where none was before, has not arrived', async () => {
  const saves = twoSaves(
    (window) => window.answered('text/html'),
    (window) => window.answered('text/html', { redirectStart: 3 }),
  );
  expect(await saves).toEqual(OTHER_PAGE);
});

test.each([
  ['an LMS that always answers with HTML', 'text/html', 'text/html', 0, 0],
  ['one that always sends on', 'text/html', 'text/html', 3, 3],
  ['one whose answers change between two types of data', 'text/plain', 'application/json', 0, 0],
  ['a browser that tells no types', undefined, undefined, 0, 0],
])('%s is believed', async (_name, before, after, redirectedBefore, redirectedAfter) => {
  const saves = twoSaves(
    (window) => window.answered(before, { redirectStart: redirectedBefore }),
    (window) => window.answered(after, { redirectStart: redirectedAfter }),
  );
  expect(await saves).toEqual(GOOD);
});

test('another address of the LMS may answer with HTML', async () => {
  const saves = twoSaves(
    (window) => window.answered('application/json'),
    (window) => window.answered('text/html', { name: `${own}?page=2` }),
  );
  expect(await saves).toEqual(GOOD);
});

const chamilo = 'https://lms.example/main/lp/lp_ajax_save_item.php?cidReq=LAB&id_session=0';

test.each([
  ['its page “not allowed”, after the end of the session', chamilo, 12_733, OTHER_PAGE],
  ['nothing, where another learning path was opened since', chamilo, 0, OTHER_PAGE],
  ['a proxy’s page of a few lines', chamilo, 250, OTHER_PAGE],
  ['a line of script', chamilo, 83, GOOD],
  ['a line for each of three folders more', chamilo, 169, GOOD],
  ['an answer whose length this browser does not tell', chamilo, undefined, GOOD],
  ['nothing, at an address of another LMS', own, 0, GOOD],
  ['a long answer, at an address of another LMS', own, 12_733, GOOD],
])('Chamilo answers a save with 200 and HTML: %s', async (_name, name, bytes, expected) => {
  const saves = twoSaves(
    (window) => window.answered('text/html', { name, bytes: 79 }),
    (window) => window.answered('text/html', { name, bytes }),
  );
  expect(await saves).toEqual(expected);
});

test('a browser that says of each answer that it is empty is no sign that Chamilo stores nothing', async () => {
  const answers = (window: RequestWindow): void => window.answered('text/html', { name: chamilo, bytes: 0 });
  expect(await twoSaves(answers, answers)).toEqual(GOOD);
});

test('what Chamilo answers its objectives with is no answer of the save beside them, which comes later', async () => {
  const window = new RequestWindow();
  const { witness } = window;
  const objectives = chamilo.replace('item', 'objectives');
  const before = witness.watch();
  window.answered('text/html', { name: objectives, bytes: 0 });
  window.answered('text/html', { name: chamilo, bytes: 79 });
  expect(await before.end()).toBe('answered');
  const watch = witness.watch();
  const startTime = performance.now();
  window.answered('text/html', { name: objectives, bytes: 0 });
  expect([await watch.end(), watch.failed()]).toEqual(['none', undefined]);
  window.answered('text/html', { name: chamilo, bytes: 12_733, startTime });
  expect(watch.failed()).toBe(200);
});

test('an answer that comes after the calls is known, unless another page came in its place', async () => {
  const window = new RequestWindow();
  const { witness } = window;
  const asked = async (): Promise<[Watch, number]> => {
    const watch = witness.watch();
    const startTime = performance.now();
    await watch.end();
    return [watch, startTime];
  };
  const [first, startTime] = await asked();
  window.answered('text/html', { name: 'https://lms.example/news', bytes: 40, startTime: performance.now() + 20 });
  expect(first.answered()).toBe(false);
  window.answered('text/html', { name: chamilo, bytes: 79, startTime });
  expect(first.answered()).toBe(true);
  const [second, later] = await asked();
  window.answered('text/html', { name: chamilo, bytes: 12_733, startTime: later });
  expect([second.answered(), second.failed()]).toEqual([false, 200]);
});

test('a failure that comes late is told once, and not after the next save has begun', async () => {
  const window = new RequestWindow();
  const { witness } = window;
  const before = witness.watch();
  window.answered('application/json');
  await before.end();
  const late = async (): Promise<{ told: number[]; answer: () => void }> => {
    const watch = witness.watch();
    const startTime = performance.now();
    expect([await watch.end(), watch.failed()]).toEqual(['none', undefined]);
    const told: number[] = [];
    watch.watchOn(
      (status) => told.push(status),
      () => undefined,
    );
    return { told, answer: () => window.answered('text/html', { startTime }) };
  };
  const first = await late();
  window.answered('text/html', { name: 'https://lms.example/news', startTime: performance.now() - 20 });
  expect(first.told).toEqual([]);
  first.answer();
  first.answer();
  expect(first.told).toEqual([200]);
  const second = await late();
  const third = await late();
  second.answer();
  expect([second.told, third.told]).toEqual([[], []]);
});

test('what else the page asks for while a slow answer is under way is not taken for the address of the saves', async () => {
  const window = new RequestWindow();
  const { witness } = window;
  const slow = async (contentType: string): Promise<Watch> => {
    const watch = witness.watch();
    await watch.end();
    const startTime = performance.now() + 100;
    window.answered('text/html', { name: 'https://lms.example/news', startTime });
    expect(watch.failed()).toBeUndefined();
    window.answered(contentType, { startTime });
    return watch;
  };
  await slow('application/json');
  expect((await slow('text/html')).failed()).toBe(200);
});
