/** Who reads what she writes is said where she writes it. */
import { page } from 'vitest/browser';
import { beforeEach, expect, test } from 'vitest';
import type { Exercise } from '../../src/course/course.ts';
import { ColleagueStrengths } from '../../src/exercises/colleague-strengths/element.ts';
import type { ColleagueStrengths as ColleagueStrengthsExercise } from '../../src/exercises/colleague-strengths/definition.ts';
import { Reflection } from '../../src/exercises/reflection/element.ts';
import { ServicePath } from '../../src/exercises/service-path/element.ts';
import { path } from './drawn-fixtures.ts';
import { colleague } from './fixtures.ts';
import { settled, show } from './worksheet.ts';

const REPORTS = 'Vastaukset näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja.';

const reflection = (...secret: boolean[]): Extract<Exercise, { kind: 'reflection' }> => ({
  kind: 'reflection',
  id: 'e.feedback',
  title: 'Palaute',
  why: 'Siksi.',
  task: '',
  classes: [],
  questions: secret.map((isPrivate, index) => ({ id: `q${index}`, label: `Kysymys ${index}?`, private: isPrivate })),
});

beforeEach(() => document.body.replaceChildren());

/** What is said of readers, in the order of the page. */
function said(element: Element): string[] {
  const root = element.shadowRoot ?? element;
  return [...root.querySelectorAll('*')].flatMap((each) => {
    if (each.matches('.reader')) return [each.textContent.trim()];
    return each.shadowRoot && !each.matches('[hidden] *') ? said(each) : [];
  });
}

test('an exercise without steps says once who reads it', async () => {
  const { element } = await show(new Reflection(), reflection(false, false));
  expect(said(element)).toEqual([REPORTS]);
  element.readers = 'nobody';
  await settled(element);
  expect(said(element)).toEqual(['Vastaukset eivät mene raportteihin.']);
  element.readers = 'this-browser';
  await settled(element);
  expect(said(element)).toEqual(['Vastaukset jäävät tähän selaimeen, ja sen muut käyttäjät voivat lukea ne.']);
});

test('a private question says so itself, and the others who reads them', async () => {
  const { element } = await show(new Reflection(), reflection(true, false));
  expect(said(element)).toEqual([
    'Ei mene raportteihin',
    'Muut vastaukset näkyvät niille, joilla on oikeus katsoa oppimisympäristön raportteja.',
  ]);
});

test('where there are no reports, no question says that it stays out of them', async () => {
  const { element } = await show(new Reflection(), reflection(true, true));
  element.readers = 'this-browser';
  await settled(element);
  expect(said(element)).toEqual(['Vastaukset jäävät tähän selaimeen, ja sen muut käyttäjät voivat lukea ne.']);
});

test('where all is private, each question says so and nothing else is said', async () => {
  const { element } = await show(new Reflection(), reflection(true, true));
  expect(said(element)).toEqual(['Ei mene raportteihin', 'Ei mene raportteihin']);
});

test('of several private strengths each says it, since who writes the second may take it for one that is reported', async () => {
  const strengths = { ...colleague.strengths, strength: { ...colleague.strengths.strength, private: true } };
  const secret: ColleagueStrengthsExercise = { ...colleague, strengths };
  const item = (id: string): Record<string, string> => ({
    [`b.colleague.strengths.${id}`]: '1',
    [`b.colleague.strengths.${id}.strength`]: id,
  });
  const { element } = await show(new ColleagueStrengths(), secret, { ...item('aaaa'), ...item('bbbb') });
  expect(said(element).filter((words) => words === 'Ei mene raportteihin')).toHaveLength(2);
});

test('the open step says it at its foot; where all are open, the exercise says it once', async () => {
  const { element } = await show(new ServicePath(), path);
  const readers = (): HTMLElement[] => [...element.renderRoot.querySelectorAll<HTMLElement>('.reader')];
  expect(readers().map((line) => line.closest('[data-step]')?.matches('.open'))).toEqual([true]);
  await expect.element(page.getByText(REPORTS)).toBeVisible();
  await page.getByRole('button', { name: 'Näytä kaikki' }).click();
  await settled(element);
  expect(readers()).toHaveLength(1);
  expect(readers()[0]?.closest('[data-step]')).toBeNull();
});

test('where nothing can be written, nothing is said of it', async () => {
  const { element } = await show(new Reflection(), reflection(false), {}, { readOnly: true });
  expect(said(element)).toEqual([]);
});
