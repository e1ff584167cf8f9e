/** The parts of the course, each taken as an activity of its own: records join their classes to a licence. */
import { writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/course/course.ts';
import { classesOfPart, namedByFile } from '../../src/records/part-names.ts';
import { StatementReader } from '../../src/records/sources/course-statement.ts';
import { createLrs } from '../../src/simulator/lrs/lrs-app.ts';
import { LrsStore } from '../../src/simulator/lrs/lrs-store.ts';
import { CourseWords } from '../../src/tracking/lrs/course-words.ts';
import { classEarned, completed, initialized, type StatementContext } from '../../src/tracking/lrs/statements.ts';
import { course, madeUpLearners } from './learners.ts';
import { MoodleDouble } from './moodle-double.ts';
import { inFolder, runInEnglish } from './run-cli.ts';

const at = Date.parse('2026-11-24T09:00:00Z');

/** What an LRS holds of a part. @param activityId as the LMS names it */
function contextOf(key: string, activityId: string, grouping?: string): StatementContext {
  const part = {
    ...course,
    id: `${course.id}/osa/${key}`,
    part: { of: course.id, key },
    chapters: [],
    programmes: [],
  } as unknown as Course;
  return {
    words: new CourseWords(part),
    actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'aino' } },
    activityId,
    registration: '00000000-0000-4000-8000-000000000001',
    session: 's1',
    template: grouping === undefined ? {} : { contextActivities: { grouping: [{ objectType: 'Activity', id: grouping }] } },
    grouping: undefined,
    moment: (moment) => moment,
  };
}

describe.each([
  ['by its own name', contextOf('b', `${course.id}/osa/b`)],
  ['as a unit of the cmi5 package', contextOf('b', `${course.id}/osa/b/au`)],
  ['under a name of the LMS’s', contextOf('b', 'https://lms.example/au/7', `${course.id}/osa/b/au`)],
])('statements of a part launched %s', (_, context) => {
  const reader = new StatementReader(course, []);

  test('say its class, and never that the whole is complete', () => {
    expect(reader.read(initialized(context, at))).toMatchObject({ kind: 'ours', what: { kind: 'begun' } });
    expect(reader.read(classEarned(context, { id: 'B', title: '', earned: true, earnedAt: at }, at))).toMatchObject({
      what: { kind: 'class', id: 'B' },
      at,
    });
    expect(reader.read(completed(context, at, 1000))).toMatchObject({ what: { kind: 'begun' } });
  });

  test('name the whole, by which one query finds those of all parts', () => {
    for (const statement of [initialized(context, at), completed(context, at, 1)])
      expect(statement.context.contextActivities?.other).toEqual([{ objectType: 'Activity', id: course.id }]);
  });

  test('a sign of no class is no class of the records', () => {
    const told = classEarned(contextOf('p', `${course.id}/osa/p`), { id: 'P', title: '', earned: true, earnedAt: at }, at);
    expect(reader.read(told)).toEqual({ kind: 'foreign' });
  });
});

