/** Where help and an example's button stand: in the line that has room for them. */
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Question } from '../../src/course/course.ts';
import { ChoiceField } from '../../src/fields/choice/element.ts';
import { TextField } from '../../src/fields/text/element.ts';

const LONG = 'Anna profiilille kuvaava nimi. Profiili kuvaa asiakasryhmää, ei yhtä ihmistä.';

afterEach(() => document.body.replaceChildren());

async function show(
  question: Omit<Question, 'id'>,
  field: TextField | ChoiceField = new TextField(),
  width = 714,
): Promise<(selector: string) => DOMRect> {
  await page.viewport(width, 666);
  Object.assign(field, { field: 'x.y', question });
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

test('short help stands in the question’s line, or as a whole below it', async () => {
  const question = { label: 'Kehittäminen', help: 'Miten voisit kehittyä tässä kanavassa?', example: 'Seuraan kysymyksiä.' };
  const wide = await show(question);
  expect(wide('.help p').top).toBeLessThan(wide('label').bottom);
  const narrow = await show(question, new TextField(), 300);
  expect(narrow('.help p').top).toBeGreaterThanOrEqual(narrow('label').bottom - 4);
  expect(narrow('.help p').left).toBe(narrow('label').left);
});

test('help of a choice stands in the question’s line, or as a whole below it', async () => {
  const question = { label: 'Missä palvelukanavissa polku kulkee?', help: 'Polku voi kulkea kanavasta toiseen.' };
  const wide = await show(question, new ChoiceField(), 1280);
  expect(wide('.help p').top).toBeLessThan(wide('legend').bottom);
  const beside = new ChoiceField();
  beside.style.width = '24rem';
  const narrow = await show(question, beside, 1280);
  expect(narrow('.help p').top).toBeGreaterThanOrEqual(narrow('legend').bottom);
});

test('its ring is drawn over the field below it, which is so near that it would cover the ring', async () => {
  const box = await show({ label: 'Nimi', example: 'Iltapäivän koululainen' });
  const summary = document.querySelector('aspa-text-field')?.renderRoot.querySelector('summary') as HTMLElement;
  summary.focus({ focusVisible: true } as FocusOptions);
  const { outlineWidth, outlineOffset, position } = getComputedStyle(summary);
  const ring = box('summary').bottom + Number.parseFloat(outlineOffset) + Number.parseFloat(outlineWidth);
  expect(ring).toBeGreaterThan(box('textarea').top);
  expect(position).toBe('relative');
});
