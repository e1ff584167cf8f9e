/** The names of all kinds of exercise and types of field, in one order wherever their lines stand: what is written into files hangs on it. */
import * as kinds from '../src/exercises/kinds.ts';
import * as types from '../src/fields/field-types.ts';

export const everyKind: readonly string[] = Object.values(kinds)
  .map(({ kind }) => kind)
  .sort();

export const everyFieldType: readonly string[] = Object.values(types)
  .map(({ type }) => type)
  .sort();
