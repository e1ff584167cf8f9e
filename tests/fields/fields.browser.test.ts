import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { AnswerEvent } from '../../src/course/answer-event.ts';
import type { AnswerChanges } from '../../src/course/answers.ts';
import { SayEvent } from '../../src/fields/shared/announcer.ts';
import { ChoiceField } from '../../src/fields/choice/element.ts';
import { DateField } from '../../src/fields/date/element.ts';
import type { FieldElement } from '../../src/fields/shared/field-element.ts';
import { ScaleField } from '../../src/fields/scale/element.ts';
import { TextField } from '../../src/fields/text/element.ts';
import { fi } from '../../src/text/fi.ts';

const options = [
  { id: 'a', label: 'Yksi' },
  { id: 'b', label: 'Kaksi', help: 'Se toinen.' },
  { id: 'c', label: 'Kolme' },
];

async function place<F extends FieldElement>(field: F, properties: Partial<F>): Promise<{ field: F; told: AnswerChanges[] }> {
  const told: AnswerChanges[] = [];
  Object.assign(field, { field: 'x.y', question: { label: 'Kysymys' }, ...properties });
  field.addEventListener(AnswerEvent.type, (event) => told.push((event as AnswerEvent).changes));
  document.body.append(field);
  await field.updateComplete;
  return { field, told };
}

const textarea = (field: TextField): HTMLTextAreaElement => field.renderRoot.querySelector('textarea') as HTMLTextAreaElement;

