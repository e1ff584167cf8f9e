import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import { note } from '../../src/course/answers.ts';
import { exercisesOf } from '../../src/course/course.ts';
import { answersOf } from './answers.ts';
import { galleryPage } from './gallery-page.ts';
import type { Picture } from './look-at-views.ts';
import { CONTENTS, nameOf, QUICK, sittingsOf, viewsOf } from './views.ts';

const course = await readCourse(fileURLToPath(new URL('../../content', import.meta.url)));

test('every chapter and exercise is looked at in three widths, empty, begun and full', () => {
  for (const state of ['empty', 'begun', 'full'] as const) {
    const places = viewsOf(course, state, {}).map(({ place, width }) => `${place} ${String(width)}`);
    for (const { id } of course.chapters) for (const width of [1280, 714, 360]) expect(places).toContain(`${id} ${String(width)}`);
    for (const { id } of exercisesOf(course)) expect(places.some((place) => place.includes(`/${id} 360`))).toBe(true);
  }
});

test('each state is shown in three languages, by day and by night; paper is white', () => {
  const sittings = sittingsOf({}).map(({ state, language, scheme }) => `${state} ${language} ${scheme}`);
  expect(sittings).toEqual(expect.arrayContaining(['empty sv dark', 'refused en light', 'print fi light']));
  expect(sittings).not.toContain('print fi dark');
});

test('a developer chooses by state, language, scheme, width and a part of the link', () => {
  expect(sittingsOf({ states: ['full'], languages: ['sv'], schemes: ['dark'] })).toEqual([
    { state: 'full', language: 'sv', scheme: 'dark' },
  ]);
  expect(viewsOf(course, 'full', { pages: ['b/b.c'], widths: ['360'] }).map(({ place }) => place)).toEqual([
    'b/b.channels',
    'b/b.colleague',
  ]);
  expect(sittingsOf(QUICK).map(({ state }) => state)).toEqual(['empty', 'full']);
});

test('the contents are looked at where they are a sheet over the page', () => {
  expect(viewsOf(course, 'empty', { pages: [CONTENTS] }).map(({ width }) => width)).toEqual([714, 360]);
});

test('no two pictures have one name', () => {
  const names = sittingsOf({}).flatMap((sitting) => viewsOf(course, sitting.state, {}).map((view) => nameOf(sitting, view)));
  expect(new Set(names).size).toBe(names.length);
});

test('a begun course has something in each exercise and all of none', () => {
  const [begun = {}] = answersOf('begun', 'Aino');
  const [full = {}] = answersOf('full', 'Aino');
  for (const { id } of exercisesOf(course)) {
    const fields = (changes: object): number => Object.keys(changes).filter((field) => field.startsWith(`${id}.`)).length;
    if (fields(full) < 2) continue;
    expect(fields(begun), id).toBeGreaterThan(0);
    expect(fields(begun), id).toBeLessThan(fields(full));
  }
});

test('nobody is sent to the place where the answers’ writer was last', () => {
  expect(Object.keys(answersOf('full', 'Aino')[0] ?? {})).not.toContain(note.place);
});

test('the page shows every picture, its faults in words, and how many have some', () => {
  const picture = (place: string, faults: readonly string[]): Picture => ({
    sitting: { state: 'full', language: 'sv', scheme: 'dark' },
    view: { place, width: 360, height: 740 },
    file: `${place}.jpg`,
    faults,
  });
  const page = galleryPage([picture('kansi', []), picture('b', ['cut: <p> “Ändå”'])]);
  expect(page).toContain('src="kansi.jpg"');
  expect(page).toContain('full · sv · dark · 360 px');
  expect(page).toContain('cut: &lt;p> “Ändå”');
  expect(page).toContain('only the 1 with faults');
});
