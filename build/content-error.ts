/**
 * What is wrong in the content, told to its author: a library worker who knows no programming. So the words are Finnish, every mistake
 * says where it is and what to write instead, and all of them come at once.
 */
import { say } from './say.ts';

export interface ContentMistake {
  /** Path from the content folder, with slashes: `fi/03-b.md`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** What is wrong, in a sentence. */
  readonly what: string;
  /** What to write instead, in a sentence. */
  readonly instead: string;
}

/** Thrown by `readCourse` with every mistake of every file. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly mistakes: readonly ContentMistake[];

  constructor(mistakes: readonly ContentMistake[], options?: ErrorOptions) {
    const sorted = [...mistakes].sort(byPlace);
    super(`${heading(sorted.length)}\n\n${sorted.map(describe).join('\n\n')}\n`, options);
    this.mistakes = sorted;
  }
}

function heading(count: number): string {
  return count === 1
    ? say`Sisällössä on yksi virhe. Korjaa se ja aja ”npm run build” uudelleen.`
    : say`Sisällössä on ${count} virhettä. Korjaa ne ja aja ”npm run build” uudelleen.`;
}

/** @returns a mistake as it is shown: its place, what it is, what to do */
export function describe({ file, line, column, what, instead }: ContentMistake): string {
  return `${file}:${line}:${column}\n  ${what}\n  → ${instead}`;
}

function byPlace(a: ContentMistake, b: ContentMistake): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
