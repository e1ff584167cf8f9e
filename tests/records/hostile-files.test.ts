/** Report files that somebody made to stop a job, or that a program wrote wrongly: each ends at once, in words that name the file. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync, Zip, ZipPassThrough, zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { inFolder, runInEnglish, startCli, type CliResult } from './run-cli.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEGABYTE = 2 ** 20;

function workbook(sheet: string, target = 'worksheets/sheet1.xml', more: Zippable = {}): Uint8Array {
  const xml = (text: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
  return zipSync({
    'xl/workbook.xml': xml(
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': xml(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="${target}"/></Relationships>`,
    ),
    [`xl/${target}`]: xml(sheet),
    ...more,
  });
}

function sheet(rows: string): string {
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`;
}

function cell(place: string, text: string): string {
  return `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

const heads = `<row r="1">${cell('A1', 'Nimi')}${cell('B1', 'Sähköpostiosoite')}${cell('C1', 'Suorituskerta')}${cell('D1', 'Aloitettu')}${cell('E1', 'Pisteet')}</row>`;
const learner = `<row r="2">${cell('A2', 'Aino')}${cell('B2', 'a@k.example')}${cell('C2', '1')}${cell('D2', '24.11.2026')}${cell('E2', '100')}</row>`;

async function read(name: string, content: Uint8Array | string): Promise<CliResult> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, name), content);
    return runInEnglish(['--file', join(folder, name), '--csv', '-', '--no-bom']);
  });
}

/** Changes a 32 bit field of the first part's entry in the directory, or of its local head. */
function withSize(archive: Uint8Array, part: string, size: number, where: 'directory' | 'local'): Uint8Array {
  const bytes = Buffer.from(archive);
  const signature = where === 'directory' ? 'PK\u0001\u0002' : 'PK\u0003\u0004';
  const [fieldAt, nameAt] = where === 'directory' ? [24, 46] : [22, 30];
  for (let at = bytes.indexOf(signature, 0, 'latin1'); at >= 0; at = bytes.indexOf(signature, at + 4, 'latin1'))
    if (bytes.toString('latin1', at + nameAt, at + nameAt + part.length) === part) bytes.writeUInt32LE(size, at + fieldAt);
  return bytes;
}

/** A workbook with more parts, each of so many megabytes and packed to a thousandth by Node, which is ten times faster at it. */
function bombs(...parts: readonly (readonly [path: string, megabytes: number])[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const files = [...Object.entries(unzipSync(workbook(sheet(heads)))), ...parts.map(([path, size]) => [path, blank(size)] as const)];
  for (const [path, bytes] of files) {
    const part = new DeflatedPart(path);
    zip.add(part);
    part.push(bytes, true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

class DeflatedPart extends ZipPassThrough {
  override compression = 8;

  protected override process(chunk: Uint8Array<ArrayBuffer>, isLast: boolean): void {
    this.ondata(null, deflateRawSync(chunk, { level: 1 }), isLast);
  }
}

function blank(megabytes: number): Uint8Array {
  return new Uint8Array(megabytes * MEGABYTE).fill(0x20);
}

test('a plain spreadsheet is read, with and without prefixes, from wherever its workbook says', async () => {
  for (const content of [
    workbook(sheet(heads + learner)),
    workbook(sheet(heads + learner), 'elsewhere/of its own.xml'),
    workbook(
      `<!-- <c r="XFD" -->${sheet(heads + learner)}`
        .replaceAll(/<(\/?)(row|c|is|t|worksheet|sheetData)(?=[ >])/g, '<$1x:$2')
        .replace('<!-- <x:c r="XFD" -->', ''),
    ),
    workbook(sheet(heads.replaceAll('"', "'") + learner)),
  ]) {
    const { code, out } = await read('r.xlsx', content);
    expect(code).toBe(0);
    expect(out).toContain('Aino;a@k.example;;Licence;2026-11-24;');
  }
});

test('rows and columns that are only formatted, down to the last of a sheet, are no cells', async () => {
  const styled = `<row r="3" spans="1:16384"><c r="A3" s="1"/><c r="XFD3" s="1"/></row><row r="1048576"><c r="XFD1048576" s="1"/></row>`;
  const { code, out } = await read('r.xlsx', workbook(sheet(heads + learner + styled)));
  expect(code).toBe(0);
  expect(out.trimEnd().split('\r\n')).toHaveLength(2);
});

describe('a spreadsheet that would take all the memory', () => {
  const far = (place: string): string => sheet(heads + `<row r="${/\d+/.exec(place)?.[0]}">${cell(place, 'x')}</row>`);
  test.each<[string, () => Uint8Array]>([
    ['a cell at XFD1048576', () => workbook(far('XFD1048576'))],
    ['a cell at XFD20000', () => workbook(far('XFD20000'))],
    ['a column that no spreadsheet has', () => workbook(far('ZZZ2'))],
    ['a row that no spreadsheet has', () => workbook(far('A4000000'))],
    ['a row element far below its cells', () => workbook(sheet(`${heads}<row r="1048576">${cell('XFD2', 'x')}</row>`))],
    ['empty rows without numbers', () => workbook(sheet(heads + '<row/>'.repeat(1_100_000)))],
    ['its far cell under a prefix', () => workbook(far('XFD1048576').replaceAll('<c ', '<x:c ').replaceAll('</c>', '</x:c>'))],
    ['its far cell behind another attribute', () => workbook(far('XFD1048576').replaceAll('<c r=', "<c s='>' r="))],
    ['its far sheet at another place', () => workbook(far('XFD1048576'), 'x/y.xml')],
    ['a part of 130 MB in a few hundred kB', () => bombs(['xl/sharedStrings.xml', 130])],
    ['ten parts of 13 MB', () => bombs(...Array.from({ length: 10 }, (_part, index) => [`xl/p${index}.xml`, 13] as const))],
    [
      'thousands of parts',
      () =>
        workbook(
          sheet(heads),
          undefined,
          Object.fromEntries(Array.from({ length: 3000 }, (_part, index) => [`xl/p${index}.xml`, new Uint8Array(0)])),
        ),
    ],
    [
      'a part that is larger than its directory says',
      () => withSize(bombs(['xl/sharedStrings.xml', 60]), 'xl/sharedStrings.xml', 1000, 'directory'),
    ],
  ])('%s: is refused before anything is built', async (_what, make) => {
    const content = make();
    const { code, out, err } = await read('suuri.xlsx', content);
    expect(code).toBe(6);
    expect(out).toBe('');
    expect(err).toMatch(/^Error: The file \S*suuri\.xlsx (reaches to row|unpacks to|has )/);
    expect(err).toContain('Download it again');
  });

  test('what is refused never has the memory: the job goes on in 300 MB', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'suuri.xlsx'), workbook(far('XFD1048576')));
      const { result } = startCli(['--language', 'en', '--file', join(folder, 'suuri.xlsx')], { NODE_OPTIONS: '--max-old-space-size=300' });
      const { code, err } = await result;
      expect(code).toBe(6);
      expect(err).toContain('reaches to row 1,048,576 and column 16,384; at most 16,000,000 cells in 16,384 columns are read.');
    });
  });
});

