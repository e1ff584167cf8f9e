import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { smallScript } from '../../../build/small-script.ts';
import type { ModelTables } from '../../../src/tracking/state/context-model.ts';
import { readPrimer } from '../../../src/tracking/state/read-primer.ts';
import { PRIMER } from '../../../src/tracking/state/state-primer.ts';

/** A worker of which a test says what becomes of it. */
class TestWorker extends EventTarget {
  static started: TestWorker | undefined;
  readonly given: unknown[] = [];
  isTerminated = false;

  constructor(readonly address: string) {
    super();
    TestWorker.started = this;
  }

  postMessage(message: unknown): void {
    this.given.push(message);
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** Byte for byte; a matcher would look at eight million numbers one by one. */
function expectSame(tables: ModelTables | undefined, expected: ModelTables): void {
  const bytes = (all: ModelTables | undefined): [string, Buffer][] =>
    Object.entries<ModelTables[keyof ModelTables]>({ ...(all as ModelTables) }).map(([name, { buffer }]) => [name, Buffer.from(buffer)]);
  const found = new Map(bytes(tables));
  for (const [name, table] of bytes(expected)) expect(found.get(name)?.equals(table), name).toBe(true);
  expect([...found.keys()]).toEqual(bytes(expected).map(([name]) => name));
}

/** As they are when a page begins: nothing has been read. */
async function freshModules() {
  vi.resetModules();
  const [{ primeAside }, { primedModel }] = await Promise.all([
    import('../../../src/tracking/state/prime-aside.ts'),
    import('../../../src/tracking/state/primed-model.ts'),
  ]);
  return { primeAside, primedModel };
}

beforeEach(() => {
  TestWorker.started = undefined;
  vi.stubGlobal('Worker', TestWorker);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('the worker learns from the primer what the page itself would have learned', async () => {
  const script = await smallScript(fileURLToPath(new URL('../../../src/tracking/state/primer-worker.ts', import.meta.url)));
  const answers: { tables: ModelTables; transferred: readonly ArrayBuffer[] }[] = [];
  const listeners: ((event: { data: unknown }) => void)[] = [];
  runInNewContext(script, {
    addEventListener: (_: 'message', listener: (event: { data: unknown }) => void) => listeners.push(listener),
    postMessage: (tables: ModelTables, { transfer }: { transfer: readonly ArrayBuffer[] }) =>
      answers.push({ tables, transferred: transfer }),
  });
  for (const listener of listeners) listener({ data: PRIMER });
  const [answer] = answers;
  expectSame(answer?.tables, readPrimer(PRIMER).tables);
  expect(answer?.transferred).toEqual(
    Object.values<ModelTables[keyof ModelTables]>({ ...(answer?.tables as ModelTables) }).map(({ buffer }) => buffer),
  );
});

test('what a worker has learned is what the page goes on with', async () => {
  const { primeAside, primedModel } = await freshModules();
  const primed = primeAside('the script');
  const worker = TestWorker.started;
  expect(worker?.given).toEqual([PRIMER]);
  const { tables } = readPrimer(PRIMER);
  worker?.dispatchEvent(new MessageEvent('message', { data: tables }));
  await primed;
  expect(primedModel().tables === tables).toBe(true);
  expect(worker?.isTerminated).toBe(true);
});

test('what comes after the page has read the primer itself changes nothing', async () => {
  const { primeAside, primedModel } = await freshModules();
  const primed = primeAside('the script');
  const { tables } = primedModel();
  TestWorker.started?.dispatchEvent(new MessageEvent('message', { data: readPrimer(PRIMER).tables }));
  await primed;
  expect(primedModel().tables === tables).toBe(true);
});

test.each([
  ['there are no workers', () => vi.stubGlobal('Worker', undefined), () => {}],
  ['the page’s policy bars the worker', () => {}, () => TestWorker.started?.dispatchEvent(new Event('error'))],
  ['the answer cannot be read', () => {}, () => TestWorker.started?.dispatchEvent(new Event('messageerror'))],
  ['the worker never answers', () => vi.useFakeTimers(), () => vi.advanceTimersByTime(2_000)],
])('where %s, the page reads the primer itself', async (_, before, after) => {
  const { primeAside, primedModel } = await freshModules();
  before();
  const primed = primeAside('the script');
  after();
  await primed;
  expect(TestWorker.started?.isTerminated ?? true).toBe(true);
  expectSame(primedModel().tables, readPrimer(PRIMER).tables);
});