/** @returns whether the browser would paste it itself */
function pastes(control: HTMLTextAreaElement, text: string): boolean {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return control.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

afterEach(() => document.body.replaceChildren());

describe('a text field', () => {
  test('grows with its text and shrinks again, without a scroll bar of its own', async () => {
    const { field } = await place(new TextField(), {});
    const empty = textarea(field).offsetHeight;
    field.value = 'rivi\n'.repeat(40);
    await field.updateComplete;
    expect(textarea(field).offsetHeight).toBeGreaterThan(empty * 5);
    expect(textarea(field).scrollHeight).toBeLessThanOrEqual(textarea(field).offsetHeight);
    field.value = '';
    await field.updateComplete;
    expect(textarea(field).offsetHeight).toBe(empty);
  });

  test('tells every change with the whole text, as it is typed', async () => {
    const { told } = await place(new TextField(), {});
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('Ä{Enter}å');
    expect(told).toEqual([{ 'x.y': 'Ä' }, { 'x.y': 'Ä\n' }, { 'x.y': 'Ä\nå' }]);
  });

  test('another text from outside leaves the caret where it was', async () => {
    const { field } = await place(new TextField(), { value: 'kirjasto' });
    textarea(field).focus();
    textarea(field).setSelectionRange(3, 5);
    field.value = 'kirjastoauto';
    await field.updateComplete;
    expect([textarea(field).selectionStart, textarea(field).selectionEnd]).toEqual([3, 5]);
  });

  test.each([false, true])('line breaks of other systems do not send the caret to the end (single line: %s)', async (single) => {
    const { field } = await place(new TextField(), { value: 'eka\r\ntoka\rkolmas', single });
    const control = field.renderRoot.querySelector('textarea, input') as HTMLTextAreaElement;
    control.focus();
    control.setSelectionRange(2, 2);
    field.requestUpdate();
    await field.updateComplete;
    expect(control.selectionStart).toBe(2);
    expect(control.value).toBe(single ? 'eka toka kolmas' : 'eka\ntoka\nkolmas');
  });

  test('says how much room is left only near the limit, and stops at it', async () => {
    const { field } = await place(new TextField(), { question: { label: 'Kysymys', maxLength: 100 } as never, value: 'x'.repeat(74) });
    await expect.element(page.getByText('merkkiä jäljellä')).not.toBeInTheDocument();
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('{End}y');
    await expect.element(page.getByText('25 merkkiä jäljellä')).toBeVisible();
    await userEvent.keyboard('z'.repeat(30));
    expect(field.value).toHaveLength(100);
    await expect.element(page.getByText('Kenttä on täynnä.', { exact: false })).toBeVisible();
  });

  test('says that the end of what was pasted is cut off, until something else is written', async () => {
    const { field } = await place(new TextField(), { question: { label: 'Kysymys', maxLength: 100 } as never, value: 'x'.repeat(95) });
    const cut = page.getByText('Liittämästäsi tekstistä mahtui tähän vain alku.', { exact: false });
    const paste = (data: string): void => {
      textarea(field).dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertFromPaste', data, bubbles: true, cancelable: true }));
      document.execCommand('insertText', false, data);
    };
    field.focus();
    textarea(field).setSelectionRange(95, 95);
    paste('viisi');
    await field.updateComplete;
    await expect.element(cut).not.toBeInTheDocument();
    textarea(field).setSelectionRange(98, 100);
    paste('kirjasto');
    await expect.element(cut).toBeVisible();
    expect(field.value).toBe(`${'x'.repeat(95)}viiki`);
    await userEvent.keyboard('{Backspace}');
    await expect.element(cut).not.toBeInTheDocument();
  });

  test.each([false, true])('takes what a tool puts there and tells of by “change” alone (single line: %s)', async (single) => {
    const { field, told } = await place(new TextField(), { value: 'alku', single });
    const control = field.renderRoot.querySelector('textarea, input') as HTMLTextAreaElement;
    control.value = 'saneltu';
    control.dispatchEvent(new Event('change', { bubbles: true }));
    await field.updateComplete;
    expect(told).toEqual([{ 'x.y': 'saneltu' }]);
    control.dispatchEvent(new Event('change', { bubbles: true }));
    expect(told).toHaveLength(1);
  });

  test('what is left is said when the typing pauses, not at each key', async () => {
    const { field } = await place(new TextField(), { question: { label: 'Kysymys', maxLength: 100 } as never, value: 'x'.repeat(80) });
    const told: string[] = [];
    document.body.addEventListener(SayEvent.type, ({ words }) => told.push(words));
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('{End}kirjasto');
    expect(field.value).toHaveLength(88);
    expect(told).toEqual([]);
    await expect.poll(() => told).toEqual(['12 merkkiä jäljellä']);
  });

  test('is no live region of its own, of which a page of fields would have dozens', async () => {
    const { field } = await place(new TextField(), { question: { label: 'Kysymys', maxLength: 100 } as never, value: 'x'.repeat(80) });
    expect(field.renderRoot.querySelectorAll('[role=status], [aria-live], output')).toHaveLength(0);
  });

  describe.each([
    ['that grows', { rows: 1 }],
    ['that does not', { single: true }],
  ] as const)('of one line, %s', (_kind, kind) => {
    test('takes no line break from Enter', async () => {
      const { field } = await place(new TextField(), kind);
      await userEvent.click(page.getByRole('textbox'));
      await userEvent.keyboard('Ystävä{Enter}llisyys{Shift>}{Enter}{/Shift}!');
      expect(field.value).toBe('Ystävällisyys!');
    });
  });

  test('of one line makes one line of what is pasted, with the caret after it', async () => {
    const { field } = await place(new TextField(), { rows: 1, value: 'ab' });
    textarea(field).focus();
    textarea(field).setSelectionRange(1, 1);
    document.execCommand('insertText', false, 'eka\ntoka');
    await field.updateComplete;
    expect(field.value).toBe('aeka tokab');
    expect(textarea(field).selectionStart).toBe('aeka toka'.length);
  });

  test('of one line gives back what several pasted lines have replaced, when she undoes the paste', async () => {
    const { field } = await place(new TextField(), { rows: 1, question: { label: 'Kysymys', maxLength: 20 } as never });
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('kirjasto');
    textarea(field).select();
    expect(pastes(textarea(field), 'eka\r\ntoka\nkolmas rivi')).toBe(false);
    await field.updateComplete;
    expect(field.value).toBe('eka toka kolmas rivi');
    await userEvent.keyboard('{Control>}z{/Control}');
    expect(field.value).toBe('kirjasto');
    expect(pastes(textarea(field), 'yksi rivi')).toBe(true);
    textarea(field).select();
    pastes(textarea(field), 'eka\ntoka\nkolmas rivi, joka on pitkä');
    await expect.element(page.getByText('Liittämästäsi tekstistä mahtui tähän vain alku.', { exact: false })).toBeVisible();
    expect(field.value).toBe('eka toka kolmas rivi');
  });

  test('of one line keeps the line breaks that an earlier version let in, while it is written on', async () => {
    const { field } = await place(new TextField(), { rows: 1, value: 'eka\ntoka' });
    await userEvent.click(page.getByRole('textbox'));
    await userEvent.keyboard('{Control>}{End}{/Control}!');
    expect(field.value).toBe('eka\ntoka!');
  });

  test('help describes the control, an example opens by its button, and the focus goes past it', async () => {
    const { field } = await place(new TextField(), {
      question: { label: 'Kysymys', help: 'Apu.', example: 'Näin.', private: true } as never,
    });
    await expect.element(page.getByRole('textbox', { name: 'Kysymys' })).toHaveAccessibleDescription(/Apu\.\s*Ei mene raportteihin/);
    field.focus();
    expect(field.renderRoot.querySelector('textarea')).toBe((field.shadowRoot as ShadowRoot).activeElement);
    await expect.element(page.getByText('Näin.')).not.toBeVisible();
    await userEvent.click(page.getByText('Näytä esimerkki'));
    await expect.element(page.getByText('Näin.')).toBeVisible();
  });

  test('the row in which it stands is part of its name', async () => {
    await place(new TextField(), { context: 'Kirjaus 2' });
    await expect.element(page.getByRole('textbox', { name: 'Kirjaus 2: Kysymys', exact: true })).toBeInTheDocument();
  });

  test('what looks like markup stays text', async () => {
    const { field } = await place(new TextField(), { value: '<img src=x onerror=alert(1)> &amp; "\'' });
    expect(textarea(field).value).toBe('<img src=x onerror=alert(1)> &amp; "\'');
    expect(field.renderRoot.querySelector('img')).toBeNull();
  });
});

describe('a choice', () => {
  test('of one is a radio group that arrow keys walk', async () => {
    const { field, told } = await place(new ChoiceField(), { options });
    field.focus();
    await userEvent.keyboard(' {ArrowDown}');
    expect(told).toEqual([{ 'x.y': 'a' }, { 'x.y': 'b' }]);
  });

  test('of several keeps the order of picking, and an option that the content no longer has', async () => {
    const { told } = await place(new ChoiceField(), { options, several: true, value: 'gone c' });
    await userEvent.click(page.getByRole('checkbox', { name: 'Yksi' }));
    await userEvent.click(page.getByRole('checkbox', { name: 'Kolme' }));
    expect(told).toEqual([{ 'x.y': 'gone c a' }, { 'x.y': 'gone a' }]);
  });

  test('can still be reached by Tab after a redraw while it had the focus', async () => {
    const { field } = await place(new ChoiceField(), { options, value: 'b' });
    const after = document.createElement('button');
    document.body.append(after);
    field.focus();
    await userEvent.keyboard('{ArrowDown}');
    field.requestUpdate();
    await field.updateComplete;
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(after);
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    expect(document.activeElement).toBe(field);
  });

  test.each([true, false])('read-only cannot be changed by mouse or key (several: %s)', async (several) => {
    const { field, told } = await place(new ChoiceField(), { options, several, value: 'b', readOnly: true });
    await userEvent.click(page.getByText('Kaksi'));
    field.focus();
    await userEvent.keyboard(' {ArrowDown}');
    expect(told).toEqual([]);
    expect([...field.renderRoot.querySelectorAll<HTMLInputElement>(':checked')].map(({ value }) => value)).toEqual(['b']);
  });
});

describe('a scale', () => {
  test.each([
    [18, 'column'],
    [36, 'row'],
  ])('in letters of %i pixels its steps stand so that no word breaks', async (size, flow) => {
    const { field } = await place(new ScaleField(), { steps: options });
    field.style.cssText = `width: 586px; font-size: ${String(size)}px`;
    expect(getComputedStyle(field.renderRoot.querySelector('.steps') as Element).gridAutoFlow).toBe(flow);
  });

  test('is picked by arrow keys, cleared by its button, and keeps the focus', async () => {
    const { field, told } = await place(new ScaleField(), { steps: options });
    field.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(told).toEqual([{ 'x.y': 'b' }]);
    await userEvent.click(page.getByRole('button', { name: 'Tyhjennä Kysymys' }));
    expect(told.at(-1)).toEqual({ 'x.y': '' });
    await field.updateComplete;
    expect(field.renderRoot.querySelector(':checked')).toBeNull();
    expect(document.activeElement).toBe(field);
  });

  test('is a row of worded steps where there is room, and a column where there is none', async () => {
    const { field } = await place(new ScaleField(), { steps: options });
    const tops = (): number =>
      new Set([...field.renderRoot.querySelectorAll('.step')].map((step) => step.getBoundingClientRect().top)).size;
    field.style.width = '600px';
    expect(tops()).toBe(1);
    field.style.width = '300px';
    expect(tops()).toBe(3);
  });

  test('read-only, it offers nothing to clear', async () => {
    const { field, told } = await place(new ScaleField(), { steps: options, value: 'a', readOnly: true });
    expect(field.renderRoot.querySelector('button')).toBeNull();
    field.focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(told).toEqual([]);
  });
});

test('a year that is typed has four digits, and what is typed after them makes no year of six', async () => {
  const { field, told } = await place(new DateField(), {});
  const control = field.renderRoot.querySelector('input') as HTMLInputElement;
  control.focus();
  await userEvent.keyboard('112420261');
  expect(told.at(-1)).toEqual({ 'x.y': control.value });
  expect(control.value).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test('words about a day that there is not go once the field is emptied and left', async () => {
  const { field } = await place(new DateField(), {});
  const control = field.renderRoot.querySelector('input') as HTMLInputElement;
  control.focus();
  await userEvent.keyboard('1124');
  control.blur();
  await field.updateComplete;
  expect(control.getAttribute('aria-invalid')).toBe('true');
  control.focus();
  control.value = '';
  control.blur();
  await field.updateComplete;
  expect(control.hasAttribute('aria-invalid')).toBe(false);
  expect((field.renderRoot as ShadowRoot).querySelector('#bad')).toBeNull();
});

test('a day that there is not has another border and words once it is left: it stands in the field and is kept nowhere', async () => {
  document.documentElement.style.setProperty('--error', 'rgb(1, 2, 3)');
  const { field, told } = await place(new DateField(), {});
  const control = field.renderRoot.querySelector('input') as HTMLInputElement;
  const { width } = control.getBoundingClientRect();
  const words = (): string => (field.renderRoot as ShadowRoot).querySelector('input + p')?.textContent ?? '';
  const described = (): string[] =>
    (control.getAttribute('aria-describedby') ?? 'none')
      .split(' ')
      .map((id) => field.renderRoot.querySelector(`#${id}`)?.textContent ?? '');
  const said: string[] = [];
  field.addEventListener(SayEvent.type, (event) => said.push(event.words));
  expect(words()).toBe('');
  control.focus();
  await userEvent.keyboard('1124');
  expect(words()).toBe('');
  control.blur();
  await field.updateComplete;
  expect(told).toEqual([]);
  expect(said).toEqual([fi.fields.noDay]);
  expect(control.getAttribute('aria-invalid')).toBe('true');
  expect(described()).toContain(fi.fields.noDay);
  expect(getComputedStyle(control).borderColor).toBe('rgb(1, 2, 3)');
  expect(words()).toBe(fi.fields.noDay);
  expect(control.getBoundingClientRect().width).toBe(width);
  control.focus();
  // The words stay while she mends it: what stands below does not move.
  expect(words()).toBe(fi.fields.noDay);
  await userEvent.keyboard('11242026');
  control.blur();
  await field.updateComplete;
  expect(told.at(-1)).toEqual({ 'x.y': '2026-11-24' });
  expect(getComputedStyle(control).borderColor).not.toBe('rgb(1, 2, 3)');
  expect(words()).toBe('');
  expect([control.hasAttribute('aria-invalid'), described().includes(fi.fields.noDay), said.length]).toEqual([false, false, 1]);
});

test('a date is told as an ISO day, and an unfinished one not at all', async () => {
  const { field, told } = await place(new DateField(), {});
  const control = field.renderRoot.querySelector('input') as HTMLInputElement;
  await userEvent.fill(control, '2026-11-24');
  expect(told.at(-1)).toEqual({ 'x.y': '2026-11-24' });
  field.value = 'eilen';
  await field.updateComplete;
  expect(control.value).toBe('');
});
