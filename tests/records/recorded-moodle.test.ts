/**
 * What a real Moodle 4.5.6 gave out for made-up learners, whose SCORM 1.2 activity reported classes as objectives: its reports as its
 * buttons download them, and the answers of its web services. Only the package's identifier is another one here.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { madeUpLearners } from './learners.ts';
import { MoodleDouble } from './moodle-double.ts';
import { activityCompletionReport, interactionsReport } from './moodle-reports.ts';
import { inFolder, runInEnglish } from './run-cli.ts';

const recorded = fileURLToPath(new URL('./recorded', import.meta.url));
const begun = [
  'Äijä2 Öhman;learner2@example.com;;In progress;2026-11-24;;;;;;;;',
  'Äijä4 Öhman;learner4@example.com;;In progress;2026-11-24;;;;;;;;',
];
/** The stand-in's own title, which its interactions and objectives reports have. */
const called = ['--activity-name', 'Osio yksi äöå'];

async function rowsOf(name: string): Promise<string[]> {
  const { code, out } = await runInEnglish(['--file', join(recorded, name), '--csv', '-', '--no-bom', ...called]);
  expect(code).toBe(0);
  return out.trimEnd().split('\r\n').slice(1);
}

test.each(['Aspa-ajokortti-basic.txt', 'Aspa-ajokortti-interactions.txt', 'Aspa-ajokortti-objectives.txt'])(
  '%s gives the licence by its full score, at the latest on the day of the last visit',
  async (name) => {
    const rows = await rowsOf(name);
    expect(rows).toHaveLength(4);
    expect(rows).toEqual(expect.arrayContaining(begun));
    for (const number of [1, 3])
      expect(rows).toContain(
        `Äijä${number} Öhman;learner${number}@example.com;;Licence;2026-11-24;2026-11-24;2026-11-24;;;;;2026-11-24;A1, A2, Licence`,
      );
  },
);

test.each(['activity-completion.csv', 'activity-completion-excel.csv'])('%s gives the licence on its very day', async (name) => {
  const rows = await rowsOf(name);
  expect(rows).toHaveLength(8);
  expect(rows).toContain('Äijä1 Öhman;learner1@example.com;;Licence;;2026-11-24;2026-11-24;;;;;2026-11-24;A1, A2');
  expect(rows).toContain('Äijä2 Öhman;learner2@example.com;;Not begun;;;;;;;;;');
});

describe('a licence of which no report says the classes, since optional ones would look as if nobody had them', () => {
  /** Moodle 4.5.6 finds the questions of SCORM 1.2 only (mod/scorm/report/reportlib.php): of SCORM 2004 its interactions report has none. */
  const withoutQuestions = [
    'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\tAspa-ajokortti',
    ...['Liisa', 'Matti'].map((name) => `${name}\t${name.toLowerCase()}@k.example\t1\t2026-02-01 10:00\t2026-03-02 10:00\t100\tCompleted`),
  ].join('\n');

  test('is told with how many people have it, and in which files', async () => {
    const { err } = await runInEnglish(['--file', recorded, '--csv', '-', '--quiet', ...called]);
    expect(err).toContain(
      'Warning: People who have the licence, but whose classes no report shows: 2. Such a row shows only the classes needed for the licence.',
    );
    expect(err).toContain('Aspa-ajokortti-basic.txt');
  });

  test('is told beside a report that says the classes of others', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'scorm12.txt'), interactionsReport(madeUpLearners(20)));
      expect((await runInEnglish(['--file', folder, '--csv', '-'])).err).not.toContain('whose classes');
      await writeFile(join(folder, 'scorm2004.txt'), withoutQuestions);
      expect((await runInEnglish(['--file', folder, '--csv', '-'])).err).toContain(
        'Warning: People who have the licence, but whose classes no report shows: 2. Such a row shows only the classes needed for the licence. Files in which classes are missing: scorm2004.txt.',
      );
    });
  });

  test('is not told where another report says them', async () => {
    await inFolder(async (folder) => {
      const learners = madeUpLearners(20);
      await writeFile(join(folder, 'interactions.txt'), interactionsReport(learners));
      await writeFile(join(folder, 'completion.csv'), activityCompletionReport(learners));
      expect((await runInEnglish(['--file', folder, '--csv', '-'])).err).not.toContain('whose classes');
    });
  });
});

test('all reports in one folder make one table', async () => {
  const rows = await rowsOf('.');
  expect(rows).toHaveLength(8);
  expect(rows).toContain('Äijä1 Öhman;learner1@example.com;;Licence;2026-11-24;2026-11-24;2026-11-24;;;;;2026-11-24;A1, A2');
  expect(rows).toEqual(expect.arrayContaining(begun));
});

test('its web services give the licence by “completed” and the classes by objectives, and no answer', async () => {
  const moodle = new MoodleDouble();
  moodle.fault = (name, form, response) => {
    const other = name.endsWith('attempt_count') && form.get('userid') !== '3' ? '{"attemptscount":0,"warnings":[]}' : undefined;
    const none = name.endsWith('completion_status') && form.get('userid') !== '3' ? '{"statuses":[],"warnings":[]}' : undefined;
    void readFile(join(recorded, `${name}.json`), 'utf8').then((text) =>
      response.end(other ?? none ?? text.replaceAll('"PROBE12"', '"aspa-ajokortti"')),
    );
    return 'answered';
  };
  const site = await moodle.start();
  try {
    const { code, out, err } = await runInEnglish(['--moodle', site.href, '--course', '2', '--json', '-'], {
      ASPA_MOODLE_TOKEN: moodle.token,
    });
    expect(code).toBe(0);
    const [first, ...others] = out
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    const latest = { day: '2026-11-25', exact: false };
    // 23.52 on the clock of that server, which kept UTC, is the next day in Finland.
    expect(first).toMatchObject({
      name: 'Äijä1 Öhman',
      email: 'learner1@example.com',
      status: 'earned',
      begun: '2026-11-25',
      classes: { A1: latest, A2: latest, B: latest },
      licence: { day: '2026-11-25', exact: true },
    });
    expect(others).toHaveLength(3);
    for (const other of others) expect(other).toMatchObject({ status: 'not-begun', classes: {} });
    expect(out + err).not.toContain('Sujuvaa');
  } finally {
    await moodle.stop();
  }
});

test('its error about a token is one of credentials', async () => {
  const moodle = new MoodleDouble();
  moodle.fault = (_name, _form, response) => {
    void readFile(join(recorded, 'error-invalid-token.json')).then((text) => response.end(text));
    return 'answered';
  };
  const site = await moodle.start();
  try {
    const { code, err } = await runInEnglish(['--moodle', site.href, '--course', '2'], { ASPA_MOODLE_TOKEN: 'x'.repeat(32) });
    expect(code).toBe(3);
    expect(err).toContain('“Invalid token - token not found” (invalidtoken). Check the token');
  } finally {
    await moodle.stop();
  }
});
