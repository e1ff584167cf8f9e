/** Compares the package that is in the LMS now with the one that is to take its place. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { comparePackages } from '../compare-packages.ts';
import type { PackageInHand } from '../read-package.ts';
import type { OwnPackageText } from '../text/own-package-text.ts';
import { updateWords } from '../update-words.ts';
import { fileChooser } from './file-chooser.ts';

/** A package that was given, and the name of its file. */
export interface Read {
  readonly name: string;
  readonly read: PackageInHand;
}

interface UpdateSection {
  readonly words: OwnPackageText;
  readonly older: Read | { readonly problem: string } | undefined;
  /** With what is filled in now. */
  readonly newer: Read | undefined;
  give(file: File): void;
}

export function updateSection({ words, older, newer, give }: UpdateSection): TemplateResult {
  const { update } = words;
  return html`<section aria-labelledby="own-update" class="update">
    <h2 id="own-update">${update.head}</h2>
    <p>${update.lead}</p>
    ${fileChooser({ id: 'own-old', label: update.choose, look: 'button', give })}
    <div role="status">
      ${older && 'problem' in older ? html`<p class="lack">${older.problem}</p>` : nothing}
      ${older && 'read' in older ? (newer ? findings(older, newer, words) : html`<p class="quiet">${older.name}. ${update.before}</p>`) : nothing}
    </div>
  </section>`;
}

function findings(older: Read, newer: Read, words: OwnPackageText): TemplateResult {
  return html`<p>${words.update.of(older.name, newer.name)}</p>
    <ul class="findings">
      ${updateWords(comparePackages(older.read, newer.read), words).map(
        ({ weight, words: said, ids }) => html`<li class=${weight}>${said}${ids === '' ? nothing : html`<small>${ids}</small>`}</li>`,
      )}
    </ul>`;
}
