/** The completion records against reports and statements that somebody has made to do harm: a learner can say most of what is in them. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { madeUpLearners, staffCsv, type MadeUpLearner } from '../records/learners.ts';
import { LrsDouble, send } from '../records/lrs-double.ts';
import { allStatements } from '../records/made-up-statements.ts';
import { activityCompletionReport, interactionsReport } from '../records/moodle-reports.ts';
import { inFolder, runHere } from '../records/run-cli.ts';
import { changedText, nastyJson, nastyText } from './hostile-inputs.ts';
import { hold, HOSTILE_TIMEOUT_MS } from './hostile-runs.ts';

const timeout = HOSTILE_TIMEOUT_MS;
const learners = madeUpLearners(6);
const OUTPUTS = ['out.csv', 'out.html', 'out.jsonl', 'out.xlsx'];
/** What a spreadsheet of any country may take for the beginning of a cell, and for a formula at it. */
const FORMULA = /(^|[,;\t\r\n])[\s"]*[=+\-@＝＋－＠]/;
const MARKUP = /<img src=x|<svg onload|<script>globalThis|<!--/;

/** Runs the command into all outputs, and holds what it leaves in the folder to what it says. */
async function runInto(folder: string, options: readonly string[], environment: Record<string, string> = {}): Promise<void> {
  const before = await readdir(folder);
  const [csv = '', html = '', json = '', xlsx = ''] = OUTPUTS.map((name) => join(folder, name));
  const { code, err } = await runHere([...options, '--csv', csv, '--html', html, '--json', json, '--xlsx', xlsx], environment);
  expect([0, 2, 5, 6, 8], err).toContain(code);
  expect(err).not.toMatch(/^\s+at /m);
  const isWritten = code === 0 || code === 8;
  expect((await readdir(folder)).sort()).toEqual([...before, ...(isWritten ? OUTPUTS : [])].sort());
  if (!isWritten) return;
  expect((await readFile(csv, 'utf8')).replace(/^\uFEFF/, '')).not.toMatch(FORMULA);
  const page = await readFile(html, 'utf8');
  expect(page.trimEnd()).toMatch(/<\/html>$/);
  expect(page).not.toMatch(MARKUP);
  for (const line of (await readFile(json, 'utf8')).split('\n')) if (line !== '') JSON.parse(line);
  expect(Object.keys(unzipSync(await readFile(xlsx)))).toContain('xl/workbook.xml');
}

test('reports: each is read or refused in words, and nothing of it runs in a spreadsheet or on a page', { timeout }, async () => {
  const [first, ...others] = learners;
  const one = fc.record({ name: nastyText, email: nastyText, employeeNumber: nastyText, unit: nastyText, manager: nastyText });
  /** Learners who have a say in what the systems hold of them. */
  const people = fc
    .array(one, { minLength: 1, maxLength: 3 })
    .map((said) => [...said.map((own) => ({ ...first, ...own }) as MadeUpLearner), ...others]);
  const kinds = [interactionsReport, (all: readonly MadeUpLearner[]) => interactionsReport(all, 'fi'), activityCompletionReport];
  const right = fc.tuple(fc.constantFrom(...kinds), fc.oneof(people, fc.constant(learners))).map(([make, all]) => make(all));
  const cells = fc.array(fc.array(nastyText, { maxLength: 6 }), { maxLength: 8 });
  const report = fc.record({
    ending: fc.constantFrom('csv', 'tsv', 'txt', 'txt', 'xlsx'),
    encoding: fc.constantFrom('utf8' as const, 'utf8' as const, 'utf16le' as const, 'latin1' as const),
    text: fc.oneof(
      { weight: 6, arbitrary: right },
      { weight: 3, arbitrary: changedText(right) },
      { weight: 1, arbitrary: cells.map((rows) => rows.map((row) => row.join(';')).join('\r\n')) },
    ),
    staff: fc.oneof(
      { weight: 4, arbitrary: fc.constant(undefined) },
      { weight: 4, arbitrary: people.map(staffCsv) },
      { weight: 1, arbitrary: changedText(people.map(staffCsv)) },
      { weight: 1, arbitrary: nastyText },
    ),
  });
  await hold('reports', report, ({ ending, encoding, text, staff }) =>
    inFolder(async (folder) => {
      const path = join(folder, `r.${ending}`);
      await writeFile(path, Buffer.from(text, encoding));
      const staffFile = join(folder, 'staff.csv');
      if (staff !== undefined) await writeFile(staffFile, staff);
      await runInto(folder, ['--file', path, ...(staff === undefined ? [] : ['--people', staffFile])]);
    }),
  );
});

test('statements: each is read or told of, and no other server is asked for more', { timeout }, async () => {
  const statements = allStatements(learners);
  const change = fc.record({
    at: fc.nat({ max: statements.length - 1 }),
    path: fc.constantFrom(
      'actor',
      'actor.name',
      'actor.mbox',
      'actor.account.name',
      'verb.id',
      'object.id',
      'object',
      'result',
      'context',
      'timestamp',
      'stored',
      'id',
      'context.contextActivities',
    ),
    value: fc.oneof(nastyText, nastyJson),
  });
  const answer = fc.record({
    changes: fc.array(change, { maxLength: 6 }),
    extra: fc.array(nastyJson, { maxLength: 3 }),
    more: fc.constantFrom(
      '',
      'STRANGER',
      'STRANGER/xapi/statements',
      '//127.0.0.1:1/x',
      'javascript:x',
      '%E0%A4%A',
      '/xapi/statements?page=2',
    ),
    whole: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: nastyJson }),
  });
  let strangerAsked = 0;
  const stranger = createServer((_request, response) => {
    strangerAsked += 1;
    response.end('{"statements":[],"more":""}');
  });
  await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
  const strangerAt = `http://127.0.0.1:${String((stranger.address() as AddressInfo).port)}`;
  const lrs = new LrsDouble();
  await lrs.start();
  try {
    await hold('statements', answer, ({ changes, extra, more, whole }) =>
      inFolder(async (folder) => {
        const all = structuredClone(statements) as unknown[];
        for (const { at, path, value } of changes) put(all[at], path.split('.'), value);
        lrs.fault = (_request, response, { searchParams }) => {
          // What the LRS takes for a statement of this kind.
          const found = all.filter((_, index) => statements[index]?.verb.id === searchParams.get('verb'));
          const isFirst = !searchParams.has('page');
          const body = { statements: isFirst ? [...found, ...extra] : [], more: isFirst ? more.replace('STRANGER', strangerAt) : '' };
          return (send(response, 200, whole ?? body), true);
        };
        await runInto(folder, ['--lrs', lrs.endpoint.href, '--patience', '0'], { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret });
      }),
    );
    expect(strangerAsked).toBe(0);
  } finally {
    await lrs.stop();
    stranger.close();
  }
});

function put(target: unknown, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (typeof target !== 'object' || target === null) return;
  const fields = target as Record<string, unknown>;
  if (rest.length > 0) put(fields[first], rest, value);
  else fields[first] = value;
}
