/** A course whose identifiers change from version to version keeps every answer, in every standard, whichever versions a learner opened. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import type { Answers } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { emptyAttempt } from '../../src/simulator/lms-server.ts';
import { FAKED, pass, settled } from '../launchers/launched-learner.ts';
import { MemoryLocks, MemoryStorage, MemoryTracker, placesOf } from './memory.ts';
import { keptState, shownBy } from './version-1.0.0-kept-state.ts';
import type { Fixture } from './version-1.0.0-fixture.ts';

const versionOf = (name: string): Promise<Course> => readCourse(`tests/fixtures/three-versions/${name}`);
const [v1, v2, v3] = await Promise.all(['v1', 'v2', 'v3'].map(versionOf));
if (!v1 || !v2 || !v3) throw new Error('A version is missing.');

/** What a learner writes in a version, and what it is called in the third; undefined where the third asks it no more. */
interface Written {
  readonly id: string;
  readonly text: string;
  readonly third: readonly [id: string, text: string] | undefined;
}

function same(id: string, text: string): Written {
  return { id, text, third: [id, text] };
}

function moved(id: string, text: string, now: string, textNow = text): Written {
  return { id, text, third: [now, textNow] };
}

const IN_FIRST: readonly Written[] = [
  moved('a.thoughts.first', 'Aloitan kuuntelemalla – en neuvomalla.', 'a.start.opening'),
  { id: 'a.thoughts.second', text: 'Kiireen.', third: undefined },
  moved('b.channels.mine', 'desk phone', 'b.channels.mine', 'desk telephone'),
  moved('b.channels.desk.skill', 'learning', 'b.channels.desk.skill', 'practising'),
  same('b.channels.desk.skill_note', 'Harjoittelen tiskillä.'),
  same('b.channels.desk.presence', 'daily'),
  same('b.channels.desk.development', 'Kysyn enemmän.'),
  moved('b.channels.phone.skill', 'learning', 'b.channels.telephone.skill', 'practising'),
  moved('b.channels.phone.skill_note', 'Puhelin ”pelottaa”.', 'b.channels.telephone.skill_note'),
  moved('b.channels.phone.presence', 'sometimes', 'b.channels.telephone.presence'),
  moved('b.channels.phone.presence_note', 'Maanantaisin.', 'b.channels.telephone.presence_note'),
  moved('b.channels.phone.development', 'Vastaan ensimmäisenä.', 'b.channels.telephone.development'),
  same('b.channels.other.ab12', '1'),
  same('b.channels.other.ab12.name', 'Kirjastoauto'),
  moved('b.channels.other.ab12.skill', 'learning', 'b.channels.other.ab12.skill', 'practising'),
  same('b.channels.other.ab12.presence', 'daily'),
  same('b.channels.other.ab12.development', 'Tervehdin ovella.'),
  moved('c.ideas.ideas.cd34', '1', 'b.found.ideas.cd34'),
  moved('c.ideas.ideas.cd34.who', 'Nuori', 'b.found.ideas.cd34.who'),
  moved('c.ideas.ideas.cd34.channel', 'phone', 'b.found.ideas.cd34.channel', 'telephone'),
  moved('c.ideas.ideas.cd34.sort', 'idea', 'b.found.ideas.cd34.sort'),
  moved('c.ideas.ideas.cd34.what', 'Toivoi pelejä.', 'b.found.ideas.cd34.what'),
  moved('c.ideas.ideas.cd34.response', 'Hankitaan.', 'b.found.ideas.cd34.response'),
  moved('c.map.map.ef56', 'customers 1', 'c.map.map.ef56', 'users 1'),
  same('c.map.map.ef56.text', 'Etätyöläiset'),
  same('c.map.map.gh78', 'partners 1'),
  same('c.map.map.gh78.text', 'Omaishoitajien yhdistys'),
];

const IN_SECOND: readonly Written[] = [
  moved('a.thoughts.third', 'Opin kysymään.', 'a.start.third'),
  moved('b.channels.calls.skill_note', 'Puhelu sujuu jo.', 'b.channels.telephone.skill_note'),
  moved('b.channels.desk.skill', 'beginning', 'b.channels.desk.skill', 'practising'),
  moved('c.found.ideas.ij90', '2', 'b.found.ideas.ij90'),
  moved('c.found.ideas.ij90.who', 'Työikäinen', 'b.found.ideas.ij90.who'),
  moved('c.found.ideas.ij90.channel', 'calls', 'b.found.ideas.ij90.channel', 'telephone'),
  moved('c.found.ideas.ij90.what', 'Toivoi iltoja.', 'b.found.ideas.ij90.what'),
];

