import { describe, expect, test } from 'vitest';
import { exercisesOf, type Course } from '../../src/course/course.ts';
import { note } from '../../src/course/answers.ts';
import { progressOf } from '../../src/course/completion-rules.ts';
import { partsOf, wholeOf, type PartNames } from '../../src/course/course-parts.ts';
import { fieldsOf } from '../../src/course/fields.ts';
import { readLearnerFile, writeLearnerFile } from '../../src/session/file/learner-file-format.ts';
import { readContent } from '../../build/read-course.ts';
import { partCourses } from '../../build/part-courses.ts';
import { changed, withContent, type ContentFiles } from '../build/sample-content.ts';

const names: PartNames = {
  title: (course, sign, name) => [course, sign, name].join(' | '),
  description: (course, lead) => [course, lead].join(' | '),
};

const { material } = await readContent(new URL('../../content', import.meta.url).pathname);
const [course] = material;
const parts = partsOf({ ...course, validFor: { count: 3, unit: 'y' } }, names);
const part = (key: string): Course => {
  const found = parts.find((one) => one.part?.key === key);
  if (!found) throw new Error(`There is no part ${key}.`);
  return found;
};

describe('the parts of the licence', () => {
  test('are its chapters, together where their exercises share a class', () => {
    expect(parts.map(({ id, classes, chapters }) => [id, classes.map((one) => one.id), chapters.map((one) => one.id)])).toEqual([
      ['https://akepike.fi/aspa-ajokortti/osa/a', ['A1', 'A2'], ['suunta', 'a', 'lahteet', 'tietoja']],
      ['https://akepike.fi/aspa-ajokortti/osa/b', ['B'], ['b', 'lahteet', 'tietoja']],
      ['https://akepike.fi/aspa-ajokortti/osa/c', ['C'], ['c', 'lahteet', 'tietoja']],
      ['https://akepike.fi/aspa-ajokortti/osa/d', ['D'], ['d', 'lahteet', 'tietoja']],
      ['https://akepike.fi/aspa-ajokortti/osa/e', ['E'], ['e', 'lahteet', 'tietoja']],
      ['https://akepike.fi/aspa-ajokortti/osa/p', ['P'], ['p', 'lahteet', 'tietoja']],
    ]);
  });

  test('ask together what the whole asks, each question once', () => {
    const asked = (one: Course): string[] => exercisesOf(one).flatMap((exercise) => fieldsOf(exercise, one).map(({ id }) => id));
    expect(parts.flatMap(asked)).toEqual(asked(course));
  });

  test('are complete when all of their own is done, and know nothing of the licence’s rule', () => {
    expect(course.licence).toBeDefined();
    for (const one of parts) {
      expect(one.licence).toBeUndefined();
      expect(one.validFor).toBeUndefined();
      expect(progressOf(one, new Map()).licence).toBe(false);
      const earned = one.classes.map(({ id }) => [note.earned(id), { text: '2026-11-26T10:00:00.000Z', at: 1 }] as const);
      expect(progressOf(one, new Map(earned.slice(1))).complete).toBe(false);
      expect(progressOf(one, new Map(earned)).complete).toBe(true);
    }
  });

  test('have a sign of their own where their exercises are of no class', () => {
    expect(part('p').part).toEqual({ of: course.id, key: 'p', sign: 'P' });
    expect(exercisesOf(part('p')).map(({ classes }) => classes)).toEqual([['P'], ['P']]);
    expect(part('b').part).toEqual({ of: course.id, key: 'b' });
  });

  test('lead nowhere outside, in any language', () => {
    for (const one of partCourses(material).flat()) {
      const there = [...one.chapters.map(({ id }) => id), 'saannot', 'tietosuoja', 'tyokirja', 'tekniset-tiedot', 'saavutettavuus'];
      const links = [...JSON.stringify(one.chapters).matchAll(/href=\\"#([^\\"/]+)/g)].map(([, target]) => target);
      expect(links.length).toBeGreaterThan(3);
      expect(links.filter((target) => !there.includes(target ?? ''))).toEqual([]);
      expect(JSON.stringify(one)).not.toContain('<!--');
    }
  });

  test('keep the words of a link that led elsewhere', () => {
    const task = exercisesOf(part('e'))[0]?.task ?? '';
    expect(task).toContain('kysynyt käyttäjiltä osiossa\u00A0C');
    expect(exercisesOf(wholeOf(course)).find(({ id }) => id === 'e.feedback')?.task).toContain('<a href="#c/c.ideas">');
  });
});

describe('a learner’s file', () => {
  const answers = new Map([
    ['b.channels.desk.skill', { text: 'fluent', at: 1 }],
    ['d.map.map', { text: 'x', at: 2 }],
  ]);

  test('goes from the whole to a part and back with all that is in it', () => {
    const fromWhole = readLearnerFile(part('b'), writeLearnerFile(course, answers, 5));
    expect(fromWhole).toEqual(answers);
    expect(readLearnerFile(course, writeLearnerFile(part('b'), fromWhole, 6))).toEqual(answers);
    expect(readLearnerFile(part('d'), writeLearnerFile(part('b'), fromWhole, 6))).toEqual(answers);
  });
});

describe('cutting', () => {
  const cut = (content: ContentFiles): Promise<Course[]> =>
    withContent(content, async (folder) => partsOf((await readContent(folder)).material[0], names));

  test.each([
    ['in the later chapter', changed('fi/01-b.md', 'classes: [B]', 'classes: [A1, B]')],
    ['in the earlier chapter', changed('fi/00-alku.md', 'classes: [A1]', 'classes: [A1, B]')],
  ])('an exercise that counts for two classes keeps their chapters together: %s', async (_where, content) => {
    const [only, ...others] = await cut(content);
    expect(others).toEqual([]);
    expect(only?.part?.key).toBe('a');
    expect(only?.classes.map(({ id, compulsory }) => [id, compulsory])).toEqual([
      ['A1', true],
      ['B', true],
    ]);
  });

  test('text for the whole, or for parts alone, stands there only', async () => {
    const text = 'Ennen harjoitusta.\n\n::: whole\n## Koko kurssi\n:::\n\n::: part\nVain *osa*.\n:::';
    const content = changed('fi/01-b.md', 'Ennen harjoitusta.', text);
    const shown = (one: Course | undefined): string => JSON.stringify(one?.chapters.find(({ id }) => id === 'b')?.parts[0]);
    expect(shown((await cut(content))[1])).toBe('{"type":"html","html":"<p>Ennen harjoitusta.</p>\\n<p>Vain <em>osa</em>.</p>"}');
    const { courses } = await withContent(content, (folder) => readContent(folder));
    expect(shown(courses[0])).toContain('<h2>Koko kurssi</h2>');
    expect(shown(courses[0])).not.toMatch(/osa|<!--/);
  });
});
