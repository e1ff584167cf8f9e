/** The panel over the author's page: file, line, what is wrong and what to write instead. It goes when all is mended. */
import type { News } from './news.ts';

const STYLE = `
  :host { all: initial; position: fixed; inset: auto 0 0 0; z-index: 2147483647; font: 16px/1.5 system-ui, sans-serif; color: #fff; }
  section { max-height: 70vh; overflow: auto; padding: 16px 24px 20px; background: #5b1220; border-top: 4px solid #ffb3b3; }
  h2 { margin: 0 0 8px; font-size: 18px; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { margin-top: 12px; }
  code { font: 14px/1.5 ui-monospace, monospace; color: #ffd9d9; overflow-wrap: anywhere; }
  p { margin: 2px 0; max-width: 75ch; }
  pre { margin: 0; white-space: pre-wrap; font: 14px/1.5 ui-monospace, monospace; }
`;

export class Overlay {
  readonly #host = document.createElement('div');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  #said = '';

  show({ heading, mistakes, fault }: News): void {
    const said = JSON.stringify([heading, mistakes, fault]);
    if (said === this.#said) return;
    this.#said = said;
    if (mistakes.length === 0 && fault === undefined) {
      this.#host.remove();
      return;
    }
    const section = element('section', { role: 'alert' });
    section.append(element('h2', {}, heading), ...(fault === undefined ? [] : [element('pre', {}, fault)]), list(mistakes));
    this.#root.replaceChildren(element('style', {}, STYLE), section);
    document.documentElement.append(this.#host);
  }
}

function list(mistakes: News['mistakes']): HTMLElement {
  const all = element('ul', {});
  for (const { file, line, column, what, instead } of mistakes) {
    const item = element('li', {});
    item.append(element('code', {}, `${file}:${String(line)}:${String(column)}`), element('p', {}, what), element('p', {}, `→ ${instead}`));
    all.append(item);
  }
  return all;
}

function element(name: string, attributes: Readonly<Record<string, string>>, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
