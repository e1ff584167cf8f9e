/** The page of the rules, made from the real course. */
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import type { Course } from '../../src/course/course.ts';
import { rulesPage } from '../../src/shell/made-pages/rules-page.ts';
import { en } from '../../src/text/en.ts';
import { fi } from '../../src/text/fi.ts';
import { sv } from '../../src/text/sv.ts';

const NOW = Date.UTC(2027, 0, 1);
let course: Course;

beforeAll(async () => {
  course = await readCourse(fileURLToPath(new URL('../../content', import.meta.url)));
});

const classesIn = (text: typeof fi): readonly string[] =>
  rulesPage(course, text, NOW).find(({ title }) => title === text.rules.classes)?.paragraphs ?? [];

test('one log earns both classes of part A: its entries and its minutes are said for both, once', () => {
  const paragraphs = classesIn(fi);
  expect(paragraphs.slice(0, 4)).toEqual([
    'Luokan A1 saat, kun olet tehnyt tehtävän ”Treeniohjelmatehtävä”. Siihen tarvitset ainakin kolme kirjausta, joista ainakin yksi liittyy luokkaan A1.',
    'Luokan A2 saat, kun olet tehnyt tehtävän ”Treeniohjelmatehtävä”. Siihen tarvitset ainakin kolme kirjausta, joista ainakin yksi liittyy luokkaan A2.',
    'Samat kirjaukset riittävät luokkiin A1 ja A2. Tehtävään kuluu yhteensä noin 45 minuuttia.',
    'Luokan B saat, kun olet tehnyt tehtävät ”Monikanavainen asiakaspalvelu” ja ”Kollegan vahvuudet”.',
  ]);
  expect(paragraphs.join(' ').match(/minuutti/g)).toHaveLength(1);
});

test('it is said in the other languages, too', () => {
  expect(classesIn(sv)).toContain('Samma anteckningar räcker för klasserna A1 och A2. Uppgiften tar sammanlagt ungefär 45 minuter.');
  expect(classesIn(en)).toContain('The same entries are enough for classes A1 and A2. The exercise takes about 45 minutes altogether.');
});

test.each([
  [{ count: 3, unit: 'y' }, 'kolme vuotta', 'tre år', 'three years'],
  [{ count: 1, unit: 'y' }, 'vuoden', 'ett år', 'one year'],
  [{ count: 18, unit: 'm' }, '18 kuukautta', '18 månader', '18 months'],
  [{ count: 1, unit: 'm' }, 'kuukauden', 'en månad', 'one month'],
  [{ count: 90, unit: 'd' }, '90 päivää', '90 dagar', '90 days'],
] as const)('how long the licence is valid is said among its rules: %j', (validFor, ...times) => {
  const said = [fi, sv, en].map((text) => rulesPage({ ...course, validFor }, text, NOW)[0]?.paragraphs.at(-1) ?? '');
  for (const [index, time] of times.entries()) expect(said[index]).toContain(` ${time} `);
  expect(rulesPage(course, fi, NOW)[0]?.paragraphs.join(' ')).not.toContain('voimassa');
});

test('of a log that earns one class alone nothing is said of others', () => {
  const alone: Course = {
    ...course,
    chapters: course.chapters.map((chapter) => ({
      ...chapter,
      parts: chapter.parts.map((part) =>
        part.type === 'exercise' && part.exercise.id === 'a.training' ? { ...part, exercise: { ...part.exercise, classes: ['A1'] } } : part,
      ),
    })),
  };
  const words = rulesPage(alone, fi, NOW)
    .flatMap(({ paragraphs }) => paragraphs)
    .join(' ');
  expect(words).not.toContain('Samat kirjaukset');
});
