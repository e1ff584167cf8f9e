import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseLicenceCourse, titleIn, titlesOf } from '../../src/records/licence-course.ts';
import { failureOf } from './said.ts';

const courseFile = (languages: string): string => `id: https://example.fi/course
title: { fi: Ajokortti, sv: Körkortet }
languages: ${languages}
classes:
  - { id: A1, title: { fi: Nuoret, sv: Unga }, compulsory: true }
  - { id: B, title: Web }
`;

test('the course that records are of is named as in its main language', () => {
  const titles = (languages: string): string[] => {
    const { title, classes } = parseLicenceCourse(courseFile(languages), 'course.yaml');
    return [title, ...classes.map((one) => one.title)];
  };
  expect(titles('[fi, sv]')).toEqual(['Ajokortti', 'Nuoret', 'Web']);
  expect(titles('[sv, fi]')).toEqual(['Körkortet', 'Unga', 'Web']);
  // No title in that language: any is better than none.
  expect(titles('[en]')).toEqual(['Ajokortti', 'Nuoret', 'Web']);
});

test('a class is called by its name in a language, where it has one', () => {
  const { classes } = parseLicenceCourse(courseFile('[fi, sv]'), 'course.yaml');
  expect(classes.map((one) => titleIn(one, 'sv'))).toEqual(['Unga', 'Web']);
  expect(classes.map((one) => titleIn(one, 'en'))).toEqual(['Nuoret', 'Web']);
});

test('a report may call it by its title in any language', () => {
  expect(titlesOf(parseLicenceCourse(courseFile('[fi, sv]'), 'course.yaml'))).toEqual(['Ajokortti', 'Körkortet']);
  expect(titlesOf(parseLicenceCourse(courseFile('[sv, fi]'), 'course.yaml'))).toEqual(['Körkortet', 'Ajokortti']);
});

test('this project’s own course is read', async () => {
  const file = join(import.meta.dirname, '../../content/course.yaml');
  expect(parseLicenceCourse(await readFile(file, 'utf8'), file)).toMatchObject({ title: 'Aspa-ajokortti', language: 'fi' });
});

test('a rule of a class that the course has not is told of: nobody could ever meet it', () => {
  const file = 'id: https://a.example\ntitle: A\nlicence: A1 and A22\nclasses: [{ id: A1, title: A1 }, { id: A2, title: A2 }]\n';
  expect(failureOf(() => parseLicenceCourse(file, 'course.yaml'))).toBe(
    'The course course.yaml is not understood: its licence asks for A22, and it has no such class. Mend course.yaml.',
  );
});