describe('a spreadsheet that is none', () => {
  const good = workbook(sheet(heads + learner));
  const deflated = deflateRawSync(Buffer.from('x'));
  test.each<[string, () => Uint8Array]>([
    ['cut in the middle', () => good.slice(0, good.length / 2)],
    ['without its directory', () => good.slice(0, good.lastIndexOf(0x01) - 40)],
    ['with a local head that says 4 GB', () => withSize(workbook(`<a>${sheet('')}`), 'xl/workbook.xml', 0xfffffff0, 'local')],
    ['with a directory that says less than there is', () => withSize(good, 'xl/workbook.xml', 10, 'directory')],
    ['with a directory that says more than there is', () => withSize(good, 'xl/workbook.xml', 100_000, 'directory')],
    ['a directory alone', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), good.slice(-22)])],
    ['other bytes under its name', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), deflated, Buffer.alloc(100)])],
    ['with a place that is written in entities', () => workbook(sheet(`${heads}<row r="2"><c r="&#88;FD1048576"><v>1</v></c></row>`))],
    ['with a row number like a power', () => workbook(sheet(`${heads}<row r="1e9"><c r="A2"><v>1</v></c></row>`))],
    ['with a cell whose tag never ends', () => workbook(sheet(`${heads}<row r="2"><c r="A2`))],
    ['without a sheet', () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })],
  ])('%s: is told so', async (_what, make) => {
    const { code, out, err } = await read('rikki.xlsx', make());
    expect(code).toBe(6);
    expect(out).toBe('');
    expect(err).toMatch(/^Error: (\S*rikki\.xlsx: The file cannot be read as an Excel file\.|The file \S*rikki\.xlsx has a part )/);
  });
});

describe('a text that would take all the memory', () => {
  test.each([
    ['tabs alone', '\t'.repeat(20 * MEGABYTE)],
    ['quoted cells without an end of the row', '"a";'.repeat(3 * MEGABYTE)],
    ['a row of a million cells after a good one', `Nimi;Sähköpostiosoite;Suorituskerta;Aloitettu;Pisteet\nAino${';x'.repeat(MEGABYTE)}\n`],
  ])('%s: is refused', async (_what, content) => {
    const { code, out, err } = await read('suuri.csv', content);
    expect(code).toBe(6);
    expect(out).toBe('');
    expect(err).toMatch(/^Error: The file \S*suuri\.csv has a row of more than the 16,384 cells that are read\./m);
  });

  test.skipIf(process.platform === 'win32')('a device without an end: is refused', async () => {
    const { code, err } = await runInEnglish(['--file', '/dev/zero']);
    expect(code).toBe(6);
    expect(err).toContain('The file /dev/zero is larger than the 256 MB that are read.');
  });

  test('thousands of heads, each as long as a book: the message can still be read', async () => {
    const { code, err } = await read('otsikot.csv', `${`${'sana '.repeat(2000)};`.repeat(300)}\nx\n`);
    expect(code).toBe(6);
    expect(err.length).toBeLessThan(2500);
    expect(err).toContain('… (288 more)');
  });
});
