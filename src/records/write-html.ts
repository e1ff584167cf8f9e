import type { CompletionTable } from './completion-table.ts';
import type { RecordsText } from './text/records-text.ts';
export function* htmlChunks(_t: CompletionTable, _x: RecordsText, _p: boolean): Generator<string> {
  yield '';
}
