/** The lines that place the exercises of a chapter in its text, and what stands between them. */

export interface ExerciseLine {
  readonly id: string;
  /** Offsets of the line without its end. */
  readonly start: number;
  readonly end: number;
}

/** @param text of a chapter, without or with its front matter */
export function exerciseLines(text: string): ExerciseLine[] {
  return Array.from(text.matchAll(/^::: exercise\b(.*)$/gm), ({ 0: line, 1: rest = '', index }) => ({
    id: rest.trim(),
    start: index,
    end: index + line.length,
  }));
}

/** The stretches of text before, between and after the exercises: one more than there are exercises. */
export function stretchesIn(text: string): string[] {
  return text.split(/^::: exercise\b.*$/m);
}
