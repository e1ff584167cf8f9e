/** What the page knows of the files that were given to it: their states, and the columns that somebody names. Files themselves are the worker's. */
import type { ColumnMap } from '../sources/column-map.ts';
import type { FileState, ReportToMap } from './file-state.ts';
import { draftOf, type Lack, type MappingDraft } from './mapping-draft.ts';

interface Given {
  /** Of the file itself, to notice one that is given twice. */
  readonly mark: string;
  readonly state: FileState;
  readonly draft?: MappingDraft;
  readonly lack?: Lack;
  /** The map by which it was read. */
  readonly map?: ColumnMap;
}

/** A report whose columns are being named. */
export interface Mapping {
  readonly id: number;
  readonly name: string;
  readonly draft: MappingDraft;
  readonly lack: Lack | undefined;
}

export class GivenFiles {
  readonly #given = new Map<number, Given>();
  #nextId = 1;

  get states(): FileState[] {
    return [...this.#given.values()].map(({ state }) => state);
  }

  get mappings(): Mapping[] {
    return [...this.#given].flatMap(([id, { state, draft, lack }]) => (draft ? [{ id, name: state.name, draft, lack }] : []));
  }

  /** @returns its number, or undefined where the same file was given before */
  add({ name, size, lastModified }: File): number | undefined {
    const mark = `${name} ${size} ${lastModified}`;
    if ([...this.#given.values()].some((other) => other.mark === mark)) return undefined;
    const id = this.#nextId++;
    this.#given.set(id, { mark, state: { id, name, outcome: { kind: 'reading', rows: 0 } } });
    return id;
  }

  /** @returns false where it was taken away meanwhile */
  note(state: FileState): boolean {
    const given = this.#given.get(state.id);
    if (!given) return false;
    const { draft, lack: _lack, ...rest } = given;
    const { outcome } = state;
    if (outcome.kind !== 'to-map') this.#given.set(state.id, { ...rest, state });
    else if (draft && hasColumns(draft, outcome)) this.#given.set(state.id, { ...given, state });
    else this.#given.set(state.id, { ...rest, state, draft: draftOf(outcome) });
    return true;
  }

  /** Its reading begins anew. */
  reread(id: number, { forgetMap }: { readonly forgetMap: boolean }): boolean {
    const given = this.#given.get(id);
    if (!given) return false;
    const { map, ...rest } = given;
    const state: FileState = { ...given.state, outcome: { kind: 'reading', rows: 0 } };
    this.#given.set(id, { ...rest, state, ...(map && !forgetMap ? { map } : {}) });
    return true;
  }

  setLack(id: number, lack: Lack | undefined): void {
    const given = this.#given.get(id);
    if (!given) return;
    const { lack: _before, ...rest } = given;
    this.#given.set(id, lack ? { ...rest, lack } : rest);
  }

  mapOf(id: number): ColumnMap | undefined {
    return this.#given.get(id)?.map;
  }

  setMap(id: number, map: ColumnMap): void {
    const given = this.#given.get(id);
    if (given) this.#given.set(id, { ...given, map });
  }

  remove(id: number): void {
    this.#given.delete(id);
  }
}

/** The report was looked at again, as at every change of a setting: what somebody has said of its columns stays. */
function hasColumns(draft: MappingDraft, { columns }: ReportToMap): boolean {
  return JSON.stringify(draft.columns) === JSON.stringify(columns);
}
