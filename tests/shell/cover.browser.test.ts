import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { note } from '../../src/course/answers.ts';
import type { Course } from '../../src/course/course.ts';
import { fi } from '../../src/text/fi.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { course as fixture } from './fixture-course.ts';
import { drawn, inside, showCourse, wordsOf } from './shown-course.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const chapters = fixture.chapters.map((chapter) => ({
  ...chapter,
  minutes: 40,
  needs: 'kollegan noin 20 minuutiksi',
  ...(chapter.id === 'a' ? { topic: 'asiakaspalvelu' } : chapter.id === 'b' ? { topic: 'tiedonhaku' } : {}),
  parts: chapter.parts.map((part) => (part.type === 'exercise' ? { type: 'exercise', exercise: { ...part.exercise, minutes: 10 } } : part)),
})) as Course['chapters'];

const card = (app: Element): string =>
  inside(app)
    .find(({ localName, role }) => localName === 'svg' && role === 'img')
    ?.querySelector('title')?.textContent ?? '';

test('says to somebody new what the licence is, how long it takes, what is compulsory, who reads the answers, and what to press', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }));
  const words = wordsOf(app);
  expect(words).toContain('Pieni kurssi');
  expect(words).toContain('Pakollinen: A asiakaspalvelu, noin 40\u00a0min. Lisäksi tarvitset kollegan noin 20 minuutiksi.');
  expect(words).toContain('Valinnaiset: B\u00a0tiedonhaku\u00a040\u00a0min ja C\u00a040\u00a0min.');
  expect(words).toContain(fi.shell.cover.answers.readBy.answers);
  expect(words).toContain(`${fi.rules.licence} Ajokortin saat, kun sinulla on luokka A1. ${fi.rules.completeWhen.compulsory}`);
  expect(words).not.toContain(fi.shell.cover.short);
  expect(focused()?.textContent?.trim()).toBe('Aloita');
  // Two chapters are read before it: who has a quarter of an hour need not.
  await expect.element(page.getByRole('link', { name: 'Suoraan ensimmäiseen tehtävään' })).toHaveAttribute('href', '#a/a.meeting');
  expect(focused()?.getAttribute('aria-describedby')).toBe('promise');
  expect(card(app)).toBe('Aspa-ajokortti, Aino Virtanen');
  expect(page.getByRole('textbox').elements()).toEqual([]);
  expect(await axeProblems()).toEqual([]);
});

test('says to who comes back where she was, and offers what fits into a quarter of an hour', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }, { '@place': 'b/b.second' }));
  expect(wordsOf(app)).not.toContain('ensimmäiseen tehtävään');
  expect(wordsOf(app)).toContain('Viimeksi olit tehtävässä ”Toinen tehtävä”. Siihen kuluu kaikkiaan noin 10 minuuttia.');
  await expect.element(page.getByRole('link', { name: 'A: Kohtaaminen, 10 min' })).toHaveAttribute('href', '#a/a.meeting');
  await expect.element(page.getByRole('link', { name: 'B: Ensimmäinen tehtävä, 10 min' })).toBeVisible();
  expect(page.getByRole('link', { name: /min$/ }).elements()).toHaveLength(2);
  expect(await axeProblems()).toEqual([]);
});

test('does not tell who has the licence how it is earned, though no place of hers is known', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }, { 'a.meeting.first': 'Tervehdin' }));
  expect(wordsOf(app)).not.toContain(fi.rules.completeWhen.compulsory);
});

test('says first to who has the licence that it is hers', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }, { '@place': 'b/b.second', 'a.meeting.first': 'Tervehdin' }));
  expect(wordsOf(app)).toContain('Ajokortti on sinun. Viimeksi olit tehtävässä ”Toinen tehtävä”.');
});

test('who has done all is shown the card first, and the way back to what she wrote', async () => {
  const some = chapters.filter(({ id }) => id !== 'c');
  const { app } = await showCourse(
    new FakeSession({ chapters: some }, { '@place': 'b/b.second', 'a.meeting.first': 'x', 'b.first.first': 'x', 'b.second.first': 'x' }),
  );
  expect(wordsOf(app)).toContain(fi.shell.cover.allDone);
  await userEvent.click(page.getByRole('button', { name: 'Näytä tehtävät' }));
  await expect.element(page.getByRole('dialog', { name: 'Sisällys' })).toBeVisible();
  await expect.element(page.getByRole('link', { name: /Hyödynnä lähteitä/ })).toBeVisible();
  expect(await axeProblems()).toEqual([]);
});

