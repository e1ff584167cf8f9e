/** The first sheet of an XLSX as rows of texts. Sizes are looked at before the library that reads sheets sees anything. */
import { strFromU8, strToU8, zipSync } from 'fflate';
import { MOST_PARTS, MOST_UNPACKED_BYTES } from './report-limits.ts';
import { checkSheetExtent } from './sheet-extent.ts';
import { unpackZip } from './zip-archive.ts';

export interface FirstSheet {
  readonly rows: AsyncIterable<string[]>;
  /** How many more sheets have something in them. */
  readonly others: number;
}

const WORKSHEET = /^[^]{0,1000}?<(?:[\w.-]+:)?worksheet[\s>]/;
const FILLED_CELL = /<(?:[\w.-]+:)?c\s[^>]*[^/>]>/;

/** @throws TooMuch where it is too large; Error where it is no spreadsheet */
export async function readFirstSheet(bytes: Uint8Array): Promise<FirstSheet> {
  const parts = unpackZip(bytes, (name) => /\.(xml|rels)$/i.test(name), { parts: MOST_PARTS, bytes: MOST_UNPACKED_BYTES });
  let filled = 0;
  for (const [name, content] of parts) {
    if (!name.endsWith('.xml')) continue;
    const xml = strFromU8(content);
    checkSheetExtent(xml);
    if (WORKSHEET.test(xml) && FILLED_CELL.test(xml)) filled++;
  }
  // The library reads a ZIP by other marks than its directory: it gets the parts that were looked at, packed anew.
  const checked = zipSync(Object.fromEntries([...parts].map(([name, content]) => [name, [withPlainEpoch(name, content), { level: 0 }]])));
  // Only now: most runs read no spreadsheet, and its reader is large.
  const { readSheet } = await import('read-excel-file/universal');
  return { rows: rowsOf(await readSheet(checked.slice().buffer)), others: Math.max(0, filled - 1) };
}

/**
 * Whether days are counted from 1904 on, the library sees in one of the two spellings of a yes alone (ECMA-376 part 1, 18.2.28: a boolean): by the
 * other one all days would be four years too early.
 */
function withPlainEpoch(name: string, content: Uint8Array): Uint8Array {
  const said = name === 'xl/workbook.xml' ? /\sdate1904\s*=\s*["']true["']/.exec(strFromU8(content)) : null;
  if (!said) return content;
  return strToU8(strFromU8(content).replace(said[0], said[0].replace('true', '1')));
}

/** XLSX keeps days without a zone: a Date from it is read in UTC. */
async function* rowsOf(cells: readonly (readonly unknown[])[]): AsyncIterable<string[]> {
  for (const row of cells)
    yield row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 19).replace('T', ' ') : cell === null ? '' : String(cell)));
}
