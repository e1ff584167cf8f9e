import { NOTHING_MOVED } from '../../src/course/moved-ids.ts';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Course } from '../../src/course/course.ts';
import { createLrs } from '../../src/simulator/lrs/lrs-app.ts';
import { lrsHabits, type LrsHabits } from '../../src/simulator/lrs/lrs-habits.ts';
import { LrsStore } from '../../src/simulator/lrs/lrs-store.ts';
import { CourseWords } from '../../src/tracking/lrs/course-words.ts';
import {
  answeredStatement,
  classEarned,
  completed,
  initialized,
  progressed,
  terminated,
  type StatementContext,
} from '../../src/tracking/lrs/statements.ts';
import { course, madeUpLearners, staffCsv, type MadeUpLearner } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { allStatements } from './made-up-statements.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

const learners = madeUpLearners(80, Date.UTC(2022, 0, 7));
const credentials = { ASPA_LRS_KEY: 'avain', ASPA_LRS_SECRET: 'salaisuus' };
const authorization = `Basic ${Buffer.from('avain:salaisuus').toString('base64')}`;
const whole: Course = {
  ...course,
  description: 'Made up.',
  language: 'fi',
  version: '1.0.0',
  publisher: 'PiKe',
  contact: 'https://akepike.fi',
  report: 'answers',
  moved: NOTHING_MOVED,
  programmes: [],
  chapters: [],
};
const pageSizes = [1, 50, 1000];
const ownIds = [0, 1, 2, 3, 4].map((number) => `https://lms.example/au/${number}`);
const servers: Server[] = [];

/** What the course itself sends: with answers and progress, which records must leave alone. */
function sentBy({ number, name, email, begunAt, earned, completedAt }: MadeUpLearner): object[] {
  if (begunAt === undefined) return [];
  const context: StatementContext = {
    words: new CourseWords(whole),
    actor: { objectType: 'Agent', name, mbox: `mailto:${email}` },
    activityId: number % 2 === 0 ? course.id : (ownIds[number % 5] as string),
    registration: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    session: `session-${number}`,
    template: {},
    grouping: undefined,
    moment: (at) => at,
  };
  return [
    initialized(context, begunAt),
    answeredStatement(context, {
      id: 'e.feedback.heard',
      type: 'text',
      description: 'Kysymys',
      response: [`VASTAUS ${number}`],
      at: begunAt + 1000,
    }),
    progressed(context, 0.5, begunAt + 2000),
    ...[...earned].map(([id, at]) => classEarned(context, { id, title: `Osio ${id}`, earned: true, earnedAt: at }, at)),
    ...(completedAt === undefined ? [] : [completed(context, completedAt, 60_000, { scaled: 1, raw: 100, min: 0, max: 100 })]),
    terminated(context, (completedAt ?? begunAt) + 3000, 60_000),
  ];
}

const endpoints = new Map<number, string>();

async function lrsWithAll(largestPage: number, habits: LrsHabits = lrsHabits.silent): Promise<string> {
  const statements = learners.flatMap(sentBy);
  const store = new LrsStore(':memory:');
  const app = new Hono().route('/lrs', createLrs({ store, authorized: (header) => header === authorization, largestPage, habits }));
  const answer = await app.request('/lrs/statements', {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' },
    body: JSON.stringify(statements),
  });
  if (answer.status !== 200) throw new Error(`The preview LRS did not take the statements: ${await answer.text()}`);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/lrs/`;
}

beforeAll(async () => {
  for (const size of pageSizes) endpoints.set(size, await lrsWithAll(size));
});
afterAll(() => {
  for (const server of servers) server.close();
});

function read(endpoint: string, folder: string, options: readonly string[]): Promise<CliResult> {
  return runInEnglish(
    ['--lrs', endpoint, '--people', join(folder, 'staff.csv'), '--as-of', '2026-11-24', '--csv', '-', ...options],
    credentials,
  );
}

/** What there is to find. */
async function expectedIn(folder: string): Promise<CliResult> {
  await writeFile(join(folder, 'staff.csv'), staffCsv(learners));
  const double = new LrsDouble(credentials.ASPA_LRS_KEY, credentials.ASPA_LRS_SECRET);
  double.statements = allStatements(learners);
  const expected = await read((await double.start()).href, folder, []);
  await double.stop();
  return expected;
}

test('what the course sends is found in the preview LRS, at every size of page', async () => {
  await inFolder(async (folder) => {
    const expected = await expectedIn(folder);
    expect(expected.out.trimEnd().split('\r\n')).toHaveLength(81);
    for (const size of pageSizes) {
      const { code, out, err } = await read(endpoints.get(size) ?? '', folder, ['--page-size', String(size)]);
      expect(err).not.toContain('Error');
      expect(code).toBe(0);
      expect(out.split('\r\n')).toEqual(expected.out.split('\r\n'));
      expect(out + err).not.toContain('VASTAUS');
    }
  });
});

test('it is found where the LRS looks at a statement’s object alone, once it is told under which identifiers the course was launched', async () => {
  await inFolder(async (folder) => {
    const expected = await expectedIn(folder);
    const { code, out } = await read(
      await lrsWithAll(50, lrsHabits['mod-cmi5']),
      folder,
      ownIds.flatMap((id) => ['--activity', id]),
    );
    expect(code).toBe(0);
    expect(out.split('\r\n')).toEqual(expected.out.split('\r\n'));
  });
});
