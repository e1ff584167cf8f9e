/** What a page has drawn of fields. Every function here runs in the page and stands alone. */

/** What a field is written in with. */
export type Control = 'input' | 'one line' | 'lines';

/** Runs in the page. */
export function controlIn([found]: Element[]): Control | undefined {
  if (found?.localName !== 'textarea') return found && 'input';
  return (found as HTMLTextAreaElement).rows === 1 ? 'one line' : 'lines';
}

/** Runs in the page: the field is there, and nothing of it or of its exercise is folded. */
export function isOpenAlone([field, ...others]: Element[]): boolean {
  const row = field?.closest('[data-step]')?.querySelector('h3 button');
  return (
    field?.matches('[data-field]') === true &&
    others.length === 0 &&
    row?.getAttribute('aria-expanded') !== 'false' &&
    !field.closest('details:not([open])')
  );
}

/** Runs in the page: what the fields hold, by field id. */
export function readFields(elements: Element[]): [string, string][] {
  return elements.map((element) => {
    const control = element.matches('input, textarea') ? element : element.shadowRoot?.querySelector('textarea, input');
    const { type, value } = (control ?? {}) as HTMLInputElement;
    const picked = [...(element.shadowRoot?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])].map((input) => input.value);
    return [element.getAttribute('data-field') ?? '', type === 'radio' || type === 'checkbox' ? picked.join(' ') : value];
  });
}