test('a package that reports only what is done does not say that somebody reads the answers', async () => {
  const { app } = await showCourse(new FakeSession({ report: 'completion' }));
  expect(wordsOf(app)).toContain(fi.shell.cover.answers.readBy.completion);
  expect(wordsOf(app)).not.toContain(fi.shell.cover.answers.readBy.answers);
});

test('without an LMS she writes her name, letter by letter onto the card, and it is there at the next visit', async () => {
  const session = new FakeSession();
  session.set({
    launch: {
      learner: { id: 'x' },
      mode: 'normal',
      state: undefined,
      limits: { receipts: true, storesAfterCompletion: true, thisBrowserOnly: true },
    },
  });
  const { app } = await showCourse(session);
  expect(wordsOf(app)).toContain(
    `${fi.saving.thisBrowserOnly} Muut saman selaimen käyttäjät voivat lukea ne. Tallenna ne myös tiedostoon.`,
  );
  expect(page.getByRole('textbox', { name: /^Nimesi korttiin/ }).elements()).toHaveLength(1);
  await userEvent.click(page.getByRole('textbox'));
  await userEvent.keyboard('Aino Maria');
  await drawn(app);
  expect((focused() as HTMLInputElement).value).toBe('Aino Maria');
  expect(card(app)).toBe('Aspa-ajokortti, Aino Maria');
  expect(session.store.answers.get(note.holder)?.text).toBe('Aino Maria');
  const again = await showCourse(session);
  expect((page.getByRole('textbox').element() as HTMLInputElement).value).toBe('Aino Maria');
  expect(card(again.app)).toBe('Aspa-ajokortti, Aino Maria');
  expect(await axeProblems()).toEqual([]);
});

test('the name of the LMS is the card’s, whatever was written without one', async () => {
  const { app } = await showCourse(new FakeSession({}, { [note.holder]: 'Joku Muu' }));
  expect(card(app)).toBe('Aspa-ajokortti, Aino Virtanen');
});

test('what is saved and what is not stays in sight on the cover, and the way out is in the contents', async () => {
  const session = new FakeSession();
  const { app } = await showCourse(session);
  session.set({ status: { state: 'not-saved', reason: 'offline', local: true } });
  await drawn(app);
  expect(wordsOf(app)).toContain('Ei yhteyttä – teksti on tallessa tällä koneella');
  await userEvent.click(page.getByRole('button', { name: /^Sisällys/ }));
  await userEvent.click(page.getByRole('button', { name: fi.shell.exit }));
  expect(session.calls).toContain('exit');
});

test('who only browses hears first that nothing is saved', async () => {
  const session = new FakeSession();
  session.launchAs('browse');
  await showCourse(session);
  expect(focused()?.localName).toBe('h1');
  await expect.element(page.getByText(fi.saving.browse)).toBeInViewport();
});

test.each([
  [1280, 800],
  [714, 666],
  [360, 740],
  [320, 568],
] as const)('at %i × %i px the button is in the first window and nothing moves sideways', async (width, height) => {
  await page.viewport(width, height);
  const { app } = await showCourse(new FakeSession({ chapters }, { '@place': 'b/b.second' }));
  const box = focused()?.getBoundingClientRect();
  expect(box && box.top >= 56 && box.bottom <= height).toBe(true);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  const land = inside(app)
    .find(({ localName }) => localName === 'aspa-licence-card')
    ?.getBoundingClientRect();
  expect(land && land.left >= 0 && land.right <= width).toBe(true);
});

// In Frappe's real page nobody could begin with a mouse: the scene's sky lay over the button.
test.each([
  [1366, 720],
  [1280, 672],
  [1223, 852],
  [714, 666],
  [360, 640],
])('with a notice a click begins at %i × %i', async (width, height) => {
  await page.viewport(width, height);
  const session = new FakeSession({ chapters });
  session.strays = new Map([['a.meeting.how', { text: 'Sana', at: 1 }]]);
  const { app } = await showCourse(session);
  const start = inside(app).find((element) => element.matches('a.start'));
  start?.scrollIntoView({ block: 'center' });
  const { left, top, width: wide, height: high } = start?.getBoundingClientRect() ?? new DOMRect();
  for (const [x, y] of [
    [0.5, 0.5],
    [0.5, 0.95],
    [0.95, 0.5],
  ] as const) {
    const root = start?.getRootNode() as ShadowRoot;
    expect(root.elementFromPoint(left + wide * x, top + high * y)?.closest('a')).toBe(start);
  }
});
