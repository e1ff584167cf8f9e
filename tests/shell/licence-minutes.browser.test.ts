/** Minutes on the page of the licence, in the contents and on the cover: an exercise that earns two classes takes its time once. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Course } from '../../src/course/course.ts';
import { training } from '../exercises/fixtures.ts';
import { FakeSession } from './fake-session.ts';
import { course as fixture } from './fixture-course.ts';
import { drawn, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

const twoClasses: Partial<Course> = {
  classes: [
    { id: 'A1', title: 'Nuorten kohtaaminen', compulsory: true },
    { id: 'A2', title: 'Esteetön kirjasto', compulsory: true },
    ...fixture.classes.slice(1),
  ],
  programmes: [{ id: 'first', title: 'Treeniohjelma 1', link: 'https://example.org/first' }],
  chapters: fixture.chapters.map((chapter) =>
    chapter.id === 'a' ? { ...chapter, minutes: 45, parts: [{ type: 'exercise', exercise: { ...training, minutes: 45 } }] } : chapter,
  ),
};

const entry = (touched: string): Record<string, string> => ({
  'a.training.log.one': '1',
  'a.training.log.one.date': '2026-11-20',
  'a.training.log.one.what': 'Tervehdin.',
  'a.training.log.one.touched': touched,
  'a.training.log.one.noticed': 'Hymyiltiin.',
});

/** The rows of the classes: title, and what is said of it. */
async function rows(answers: Readonly<Record<string, string>>): Promise<string[]> {
  const { app } = await showCourse(new FakeSession(twoClasses, answers), 'ajokortti');
  return inside(app)
    .filter((one) => one.matches('.title'))
    .map((one) => [one, one.nextElementSibling].map((each) => each?.textContent?.trim() ?? '').join(' | '))
    .filter((words) => /^A[12]: /.test(words));
}

test('two classes of one exercise say its minutes once, for both', async () => {
  expect(await rows({})).toEqual(['A1: Nuorten kohtaaminen | A1 ja A2 yhteensä 45\u00a0min', 'A2: Esteetön kirjasto | ']);
});

test('the one that is left says them for itself', async () => {
  const said = await rows({ ...entry('A1'), 'a.training.programme': 'first', 'a.training.agreed': 'Keväisin.' });
  expect(said).toContain('A2: Esteetön kirjasto | Kesken · vielä 45\u00a0min');
  expect(said.join(' ')).not.toContain('yhteensä');
});

test('the cover and the contents count the exercise once, too', async () => {
  const { app } = await showCourse(new FakeSession(twoClasses));
  expect(wordsOf(app)).toContain('Pakollinen: A (luokat A1 ja A2), yhteensä noin 45\u00a0min.');
  await userEvent.click(page.getByRole('button', { name: /^Sisällys/ }));
  await drawn(app);
  const contents = inside(app).find(({ localName }) => localName === 'aspa-table-of-contents');
  expect(contents && wordsOf(contents).match(/\d+\u00a0min/g)).toEqual(['45\u00a0min']);
});
