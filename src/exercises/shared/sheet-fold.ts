import { css, html, type TemplateResult } from 'lit';
import { unfoldingLink } from '../../fields/shared/unfolding.ts';
import type { Text } from '../../text/text.ts';
import { PaperSheet } from './paper-sheet.ts';
import { printSheet } from './print-sheet.ts';

/** A sheet to take along, folded below the work until it is wanted. */
export const sheetFoldStyles = css`
  .sheet {
    max-width: 40rem;
  }
  .sheet summary {
    ${unfoldingLink}
    min-height: 44px;
    padding: 10px 0;
    border-radius: 2px;
  }
  .sheet p {
    margin: 0 0 12px;
  }
  .sheet button {
    margin-top: 16px;
  }
  @media print {
    .sheet button {
      display: none;
    }
    .sheet summary {
      color: inherit;
      font-weight: 700;
      text-decoration: none;
    }
  }
`;

/**
 * @param content what there is to see or to choose before it is printed
 * @param onPaper what the sheet says below its title and lead, made when it is asked for
 */
export function renderSheetFold(
  { title, lead }: { readonly title: string; readonly lead: string },
  content: TemplateResult,
  onPaper: () => TemplateResult,
  text: Text,
): TemplateResult {
  const print = (): void => void printSheet(Object.assign(new PaperSheet(), { heading: title, lead, content: onPaper() }));
  return html`<details class="sheet">
    <summary>${title}</summary>
    <p>${lead}</p>
    ${content}
    <button type="button" @click=${print}>${text.exercise.print}<span class="unseen">: ${title}</span></button>
  </details>`;
}
