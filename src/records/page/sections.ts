/** The sections of HR's page as markup: figures, charts with their tables, and the table of people. Every text of others is escaped. */
import { midnightOf } from '../../course/rule-periods.ts';
import { licenceRuleOf, roleOf } from '../../course/licence-rule.ts';
import { titleIn, type LicenceCourse } from '../licence-course.ts';
import { fromFile, inexact } from '../outputs/output-columns.ts';
import type { CompletionTable } from '../people/completion-table.ts';
import { STATUSES, type LicenceStatus } from '../people/licence-status.ts';
import { figuresByMonth, figuresOf, type UnitFigures } from '../people/unit-summary.ts';
import { monthIn, type OutputsText } from '../text/outputs/outputs-text.ts';
import { largest, progressChart, unitChart } from './charts.ts';
import { knowsUnits } from './make-page-data.ts';
import { escapeHtml } from './markup.ts';
import { sign } from './signs.ts';

export function summary(table: CompletionTable, text: OutputsText): string {
  const all = figuresOf(table, undefined, table.rows);
  const tiles = statusesOf(table).map(
    (status) => `<li><b>${number(all.byStatus[status], text)}</b>${escapeHtml(text.status[status] ?? status)}</li>`,
  );
  const rule = licenceRuleOf(table.course, midnightOf(table.asOf));
  const classes = table.course.classes.map((one) => {
    const { id } = one;
    const earned = text.page.of(number(all.byClass.get(id) ?? 0, text), number(all.people, text));
    return `<li>${sign(id)}<div>${id} <span${spoken(one, table, text)}>${escapeHtml(titleIn(one, text.language))}</span><br><b>${earned}</b> <span class="quiet">${text.page.role[roleOf(rule, id)]}</span></div></li>`;
  });
  return `<section aria-labelledby="summary">
<h2 id="summary">${escapeHtml(text.page.summary)}</h2>
<ul class="tiles"><li><b>${number(all.people, text)}</b>${escapeHtml(text.columns.people)}</li>${tiles.join('')}</ul>
<ul class="classes">${classes.join('')}</ul>
${table.withoutClasses > 0 ? `<p class="quiet">${escapeHtml(text.page.classesUnknown(number(table.withoutClasses, text)))}</p>\n` : ''}</section>`;
}

export function charts(table: CompletionTable, units: readonly UnitFigures[], text: OutputsText): string {
  const months = figuresByMonth(table);
  const ids = table.course.classes.map(({ id }) => id);
  const { page, columns } = text;
  const hidden = units.length - largest(units).length;
  const expiring = table.validFor !== undefined;
  const monthTable = figureTable(
    page.progress,
    [columns.month, columns.licence, ...ids],
    months.map(({ month, licences, byClass }) => [monthIn(month, text), licences, ...byClass.values()]),
    text,
  );
  const statuses = statusesOf(table);
  const unitTable = figureTable(
    page.units,
    [columns.unit, columns.people, ...statuses.map((status) => text.status[status] ?? status), ...ids],
    units.map(({ unit, people, byStatus, byClass }) => [
      unit ?? text.unknownUnit,
      people,
      ...statuses.map((status) => byStatus[status]),
      ...byClass.values(),
    ]),
    text,
  );
  return `<section class="charts">
<section aria-labelledby="progress"><h2 id="progress">${escapeHtml(page.progress)}</h2><p class="quiet">${escapeHtml(page.progressHelp(expiring))}</p>
${progressChart(months, ids, text)}${months.length > 0 ? monthTable : ''}</section>
${
  knowsUnits(table)
    ? `<section aria-labelledby="units"><h2 id="units">${escapeHtml(page.units)}</h2><p class="quiet">${escapeHtml(page.unitsHelp(expiring))}${hidden > 0 ? ` ${escapeHtml(page.unitsMore(number(hidden, text)))}` : ''}</p>
${unitChart(units, text)}${unitTable}</section>
`
    : ''
}</section>`;
}

function figureTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  text: OutputsText,
): string {
  const head = heads.map((name) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const body = rows.map(([first, ...figures]) => {
    const cells = figures.map((value) => `<td>${typeof value === 'number' ? number(value, text) : escapeHtml(value)}</td>`);
    return `<tr><th scope="row">${escapeHtml(String(first))}</th>${cells.join('')}</tr>`;
  });
  return `<details><summary>${escapeHtml(text.page.figures)}<span class="heard">: ${escapeHtml(caption)}</span></summary>
<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(text.page.figuresOf(caption))}"><table class="figures"><caption class="heard">${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table></div></details>`;
}

export function peopleSection(table: CompletionTable, units: readonly UnitFigures[], text: OutputsText, pseudonymous: boolean): string {
  const { page, columns } = text;
  const { classes } = table.course;
  const sortable = (key: string, head: string): string =>
    `<th scope="col" role="columnheader"><button type="button" data-sort="${key}">${escapeHtml(head)}</button></th>`;
  const heads = [
    sortable('name', pseudonymous ? columns.pseudonym : columns.name),
    ...(knowsUnits(table) ? [sortable('unit', columns.unit)] : []),
    sortable('status', columns.status),
    ...classes.map(({ id }, index) => sortable(`c${index}`, id)),
    sortable('licence', columns.licence),
    ...(table.validFor ? [sortable('expires', columns.expires)] : []),
  ];
  const unitOptions = units.map(({ unit }) => option(`=${unit ?? ''}`, unit ?? text.unknownUnit));
  const statusOptions = statusesOf(table).map((status) => option(status, text.status[status] ?? status));
  const classOptions = classes.map((one, index) =>
    option(String(index), `${one.id} ${titleIn(one, text.language)}`, spoken(one, table, text)),
  );
  const select = (id: string, label: string, any: string, options: readonly string[]): string =>
    `<div><label for="${id}">${escapeHtml(label)}</label><select id="${id}">${option('', any)}${options.join('')}</select></div>`;
  return `<section id="people-section" aria-labelledby="people-head">
<h2 id="people-head">${escapeHtml(page.people)}</h2>
<noscript><p>${escapeHtml(page.noScript)}</p></noscript>
<div class="filters" role="search" aria-labelledby="people-head">
<div class="wide-field"><label for="search">${escapeHtml(page.search)}</label><small id="search-help">${escapeHtml(pseudonymous ? page.searchPseudonyms : page.searchHelp)}</small><input id="search" type="search" autocomplete="off" aria-describedby="search-help"></div>
${knowsUnits(table) ? select('unit', columns.unit, page.anyUnit, unitOptions) : ''}
${select('status', columns.status, page.anyStatus, statusOptions)}
${select('lacks', page.lacks, page.lacksNothing, classOptions)}
<button type="button" class="button" id="clear">${escapeHtml(page.clear)}</button>
<button type="button" class="button" id="print">${escapeHtml(page.print)}</button>
</div>
${table.rows.some((row) => inexact(row, text) !== '') ? `<p class="quiet">${escapeHtml(page.latestNote)}</p>` : ''}
${table.rows.some((row) => fromFile(row, text) !== '') ? `<p class="quiet">${escapeHtml(page.fromFileNote)}</p>` : ''}
<p id="shown" class="screen" role="status"></p>
<table id="table" role="table" aria-labelledby="people-head"><thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead><tbody id="people" role="rowgroup"></tbody></table>
<nav id="pages" aria-label="${escapeHtml(page.pages)}" hidden><button type="button" class="button" id="previous">${escapeHtml(page.previous)}</button><button type="button" class="button" id="next">${escapeHtml(page.next)}</button></nav>
</section>
`;
}

/** The course's own texts are in its own language. */
function spoken({ titles }: LicenceCourse['classes'][number], { course }: CompletionTable, { language }: OutputsText): string {
  return course.language === language || titles?.[language] !== undefined ? '' : ` lang="${escapeHtml(course.language)}"`;
}

function option(value: string, label: string, attributes = ''): string {
  return `<option value="${escapeHtml(value)}"${attributes}>${escapeHtml(label)}</option>`;
}

function statusesOf({ validFor }: CompletionTable): LicenceStatus[] {
  return STATUSES.filter((status) => validFor || !status.startsWith('expir'));
}

function number(value: number, { language }: OutputsText): string {
  return value.toLocaleString(language);
}
