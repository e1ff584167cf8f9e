import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Reflection as ReflectionExercise } from '../../src/exercises/reflection/definition.ts';
import type { StakeholderMap as StakeholderMapExercise } from '../../src/exercises/stakeholder-map/definition.ts';
import { Reflection } from '../../src/exercises/reflection/element.ts';
import { StakeholderMap } from '../../src/exercises/stakeholder-map/element.ts';
import { map } from './drawn-fixtures.ts';
import { axeProblems, settled, show } from './worksheet.ts';

const compare = { answer: 'Kutsun toivojat kahville.', criteria: ['Kenen kanssa?', 'Milloin?'] };
const exercise: ReflectionExercise = {
  kind: 'reflection',
  id: 'e.feedback',
  title: 'Palautteesta yhteiskehittämiseen',
  why: 'Palaute on alku.',
  task: '',
  classes: ['E'],
  questions: [
    { id: 'how', label: 'Miten?', compare },
    { id: 'who', label: 'Kuka?' },
  ],
};

afterEach(() => document.body.replaceChildren());

test('the good answer is offered once something is written, and never before', async () => {
  const { element } = await show(new Reflection(), exercise, { 'e.feedback.how': '  ', 'e.feedback.who': 'Minä' });
  expect(element.renderRoot.querySelector('.compare')).toBeNull();
  await userEvent.fill(page.getByRole('textbox', { name: 'Miten?' }), 'Kysyn.');
  await userEvent.click(page.getByText('Vertaa vastaustasi'));
  const offered = [...element.renderRoot.querySelectorAll('.compare')];
  expect(offered).toHaveLength(1);
  expect([...(offered[0]?.querySelectorAll('p, li') ?? [])].map((one) => one.textContent)).toEqual([
    'Näinkin voi vastata:',
    'Kutsun toivojat kahville.',
    'Katso vielä omaa vastaustasi:',
    'Kenen kanssa?',
    'Milloin?',
  ]);
  expect(offered[0]?.querySelector('summary')?.textContent).toBe('Vertaa vastaustasi: Miten?');
  expect(await axeProblems()).toEqual([]);
});

test('it stays open while she goes on writing, and goes away with her last word', async () => {
  const { element } = await show(new Reflection(), exercise, { 'e.feedback.how': 'Kysyn' });
  await userEvent.click(page.getByText('Vertaa vastaustasi'));
  await userEvent.fill(page.getByRole('textbox', { name: 'Miten?' }), 'Kysyn ja kuuntelen.');
  await settled(element);
  expect(element.renderRoot.querySelector<HTMLDetailsElement>('.compare')?.open).toBe(true);
  await userEvent.fill(page.getByRole('textbox', { name: 'Miten?' }), '');
  await settled(element);
  expect(element.renderRoot.querySelector('.compare')).toBeNull();
});

test('a map is compared once something stands under each of its branches', async () => {
  const at = (branch: string, order: number): Record<string, string> => ({
    [`d.map.map.n${order}`]: `${branch} ${order}`,
    [`d.map.map.n${order}.text`]: `Kohta ${order}`,
  });
  const three = { ...at('partners', 1), ...at('marketing', 2), ...at('customers', 3) };
  const compared: StakeholderMapExercise = { ...map, compare };
  const { element, store } = await show(new StakeholderMap(), compared, three);
  expect(element.renderRoot.querySelector('.compare')).toBeNull();
  store.change(at('more', 4));
  await settled(element);
  expect(element.renderRoot.querySelector('.compare summary')?.textContent).toBe('Vertaa vastaustasi: Sidosryhmäkartta');
});
