/**
 * What a real Moodle 4.5.6 held after learners had opened the SCORM 1.2 package of version 1.0.0, half taken it and taken it whole: reports as
 * downloaded and answers of the web services, with the learners' answers taken out. `truth.csv` is what Moodle’s own completion says, person
 * by person, over all activities of that course.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { MoodleDouble } from './moodle-double.ts';
import { inFolder, runInEnglish } from './run-cli.ts';

const RECORDED = fileURLToPath(new URL('./recorded/course-1.0.0', import.meta.url));
/** They took their licence in another activity than the recorded one. */
const ELSEWHERE = [10, 28, 29, 30].map(addressOf);
const CLASSES = ['A1', 'A2', 'B', 'C', 'D', 'E'] as const;

interface Line {
  readonly email: string;
  readonly status: string;
  readonly begun?: string;
  readonly classes: Readonly<Record<string, { readonly day: string; readonly exact: boolean }>>;
  readonly licence?: { readonly day: string; readonly exact: boolean };
}

interface Truth {
  readonly status: string;
  readonly days: Readonly<Record<string, string>>;
  readonly licence: string | undefined;
}

function addressOf(number: number): string {
  return `learner${number}@example.com`;
}

async function truth(): Promise<Map<string, Truth>> {
  const words: Readonly<Record<string, string>> = { Ajokortti: 'earned', Kesken: 'begun', 'Ei aloittanut': 'not-begun' };
  const [, ...rows] = (await readFile(join(RECORDED, 'truth.csv'), 'utf8')).trimEnd().split('\n');
  return new Map(
    rows
      .map((row) => row.split(';'))
      .filter(([email = '']) => !ELSEWHERE.includes(email))
      .map(([email = '', status = '', ...cells]): [string, Truth] => [
        email,
        {
          status: words[status] ?? status,
          days: Object.fromEntries(CLASSES.flatMap((id, index) => (cells[index] ? [[id, cells[index]]] : []))),
          licence: cells[CLASSES.length] || undefined,
        },
      ]),
  );
}

function linesOf(out: string): Line[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
}

/** What is told of a person, without how sure a day is. */
function told({ status, classes, licence }: Line): Truth {
  return { status, days: Object.fromEntries(Object.entries(classes).map(([id, { day }]) => [id, day])), licence: licence?.day };
}

/** A report that says nothing of optional classes. */
function compulsoryOnly({ status, days, licence }: Truth): Truth {
  return { status, days: Object.fromEntries(Object.entries(days).filter(([id]) => id.startsWith('A'))), licence };
}

async function expectTruth(lines: readonly Line[], known: (truth: Truth) => Truth = (whole) => whole): Promise<void> {
  const all = await truth();
  const compared = lines.filter(({ email }) => !ELSEWHERE.includes(email));
  expect(Object.fromEntries(compared.map((line) => [line.email, told(line)]))).toEqual(
    Object.fromEntries(compared.map(({ email }) => [email, known(all.get(email) as Truth)])),
  );
}

/** The recorded answers; learners without recorded tracks have opened nothing. */
function answeringAsRecorded(moodle: MoodleDouble): void {
  const files: Readonly<Record<string, string>> = {
    core_enrol_get_enrolled_users: 'enrolled-users',
    mod_scorm_get_scorms_by_courses: 'scorms',
    mod_scorm_get_scorm_scoes: 'scoes',
  };
  moodle.fault = (name, form, response) => {
    const number = Number(form.get('userid')) - 2;
    const begun = [1, 2, 4, 7].includes(number);
    if (name === 'mod_scorm_get_scorm_attempt_count') {
      response.end(JSON.stringify({ attemptscount: begun ? 1 : 0, warnings: [] }));
      return 'answered';
    }
    const own = name.endsWith('sco_tracks') ? `tracks-learner${number}` : `completion-learner${begun ? number : 8}`;
    void readFile(join(RECORDED, `${files[name] ?? own}.json`), 'utf8').then((text) => response.end(text));
    return 'answered';
  };
}

