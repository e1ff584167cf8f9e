import { css } from 'lit';
import type { Answers } from '../../course/answers.ts';
import type { Text } from '../../text/text.ts';
import { sheetColours } from '../../theme/sheet-colours.ts';
import { A4Sheet } from './a4-sheet.ts';
import type { OrientationGuide } from './definition.ts';

/** Out of sight on the screen, where it is still laid out and measured; alone on paper. */
const printStyles = css`
  .aspa-printed-sheet {
    position: absolute;
    left: -300vw;
    width: 210mm;
    visibility: hidden;
  }
  @media print {
    body > :not(.aspa-printed-sheet) {
      display: none !important;
    }
    html,
    body {
      margin: 0 !important;
      padding: 0 !important;
      background: ${sheetColours.paper} !important;
    }
    .aspa-printed-sheet {
      position: static;
      visibility: visible;
      break-after: avoid;
      break-inside: avoid;
    }
    @page {
      size: A4;
      margin: 0;
    }
  }
`;

let clear: (() => void) | undefined;

/**
 * Prints the guide as exactly one A4 page, out of the page it is in: that works in an LMS's frame, under a policy that bars inline
 * scripts and styles, and where no window may be opened. All else is back as soon as the printing is over.
 */
export async function printGuide(exercise: OrientationGuide, answers: Answers, text: Text): Promise<void> {
  clear?.();
  const sheet = new A4Sheet();
  Object.assign(sheet, { exercise, answers, text, paper: true });
  sheet.className = 'aspa-printed-sheet';
  sheet.setAttribute('aria-hidden', 'true');
  const { styleSheet } = printStyles;
  if (styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, styleSheet];
  document.body.append(sheet);
  const done = new AbortController();
  clear = () => {
    done.abort();
    sheet.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== styleSheet);
    clear = undefined;
  };
  await sheet.updateComplete;
  await document.fonts.ready;
  sheet.shrinkToPage();
  // Some telephones say nothing after printing, and return at once: there the learner's next touch clears the sheet away.
  for (const type of ['afterprint', 'pointerdown', 'keydown']) window.addEventListener(type, () => clear?.(), { signal: done.signal });
  window.print();
}
