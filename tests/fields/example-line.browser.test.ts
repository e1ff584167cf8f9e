/** Where an example's button stands: in the line that has room for it. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Question } from '../../src/course/course.ts';
import { TextField } from '../../src/fields/text/element.ts';

const LONG = 'Anna profiilille kuvaava nimi. Profiili kuvaa asiakasryhmää, ei yhtä ihmistä.';

afterEach(() => document.body.replaceChildren());

async function show(question: Omit<Question, 'id'>): Promise<(selector: string) => DOMRect> {
  await page.viewport(714, 666);
  const field = Object.assign(new TextField(), { field: 'x.y', question });
  document.body.append(field);
  await field.updateComplete;
  return (selector) => field.renderRoot.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
}

test('beside a question that is shorter than its help', async () => {
  const box = await show({ label: 'Nimi', help: LONG, example: 'Iltapäivän koululainen' });
  expect(box('summary').bottom).toBeGreaterThan(box('label').top);
  expect(box('summary').top).toBeLessThan(box('label').bottom);
  expect(box('.help').top).toBeGreaterThanOrEqual(box('label').bottom);
});

test('beside help that is shorter than the question', async () => {
  const box = await show({ label: LONG, help: 'Lyhyesti.', example: 'Iltapäivän koululainen' });
  expect(box('summary').top).toBeLessThan(box('.help p').bottom);
  expect(box('summary').top).toBeGreaterThanOrEqual(box('label').bottom - 4);
});

test('what it unfolds stands above the control, and the help is there still', async () => {
  const box = await show({ label: 'Nimi', help: LONG, example: 'Iltapäivän koululainen' });
  await userEvent.click(page.getByText('Näytä esimerkki'));
  expect(box('.example').height).toBeGreaterThan(0);
  expect(box('.help').top).toBeGreaterThanOrEqual(box('.example').bottom);
  expect(box('textarea').top).toBeGreaterThanOrEqual(box('.help').bottom);
});
