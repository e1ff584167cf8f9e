/** A class with another id than in the release before: what an LMS or LRS was told then is read under the id of now. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classActivityId } from '../../src/course/course-identifiers.ts';
import { withFormerClasses } from '../../src/records/command/former-classes.ts';
import { parseLicenceCourse, type LicenceCourse } from '../../src/records/licence-course.ts';
import { ZoneCalendar } from '../../src/records/local-day.ts';
import { classesOfPart } from '../../src/records/part-names.ts';
import { StatementReader } from '../../src/records/sources/course-statement.ts';
import { Doubts } from '../../src/records/sources/doubts.ts';
import { readTracks } from '../../src/records/sources/moodle-tracks.ts';
import { madeUpLearners } from './learners.ts';
import { interactionsReport } from './moodle-reports.ts';
import { inFolder, runInEnglish } from './run-cli.ts';

const own = await readFile('content/course.yaml', 'utf8');
/** E is S now, and was T for one release between. */
const renamed = own.replace(/^ {2}- id: E$/m, '  - id: S');
const LOCK = 'class E\nclass T movedFrom E\nclass S movedFrom T\n';

function withCourse<T>(lock: string, work: (course: LicenceCourse, path: string, folder: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const path = join(folder, 'course.yaml');
    await writeFile(path, renamed);
    await writeFile(join(folder, 'identifiers.lock'), lock);
    return work(await withFormerClasses(parseLicenceCourse(renamed, path), path), path, folder);
  });
}

test('its former ids are those of the lock, the newest first; a class that moved back has none of its own', async () => {
  const formerOf = (lock: string): Promise<unknown> =>
    withCourse(lock, (course) => Promise.resolve(course.classes.find(({ id }) => id === 'S')?.formerly));
  expect(await formerOf(LOCK)).toEqual(['T', 'E']);
  expect(await formerOf('class S movedFrom T\nclass T movedFrom S\n')).toEqual(['T']);
  expect(await formerOf('class S\n')).toBeUndefined();
});

test('what Moodle and an LRS have of it counts, whether they heard of it before or after', async () => {
  await withCourse(LOCK, (course) => {
    const context = { course, calendar: new ZoneCalendar('Europe/Helsinki'), doubts: new Doubts() };
    for (const former of ['e', 't', 's']) {
      const objective = [
        { element: 'cmi.objectives.0.id', value: `class.${former}` },
        { element: 'cmi.objectives.0.completion_status', value: 'completed' },
      ];
      expect([...readTracks(objective, context).classes.keys()]).toEqual(['S']);
      const day = [
        { element: 'cmi.interactions_0.id', value: `class.${former}.earned` },
        { element: 'cmi.interactions_0.student_response', value: '2026-11-24' },
      ];
      expect([...readTracks(day, context).classes]).toEqual([['S', { day: '2026-11-24', exact: true }]]);
      const statement = {
        id: '4b0ab19c-8b0b-4b7e-9a0e-1f2d3c4b5a69',
        actor: { mbox: 'mailto:aino@kirjasto.example' },
        verb: { id: 'http://id.tincanapi.com/verb/earned' },
        object: { id: classActivityId(course.id, former) },
        timestamp: '2026-11-24T10:00:00Z',
      };
      expect(new StatementReader(course, []).read(statement)).toMatchObject({ kind: 'ours', what: { kind: 'class', id: 'S' } });
    }
    return Promise.resolve();
  });
});

test('a part that was named after it before is a part of it now', async () => {
  await withCourse(LOCK, (course) => {
    for (const sign of ['E', 'T', 'S']) expect(classesOfPart(`Aspa-ajokortti: ${sign} Johda`, course)).toEqual(['S']);
    expect(classesOfPart('Aspa-ajokortti: A', course)).toEqual(['A1', 'A2']);
    return Promise.resolve();
  });
});

test('the table has all who had earned it', async () => {
  const learners = madeUpLearners(30);
  const who = learners.filter(({ earned }) => earned.has('E'));
  expect(who.length).toBeGreaterThan(2);
  await withCourse(LOCK, async (_course, path, folder) => {
    const report = join(folder, 'raportti.txt');
    await writeFile(report, interactionsReport(learners));
    const { code, out } = await runInEnglish(['--course-file', path, '--file', report, '--json', '-']);
    expect(code).toBe(0);
    const rows = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { email: string; classes: Record<string, unknown> });
    expect(rows.filter(({ classes }) => 'S' in classes).map(({ email }) => email)).toEqual(
      expect.arrayContaining(who.map(({ email }) => email.toLowerCase())),
    );
  });
});
