/** The form in which the texts of something new are written. */
import { isLanguage } from '../../src/course/languages.ts';
import type { AskedWhat } from './asked-change.ts';
import type { Draft } from './draft.client.ts';
import { button, element } from './page-element.client.ts';
import { partNames, slotNames, words } from './page-words.ts';

interface NewTexts {
  /** What the form is for, as a screen reader says it. */
  readonly name: string;
  /** By their keys: `steps.label`, `minutes`. */
  readonly slots: readonly string[];
  /** What adds them. */
  readonly change: (texts: readonly string[]) => AskedWhat;
  readonly save: () => void;
}

interface NewTextsForm {
  readonly form: HTMLFormElement;
  /** Unfolds the form. */
  readonly open: HTMLButtonElement;
  readonly draft: Draft;
}

/** @returns the form, folded */
export function newTextsForm(
  { name, slots, change, save }: NewTexts,
  opener: string,
  attributes: Readonly<Record<string, string>> = {},
): NewTextsForm {
  const fields = slots.map((slot) => field(slot));
  const labels = slots.map((slot, index) => element('label', {}, numbered(slots, index, slotName(slot)), fields[index]));
  const form = element(
    'form',
    { hidden: '', 'aria-label': name },
    ...labels,
    element('div', { class: 'row' }, element('button', { class: 'main' }, words.add)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    save();
  });
  const values = (): string[] => fields.map(({ value }) => value);
  const draft: Draft = {
    isChanged: () => values().some((value) => value !== ''),
    isComplete: () => form.reportValidity(),
    change: () => change(values()),
  };
  const open = button(opener, () => unfold(form, open, draft), { 'aria-expanded': 'false', ...attributes });
  return { form, open, draft };
}

/** A second press folds the form again, unless something is written in it: that would be saved out of sight. */
function unfold(form: HTMLFormElement, open: HTMLButtonElement, draft: Draft): void {
  form.hidden = !form.hidden && !draft.isChanged();
  open.setAttribute('aria-expanded', String(!form.hidden));
  form.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function field(slot: string): HTMLInputElement | HTMLTextAreaElement {
  if (slot.endsWith('minutes')) return element('input', { required: '', inputmode: 'numeric', pattern: '[1-9][0-9]{0,2}' });
  if (slot.endsWith('link')) return element('input', { required: '', type: 'url' });
  return element('textarea', { required: '', rows: '1', spellcheck: 'true', lang: document.documentElement.lang });
}

/** Several of one kind are told apart. */
function numbered(slots: readonly string[], index: number, name: string): string {
  const alike = slots.flatMap((slot, place) => (slot === slots[index] ? [place] : []));
  return alike.length > 1 ? `${name} ${String(alike.indexOf(index) + 1)}` : name;
}

/** `steps.label` is the text of a new step; a language is no name of its own. */
function slotName(slot: string): string {
  const keys = slot.split('.').filter((key) => !isLanguage(key));
  const last = keys.at(-1) ?? '';
  const own = slotNames[last] ?? last;
  const around = keys.slice(0, -1).map((key) => partNames[key] ?? key);
  return around.length > 0 ? `${own} (${around.join(', ')})` : own;
}
