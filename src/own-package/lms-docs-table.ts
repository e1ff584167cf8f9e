/** The table of `docs/lms.md`, as Markdown. */
import { lmsAdvices } from './lms-advice.ts';

const HEADS = ['LMS', 'take', 'settings that matter', 'how sure'];
const TABLE = /^\|.*\|$(?:\n^\|.*\|$)*/m;

/** @returns the page with its table made anew @throws Error where the page has none */
export function withLmsTable(page: string): string {
  if (!TABLE.test(page)) throw new Error('docs/lms.md has no table: write a line “| LMS |” where it is to stand.');
  return page.replace(TABLE, () => table());
}

function table(): string {
  const rows = [
    HEADS,
    ...lmsAdvices.map(({ name, take, orTake, settings, sure, seen }) => [
      name.en,
      `\`${take}\`${orTake?.en ?? ''}`,
      settings.en,
      seen ? `${sure}: ${seen.en}` : sure,
    ]),
  ];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...others] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}
