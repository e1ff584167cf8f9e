/** Ways to give the page a file: a button that opens the browser's choice, and dropping it on the page. */
import { html, type TemplateResult } from 'lit/html.js';

interface Chooser {
  readonly id: string;
  readonly label: string;
  /** Classes of the button. */
  readonly look: string;
  give(file: File): void;
}

export function fileChooser({ id, label, look, give }: Chooser): TemplateResult {
  const chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) give(file);
    // The same file can be chosen once more.
    input.value = '';
  };
  const open = (): void => document.querySelector<HTMLInputElement>(`#${id}-file`)?.click();
  return html`<button type="button" class=${look} id="${id}-choose" @click=${open}>${label}</button>
    <input id="${id}-file" type="file" accept=".zip" hidden aria-label=${label} @change=${chosen} />`;
}

interface Drops {
  /** Something is dragged over the page, or not any more. */
  over(isOver: boolean): void;
  /** @param on what it was dropped on */
  give(file: File, on: Element | undefined): void;
}

export function takeDrops({ over, give }: Drops): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    over(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) over(false);
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    over(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file) give(file, event.target instanceof Element ? event.target : undefined);
  });
}
