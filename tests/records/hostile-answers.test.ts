/** Servers that answer without an end: a run says so and ends, whatever its patience. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { LrsDouble, send } from './lrs-double.ts';
import { allStatements } from './made-up-statements.ts';
import { MoodleDouble } from './moodle-double.ts';
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

/** Writes the same piece for ever, as fast as it is taken. */
function pour(response: ServerResponse, first: string, piece: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write(first);
  const on = (): void => {
    while (!response.destroyed && response.write(piece));
  };
  response.on('drain', on);
  on();
}

test('empty pages, each of which names a next one, come to an end', async () => {
  let page = 0;
  lrs.fault = (_request, response) => (send(response, 200, { statements: [], more: `/xapi/statements?page=${++page}` }), true);
  const { code, err } = await read();
  expect(code).toBe(6);
  expect(err).toContain('goes on for ever: 1,000 pages, one after the other, brought no new statement.');
  expect(page).toBeLessThan(1100);
});

test('pages that bring the same statement again and again come to an end', async () => {
  let page = 0;
  const [same] = lrs.statements;
  lrs.fault = (_request, response) => (send(response, 200, { statements: [same], more: `/xapi/statements?page=${++page}` }), true);
  const { code, err } = await read();
  expect(code).toBe(6);
  expect(err).toContain('brought no new statement');
});

test('a few empty pages between full ones are no reason to end', async () => {
  const expected = await read(['--page-size', '5']);
  lrs.pageCap = 5;
  const met = new Set<string>();
  lrs.fault = (_request, response, url) => {
    if (met.has(url.href)) return false;
    met.add(url.href);
    const again = new URL(url);
    again.searchParams.set('again', '1');
    if (url.searchParams.has('again')) return false;
    send(response, 200, { statements: [], more: again.pathname + again.search });
    return true;
  };
  expect((await read(['--page-size', '5'])).out).toBe(expected.out);
});

test.each<[string, (response: ServerResponse) => void, RegExp]>([
  ['one text without an end', (response) => pour(response, '{"statements":["', 'x'.repeat(65_536)), /more than 64 MB in one answer/],
  [
    'values without an end',
    (response) => pour(response, '{"statements":[', '{},'.repeat(20_000)),
    /more than 8,000,000 values in one answer/,
  ],
  [
    'lists in lists without an end',
    (response) => pour(response, '{"statements":', '['.repeat(65_536)),
    /more than 8,000,000 values in one answer/,
  ],
  [
    '200 MB packed into 200 kB',
    (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      response.end(gzipSync(`{"statements":[],"x":"${' '.repeat(200 * 2 ** 20)}"}`));
    },
    /more than 64 MB in one answer/,
  ],
])('%s is not waited for, nor asked for again', async (_what, answer, message) => {
  let asked = 0;
  lrs.fault = (_request, response) => (asked++, answer(response), true);
  const { code, out, err } = await read();
  expect(code).toBe(6);
  expect(out).toBe('');
  expect(err).toMatch(message);
  expect(err).toContain('Ask for less at once (--page-size)');
  expect(asked).toBe(1);
});

test('Moodle’s answers are bounded as well', async () => {
  const moodle = new MoodleDouble();
  moodle.fault = (_name, _form, response) => (pour(response, '[', '{"id":1},'.repeat(10_000)), 'answered');
  const site = await moodle.start();
  try {
    const { code, err } = await runInEnglish(['--moodle', site.href, '--course', '2'], { ASPA_MOODLE_TOKEN: moodle.token });
    expect(code).toBe(6);
    expect(err).toMatch(/sends more than .* in one answer/);
  } finally {
    await moodle.stop();
  }
});
