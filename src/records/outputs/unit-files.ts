/** A table for each unit, and what its files are called: a manager gets her own people and nobody else. */
import type { CompletionTable } from '../people/completion-table.ts';
import { rowsByUnit } from '../people/unit-summary.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';

export interface UnitTable {
  /** The unit's own name, or what stands for none. */
  readonly unit: string;
  /** Fit for a part of a file's name, and different from that of every other unit, also where letters' case does not count. */
  readonly fileName: string;
  readonly table: CompletionTable;
}

/** What some system has no place for in the name of a file: separators, wildcards, and what cannot be seen. */
const UNFIT = /[<>:"/\\|?*\p{C}\p{Zl}\p{Zp}]+/gu;
/** Octets of UTF-8: with what is put around it a name stays below the 255 that a disk takes. */
const LONGEST = 100;

/** In the order of the alphabet; those without a unit last. */
export function unitTables(table: CompletionTable, { noUnit }: OutputsText): UnitTable[] {
  const taken = new Set<string>();
  return rowsByUnit(table).map(([name, rows]) => {
    const unit = name ?? noUnit;
    const base = fitName(unit);
    let fileName = base;
    for (let number = 2; taken.has(fileName.toLowerCase()); number++) fileName = `${base} (${number})`;
    taken.add(fileName.toLowerCase());
    return { unit, fileName, table: { ...table, rows } };
  });
}

function fitName(unit: string): string {
  // One spelling of each letter: some disks take two spellings for two files, some for one.
  const fit = cut(unit.normalize('NFC').replace(UNFIT, '-').trim()).replace(/^[. ]+|[. ]+$/g, '');
  return fit === '' ? '-' : fit;
}

function cut(text: string): string {
  const encoder = new TextEncoder();
  let kept = '';
  let octets = 0;
  for (const letter of text) {
    octets += encoder.encode(letter).length;
    if (octets > LONGEST) break;
    kept += letter;
  }
  return kept;
}
