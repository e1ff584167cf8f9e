/** What HR's page reads and reckons, without a browser around it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { Desk, type Rules } from '../../src/records/hr-page/desk.ts';
import type { Decision, FileState } from '../../src/records/hr-page/file-state.ts';
import { parseLicenceCourse } from '../../src/records/licence-course.ts';
import type { ColumnMap } from '../../src/records/sources/column-map.ts';
import { IDENTIFIERS } from '../../src/records/people/person-keys.ts';
import { activityCompletionReport, interactionsReport } from './moodle-reports.ts';
import { madeUpLearners } from './learners.ts';

const RECORDED = fileURLToPath(new URL('./recorded/', import.meta.url));
const COURSE = fileURLToPath(new URL('../../content/course.yaml', import.meta.url));
const course = parseLicenceCourse(await readFile(COURSE, 'utf8'), COURSE);
const rules: Rules = { identify: IDENTIFIERS, pseudonymous: false, activityNames: [], maps: [] };
/** What the truth calls the states of the table. */
const STATES: Readonly<Record<string, string>> = { 'not-begun': 'Ei aloittanut', begun: 'Kesken', earned: 'Ajokortti' };

class Page {
  readonly desk = new Desk(course);
  #id = 0;

  async give(name: string, content: string | Uint8Array, decision: Decision = {}): Promise<FileState> {
    return this.giveFile(name, new Blob([content as BlobPart]), decision);
  }

