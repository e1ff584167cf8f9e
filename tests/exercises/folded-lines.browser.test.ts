/** What is folded is named by its first words: the whole of a long answer would be read aloud before she learns that it can be opened. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { FieldId } from '../../src/course/answers.ts';
import { CustomerProfiles } from '../../src/exercises/customer-profiles/element.ts';
import { ServicePath } from '../../src/exercises/service-path/element.ts';
import type { ExerciseElement } from '../../src/exercises/shared/exercise-element.ts';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { TrainingProgramme } from '../../src/exercises/training-programme/element.ts';
import { UserIdeas } from '../../src/exercises/user-ideas/element.ts';
import type { Exercise } from '../../src/course/course.ts';
import { map, path, profiles } from './drawn-fixtures.ts';
import { ideas, training } from './fixtures.ts';
import { awkward, settled, show } from './worksheet.ts';

beforeEach(() => page.viewport(714, 666));
afterEach(() => document.body.replaceChildren());

const LONGEST = 400;

const KINDS: readonly (readonly [string, Exercise, new () => unknown, readonly string[]])[] = [
  ['training-programme', training, TrainingProgramme, ['log.k1.what', 'agreed']],
  ['service-path', path, ServicePath, ['group']],
  ['stakeholder-map', map, StakeholderMap, ['map.m1.text', 'map.m2.text']],
  ['customer-profiles', profiles, CustomerProfiles, ['profiles.p1.ways']],
  ['user-ideas', ideas, UserIdeas, ['ideas.i1.who', 'ideas.i1.what']],
];
const ROWS = { 'log.k1': '1', 'map.m1': 'partners 1', 'map.m2': 'partners 2', 'profiles.p1': '1', 'ideas.i1': '1' };

const spoken = (element: ExerciseElement<Exercise>, selector: string): string[] =>
  [...element.renderRoot.querySelectorAll(selector)].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());

test.each(KINDS)('%s', async (_kind, exercise, kind, long) => {
  const element = new kind() as ExerciseElement<Exercise>;
  const texts = { ...ROWS, ...Object.fromEntries(long.map((id) => [id, awkward])) };
  const answers = Object.entries(texts).map(([id, text]) => [`${exercise.id}.${id}`, text]);
  await show(element, exercise, Object.fromEntries(answers) as Record<FieldId, string>);
  await element.open(`${exercise.id}.nothing`);
  for (const head of element.renderRoot.querySelectorAll<HTMLElement>('button.head[aria-expanded="true"]')) head.click();
  await settled(element);
  const names = spoken(element, 'button.head, .entry > summary');
  expect(names.filter((name) => name.length > LONGEST).map((name) => `${name.slice(0, 60)} (${String(name.length)})`)).toEqual([]);
  expect(names.join(' ')).toContain('Ä ö å – ”lainaus” 😀');
});

test('what was removed is named by its first words too', async () => {
  const texts = { 'c.ideas.ideas.i1': '1', 'c.ideas.ideas.i1.what': awkward };
  const { element } = await show(new UserIdeas(), ideas, texts);
  element.renderRoot.querySelector<HTMLElement>('.entry .body > button')?.click();
  await settled(element);
  const [told = ''] = spoken(element, '.undo span');
  expect(told).toMatch(/^Poistettu: Ä ö å/);
  expect(told.length).toBeLessThan(LONGEST);
});
