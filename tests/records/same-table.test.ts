import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { madeUpLearners, staffCsv } from './learners.ts';
import { LrsDouble, type MoreForm } from './lrs-double.ts';
import { allStatements, type Launch } from './made-up-statements.ts';
import { MoodleDouble } from './moodle-double.ts';
import { activityCompletionReport, interactionsReport } from './moodle-reports.ts';
import { inFolder, runHere } from './run-cli.ts';

const learners = madeUpLearners(120);
const rules = ['--valid-for', '3y', '--as-of', '2026-12-31', '--csv', '-'];

async function fromLrs(folder: string, pageCap: number, more: MoreForm = 'host', launch: Launch = 'own'): Promise<string> {
  const lrs = new LrsDouble();
  lrs.statements = allStatements(learners, launch);
  lrs.pageCap = pageCap;
  lrs.more = more;
  const endpoint = await lrs.start();
  try {
    const { code, out, err } = await runHere(
      ['--lrs', endpoint.href, '--page-size', String(pageCap), '--people', join(folder, 'staff.csv'), ...rules],
      {
        ASPA_LRS_KEY: lrs.key,
        ASPA_LRS_SECRET: lrs.secret,
      },
    );
    expect(err).not.toContain('Virhe');
    expect(code).toBe(0);
    return out;
  } finally {
    await lrs.stop();
  }
}

async function fromMoodle(folder: string, scorm: '1.2' | '2004'): Promise<string> {
  const moodle = new MoodleDouble();
  moodle.learners = learners;
  moodle.scorm = scorm;
  const site = await moodle.start();
  try {
    const { code, out, err } = await runHere(['--moodle', site.href, '--course', '2', '--people', join(folder, 'staff.csv'), ...rules], {
      ASPA_MOODLE_TOKEN: moodle.token,
    });
    expect(err).not.toContain('Virhe');
    expect(code).toBe(0);
    expect(moodle.mostAtOnce).toBeGreaterThan(1);
    expect(moodle.mostAtOnce).toBeLessThanOrEqual(4);
    return out;
  } finally {
    await moodle.stop();
  }
}

async function fromFiles(folder: string, language: 'fi' | 'en'): Promise<string> {
  return inFolder(async (reports) => {
    await writeFile(join(reports, 'Aspa-ajokortti-interactions.txt'), interactionsReport(learners, language));
    await writeFile(
      join(reports, 'completion.csv'),
      Buffer.from(`\uFEFF${activityCompletionReport(learners, language).replaceAll(',', '\t')}`, 'utf16le'),
    );
    const { code, out, err } = await runHere(['--file', reports, '--people', join(folder, 'staff.csv'), ...rules]);
    expect(err).not.toContain('Virhe');
    expect(code).toBe(0);
    return out;
  });
}

test('the same 120 learners give the same table from an LRS, from Moodle and from report files, row by row', async () => {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'staff.csv'), staffCsv(learners));
    const expected = await fromLrs(folder, 1000);
    const rows = expected.trimEnd().split('\r\n');
    expect(rows).toHaveLength(121);
    expect(rows[0]).toBe('\uFEFFNimi;Henkilönumero;Sähköposti;Yksikkö;Esihenkilö;Tilanne;Aloittanut;A1;A2;B;C;D;E;Ajokortti;Voimassa asti');
    for (const status of ['Ei aloitettu', 'Kesken', 'Ajokortti'])
      expect(rows.filter((row) => row.includes(`;${status};`)).length).toBeGreaterThan(10);

    expect((await fromLrs(folder, 50, 'absolute')).split('\r\n')).toEqual(expected.split('\r\n'));
    expect((await fromLrs(folder, 50, 'elsewhere', 'lms')).split('\r\n')).toEqual(expected.split('\r\n'));
    expect((await fromLrs(folder, 50, 'inner')).split('\r\n')).toEqual(expected.split('\r\n'));
    expect((await fromLrs(folder, 1, 'relative')).split('\r\n')).toEqual(expected.split('\r\n'));
    expect((await fromMoodle(folder, '1.2')).split('\r\n')).toEqual(expected.split('\r\n'));
    expect((await fromMoodle(folder, '2004')).split('\r\n')).toEqual(expected.split('\r\n'));
    expect((await fromFiles(folder, 'en')).split('\r\n')).toEqual(expected.split('\r\n'));
    expect((await fromFiles(folder, 'fi')).split('\r\n')).toEqual(expected.split('\r\n'));
  });
});
