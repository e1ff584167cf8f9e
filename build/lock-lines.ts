/** The lines of `content/identifiers.lock`, read and written. */
import type { Identifier } from './identifiers.ts';

export interface LockLine extends Identifier {
  readonly line: number;
  /** The id that it had before; of an option with its field's id, like its own. */
  readonly movedFrom?: string;
  /** It was taken out of the content, and its author knows what that does to answers. */
  readonly removed?: true;
}

/** What tells identifiers apart. */
export function keyOf({ kind, id }: Identifier): string {
  return `${kind} ${id}`;
}

/** Without comments and empty lines. `line` is undefined where the text is no line of a lock. */
export function linesOf(lock: string): { readonly number: number; readonly text: string; readonly line: LockLine | undefined }[] {
  return lock
    .split('\n')
    .map((text, index) => ({ number: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map(({ number, text }) => ({ number, text, line: lineOf(text, number) }));
}

const LINE =
  /^(?<kind>course|name|part|exercise|class|field|option) (?<id>\S+)(?: (?<type>\S+))?(?<secret> private)?(?: movedFrom (?<from>\S+))?$/;

export function lineOf(text: string, line: number): LockLine | undefined {
  const removed = /^(.*) removed$/.exec(text)?.[1];
  const { kind, id, type, secret, from } = LINE.exec(removed ?? text)?.groups ?? {};
  if (!kind || !id || isTyped(kind) !== (type !== undefined)) return undefined;
  const isOption = kind === 'option';
  return {
    kind: kind as LockLine['kind'],
    ...(isOption ? { id: `${id} ${String(type)}` } : { id, ...(type && { type }) }),
    line,
    ...(secret && { isPrivate: true }),
    ...(from && { movedFrom: isOption ? `${id} ${from}` : from }),
    ...(removed !== undefined && { removed: true }),
  };
}

/** A field's line says its type, an option's which one it is, an exercise's in which part it is. */
const isTyped = (kind: string): boolean => kind === 'field' || kind === 'option' || kind === 'exercise';

/** An identifier as a line of the lock. */
export function written({ kind, id, type, isPrivate }: Identifier): string {
  return [kind, id, ...(type === undefined ? [] : [type]), ...(isPrivate ? ['private'] : [])].join(' ');
}

/** A line of a field that is known to be private from now on; every other letter of it stays. */
export function withPrivate(text: string): string {
  return text.replace(/^(\s*field \S+ \S+)/, '$1 private');
}