test('Moodle’s web services: opening the course earns nothing, and each learner has the classes that she has earned', async () => {
  const moodle = new MoodleDouble();
  answeringAsRecorded(moodle);
  const site = await moodle.start();
  try {
    const { code, out, err } = await runInEnglish(['--moodle', site.href, '--course', '2', '--json', '-'], {
      ASPA_MOODLE_TOKEN: moodle.token,
    });
    expect(err).not.toMatch(/not understood/i);
    expect(code).toBe(0);
    const lines = linesOf(out);
    expect(lines.map(({ email }) => email)).toEqual([1, 2, 4, 7, 8].map(addressOf));
    await expectTruth(lines);
    expect(lines[0]).toMatchObject({ status: 'begun', begun: '2026-11-26', classes: {} });
    for (const { classes, licence } of lines)
      for (const earned of [...Object.values(classes), ...(licence ? [licence] : [])]) expect(earned.exact).toBe(true);
    expect(out + err).not.toContain('VASTAUS');
  } finally {
    await moodle.stop();
  }
});

test('with SCORM 2004 there are only the days of what is earned, after opening, after one class, after the licence and after all', async () => {
  const moodle = new MoodleDouble();
  answeringAsRecorded(moodle);
  const asRecorded = moodle.fault;
  const tracks = JSON.parse(await readFile(join(RECORDED, 'tracks-2004.json'), 'utf8')) as Record<string, unknown>;
  const learners = Object.keys(tracks).map(Number);
  moodle.fault = (name, form, response) => {
    const number = Number(form.get('userid'));
    const answers: Readonly<Record<string, unknown>> = {
      core_enrol_get_enrolled_users: learners.map((id) => ({ id, email: addressOf(id), roles: [{ shortname: 'student' }] })),
      mod_scorm_get_scorm_attempt_count: { attemptscount: 1 },
      mod_scorm_get_scorm_sco_tracks: tracks[number],
      core_completion_get_activities_completion_status: { statuses: [] },
    };
    if (answers[name] === undefined) return asRecorded?.(name, form, response);
    response.end(JSON.stringify(answers[name]));
    return 'answered';
  };
  const site = await moodle.start();
  try {
    const { code, out, err } = await runInEnglish(['--moodle', site.href, '--course', '2', '--json', '-'], {
      ASPA_MOODLE_TOKEN: moodle.token,
    });
    expect(err).not.toMatch(/not understood/i);
    expect(code).toBe(0);
    const day = '2026-11-26';
    const days = (ids: string): Record<string, string> => Object.fromEntries(ids.split(' ').map((id) => [id, day]));
    expect(Object.fromEntries(linesOf(out).map((line) => [line.email, told(line)]))).toEqual({
      [addressOf(35)]: { status: 'begun', days: {}, licence: undefined },
      [addressOf(36)]: { status: 'earned', days: days('A1 A2'), licence: day },
      [addressOf(37)]: { status: 'begun', days: days('B'), licence: undefined },
      [addressOf(38)]: { status: 'earned', days: days('A1 A2 B C D E'), licence: day },
    });
    expect(out + err).not.toContain('VASTAUS');
  } finally {
    await moodle.stop();
  }
});

test('the interactions report: an unanswered “earned” is neither a class nor a doubt', async () => {
  const { code, out, err } = await runInEnglish(['--file', join(RECORDED, 'interactions.txt'), '--json', '-']);
  expect(err).not.toMatch(/not understood/i);
  expect(code).toBe(0);
  const lines = linesOf(out);
  expect(lines).toHaveLength(25);
  await expectTruth(lines);
  expect(out + err).not.toContain('VASTAUS');
});

test.each(['basic.txt', 'objectives.txt'])('the report %s: the licence and its compulsory classes, and nobody else’s', async (name) => {
  const { code, out } = await runInEnglish(['--file', join(RECORDED, name), '--json', '-']);
  expect(code).toBe(0);
  const lines = linesOf(out);
  expect(lines).toHaveLength(25);
  await expectTruth(lines, compulsoryOnly);
});