test('an LRS that holds the parts of a learner gives one licence, by the day of the last class that it takes', async () => {
  const store = new LrsStore(':memory:');
  const lrs = createLrs({ store, authorized: () => true, largestPage: 10 });
  const server = serve({ fetch: new Hono().route('/lrs', lrs).fetch, port: 0, hostname: '127.0.0.1' }) as Server;
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/lrs/`;
  const [a, b] = [contextOf('a', `${course.id}/osa/a/au`), contextOf('b', 'https://lms.example/au/7', `${course.id}/osa/b/au`)];
  const day = (text: string): number => Date.parse(`${text}T09:00:00Z`);
  const earned = (context: StatementContext, id: string, on: string): object =>
    classEarned(context, { id, title: '', earned: true, earnedAt: day(on) }, day(on));
  const send = (statements: readonly object[]): Promise<Response> =>
    fetch(`${endpoint}statements`, {
      method: 'POST',
      headers: { Authorization: 'Basic eDp5', 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' },
      body: JSON.stringify(statements),
    });
  const read = async (): Promise<unknown> => {
    const { out } = await runInEnglish(['--lrs', endpoint, '--json', '-'], { ASPA_LRS_KEY: 'x', ASPA_LRS_SECRET: 'y' });
    return JSON.parse(out.trim());
  };
  try {
    expect((await send([initialized(b, day('2026-10-01')), earned(b, 'B', '2026-10-02'), completed(b, day('2026-10-02'), 1)])).status).toBe(
      200,
    );
    expect(await read()).toMatchObject({ status: 'begun', classes: { B: { day: '2026-10-02', exact: true } } });
    await send([earned(a, 'A1', '2026-10-05'), earned(a, 'A2', '2026-10-09'), completed(a, day('2026-10-09'), 1)]);
    expect(await read()).toMatchObject({ status: 'earned', begun: '2026-10-01', licence: { day: '2026-10-09', exact: true } });
  } finally {
    server.close();
  }
});

describe('Moodle', () => {
  const learners = madeUpLearners(20, Date.UTC(2022, 0, 7));

  test('has a part in a SCORM activity: its classes count, its completion is no licence', async () => {
    const moodle = new MoodleDouble();
    // Somebody whose part is complete without the classes of a licence.
    moodle.learners = learners.map((learner) => ({ ...learner, earned: new Map([...learner.earned].filter(([id]) => id === 'B')) }));
    moodle.manifest = 'aspa-ajokortti-b';
    await moodle.start();
    const { code, out } = await runInEnglish(['--moodle', moodle.site.href, '--course', '2', '--json', '-'], {
      ASPA_MOODLE_TOKEN: moodle.token,
    });
    await moodle.stop();
    expect(code).toBe(0);
    const rows = out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { licence?: unknown; status: string; classes: Record<string, { exact: boolean }> });
    expect(rows.filter(({ classes }) => classes['B']?.exact).length).toBeGreaterThan(0);
    expect(rows.filter(({ licence, status, classes }) => licence ?? (status === 'earned' || 'A1' in classes))).toEqual([]);
  });

  test('lists the parts in its completion report: by their titles they become classes, and together a licence', async () => {
    const report = [
      ',"Email address","Aspa-ajokortti: A Asiakaspalvelu","","Aspa-ajokortti: B Tieto verkosta","","Aspa-ajokortti: P Introsta","","Muu kurssi",""',
      '"Aino Äijä","aino@example.com","Completed","2026-11-24 22:59:05","Not completed","","Completed","2026-11-26 10:00:00","Completed","2026-11-20 10:00:00"',
      '"Eino Äijä","eino@example.com","Not completed","","Completed","2026-11-25 08:00:00","Not completed","","Not completed",""',
    ].join('\n');
    await inFolder(async (folder) => {
      const file = join(folder, 'suoritukset.csv');
      await writeFile(file, report);
      const { code, out } = await runInEnglish(['--file', file, '--json', '-']);
      expect(code).toBe(0);
      const [aino, eino] = out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as object);
      const latest = (day: string): object => ({ day, exact: false });
      expect(aino).toMatchObject({
        status: 'earned',
        licence: latest('2026-11-24'),
        classes: { A1: latest('2026-11-24'), A2: latest('2026-11-24') },
      });
      expect(eino).toMatchObject({ status: 'begun', classes: { B: latest('2026-11-25') } });
    });
  });

  test.each([
    ['ASPA Aspa-ajokortti B Tieto verkosta.csv', 'begun'],
    ['ASPA Aspa-ajokortti.csv', 'earned'],
  ])('a basic report says nothing of a part but that it was begun: %s', async (name, status) => {
    const report = [
      'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore',
      '"Aino Äijä"\taino@example.com\t1\t"Tuesday, 24 November 2026, 11:52 PM"\t"Tuesday, 24 November 2026, 11:59 PM"\t100',
    ].join('\n');
    await inFolder(async (folder) => {
      const file = join(folder, name);
      await writeFile(file, report);
      const { out, err } = await runInEnglish(['--file', file, '--json', '-']);
      expect(JSON.parse(out.trim())).toMatchObject({ status });
      if (status === 'begun') expect(err).toContain(name.slice(0, 20));
    });
  });
});

test('a part is known by its title', () => {
  expect(classesOfPart('Aspa-ajokortti: A Asiakaspalvelu PiKe-kirjastoissa', course)).toEqual(['A1', 'A2']);
  expect(classesOfPart('aspa-ajokortti: B Hyödynnä lähteitä', course)).toEqual(['B']);
  expect(classesOfPart('Aspa-ajokortti: P Introsta', course)).toEqual([]);
  expect(classesOfPart('Aspa-ajokortti', course)).toBeUndefined();
  expect(classesOfPart('Aspa-ajokortti kevät 2026', course)).toBeUndefined();
});

test('a part is known by its title in any language of the course', () => {
  const inTwo = { ...course, titles: { fi: 'Aspa-ajokortti', sv: 'Kundservicekörkort' } };
  expect(classesOfPart('Kundservicekörkort: A Kundbetjäning', inTwo)).toEqual(['A1', 'A2']);
  expect(namedByFile('ASPA Kundservicekörkort B Utnyttja källor.txt', inTwo, [])).toBe('part');
  expect(namedByFile('ASPA Kundservicekörkort.txt', inTwo, [])).toBe('whole');
});

test.each([
  ['/tmp/ASPA Aspa-ajokortti B Hyödynnä lähteitä ja hae tietoa.csv', 'part'],
  ['Aspa-ajokortti P Introsta pysyvämpään intoon.xlsx', 'part'],
  ['ASPA Aspa-ajokortti B Tiedonhaku.txt', 'part'],
  ['Aspa-ajokortti Aspa-ajokortti B Hyödynnä lähteitä.txt', 'part'],
  ['Aspa-ajokortti Aspa-ajokortti.txt', 'whole'],
  ['ASPA Aspa-ajokortti (1).txt', 'whole'],
  ['ASPA Työkirja.txt', 'whole'],
  // As Moodle 4.5.6 names a report in text format.
  ['ASPA Aspa-ajokortti-20261128_1800-tab_separated.txt', 'whole'],
  ['ASPA Aspa-ajokortti-20261128_1800-tab_separated (1).txt', 'whole'],
  ['ASPA Työkirja-20261128_1800-tab_separated.txt', 'whole'],
  ['ASPA Aspa-ajokortti B Tiedonhaku-20261128_1800-tab_separated.txt', 'part'],
  ['ASPA Tietoturvan perusteet-20261128_1800-tab_separated.txt', 'unknown'],
  ['ASPA Tyo\u0308kirja.txt', 'whole'],
  // The short name of a Moodle course may be the title of ours: then another activity's report begins with it.
  ['Aspa-ajokortti Tietoturvan perusteet.txt', 'unknown'],
  ['Aspa-ajokortti kevät 2026 ryhmä.csv', 'unknown'],
  ['ASPA Tietoturvan perusteet.txt', 'unknown'],
  ['raportti.txt', 'unknown'],
])('the file “%s” is of: %s', (name, of) => {
  expect(namedByFile(name, course, ['Työkirja'])).toBe(of);
});

describe('a report of a part says no more than the part', () => {
  const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore';
  const aino = '"Aino Äijä"\taino@example.com\t1\t"Tuesday, 24 November 2026, 11:52 PM"\t"Tuesday, 24 November 2026, 11:59 PM"\t100';
  const read = (name: string, text: string): ReturnType<typeof runInEnglish> =>
    inFolder(async (folder) => {
      await writeFile(join(folder, name), text);
      return runInEnglish(['--file', join(folder, name), '--json', '-']);
    });

  test.each([
    'Aspa-ajokortti Aspa-ajokortti B Hyödynnä lähteitä.txt',
    'ASPA Aspa-ajokortti B Tiedonhaku.txt',
    'ASPA Kundservicekörkort B Utnyttja källor.txt',
    'ASPA Customer service licence B Use sources.txt',
  ])('the basic report “%s”', async (name) => {
    const { code, out, err } = await read(name, `${heads}\n${aino}\n`);
    expect(code).toBe(8);
    expect(JSON.parse(out)).toMatchObject({ status: 'begun', classes: {} });
    expect(err).toContain(`By their names, these were taken for parts of the licence: “${name}”.`);
  });

  test('an objectives report with a Swedish title', async () => {
    const { code, out } = await read('r.txt', `${heads}\tKundservicekörkort: B Utnyttja källor\tclass.b status\n${aino}\t100\tcompleted\n`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'begun', classes: { B: { exact: false } } });
  });

  // Moodle 4.5.6 shows no question of SCORM 2004.
  test.each([
    ['B Tieto verkosta', { B: { day: '2026-11-24', exact: false } }],
    ['A Asiakaspalvelu', { A1: { day: '2026-11-24', exact: false }, A2: { day: '2026-11-24', exact: false } }],
  ])('an interactions report without questions, of the part %s', async (part, classes) => {
    const { code, out } = await read(
      'r.txt',
      `${heads}\tAspa-ajokortti: ${part}\tQuestion 0\tResponse 0\tRight answer 0\tResult 0\n${aino}\t100\t\t\t\t\n`,
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ classes });
  });

  test('a part that is begun earns nothing, nor one of no class', async () => {
    const begun = await read(
      'r.txt',
      `${heads}\tAspa-ajokortti: B Tieto verkosta\tQuestion 0\tResponse 0\n${aino.replace('\t100', '\t0')}\tIncomplete\t\t\n`,
    );
    expect(JSON.parse(begun.out)).toMatchObject({ status: 'begun', classes: {} });
    const none = await read('r.txt', `${heads}\tAspa-ajokortti: P Perehdytys\tQuestion 0\tResponse 0\n${aino}\t100\t\t\n`);
    expect(JSON.parse(none.out)).toMatchObject({ status: 'begun', classes: {} });
  });

  test('an activity completion report of parts in two languages makes one licence, and names what it took for parts', async () => {
    const { code, out, err } = await read(
      'c.csv',
      ',"Email address","Kundservicekörkort: A Kundbetjäning","","Aspa-ajokortti: B Tieto verkosta","","Aspa-ajokortti: A ohje",""\n' +
        '"Aino","aino@example.com","Completed","2026-11-24 22:59:05","Not completed","","Not completed",""\n',
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ status: 'earned', licence: { day: '2026-11-24' } });
    expect(err).toContain(
      'By their names, these were taken for parts of the licence: “Kundservicekörkort: A Kundbetjäning”, “Aspa-ajokortti: B Tieto verkosta”, “Aspa-ajokortti: A ohje”.',
    );
  });
});

describe('the report of another activity', () => {
  const heads = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore';
  const row = (score: string): string => `Aino\taino@example.com\t1\t2026-11-24\t2026-11-24\t${score}`;
  const read = (name: string, text: string, options: readonly string[] = []): ReturnType<typeof runInEnglish> =>
    inFolder(async (folder) => {
      await writeFile(join(folder, name), text);
      return runInEnglish(['--file', join(folder, name), '--json', '-', '--quiet', ...options]);
    });

  test('is refused where it names that, until somebody says that it is the licence', async () => {
    const report = `${heads}\tTietoturvan perusteet\tobj1 status\n${row('100')}\t100\tcompleted\n`;
    const { code, err } = await read('r.txt', report);
    expect(code).toBe(6);
    expect(err).toContain(
      'The report has no activity with the name of the licence. It has: Tietoturvan perusteet. Say what it is called there: --activity-name',
    );
    const known = await read('r.txt', report, ['--activity-name', 'tietoturvan perusteet']);
    expect(known.code).toBe(0);
    expect(JSON.parse(known.out)).toMatchObject({ status: 'earned' });
  });

  test('is warned of where nothing but its file’s name tells', async () => {
    const warning = /Warning: ASPA Tietoturvan perusteet\.txt: The basic report does not say which activity it is of.* --activity-name/;
    expect((await read('ASPA Tietoturvan perusteet.txt', `${heads}\n${row('100')}\n`)).err).toMatch(warning);
    expect((await read('ASPA Aspa-ajokortti.txt', `${heads}\n${row('100')}\n`)).err).not.toContain('which activity');
  });

  test.each(['1', '85', '99,5'])('has a score that the course never gives, such as %s: that is told', async (score) => {
    const { code, err, out } = await read('ASPA Aspa-ajokortti.txt', `${heads}\n${row(score)}\n`);
    expect(code).toBe(8);
    expect(err).toContain(`Cells of “Score” that are not understood: 1. For example “${score}”`);
    expect(JSON.parse(out)).toMatchObject({ status: 'begun' });
  });
});
