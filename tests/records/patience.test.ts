/** How long a run waits for a server that is down, busy, or asks to wait. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { LrsDouble, type Fault } from './lrs-double.ts';
import { allStatements } from './made-up-statements.ts';
import { runInEnglish, type CliResult } from './run-cli.ts';

const learners = madeUpLearners(20);
let lrs: LrsDouble;

beforeEach(async () => {
  lrs = new LrsDouble();
  lrs.statements = allStatements(learners);
  await lrs.start();
});
afterEach(() => lrs.stop());

function read(options: readonly string[] = []): Promise<CliResult> {
  return runInEnglish(['--lrs', lrs.endpoint.href, '--json', '-', ...options], { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret });
}

const reply =
  (status: number, body: string, headers: Record<string, string> = {}): Fault =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  };

test('a server that is restarted meanwhile is waited for as long as --patience says', async () => {
  const { port } = lrs.endpoint;
  await lrs.stop();
  const restarted = sleep(4000).then(() => lrs.start(Number(port)));
  const result = await runInEnglish(['--lrs', `http://127.0.0.1:${port}/xapi`, '--json', '-', '--patience', '30'], {
    ASPA_LRS_KEY: lrs.key,
    ASPA_LRS_SECRET: lrs.secret,
  });
  await restarted;
  expect(result.code).toBe(0);
  expect(result.out).toContain('"licence"');
  expect(result.err).toContain('(ECONNREFUSED). Trying again in');
});

test.each([0, 2, 6])('a server that stays down is given up after a patience of %i s', async (patience) => {
  lrs.fault = reply(503, 'down');
  const started = Date.now();
  const result = await read(['--patience', String(patience)]);
  expect(result.code).toBe(5);
  expect(Date.now() - started).toBeGreaterThan(1000 * patience - 100);
});

test('what waiting does not mend, such as half an answer, is not waited for', async () => {
  let asked = 0;
  lrs.fault = (...all) => (asked++, reply(200, '{"statements":[{"id":"x","act')(...all));
  expect((await read(['--patience', '600'])).code).toBe(6);
  expect(asked).toBe(4);
});

test('a server that asks to come back at once is not asked without a pause', async () => {
  let asked = 0;
  lrs.fault = (...all) => (asked++, reply(429, 'slow', { 'Retry-After': '0' })(...all));
  expect((await read(['--patience', '3'])).code).toBe(5);
  expect(asked).toBeLessThan(8);
});
