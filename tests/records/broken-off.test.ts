/** Files that end in the middle of a row, as a download that breaks off leaves them: what is missing is never missing in silence. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';

const HEADS = 'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore';
const AINO = 'Aino\taino@k.example\t1\t2026-11-24\t2026-11-24\t100';
const BROKEN =
  /^Warning: \S+( Aspa-ajokortti\.txt|staff\.csv): The last row of the file breaks off\. It is left out, and more rows may be missing\. Download/m;

interface Files {
  readonly report: string | Uint8Array;
  readonly map?: string;
  readonly staff?: string;
}

function read({ report, map, staff }: Files): Promise<CliResult & { names: (string | undefined)[] }> {
  return inFolder(async (folder) => {
    const [file, columns, people] = [join(folder, 'ASPA Aspa-ajokortti.txt'), join(folder, 'map.yaml'), join(folder, 'staff.csv')];
    await writeFile(file, report);
    if (map !== undefined) await writeFile(columns, map);
    if (staff !== undefined) await writeFile(people, staff);
    const more = [...(map === undefined ? [] : ['--columns', columns]), ...(staff === undefined ? [] : ['--people', people])];
    const result = await runInEnglish(['--file', file, '--csv', '-', '--no-bom', ...more]);
    const names = result.out
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(';')[0]);
    return { ...result, names };
  });
}

describe('a report whose last row breaks off', () => {
  test.each<[string, string]>([
    ['after the name', 'Väinö'],
    ['within the address', 'Väinö\tvaino@k.ex'],
    ['before the score', 'Väinö\tvaino@k.example\t1\t2026-11-24\t2026-11-24'],
  ])('%s: the row is left out, and that is told', async (_where, row) => {
    const { code, err, names } = await read({ report: `${HEADS}\n${AINO}\n${row}` });
    expect(code).toBe(8);
    expect(err).toMatch(BROKEN);
    expect(names).toEqual(['Aino']);
  });

  test('in UTF-16 and with a title above its heads: the same', async () => {
    const report = Buffer.from(
      '\uFEFFSuoritukset 24.11.2026\r\nNimi;Sähköposti;A1;A2\r\nAino;a@k.example;Kyllä;Kyllä\r\nVäinö;v@k.ex',
      'utf16le',
    );
    const { code, err, names } = await read({ report, map: 'name: Nimi\nemail: Sähköposti\nclasses: { A1: A1, A2: A2 }\n' });
    expect(code).toBe(8);
    expect(err).toMatch(BROKEN);
    expect(names).toEqual(['Aino']);
  });

  test.each<[string, string]>([
    ['without a line break, but with all its cells', `${HEADS}\n${AINO}`],
    ['with fewer cells and a line break, as some programs write what is empty at its end', `${HEADS}\n${AINO.replace('\t100', '')}\n`],
    ['of spaces alone', `${HEADS}\n${AINO}\n  `],
  ])('%s: is whole', async (_what, report) => {
    const { code, err, names } = await read({ report });
    expect(code).toBe(0);
    expect(err).not.toContain('breaks off');
    expect(names).toEqual(['Aino']);
  });
});

test('a list of people whose last row breaks off makes nobody of half a row', async () => {
  const staff = 'henkilönumero;nimi;sähköposti;yksikkö\n1;Aino;aino@k.example;Muurame\n2;Väinö;vaino@k';
  const { code, err, names } = await read({ report: `${HEADS}\n${AINO}\n`, staff });
  expect(code).toBe(8);
  expect(err).toMatch(BROKEN);
  expect(names).toEqual(['Aino']);
});
