/**
 * The records as one page that loads nothing: figures, charts with their tables, and the table of people. It opens from a disk or a mail,
 * and its content security policy lets nothing in or out.
 */
import { titleIn } from '../licence-course.ts';
import { makePageData } from '../page/make-page-data.ts';
import { escapeHtml, scriptJson } from '../page/markup.ts';
import { pageHead } from '../page/page-head.ts';
import { charts, peopleSection, summary } from '../page/sections.ts';
import { signSymbols } from '../page/signs.ts';
import type { CompletionTable } from '../people/completion-table.ts';
import { figuresByUnit } from '../people/unit-summary.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';
import { writtenDay } from '../written-day.ts';

/** A style sheet or a script with the hash by which a content security policy lets it in (CSP 3, 2.3.1). */
export interface Hashed {
  readonly code: string;
  /** `sha256-…` */
  readonly hash: string;
}

export interface PageSkin {
  readonly style: Hashed;
  readonly script: Hashed;
}

export interface HtmlOptions {
  readonly text: OutputsText;
  readonly pseudonymous: boolean;
  readonly skin: PageSkin;
}

export function* htmlChunks(table: CompletionTable, { text, pseudonymous, skin: { style, script } }: HtmlOptions): Generator<string> {
  const units = figuresByUnit(table);
  const heading = text.title(titleIn(table.course, text.language));
  const asOf = text.asOf(writtenDay(table.asOf, text.language));
  const title = `${heading} – ${asOf}`;
  yield pageHead({
    language: text.language,
    title,
    allowed: [`style-src '${style.hash}'`, `script-src '${script.hash}'`, 'img-src data:'],
    style: style.code,
  });
  yield `${signSymbols(table.course.classes.map(({ id }) => id))}
<a class="skip" href="#people-section">${escapeHtml(text.page.skip)}</a>
<header>
<h1>${escapeHtml(heading)}</h1>
<p>${escapeHtml(asOf)}. ${escapeHtml(text.page.privacy)}</p>
</header>
<main>
${summary(table, text)}
${charts(table, units, text)}
`;
  yield peopleSection(table, units, text, pseudonymous);
  yield '</main>\n<script type="application/json" id="data">';
  yield scriptJson(makePageData(table, text));
  yield `</script>\n<script>${script.code}</script>\n</body>\n</html>\n`;
}
