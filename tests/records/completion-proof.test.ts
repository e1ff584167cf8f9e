/** What a completion proves of the licence and its classes, by the rules of its day, and what it does not prove any more. */
import { describe, expect } from 'vitest';
import { lrsByRules, reportByRules, type Rules } from './licence-rules.ts';
import { test, type LrsDouble } from './lrs-double.ts';
import { voiding, type StoredStatement } from './made-up-statements.ts';
import { linesOf, readLrs, tell, type PersonLine } from './told-lrs.ts';

const aino = { mbox: 'mailto:aino@kunta.example' };

function voidIt(lrs: LrsDouble, { id }: StoredStatement): void {
  lrs.voided.add(id);
  lrs.statements.push(voiding(id, '2026-03-01T00:00:00.000Z'));
}

async function ainoOf(lrs: LrsDouble, rules: Rules): Promise<PersonLine | undefined> {
  return linesOf(await lrsByRules(lrs, rules))[0];
}

describe('a class that was voided', () => {
  test('takes the licence away under a rule that leaves a choice', async ({ lrs }) => {
    const a1 = tell(lrs, aino, 'earned', 'A1', '2026-02-01');
    tell(lrs, aino, 'initialized', undefined, '2026-01-01');
    tell(lrs, aino, 'completed', undefined, '2026-02-01');
    expect(await ainoOf(lrs, 'A1 or A2')).toMatchObject({ status: 'earned' });
    voidIt(lrs, a1);
    expect((await ainoOf(lrs, 'A1 or A2'))?.licence).toBeUndefined();
  });

  test('does not give it back when the rule changes later', async ({ lrs }) => {
    tell(lrs, aino, 'earned', 'A1', '2026-02-01');
    const a2 = tell(lrs, aino, 'earned', 'A2', '2026-02-02');
    tell(lrs, aino, 'completed', undefined, '2026-02-02');
    voidIt(lrs, a2);
    expect((await ainoOf(lrs, 'A1 and A2'))?.licence).toBeUndefined();
    // Neither the rule of then nor that of now is met.
    expect((await ainoOf(lrs, ['A1 and A2', { from: '2026-08-01', rule: 'A1 and B' }]))?.licence).toBeUndefined();
  });

  test('leaves the licence to whoever has another class of the choice', async ({ lrs }) => {
    const a1 = tell(lrs, aino, 'earned', 'A1', '2026-02-01');
    tell(lrs, aino, 'earned', 'A2', '2026-02-05');
    tell(lrs, aino, 'completed', undefined, '2026-02-01');
    voidIt(lrs, a1);
    expect(await ainoOf(lrs, 'A1 or A2')).toMatchObject({ licence: { day: '2026-02-05', exact: true } });
  });
});

test('a class that was voided and earned again later makes the licence from then on, also where another class is known by the completion alone', async ({
  lrs,
}) => {
  const a1 = tell(lrs, aino, 'earned', 'A1', '2024-02-01');
  tell(lrs, aino, 'completed', undefined, '2024-02-02');
  voidIt(lrs, a1);
  tell(lrs, aino, 'earned', 'A1', '2026-02-03');
  expect(await ainoOf(lrs, 'A1 and A2')).toMatchObject({ licence: { day: '2026-02-03' }, classes: { A2: { day: '2024-02-02' } } });
  const [then] = linesOf(await readLrs(lrs, ['--as-of', '2025-12-31']));
  expect(then).toMatchObject({ status: 'begun' });
  expect(then?.licence).toBeUndefined();
});

test('a completion that an LMS counted after its part had told the classes makes the licence no later', async () => {
  const report = (whole: string): string =>
    `,"Email address","Aspa-ajokortti: A Palvelu","","Aspa-ajokortti",""\n"Aino","aino@k.example","Completed","2026-02-02","Completed","${whole}"\n`;
  const licenceOf = async (whole: string) => linesOf(await reportByRules(report(whole), 'A1 and A2'))[0]?.licence;
  expect(await licenceOf('2026-05-05')).toEqual({ day: '2026-02-02', exact: false });
  expect(await licenceOf('')).toEqual({ day: '2026-02-02', exact: false });
  expect(await licenceOf('2026-02-01')).toEqual({ day: '2026-02-01', exact: true });
});

test('a class that a completion has proved is not lost when a later rule does not ask for it', async () => {
  const report = ',"Email address","Aspa-ajokortti",""\n"Aino","aino@k.example","Completed","2026-03-11 10:00:00"\n';
  const before = linesOf(await reportByRules(report, 'A1 and A2'))[0];
  expect(before?.classes).toMatchObject({ A1: { day: '2026-03-11' }, A2: { day: '2026-03-11' } });
  const after = linesOf(await reportByRules(report, ['A1 and A2', { from: '2026-08-01', rule: 'A1 or A2' }]))[0];
  expect(after?.classes).toEqual(before?.classes);
});

describe('classes that may have been earned under an earlier rule', () => {
  const rules: Rules = ['A1 and A2', { from: '2026-08-01', rule: 'A1 and B' }];
  const map = 'email: Email\nclasses: { A1: A1, A2: A2 }\n';
  const read = (...rows: string[]) => reportByRules(['Email;A1;A2', ...rows, ''].join('\n'), rules, { map });

  test('are no licence without a day, and that is told', async () => {
    const { out, err } = await read('aino@k.example;Completed;Completed', 'vaino@k.example;Completed;2026-02-01');
    expect(linesOf({ out }).map(({ status }) => status)).toEqual(['begun', 'begun']);
    expect(err).toContain('Warning: People who may have the licence by an earlier rule: 2.');
  });

  test('are a licence by their days, or none, without a word', async () => {
    const { out, err } = await read(
      'aino@k.example;2026-02-01;2026-02-01',
      'vaino@k.example;2026-09-01;2026-02-01',
      'oona@k.example;Completed;',
    );
    expect(linesOf({ out }).map(({ status }) => status)).toEqual(['earned', 'begun', 'begun']);
    expect(err).not.toContain('Warning');
  });

  test('are told of where they are known “at the latest” on a later day', async () => {
    const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti\tclass.a1 status\tclass.a2 status';
    const row = 'Aino\taino@k.example\t1\t2026-02-01\t2026-11-24\t0\tIncomplete\tcompleted\tcompleted';
    const { out, err } = await reportByRules(`${heads}\n${row}\n`, rules);
    expect(linesOf({ out })).toMatchObject([{ status: 'begun', classes: { A1: { day: '2026-11-24', exact: false } } }]);
    expect(err).toContain('Warning: People who may have the licence by an earlier rule: 1.');
  });
});
