/** What an administrator takes back in an LRS (xAPI 1.0.3, part 2, 2.3.2). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { allStatements, voiding, type StoredStatement } from './made-up-statements.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

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

interface Line {
  readonly email?: string;
  readonly status: string;
  readonly classes: Readonly<Record<string, { readonly day: string; readonly exact: boolean }>>;
  readonly licence?: { readonly day: string };
}

function lines({ out }: CliResult): Line[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

const withLicence = learners.filter(({ completedAt }) => completedAt !== undefined);

describe('a class that was voided', () => {
  const [both] = withLicence.filter(({ earned }) => earned.size === 2) as [(typeof learners)[number]];
  const earnedA2 = (): StoredStatement =>
    lrs.statements.find(
      (statement) => statement.object.id.endsWith('/class/a2') && JSON.stringify(statement).includes(`mailto:${both.email}`),
    ) as StoredStatement;
  const voidA2 = (stored = '2026-11-01T00:00:00.000Z'): void => {
    const { id } = earnedA2();
    lrs.voided.add(id);
    lrs.statements.push(voiding(id, stored));
  };
  const lineOf = (result: CliResult): Line | undefined => lines(result).find(({ email }) => email === both.email);

  test.each([true, false])('takes the licence away that rested on it; references followed: %s', async (followsReferences) => {
    lrs.followsReferences = followsReferences;
    expect(lineOf(await read())).toMatchObject({ status: 'earned' });
    voidA2();
    const result = await read();
    expect(result.code).toBe(0);
    const line = lineOf(result);
    expect(line).toMatchObject({ status: 'begun' });
    expect(Object.keys(line?.classes ?? {})).toEqual(['A1']);
    expect(line?.licence).toBeUndefined();
    expect(result.err).toContain('1 voiding.');
    expect(result.err).not.toContain('not about this course');
  });

  test('takes it away where an LRS lists the one that was voided, and looks at a statement’s object alone', async () => {
    lrs.statements = allStatements(learners, 'unit');
    lrs.followsReferences = false;
    lrs.seesContexts = false;
    lrs.listsSingle = true;
    voidA2();
    expect(lineOf(await read())).toMatchObject({ status: 'begun', classes: { A1: {} } });
  });

  test('does so from a run that goes on from a state as well, and in every run after it', async () => {
    await inFolder(async (folder) => {
      const state = ['--state', join(folder, 'state')];
      expect(lineOf(await read(state))).toMatchObject({ status: 'earned' });
      voidA2();
      for (let run = 0; run < 2; run++) {
        const after = await read(state);
        expect(after.out).toBe((await read()).out);
        expect(lineOf(after)?.licence).toBeUndefined();
      }
    });
  });

  test('is as if it had never been, once it is earned again', async () => {
    voidA2();
    const again = { id: '66666666-6666-4666-8666-666666666661', timestamp: '2026-11-03T09:00:00Z', stored: '2026-11-03T09:00:01Z' };
    lrs.statements.push({ ...earnedA2(), ...again });
    expect(lineOf(await read())).toMatchObject({
      status: 'earned',
      classes: { A2: { day: '2026-11-03', exact: true } },
      licence: { day: '2026-11-03', exact: true },
    });
  });

  test('leaves alone what another source knows of the licence', async () => {
    voidA2();
    await inFolder(async (folder) => {
      await writeFile(
        join(folder, 'c.csv'),
        `,"Email address","Aspa-ajokortti",""\n"${both.name}","${both.email}","Completed","2026-11-05 10:00:00"\n`,
      );
      expect(lineOf(await read(['--file', join(folder, 'c.csv')]))).toMatchObject({ status: 'earned', licence: { day: '2026-11-05' } });
    });
  });

  test('cannot be told from an LRS that does not hand it out, which is said', async () => {
    lrs.handsOutVoided = false;
    voidA2();
    const result = await read();
    expect(result.code).toBe(0);
    expect(result.err).toContain('Warning: 1 voided statement could not be looked at: a licence that rested on it may still be shown.');
  });

  test('of another course is looked at once, and says nothing', async () => {
    const before = await read();
    lrs.followsReferences = false;
    for (let index = 0; index < 5; index++) {
      const id = `77777777-7777-4777-8777-77777777777${index}`;
      lrs.statements.push({ ...earnedA2(), id, object: { id: 'https://other.example/course' }, context: {} });
      lrs.voided.add(id);
      lrs.statements.push(voiding(id, '2026-11-01T00:00:00.000Z'));
    }
    const after = await read();
    expect(after.out).toBe(before.out);
    expect(after.err).not.toContain('not about this course');
  });
});
