/**
 * Where an id of an earlier release is now, by the lines of the lock that say `movedFrom`. An id can move again in each release, and what
 * belongs to it moves along: the options of a question, the items of a list and the questions in them.
 */
import { note } from '../src/course/answers.ts';
import type { MovedIds } from '../src/course/moved-ids.ts';
import { hasItems } from '../src/fields/field.ts';
import type { Identifier } from './identifiers.ts';
import { keyOf, type LockLine } from './lock-lines.ts';

export class Moves {
  readonly #lines: readonly LockLine[];
  /** One step: new ids by the keys of old ones. */
  readonly #next = new Map<string, string>();

  constructor(lines: readonly LockLine[]) {
    this.#lines = lines;
    for (const { kind, id, movedFrom } of lines) if (movedFrom !== undefined) this.#next.set(keyOf({ kind, id: movedFrom }), id);
  }

  /** Where the id is after all moves; the same id where it never moved. */
  currentOf(identifier: Identifier): Identifier {
    return { ...identifier, id: this.#namesAfter(identifier).at(-1) ?? identifier.id };
  }

  /** The ids that it had later, in their order. */
  #namesAfter(identifier: Identifier): readonly string[] {
    const passed = new Set<string>();
    for (let next = this.#step(identifier); next !== undefined && !passed.has(next); next = this.#step({ ...identifier, id: next })) {
      passed.add(next);
    }
    return [...passed];
  }

  #step({ kind, id }: Identifier): string | undefined {
    const next = this.#next.get(keyOf({ kind, id }));
    if (next !== undefined || kind === 'class' || kind === 'part') return next;
    const [field = '', option] = id.split(' ');
    const along = option === undefined ? this.#withList(field) : (this.#next.get(`field ${field}`) ?? this.#withList(field));
    return along === undefined || option === undefined ? along : `${along} ${option}`;
  }

  /** The id of an item (`list.*`) or of a question in it (`list.*.id`), where its list has moved. */
  #withList(id: string): string | undefined {
    const [, list, rest] = /^(.+)(\.\*.*)$/.exec(id) ?? [];
    const moved = list === undefined ? undefined : this.#next.get(`field ${list}`);
    return moved === undefined || rest === undefined ? undefined : moved + rest;
  }

  /** For the course: each id that it once had and has under another name now, older ones first. */
  get movedIds(): MovedIds {
    const fields: Record<string, string> = {};
    const options: Record<string, Record<string, string>> = {};
    const parts: Record<string, string> = {};
    const movesOf = (former: Identifier): number => this.#namesAfter(former).length;
    // The lines of a lock stand in any order.
    const formers = this.#lines.flatMap(idsOnceOf).sort((one, other) => movesOf(other) - movesOf(one));
    for (const former of formers) {
      const { kind, id } = this.currentOf(former);
      if (id === former.id) continue;
      if (kind === 'field') fields[former.id] = id;
      // The first that it had: under that its package is known.
      if (kind === 'part' && !Object.hasOwn(parts, id)) parts[id] = former.id;
      if (kind === 'class') for (const noteOf of [note.earned, note.filed]) fields[noteOf(former.id)] = noteOf(id);
      if (kind !== 'option') continue;
      const [field = '', option = ''] = id.split(' ');
      const formerly = former.id.split(' ')[1] ?? '';
      if (formerly !== option) options[field] = { ...options[field], [formerly]: option };
    }
    return { fields, options, ...(Object.keys(parts).length === 0 ? {} : { parts }) };
  }
}

/** What a line names: its id, the one before, and the items of both where it is a list. */
function idsOnceOf({ kind, id, type, movedFrom }: LockLine): Identifier[] {
  const ids = movedFrom === undefined ? [id] : [movedFrom, id];
  const items = kind === 'field' && type !== undefined && hasItems(type) ? ids.map((list) => `${list}.*`) : [];
  return [...ids, ...items].map((each) => ({ kind, id: each }));
}
