/**
 * Charts whose texts have room whatever font a machine has. Lines are SVG, drawn for a wide and for a narrow page, so that their text is never
 * scaled down; the room around them is measured in the page itself (`fit-charts.ts`). Bars are HTML.
 */
import { shortened } from '../counted.ts';
import { monthIn, type OutputsText } from '../text/outputs/outputs-text.ts';
import type { MonthFigures, UnitFigures } from '../people/unit-summary.ts';
import { escapeHtml } from './markup.ts';

const WIDTHS = { wide: 680, narrow: 316 } as const;

/** Units that the chart shows; the table has all. */
const CHART_UNITS = 20;
/** In letters: a name that goes on for lines is no name. */
const LONGEST_UNIT = 120;

interface Line {
  readonly label: string;
  readonly className: string;
  readonly values: readonly number[];
}

/** Licences and classes earned by the end of each month. */
export function progressChart(months: readonly MonthFigures[], classes: readonly string[], text: OutputsText): string {
  const only = months[0];
  // A line needs two ends: it begins where there was nothing yet.
  const points =
    months.length === 1 && only ? [{ month: monthBefore(only.month), licences: 0, byClass: new Map<string, number>() }, only] : months;
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return `<p class="quiet">${escapeHtml(text.page.progressEmpty)}</p>`;
  const lines: Line[] = [
    ...classes.map((id) => ({
      label: id,
      className: `class-${id.charAt(0).toLowerCase()}`,
      values: points.map(({ byClass }) => byClass.get(id) ?? 0),
    })),
    { label: text.columns.licence, className: 'licence', values: points.map(({ licences }) => licences) },
  ];
  const title = text.page.progressWords(monthIn(first.month, text), monthIn(last.month, text), number(last.licences, text));
  const names = points.map(({ month }) => monthIn(month, text));
  return both((width) => lineChart(width, title, lines, names, text));
}

function number(value: number, { language }: OutputsText): string {
  return value.toLocaleString(language);
}

function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7);
}

function lineChart(width: number, title: string, lines: readonly Line[], months: readonly string[], text: OutputsText): string {
  const most = niceMost(Math.max(1, ...lines.flatMap(({ values }) => values)));
  // Room for the longest number and for the names beside the lines, in most fonts.
  const [left, right, top, bottom] = [19 + 9 * number(most, text).length, 86, 12, 34];
  const height = 300;
  const x = (index: number): number => round(left + (months.length < 2 ? 0 : (index / (months.length - 1)) * (width - left - right)));
  const y = (value: number): number => round(top + (1 - value / most) * (height - top - bottom));
  const grid = evenSteps(most).map(
    (value) =>
      `<path class="grid" d="M${left} ${y(value)}H${width - right}"/><text class="tick" x="${left - 8}" y="${y(value) + 5}" text-anchor="end">${number(value, text)}</text>`,
  );
  const every = Math.max(1, Math.ceil(months.length / (width > 400 ? 8 : 3)));
  const ticks = months.flatMap((month, index) =>
    index % every === 0 ? [`<text class="tick month" x="${x(index)}" y="${height - 10}" text-anchor="middle">${month}</text>`] : [],
  );
  const ends = spread(
    lines.map(({ values }) => y(values.at(-1) ?? 0)),
    17,
    top + 4,
    height - bottom,
  );
  const drawn = lines.map(({ label, className, values }, index) => {
    const points = values.map((value, month) => `${x(month)} ${y(value)}`).join('L');
    const dot = `<circle class="dot ${className}" cx="${x(values.length - 1)}" cy="${y(values.at(-1) ?? 0)}" r="3.5"/>`;
    return `<path class="line ${className}" d="M${points}"/>${dot}<text class="end ${className}" x="${width - right + 9}" y="${(ends[index] ?? 0) + 5}">${escapeHtml(label)}</text>`;
  });
  return picture(width, height, title, [...grid, ...ticks, ...drawn].join(''));
}

/** The share of each unit's people with the licence, the largest units first. In HTML, where a long name gets a second line. */
export function unitChart(units: readonly UnitFigures[], text: OutputsText): string {
  const shown = largest(units);
  if (shown.length === 0) return `<p class="quiet">${escapeHtml(text.page.empty)}</p>`;
  const rows = shown.map(({ unit, people, valid }) => {
    const share = people === 0 ? 0 : valid / people;
    const name = `<span class="label">${escapeHtml(shortened(unit ?? text.unknownUnit, LONGEST_UNIT))}</span>`;
    const figure = `<span class="figure">${number(valid, text)} / ${number(people, text)}</span>`;
    // The width of a bar cannot be a style: the page's policy has none but its style sheet.
    const bar = `<svg viewBox="0 0 100 12" preserveAspectRatio="none"><rect class="track" width="100" height="12"/><rect class="bar" width="${round(100 * share)}" height="12"/></svg>`;
    return `<div>${name}${figure}${bar}</div>`;
  });
  return `<div class="bars" role="img" aria-label="${escapeHtml(text.page.unitsWords(shown.length))}">${rows.join('')}</div>`;
}

/** In the order of the alphabet, as the table has them. */
export function largest(units: readonly UnitFigures[]): UnitFigures[] {
  const kept = new Set([...units].sort((a, b) => b.people - a.people).slice(0, CHART_UNITS));
  return units.filter((unit) => kept.has(unit));
}

function both(draw: (width: number) => string): string {
  return `<div class="chart wide">${draw(WIDTHS.wide)}</div><div class="chart narrow">${draw(WIDTHS.narrow)}</div>`;
}

function picture(width: number, height: number, title: string, inside: string): string {
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}">${inside}</svg>`;
}

/** The next of 1, 2, 4, 5, 10 × a power of ten. */
function niceMost(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 10].map((step) => step * power).find((step) => step >= value) ?? value;
}

/** From 0 to `most` in five steps at most, each 1, 2 or 5 × a power of ten. */
function evenSteps(most: number): number[] {
  const isRound = (step: number): boolean => /^[125]0*$/.test(String(step));
  const steps = [5, 4, 2].find((count) => isRound(most / count)) ?? 1;
  return Array.from({ length: steps + 1 }, (_, index) => (index * most) / steps);
}

/** Moves labels apart that would lie on each other, as little as needed. */
function spread(places: readonly number[], distance: number, least: number, most: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let before = least - distance;
  for (const label of order) before = label.place = Math.max(label.place, before + distance);
  let after = most + distance;
  for (const label of order.reverse()) after = label.place = Math.min(label.place, after - distance);
  const moved = [...places];
  for (const { place, index } of order) moved[index] = place;
  return moved;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
