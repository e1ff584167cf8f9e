import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { course } from './fixture-course.ts';
import { FakeSession } from './fake-session.ts';
import { inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const LABEL = 'Mitä teen huomenna?';
const chapters = course.chapters.map((chapter) =>
  chapter.id === 'esipuhe' ? chapter : { ...chapter, tomorrow: { id: 'tomorrow', label: LABEL, help: 'Yksi riittää.' } },
);
const field = page.getByRole('textbox', { name: LABEL });

test('a chapter ends with it, says that nobody is told, and what is written there is hers', async () => {
  const session = new FakeSession({ chapters });
  const { app } = await showCourse(session, 'a');
  await expect.element(field).toBeVisible();
  await expect.element(field).toHaveAccessibleDescription('Yksi riittää. Ei mene raportteihin');
  await userEvent.fill(field, 'Tervehdin ensin');
  expect(session.store.answers.get('a.tomorrow')?.text).toBe('Tervehdin ensin');
  await expect.element(page.getByRole('link', { name: /Oma työkirja -\u2060sivun alkuun/ })).toBeVisible();
  expect(wordsOf(app)).not.toContain('Vielä tarvitaan');
});

test('what stands beside the question is of one size', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }), 'a');
  const around = inside(app).find(({ localName }) => localName === 'aspa-tomorrow-question');
  const beside = inside(around as Element).filter((element) => element.matches('.optional, .help > p:not(.reader)'));
  expect(beside).toHaveLength(2);
  expect(new Set(beside.map((element) => getComputedStyle(element).fontSize)).size).toBe(1);
});

test('while she is at an exercise it is folded to a line, which leads to it with the focus in the field', async () => {
  await showCourse(new FakeSession({ chapters }, { 'b.tomorrow': 'Kysyn lisää' }), 'b/b.second');
  await expect.poll(() => field.query()).toBeNull();
  await userEvent.click(page.getByRole('link', { name: LABEL }));
  await expect.poll(() => (focused() as HTMLTextAreaElement | null)?.value).toBe('Kysyn lisää');
});

test('a deep link leads to it', async () => {
  await showCourse(new FakeSession({ chapters }, { 'b.tomorrow': 'Kysyn lisää' }), 'b/b.tomorrow');
  await expect.poll(() => (focused() as HTMLTextAreaElement | null)?.value).toBe('Kysyn lisää');
});

test('the workbook begins with all that she will do, each with the way back to its chapter', async () => {
  const written = { 'a.tomorrow': 'Tervehdin ensin', 'c.tomorrow': 'Suosittelen yhtä' };
  const { app } = await showCourse(new FakeSession({ chapters }, written), 'tyokirja');
  const list = inside(app).find((element) => element.matches('.tomorrow'));
  expect([...(list?.querySelectorAll('.words') ?? [])].map(({ textContent }) => textContent)).toEqual(Object.values(written));
  expect([...(list?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))).toEqual(['#a/a.tomorrow', '#c/c.tomorrow']);
  const first = inside(app).find((element) => element.matches('.chapter'));
  expect(list && first && list.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(wordsOf(app)).not.toContain('Et ole vielä kirjoittanut mitään');
  expect(wordsOf(app)).not.toContain('Vastauksia aiempiin kysymyksiin');
});

test('the licence page has it too, for her alone', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }, { 'b.tomorrow': 'Kysyn lisää' }), 'ajokortti');
  const list = inside(app).find((element) => element.matches('.tomorrow'));
  expect(list?.textContent).toContain('Kysyn lisää');
  expect(list?.querySelector('a')?.getAttribute('href')).toBe('#b/b.tomorrow');
  expect(await axeProblems()).toEqual([]);
});

test('a workbook in which nothing of it was written says nothing of it', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }), 'tyokirja');
  expect(wordsOf(app)).not.toContain(LABEL);
});
