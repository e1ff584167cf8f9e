/** What a completion proves of the licence and its classes, by the rules of its day, and what it does not prove any more. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { course } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { voiding, type StoredStatement } from './made-up-statements.ts';
import { inFolder, runHere, type CliResult } from './run-cli.ts';
import { linesOf, readLrs, tell, type PersonLine } from './told-lrs.ts';

let lrs: LrsDouble;
beforeEach(async () => {
  lrs = new LrsDouble();
  await lrs.start();
});
afterEach(() => lrs.stop());

describe('a class that was voided', () => {
  const aino = { mbox: 'mailto:aino@kunta.example' };
  const voidIt = ({ id }: StoredStatement): void => {
    lrs.voided.add(id);
    lrs.statements.push(voiding(id, '2026-03-01T00:00:00.000Z'));
  };
  const withRule = (licence: string): Promise<CliResult> =>
    inFolder(async (folder) => {
      const file = join(folder, 'course.yaml');
      await writeFile(
        file,
        `id: ${course.id}\ntitle: Aspa-ajokortti\nlicence:${licence}\nclasses:\n${['A1', 'A2', 'B'].map((id) => `  - { id: ${id}, title: ${id} }\n`).join('')}`,
      );
      return readLrs(lrs, ['--course-file', file]);
    });

  test('takes the licence away under a rule that leaves a choice', async () => {
    const a1 = tell(lrs, aino, 'earned', 'A1', '2026-02-01');
    tell(lrs, aino, 'initialized', undefined, '2026-01-01');
    tell(lrs, aino, 'completed', undefined, '2026-02-01');
    expect(linesOf(await withRule(' A1 or A2'))).toMatchObject([{ status: 'earned' }]);
    voidIt(a1);
    const [line] = linesOf(await withRule(' A1 or A2'));
    expect(line?.licence).toBeUndefined();
  });

  test('does not give it back when the rule changes later', async () => {
    tell(lrs, aino, 'earned', 'A1', '2026-02-01');
    const a2 = tell(lrs, aino, 'earned', 'A2', '2026-02-02');
    tell(lrs, aino, 'completed', undefined, '2026-02-02');
    voidIt(a2);
    expect(linesOf(await withRule(' A1 and A2'))[0]?.licence).toBeUndefined();
    // Neither the rule of then nor that of now is met.
    const [line] = linesOf(await withRule('\n  - rule: A1 and A2\n  - { from: 2026-08-01, rule: A1 and B }'));
    expect(line?.licence).toBeUndefined();
  });
});

test('a class that a completion has proved is not lost when a later rule does not ask for it', async () => {
  const report = ',"Email address","Aspa-ajokortti",""\n"Aino","aino@k.example","Completed","2026-03-11 10:00:00"\n';
  const withRule = (licence: string): Promise<PersonLine | undefined> =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'c.csv'), report);
      await writeFile(
        join(folder, 'course.yaml'),
        `id: ${course.id}\ntitle: Aspa-ajokortti\nlicence:${licence}\nclasses:\n${['A1', 'A2'].map((id) => `  - { id: ${id}, title: ${id} }\n`).join('')}`,
      );
      return linesOf(await runHere(['--file', join(folder, 'c.csv'), '--course-file', join(folder, 'course.yaml'), '--json', '-']))[0];
    });
  const before = await withRule(' A1 and A2');
  expect(before?.classes).toMatchObject({ A1: { day: '2026-03-11' }, A2: { day: '2026-03-11' } });
  expect((await withRule('\n  - rule: A1 and A2\n  - { from: 2026-08-01, rule: A1 or A2 }'))?.classes).toEqual(before?.classes);
});

test('whoever has another class of the choice keeps the licence when one is voided', async () => {
  const aino = { mbox: 'mailto:aino@kunta.example' };
  const a1 = tell(lrs, aino, 'earned', 'A1', '2026-02-01');
  tell(lrs, aino, 'earned', 'A2', '2026-02-05');
  tell(lrs, aino, 'completed', undefined, '2026-02-01');
  lrs.voided.add(a1.id);
  lrs.statements.push(voiding(a1.id, '2026-03-01T00:00:00.000Z'));
  await inFolder(async (folder) => {
    const file = join(folder, 'course.yaml');
    await writeFile(
      file,
      `id: ${course.id}\ntitle: Aspa-ajokortti\nlicence: A1 or A2\nclasses: [{ id: A1, title: A1 }, { id: A2, title: A2 }]\n`,
    );
    expect(linesOf(await readLrs(lrs, ['--course-file', file]))).toMatchObject([{ licence: { day: '2026-02-05', exact: true } }]);
  });
});
