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

export function lineOf(text: string, line: number): LockLine | undefined {
  const removed = /^(.*) removed$/.exec(text)?.[1];
  const { kind, id, type, from } =
    /^(?<kind>part|class|field|option) (?<id>\S+)(?: (?<type>\S+))?(?: movedFrom (?<from>\S+))?$/.exec(removed ?? text)?.groups ?? {};
  if (kind === undefined || id === undefined || (kind === 'class' || kind === 'part') !== (type === undefined)) return undefined;
  const moved = {
    ...(from === undefined ? {} : { movedFrom: kind === 'option' ? `${id} ${from}` : from }),
    ...(removed === undefined ? {} : { removed: true as const }),
  };
  return kind === 'option'
    ? { kind, id: `${id} ${type ?? ''}`, line, ...moved }
    : { kind: kind as 'part' | 'class' | 'field', id, line, ...(type === undefined ? {} : { type }), ...moved };
}

/** An identifier as a line of the lock. */
export function written({ kind, id, type }: Identifier): string {
  return [kind, id, ...(type === undefined ? [] : [type])].join(' ');
}
