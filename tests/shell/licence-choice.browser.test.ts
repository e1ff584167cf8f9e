/** A licence that several classes can make: what the learner is told of the choice, in each place that speaks of the licence. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { readLicenceRule } from '../../src/course/read-licence-rule.ts';
import { axeProblems } from '../exercises/worksheet.ts';
import { FakeSession } from './fake-session.ts';
import { course as fixture } from './fixture-course.ts';
import { drawn, goTo, inside, showCourse } from './shown-course.ts';

beforeEach(() => page.viewport(1280, 800));
afterEach(() => document.body.replaceChildren());

const texts = (selector: string): string[] =>
  inside(document.body)
    .filter((element) => element.matches(selector))
    .map((element) => element.textContent.replace(/\s+/g, ' ').trim());

const slashes = (): number =>
  inside(document.body).flatMap((element) => (element.matches('.signs') ? [...element.querySelectorAll(':scope > path[stroke]')] : []))
    .length;

function courseWith(licence: string): FakeSession {
  const chapters = fixture.chapters.map((chapter) => ({ ...chapter, minutes: 10 }));
  return new FakeSession({ chapters, licence: [{ rule: readLicenceRule(licence) }] });
}

test('either of two: contents, header and cover say so, and call neither of them optional', async () => {
  const session = courseWith('A1 or B');
  const { app } = await showCourse(session, 'b');
  expect(texts('nav h3').slice(1, 3)).toEqual(['Ajokorttiin tarvitaan yksi näistä', 'Valinnaiset']);
  expect(texts('.words')).toContain('Ajokortti 0/1 (luokka A1 tai B), valinnaiset luokat 0/1');
  expect(slashes()).toBe(1);
  expect(await axeProblems()).toEqual([]);
  await goTo('kansi');
  await drawn(app);
  expect(texts('dd')).toContain('Ajokorttiin tarvitaan yksi näistä: A 10 min ja B 10 min.');

  session.store.change({ 'b.first.first': 'x' });
  session.store.change({ 'b.second.first': 'x' });
  await goTo('b');
  await drawn(app);
  expect(texts('.words')).toContain('Ajokortti 1/1, valinnaiset luokat 0/2');
  await goTo('ajokortti');
  await drawn(app);
  expect(texts('.lead')).toContain('Olet suorittanut ajokorttiin tarvittavan luokan B.');
});

test('the way on from the licence page says whether anything was begun', async () => {
  const session = courseWith('any 2 of A1 B C');
  const { app } = await showCourse(session, 'ajokortti');
  expect(texts('a.button.primary')).toEqual(['Aloita']);
  session.store.change({ 'a.meeting.first': 'x' });
  await drawn(app);
  expect(texts('a.button.primary').join()).toMatch(/^Jatka: /);
});

test('two of three beside none that is compulsory', async () => {
  const session = courseWith('any 2 of A1 B C');
  const { app } = await showCourse(session, 'saannot');
  expect(texts('nav h3').slice(1, 3)).toEqual(['Ajokorttiin tarvitaan kaksi näistä', 'Omat sivut']);
  expect(texts('.words')).toContain('Ajokortti 0/2 (kaksi luokista A1, B ja C)');
  expect(slashes()).toBe(2);
  expect(texts('article p').join(' ')).toContain('Ajokortin saat, kun sinulla on kaksi luokista A1, B ja C.');
  session.store.change({ 'a.meeting.first': 'x' });
  await drawn(app);
  expect(texts('.words')).toContain('Ajokortti 1/2 (luokka B tai C)');
});

test('the card says what the licence is in, and the course’s title where the course does not say it', async () => {
  const cardTexts = (): string[] => texts('svg[role=img] > text');
  await showCourse(new FakeSession({ title: 'Tiskipassi', subject: 'Palvelu tiskillä' }), 'ajokortti');
  expect(cardTexts()).toContain('Palvelu tiskillä');
  await showCourse(new FakeSession({ title: 'Tiskipassi' }), 'ajokortti');
  expect(cardTexts()).toContain('Tiskipassi');
});