  async giveFile(name: string, file: Blob, decision: Decision = {}): Promise<FileState> {
    return this.desk.take({ id: ++this.#id, name, file }, decision, rules, () => {});
  }

  async recorded(path: string, decision: Decision = {}): Promise<FileState> {
    return this.give(path.split('/').at(-1) ?? path, await readFile(join(RECORDED, path)), decision);
  }
}

test('reports of a real Moodle, given together, tell what its own completion tells', async () => {
  const page = new Page();
  for (const name of ['basic', 'objectives', 'interactions'])
    expect((await page.recorded(`course-1.0.0/${name}.txt`, { withAnswers: true })).outcome).toMatchObject({ kind: 'report', rows: 25 });
  const { table, facts } = await page.desk.table(rules, 'Muut');
  expect(facts).toMatchObject({ conflicts: { count: 0 }, withoutClasses: 0, silent: false });
  const shown = new Map(
    table.rows.map(({ person, status, classes, licence }) => [
      person.email,
      [STATES[status], ...course.classes.map(({ id }) => classes.get(id)?.day ?? ''), licence?.day ?? ''].join(';'),
    ]),
  );
  const truth = (await readFile(join(RECORDED, 'course-1.0.0/truth.csv'), 'utf8')).trimEnd().split('\n').slice(1);
  expect(truth).toHaveLength(30);
  for (const row of truth) {
    const [email = '', ...cells] = row.split(';');
    // These took their licence in another activity of that course.
    if (/learner(10|28|29|30)@/.test(email)) continue;
    // A report of an activity names nobody who has not opened it.
    expect(shown.get(email) ?? 'Ei aloittanut;;;;;;;', email).toBe(cells.join(';'));
  }
  expect(shown.size).toBe(25);
});

test('the report that Moodle makes for Excel, UTF-16 with tabs, is the same as the other', async () => {
  const tables = await Promise.all(
    ['activity-completion.csv', 'activity-completion-excel.csv'].map(async (name) => {
      const page = new Page();
      expect((await page.recorded(name)).outcome).toMatchObject({ kind: 'report', as: 'activity-completion', rows: 8 });
      return (await page.desk.table(rules, 'Muut')).table.rows.map(({ person, status, licence }) => [person.email, status, licence?.day]);
    }),
  );
  expect(tables[0]?.filter(([, status]) => status === 'earned')).toHaveLength(2);
  expect(tables[1]).toEqual(tables[0]);
});

describe('what is no report', () => {
  const learners = madeUpLearners(20);
  const good = activityCompletionReport(learners, 'fi');
  const openDocument = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': strToU8('<x/>') });

  test.each([
    ['a.pdf', '%PDF-1.7\n', 'pdf'],
    ['tyhja.csv', '', 'empty'],
    ['paketti.zip', zipSync({ 'raportti.csv': strToU8('x') }), 'archive'],
    // Moodle 5.1 offers these beside CSV and Excel.
    ['edistyminen.ods', openDocument, 'open-document'],
    ['edistyminen.json', '[[{"nimi":"Aino"}]]', 'json'],
    ['edistyminen.html', '<!DOCTYPE html><html><body><table><tr><th>Nimi</th></tr></table></body></html>', 'web-page'],
    ['kirjaudu.csv', '<!doctype html><p>Kirjaudu', 'web-page'],
    ['muu.csv', good.replaceAll('Aspa-ajokortti', 'Sammutuskurssi'), 'other-activities'],
  ])('%s is told of, and what was read before stays', async (name, content, problem) => {
    const page = new Page();
    await page.give('hyva.csv', iconv.encode(good, 'latin1'));
    expect((await page.give(name, content)).outcome).toMatchObject({ kind: 'failed', problem: { kind: problem } });
    const { rows } = (await page.desk.table(rules, 'Muut')).table;
    expect(rows.map(({ person }) => person.name).sort()).toEqual(learners.map((learner) => learner.name).sort());
  });

  test('a file of 200 MB is not even read', async () => {
    const page = new Page();
    await page.give('hyva.csv', good);
    const large = { size: 200 * 2 ** 20, arrayBuffer: () => Promise.reject(new Error('It was read.')) };
    expect((await page.giveFile('suuri.csv', large as unknown as Blob)).outcome).toEqual({
      kind: 'failed',
      problem: { kind: 'too-large', bytes: 200 * 2 ** 20, most: 64 * 2 ** 20 },
    });
    expect((await page.desk.table(rules, 'Muut')).table.rows).toHaveLength(20);
  });
});

describe('what is missing in a file', () => {
  const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\n';
  const row = (name: string, at: number, year = 2026): string => `${name}\tu${at}@k.example\t1\t${year}-02-01\t${year}-02-02\t100\n`;

  test('is told: nobody at all, a last row that breaks off, one name for all', async () => {
    const page = new Page();
    expect((await page.give('tyhja Aspa-ajokortti.txt', heads)).outcome).toMatchObject({ rows: 0, breaksOff: false });
    const rows = Array.from({ length: 6 }, (_row, at) => row('Oppija', at)).join('');
    expect((await page.give('a Aspa-ajokortti.txt', heads + rows.slice(0, -12))).outcome).toMatchObject({ rows: 5, breaksOff: true });
    expect((await page.give('h.csv', 'nimi;sähköposti;yksikkö\nAino;u9@k.example;Muurame\nVäinö;v@k')).outcome).toEqual({
      kind: 'staff',
      people: 1,
      breaksOff: true,
      hasOtherSheets: false,
      byNameOnly: [],
    });
    expect((await page.desk.table(rules, 'Muut')).facts).toMatchObject({ alike: 5, strangers: { count: 5 } });
  });

  test('is told: days with the month first', async () => {
    const state = await new Page().give('Aspa-ajokortti.txt', `${heads}Anna\tu1@k.example\t1\t2/3/2026\t2/13/2026\t100\n`);
    expect(state.outcome).toMatchObject({ kind: 'report', monthFirst: true, doubts: [{ column: 'Last accessed on', count: 1 }] });
  });

  test('is told: a day that is still to come, apart from a cell that is no day', async () => {
    const report = ',"Sähköpostiosoite","Aspa-ajokortti",""\n"Anna","a@k.example","Suoritettu","2099-02-01 10:00:00"\n';
    expect((await new Page().give('c.csv', report)).outcome).toMatchObject({ rows: 1, doubts: [{ count: 1, hasDayToCome: true }] });
    const other = report.replace('2099-02-01 10:00:00', 'pian');
    expect((await new Page().give('c.csv', other)).outcome).toMatchObject({ rows: 1, doubts: [{ count: 1, hasDayToCome: false }] });
    const map: ColumnMap = { email: 'Sähköposti', completed: 'Aspa-ajokortti', dayOrder: 'dmy', done: [], notDone: [] };
    const mapped = await new Page().give('m.csv', 'Sähköposti;Aspa-ajokortti\na@k.example;1.2.2099\n', { map });
    expect(mapped.outcome).toMatchObject({ rows: 1, doubts: [{ count: 1, hasDayToCome: true }] });
  });

  test('is told: names that do not fit, by name, and without a name where nobody is to be named', async () => {
    const page = new Page();
    const list = 'nimi;sähköposti\nAnna Virtanen;\nPekka Åberg;pekka@k.example\n';
    await page.give('h.csv', list);
    await page.give(
      'Aspa-ajokortti.txt',
      `${heads}Anna Virtanen\tu1@k.example\t1\t2026-02-01\t2026-02-02\t100\nAnna Mäki\tpekka@k.example\t1\t2026-02-01\t2026-02-02\t0\n`,
    );
    const { facts } = await page.desk.table(rules, 'Muut');
    expect(facts).toMatchObject({
      sameNames: { count: 1, names: ['Anna Virtanen'] },
      unlikeNames: { count: 1, names: ['Pekka Åberg / Anna Mäki'] },
    });
    const { facts: ofNobody } = await page.desk.table({ ...rules, pseudonymous: true }, 'Muut');
    expect(ofNobody).toMatchObject({ sameNames: { count: 1, names: [] }, unlikeNames: { count: 1, names: [] } });
  });

  test('is told: what several people have, and who is not on the list, by name', async () => {
    const page = new Page();
    await page.give(
      'h.csv',
      'henkilönumero;nimi;sähköposti\n1;Kalle Lahti;kirjasto@k.example\n2;Minna Salo;Kirjasto@k.example\n03;Eeva Niemi;e@k.example\n',
    );
    const said = async (): Promise<unknown> => (await page.desk.table(rules, 'Muut')).facts;
    await page.give('Aspa-ajokortti.txt', `${heads}Kirjasto\tkirjasto@k.example\t1\t2026-02-01\t2026-02-02\t100\n`);
    expect(await said()).toMatchObject({
      conflicts: { count: 1, names: ['kirjasto@k.example'] },
      strangers: { count: 1, names: ['Kirjasto'] },
    });
    await page.give('h2.csv', 'henkilönumero;nimi;sähköposti\n3;Olli Oja;o@k.example\n');
    expect(await said()).toMatchObject({ conflicts: { count: 2, names: ['03', 'kirjasto@k.example'] } });
    expect((await page.desk.table({ ...rules, pseudonymous: true }, 'Muut')).facts).toMatchObject({
      conflicts: { count: 2, names: [] },
      strangers: { count: 1, names: [] },
    });
  });

  test('is no renewal: reports of two years’ courses tell it, given one by one', async () => {
    const page = new Page();
    for (const year of [2022, 2026]) await page.give(`${year} Aspa-ajokortti.txt`, heads + row('Aino', 1, year));
    const validFor = { count: 3, unit: 'y' } as const;
    const { table, facts } = await page.desk.table({ ...rules, validFor }, 'Muut');
    expect(table.rows).toMatchObject([{ status: 'earned', renewed: { day: '2026-02-02' } }]);
    expect(facts).toMatchObject({ alike: 0, mayHold: 0 });
  });
});

test('people whose classes no report says are counted, and the files named in which classes are missing', async () => {
  const page = new Page();
  await page.give('12.txt', interactionsReport(madeUpLearners(20)), { withAnswers: true });
  expect((await page.desk.table(rules, 'Muut')).facts).toMatchObject({ withoutClasses: 0, lackClasses: [] });
  const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti\n';
  await page.give('2004.txt', `${heads}Liisa\tliisa@k.example\t1\t2026-02-01\t2026-02-02\t100\tCompleted\n`);
  expect((await page.desk.table(rules, 'Muut')).facts).toMatchObject({ withoutClasses: 1, lackClasses: ['2004.txt'] });
});

test('it is told whether anything expires, and how many units there are', async () => {
  const page = new Page();
  await page.give('c.csv', activityCompletionReport(madeUpLearners(20), 'fi'));
  expect((await page.desk.table(rules, 'Muut')).facts).toMatchObject({ expires: false, units: 0 });
  await page.give('h.csv', 'nimi;sähköposti;yksikkö\nAino;oppija0@kirjasto.example;Muurame\nVäinö;v@k.example;Keuruu\n');
  const validFor = { count: 3, unit: 'y' } as const;
  expect((await page.desk.table({ ...rules, validFor }, 'Muut')).facts).toMatchObject({
    expires: true,
    units: 2,
    strangers: { count: 19 },
  });
});
