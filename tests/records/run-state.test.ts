import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { allStatements } from './made-up-statements.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

const lrs = new LrsDouble();

beforeAll(async () => {
  lrs.statements = allStatements(madeUpLearners(30));
  await lrs.start();
});
afterAll(() => lrs.stop());

function read(state: string, options: readonly string[] = []): Promise<CliResult> {
  return runInEnglish(['--lrs', lrs.endpoint.href, '--state', state, '--csv', '-', ...options], {
    ASPA_LRS_KEY: lrs.key,
    ASPA_LRS_SECRET: lrs.secret,
  });
}

async function withState(change: (text: string) => string, work: (state: string, whole: CliResult) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const state = join(folder, 'state.jsonl');
    const whole = await read(state);
    expect(whole.code).toBe(0);
    await writeFile(state, change(await readFile(state, 'utf8')));
    await work(state, whole);
  });
}

describe('a state that is not as it was written is never gone on from', () => {
  test.each<[string, (text: string) => string]>([
    ['cut in a line', (text) => text.slice(0, text.length / 2)],
    ['cut between lines', (text) => `${text.split('\n').slice(0, -3).join('\n')}\n`],
    ['with a line left out', (text) => text.split('\n').toSpliced(5, 1).join('\n')],
    ['with another day', (text) => text.replace(/"2025-/, '"2024-')],
    ['with another cursor', (text) => text.replace(/(\/aspa-ajokortt?i":)\d+/, '$1"soon"')],
    ['with nulls in it', (text) => text.replace(/"marks":\{[^}]*\}/, '"marks":null')],
    ['of zeros, as after a power cut', (text) => '\0'.repeat(text.length)],
    ['empty', () => ''],
    ['of another kind', () => '{"format":"other"}\n'],
    ['of nothing at all', () => 'null\n'],
    ['that is no JSON', () => 'Nimi;Tilanne\n'],
  ])('%s', async (_what, change) => {
    await withState(change, async (state) => {
      const before = await readFile(state, 'utf8');
      const { code, out, err } = await read(state);
      expect(code).toBe(2);
      expect(out).toBe('');
      expect(err).toMatch(/The state .* (is damaged|was not written by this program)\. Take an earlier copy, or delete it/);
      expect(await readFile(state, 'utf8')).toBe(before);
    });
  });
});

test.each<[string, readonly string[]]>([
  ['another time zone', ['--zone', 'Europe/Stockholm']],
  ['another activity', ['--activity', 'https://lms.example/course']],
])('a state of a run with %s leads to a whole reading', async (_what, options) => {
  await withState(
    (text) => text,
    async (state) => {
      const { code, out } = await read(state, options);
      expect(code).toBe(0);
      expect(out).toBe((await inFolder((folder) => read(join(folder, 'new'), options))).out);
    },
  );
});

/** Version 2 took an unanswered “earned” of Moodle for a class: what it remembers must not live on. */
test.each([1, 2])('a state of version %i of this program is read anew', async (version) => {
  await withState(
    (text) => text.replace(/"aspa-records-state \d+"/, `"aspa-records-state ${version}"`),
    async (state, whole) => {
      const { code, out, err } = await read(state);
      expect(code).toBe(0);
      expect(err).toContain('everything is read again');
      expect(out).toBe(whole.out);
    },
  );
});