const STATES: readonly { readonly package: string; readonly in: string; readonly holds: Partial<Fixture> }[] = [
  ...[
    ['scorm12', 'moodle'],
    ['scorm12', 'ilias-1.2-checked'],
    ['scorm2004-3rd', 'strict-2004-3rd'],
    ['scorm2004-4th', 'moodle'],
  ].map(([kind = '', profile = '']) => ({
    package: `aspa-ajokortti-${kind}.zip`,
    in: profile,
    holds: { lms: { ...emptyAttempt, learner: { id: 'aino', name: 'Kirjastonen, Aino' } } },
  })),
  ...['xapi', 'cmi5'].map((profile) => ({
    package: `aspa-ajokortti-${profile}.zip`,
    in: profile,
    holds: {
      lrs: {
        activityId: v1.id,
        agent: { objectType: 'Agent', account: { homePage: 'https://lms.example.org', name: 'aino' } },
        registration: '59860a9a-376b-4075-b24f-c2420f2f67a3',
        stateId: 'another-program',
        document: {},
      },
    },
  })),
  { package: 'aspa-ajokortti-web.zip', in: 'web', holds: {} },
];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2027, 0, 11, 8), toFake: [...FAKED] });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const plain = (answers: Answers): Map<string, string> => new Map([...answers].map(([id, { text }]) => [id, text]));

async function write(session: CourseSession, written: readonly Written[]): Promise<void> {
  for (const { id, text } of written) {
    session.store.change({ [id]: text });
    await pass(700);
  }
  await pass(20_000);
}

/** The third version shows this; what it asks no more is still in the learner's state. */
function expectAll(session: CourseSession, written: readonly Written[]): void {
  const expected = new Map(written.flatMap(({ third }) => (third ? [third] : [])));
  const shown = plain(session.store.answers);
  expect([...expected].filter(([id, text]) => shown.get(id) !== text)).toEqual([]);
  for (const { id, text, third } of written) if (!third) expect(shown.get(id)).toBe(text);
  // Each class was earned in the first version.
  expect(Object.keys(shownBy(session).earned)).toEqual(expect.arrayContaining(['A', 'B', 'S']));
  expect([...session.progress.earnedClasses]).toEqual(['A', 'B', 'S']);
}

describe('a course whose identifiers change', () => {
  for (const { package: file, in: system, holds } of STATES) {
    const fixture: Fixture = {
      name: file,
      made: { package: file, in: system, what: '' },
      at: '',
      localStorage: {},
      expected: {},
      ...holds,
    };
    // Without an LMS the browser is where the answers are.
    const isBrowser = holds.lms === undefined && holds.lrs === undefined;

    test.each([
      { path: 'first, second, third', opened: [v1, v2, v3] },
      { path: 'first, third', opened: [v1, v3] },
    ])(`${file} in ${system}: $path, each in another browser`, async ({ opened }) => {
      const state = keptState(fixture);
      const own = new MemoryStorage();
      const written: Written[] = [];
      for (const course of opened) {
        const page = await state.open(isBrowser ? own : new MemoryStorage(), course);
        expect(page.session.phase).toBe('open');
        const now = course === v1 ? IN_FIRST : course === v2 ? IN_SECOND : [];
        await write(page.session, now);
        // Later words stand in the place of earlier ones.
        const changed = new Set(now.map(({ third }) => third?.[0]));
        written.splice(0, written.length, ...written.filter(({ third }) => !third || !changed.has(third[0])), ...now);
        if (course === v3) expectAll(page.session, written);
        await page.close();
      }
    });
  }

  test('a file that she saved with the first or the second version is taken in by the third', async () => {
    const open = async (course: Course): Promise<CourseSession> => {
      const places = placesOf(new MemoryStorage());
      const session = new CourseSession({
        course,
        tracker: new MemoryTracker(),
        ...places,
        tabId: 'tab',
        createLock: new MemoryLocks().create,
      });
      await settled(session.start());
      return session;
    };
    const first = await open(v1);
    await write(first, IN_FIRST);
    const second = await open(v2);
    second.file.import(first.file.export(), false);
    await pass(5_000);
    for (const file of [first.file.export(), second.file.export()]) {
      const third = await open(v3);
      expect(third.file.preview(file).unknown).toEqual(['a.thoughts.second']);
      third.file.import(file, false);
      await pass(5_000);
      const expected = new Map(IN_FIRST.flatMap(({ third: now }) => (now ? [now] : [])));
      const shown = plain(third.store.answers);
      expect([...expected].filter(([id, text]) => shown.get(id) !== text)).toEqual([]);
    }
  });
});
