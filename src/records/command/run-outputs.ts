/** The outputs that a run's options name, each made when it is written. */
import type { CompletionTable } from '../people/completion-table.ts';
import { pseudonymised } from '../people/pseudonyms.ts';
import { csvChunks } from '../outputs/write-csv.ts';
import { htmlChunks, type PageSkin } from '../outputs/write-html.ts';
import { unitTables, type UnitTable } from '../outputs/unit-files.ts';
import { icsOf } from '../outputs/write-ics.ts';
import { jsonChunks } from '../outputs/write-json.ts';
import { xlsxOf } from '../outputs/write-xlsx.ts';
import { RecordsError } from '../records-error.ts';
import { outputsTextIn } from '../text/outputs/outputs-text.ts';
import type { Chunks, Output } from './output-files.ts';
import type { OutputKind, RunOptions } from './run-options.ts';
import type { Secrets } from './secrets.ts';
import { unitPath } from './unit-paths.ts';

/** In the order in which they are put in place. */
const KINDS: readonly OutputKind[] = ['csv', 'xlsx', 'json', 'html', 'ics'];

export async function outputsOf(options: RunOptions, whole: CompletionTable, secrets: Secrets): Promise<Output[]> {
  const { outputs, pseudonymous, language } = options;
  const table = pseudonymous ? await pseudonymised(whole, secrets.get('ASPA_PSEUDONYM_KEY'), outputsTextIn(language).otherUnits) : whole;
  // The page's writer brings a compiler along, which other outputs do without.
  const skin = outputs.html === undefined ? undefined : (await import('./page-skin.ts')).pageSkin();
  const tables: readonly WrittenTable[] = options.splitByUnit ? unitTables(table, outputsTextIn(language)) : [{ table }];
  const files = tables.flatMap((written) =>
    KINDS.flatMap((kind): Output[] => {
      const path = outputs[kind];
      if (path === undefined) return [];
      return [
        {
          path: written.fileName === undefined ? path : unitPath(path, written.fileName),
          chunks: () => chunksOf(kind, written, options, skin),
        },
      ];
    }),
  );
  const places = new Set(files.map(({ path }) => path.toLowerCase()));
  if (places.size < files.length) throw new RecordsError('usage', (text) => text.options.unitsSamePlace);
  return files;
}

/** A unit's table, or the whole one. */
type WrittenTable = Pick<UnitTable, 'table'> & Partial<UnitTable>;

function chunksOf(kind: OutputKind, { table, unit }: WrittenTable, options: RunOptions, skin: PageSkin | undefined): Chunks {
  const { pseudonymous, language, delimiter, bom } = options;
  const text = outputsTextIn(language);
  switch (kind) {
    case 'csv':
      return csvChunks(table, { text, delimiter, bom, pseudonymous });
    case 'xlsx':
      return xlsxOf(table, text, pseudonymous);
    case 'json':
      return jsonChunks(table, pseudonymous);
    case 'html':
      return skin ? htmlChunks(table, { text, pseudonymous, skin }) : [];
    case 'ics':
      return icsOf(table, { text, pseudonymous, ...(unit === undefined ? {} : { unit }) });
  }
}
