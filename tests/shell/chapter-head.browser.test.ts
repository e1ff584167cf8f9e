import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Course } from '../../src/course/course.ts';
import { fi } from '../../src/text/fi.ts';
import { axeProblems, focused } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { course as fixture } from './fixture-course.ts';
import { drawn, inside, showCourse } from './shown-course.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

const chapters = fixture.chapters.map((chapter) => ({
  ...chapter,
  minutes: 40,
  ...(chapter.id === 'b' ? { needs: 'kollegan noin 20 minuutiksi' } : {}),
  parts: chapter.parts.map((part) => (part.type === 'exercise' ? { type: 'exercise', exercise: { ...part.exercise, minutes: 20 } } : part)),
})) as Course['chapters'];

function facts(app: Element): [string, string][] {
  return inside(app)
    .filter((one) => one.matches('.facts > div'))
    .map((one) => [one.querySelector('dt')?.textContent?.trim() ?? '', one.querySelector('dd')?.textContent?.trim() ?? '']);
}

test('a chapter says at its head how long it takes, what it needs, when it is done, and who sees the answers', async () => {
  const { app } = await showCourse(new FakeSession({ chapters }), 'b');
  expect(facts(app)).toEqual([
    ['Kesto', 'noin 40\u00a0min, kaksi tehtävää'],
    ['Tarvitset', 'kollegan noin 20 minuutiksi'],
    ['Valmis, kun', 'molemmat tehtävät on tehty: saat luokan B'],
    ['Ketkä näkevät vastaukset?', 'ne, joilla on oikeus katsoa oppimisympäristön raportteja; osa vastauksista ei mene raportteihin'],
  ]);
  expect(await axeProblems()).toEqual([]);
});

test('a title that the scene has room for stands on one line', async () => {
  const title = 'Hyödynnä lähteitä ja tietoja';
  const long = chapters.map((chapter) => (chapter.id === 'b' ? { ...chapter, title, shortTitle: title } : chapter));
  const { app } = await showCourse(new FakeSession({ chapters: long }), 'b');
  const heading = inside(app).find(({ localName }) => localName === 'h1') as HTMLElement;
  expect(heading.textContent).toBe(title);
  expect(heading.getBoundingClientRect().height).toBeLessThan(Number.parseFloat(getComputedStyle(heading).fontSize) * 1.5);
});

test('what it does not know it does not say, and a chapter to read has no such head', async () => {
  const { app } = await showCourse(new FakeSession(), 'c');
  expect(facts(app).map(([title]) => title)).toEqual(['Valmis, kun', 'Ketkä näkevät vastaukset?']);
  const read = await showCourse(new FakeSession({ chapters }), 'esipuhe');
  expect(facts(read.app)).toEqual([]);
});

test('who reads the answers follows what is reported and where', async () => {
  const completion = await showCourse(new FakeSession({ report: 'completion' }), 'b');
  expect(facts(completion.app).at(-1)?.[1]).toBe(fi.shell.head.readers.completion);
  const session = new FakeSession();
  session.launchAs('normal', { thisBrowserOnly: true });
  const alone = await showCourse(session, 'b');
  expect(facts(alone.app).at(-1)?.[1]).toBe(fi.shell.head.readers.thisBrowser);
});

test('its exercises are listed with their minutes, lead there, and say when they are done', async () => {
  const session = new FakeSession({ chapters });
  const { app } = await showCourse(session, 'b');
  const steps = page.getByRole('list', { name: 'Tehtävät' });
  expect(steps.element().textContent?.replace(/\s+/g, ' ').trim()).toBe('Ensimmäinen tehtävä 20 min Toinen tehtävä 20 min');
  session.store.change({ 'b.first.first': 'Kirjaa' });
  await drawn(app);
  expect(steps.element().textContent?.replace(/\s+/g, ' ').trim()).toBe('Ensimmäinen tehtävä Tehty Toinen tehtävä 20 min');
  await userEvent.click(steps.getByRole('link', { name: 'Toinen tehtävä' }));
  await expect.poll(() => focused()?.textContent).toBe('Toinen tehtävä');
});

test.each([1280, 1000, 714, 360, 320])('at %i px the scene reaches from edge to edge, and nothing moves sideways', async (width) => {
  await page.viewport(width, 740);
  const { app } = await showCourse(new FakeSession({ chapters }), 'b');
  const scene = inside(app)
    .find((one) => one.matches('.opening'))
    ?.getBoundingClientRect();
  const main = app.renderRoot.querySelector('main')?.getBoundingClientRect();
  expect([scene?.left, scene?.right]).toEqual([main?.left, main?.right]);
  expect(main?.right).toBe(document.documentElement.clientWidth);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});
