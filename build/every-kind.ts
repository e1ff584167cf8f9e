/** The names of all kinds of exercise, in one order wherever their lines stand: what is written into files hangs on it. */
import * as kinds from '../src/exercises/kinds.ts';

export const everyKind: readonly string[] = Object.values(kinds)
  .map(({ kind }) => kind)
  .sort();