test('a response that is no day is told of and earns nothing, from the web services and from the report', async () => {
  const moodle = new MoodleDouble();
  answeringAsRecorded(moodle);
  const asRecorded = moodle.fault;
  moodle.fault = (name, form, response) => {
    if (name !== 'mod_scorm_get_scorm_sco_tracks' || form.get('userid') !== '3') return asRecorded?.(name, form, response);
    void readFile(join(RECORDED, 'tracks-learner1.json'), 'utf8').then((text) =>
      response.end(text.replace(/("cmi\.interactions_0\.student_response",\s*"value": )""/, '$1"kyllä"')),
    );
    return 'answered';
  };
  const site = await moodle.start();
  try {
    const { code, out, err } = await runInEnglish(['--moodle', site.href, '--course', '2', '--json', '-'], {
      ASPA_MOODLE_TOKEN: moodle.token,
    });
    expect(code).toBe(8);
    expect(err).toContain('Cells of “class.a1.earned” that are not understood: 1. For example “kyllä”.');
    expect(linesOf(out)[0]).toMatchObject({ email: addressOf(1), status: 'begun', classes: {} });
  } finally {
    await moodle.stop();
  }
  await inFolder(async (folder) => {
    const report = (await readFile(join(RECORDED, 'interactions.txt'), 'utf8')).replace(
      /(learner1@.*?class\.a1\.earned\t)/,
      (_all, before: string) => `${before}kyllä`,
    );
    await writeFile(join(folder, 'r.txt'), report);
    const { code, out, err } = await runInEnglish(['--file', join(folder, 'r.txt'), '--json', '-']);
    expect(code).toBe(8);
    expect(err).toContain('Cells of “Response 0” that are not understood: 1. For example “kyllä”');
    expect(linesOf(out).find(({ email }) => email === addressOf(1))).toMatchObject({ status: 'begun', classes: {} });
  });
});

/** A recorded report with its columns changed, as somebody does in a spreadsheet. */
async function withColumns(
  name: string,
  change: (columns: readonly string[][]) => readonly string[][],
): Promise<Awaited<ReturnType<typeof runInEnglish>>> {
  const rows = (await readFile(join(RECORDED, name), 'utf8')).trimEnd().split('\n');
  const cells = rows.map((row) => row.split('\t'));
  const columns = (cells[0] ?? []).map((_head, index) => cells.map((row) => row[index] ?? ''));
  const changed = change(columns);
  const text = cells.map((_row, index) => changed.map((column) => column[index]).join('\t')).join('\n');
  return inFolder(async (folder) => {
    await writeFile(join(folder, name), text);
    return runInEnglish(['--file', join(folder, name), '--json', '-']);
  });
}

test.each([
  ['basic.txt', compulsoryOnly],
  ['interactions.txt', undefined],
  ['objectives.txt', compulsoryOnly],
] as const)('the order of the columns of %s changes nothing', async (name, known) => {
  const { code, out } = await withColumns(name, (columns) => columns.toReversed());
  expect(code).toBe(0);
  const lines = linesOf(out);
  expect(lines).toHaveLength(25);
  await expectTruth(lines, known);
});

test.each(['Score', 'Started on', 'Attempt'])(
  'a report whose column “%s” is gone says so, and shows nobody as unfinished',
  async (head) => {
    const { code, out, err } = await withColumns('basic.txt', (columns) =>
      columns.filter(([first = '']) => first.replaceAll('"', '') !== head),
    );
    expect([code === 0, out]).toEqual([false, '']);
    expect(err).toContain(`lacks the column “${head}”`);
  },
);

test('where a report says in words who has completed the course, it needs no score', async () => {
  const { code, out } = await withColumns('interactions.txt', (columns) => columns.filter(([first]) => first !== 'Score'));
  expect(code).toBe(0);
  await expectTruth(linesOf(out));
});
