/** The numbers of the house as they are printed. */
import type { Figure } from './figures.ts';

const MOST_PLACES = 20;

export function isBroken({ value, most = Infinity }: Figure): boolean {
  return value > most;
}

/** One line a number; below those that break their limit, where that is. */
export function reportOf(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures.flatMap((figure) => linesFor(figure, width)).join('\n');
}

function linesFor(figure: Figure, width: number): string[] {
  const { name, value, most, places = [] } = figure;
  const limit = most === undefined ? '' : isBroken(figure) ? `  more than ${most}` : `  (at most ${most})`;
  const line = `${name.padEnd(width)} ${String(value).padStart(7)}${limit}`;
  return [line, ...(isBroken(figure) ? places.slice(0, MOST_PLACES).map((place) => `    ${place}`) : [])];
}
