/**
 * A spreadsheet file (ECMA-376, SpreadsheetML) written row by row, so that a hundred thousand rows take no more memory than a hundred.
 * Just what the records need: texts, numbers, days, a frozen and bold head, a filter, column widths. On paper a sheet is landscape A4, one page
 * wide, with its head on every page.
 */
import { zipChunks } from './zip-file.ts';

export type XlsxCell = string | number | { readonly day: string } | { readonly text: string; readonly style: XlsxStyle } | undefined;

/** Fills of cells that should be seen. */
export type XlsxStyle = 'head' | 'good' | 'attention' | 'bad' | 'total';

export interface XlsxSheet {
  /** At most 31 characters, without []:*?/\. */
  readonly name: string;
  readonly heads: readonly string[];
  /** In characters, one for each head. */
  readonly widths: readonly number[];
  readonly rows: Iterable<readonly XlsxCell[]>;
  /** How many columns stay in sight when the sheet is moved sideways. */
  readonly frozenColumns: number;
}

/** Indexes of `cellXfs` in the styles below. */
const styles = { plain: 0, day: 1, head: 2, good: 3, attention: 4, bad: 5, total: 6 } as const;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The file in pieces, as they get ready. */
export function xlsxChunks(sheets: readonly XlsxSheet[]): Generator<Uint8Array> {
  const targets = sheets.map((_sheet, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]);
  return zipChunks([
    ['[Content_Types].xml', [contentTypes(sheets.length)]],
    ['_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]],
    ['xl/workbook.xml', [workbook(sheets)]],
    ['xl/_rels/workbook.xml.rels', [relationships([...targets, ['styles', 'styles.xml']])]],
    ['xl/styles.xml', [styleSheet]],
    ...sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet)] as const),
  ]);
}

function* worksheet({ heads, widths, rows, frozenColumns }: XlsxSheet): Generator<string> {
  const corner = `${columnName(frozenColumns)}2`;
  const split =
    frozenColumns > 0
      ? `xSplit="${frozenColumns}" ySplit="1" topLeftCell="${corner}" activePane="bottomRight"`
      : 'ySplit="1" topLeftCell="A2" activePane="bottomLeft"';
  yield (
    `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ${split} state="frozen"/></sheetView></sheetViews><cols>` +
    widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('') +
    '</cols><sheetData>' +
    rowXml(
      1,
      heads.map((text) => ({ text, style: 'head' as const })),
    )
  );
  let number = 1;
  let block = '';
  for (const row of rows) {
    block += rowXml(++number, row);
    if (block.length > 65_536) {
      yield block;
      block = '';
    }
  }
  yield `${block}</sheetData><autoFilter ref="A1:${columnName(heads.length - 1)}${number}"/>${onPaper}</worksheet>`;
}

/**
 * Margins in inches; as many pages long as it takes (`fitToHeight` 0; ECMA-376 part 1, 18.3.1.63). Below stand the sheet's name, the page and
 * the number of pages.
 */
const onPaper =
  '<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.6" header="0.3" footer="0.3"/>' +
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

function rowXml(number: number, row: readonly XlsxCell[]): string {
  let xml = `<row r="${number}">`;
  for (let column = 0; column < row.length; column++) {
    const cell = row[column];
    if (cell === undefined || cell === '') continue;
    const place = `r="${columnName(column)}${number}"`;
    if (typeof cell === 'number') xml += `<c ${place}><v>${cell}</v></c>`;
    else if (typeof cell === 'object' && 'day' in cell) xml += `<c ${place} s="${styles.day}"><v>${serialOf(cell.day)}</v></c>`;
    else
      xml += `<c ${place} s="${typeof cell === 'string' ? styles.plain : styles[cell.style]}" t="inlineStr"><is><t xml:space="preserve">${escaped(typeof cell === 'string' ? cell : cell.text)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

/** Days since 30 December 1899, as spreadsheets count them (ECMA-376 part 1, 18.17.4.1). */
function serialOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;
}

const columnNames: string[] = [];

function columnName(index: number): string {
  return (columnNames[index] ??=
    index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26));
}

/** A cell holds no more characters (ECMA-376; Excel's own limit). */
const MOST_CHARACTERS = 32_767;

/** XML 1.0 has no place for most control characters; half of a surrogate pair is dropped by the encoder's replacement. */
function escaped(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_sheet, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${parts.join('')}</Types>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`;
}

function workbook(sheets: readonly XlsxSheet[]): string {
  const list = sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`);
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${list.join('')}</sheets><definedNames>${sheets.map(headOnEveryPage).join('')}</definedNames></workbook>`;
}

/** The rows that a spreadsheet program repeats at the top of each page (ECMA-376 part 1, 18.2.5). */
function headOnEveryPage({ name }: XlsxSheet, index: number): string {
  return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${escaped(name.replaceAll("'", "''"))}'!$1:$1</definedName>`;
}

const fill = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
const format = (numFmtId: number, fontId: number, fillId: number): string =>
  `<xf numFmtId="${numFmtId}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0"${numFmtId ? ' applyNumberFormat="1"' : ''}${fontId ? ' applyFont="1"' : ''}${fillId ? ' applyFill="1"' : ''}/>`;

/** numFmtId 14 is the short date of whoever opens the file. */
const styleSheet = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="6"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E6ECF2')}${fill('E2F0E6')}${fill('FFF2CC')}${fill('FBE0DD')}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">${format(0, 0, 0)}${format(14, 0, 0)}${format(0, 1, 2)}${format(0, 0, 3)}${format(0, 0, 4)}${format(0, 0, 5)}${format(0, 1, 0)}</cellXfs></styleSheet>`;
