/** What the schemas allow an author to do with the list that a text stands in: how few and how many items, and what a new one is made of. */
import { shapeOf, type Shape } from './new-value.ts';
import { schemasAlong, WHOLES } from './schemas-along.ts';
import type { SourcePath } from './source-place.ts';

export interface ListShape extends Shape {
  /** Where the list stands. */
  readonly path: SourcePath;
  readonly fewest: number;
  readonly most: number;
}

/**
 * @param value what the file's YAML says
 * @param language of a text that has a place for each
 * @returns the lists around a text that may be changed, the innermost first
 */
export function listsAround(file: string, path: SourcePath, value: unknown, language: string): ListShape[] {
  const along = schemasAlong(file, path, value);
  const lists = along.flatMap(({ path: at, schema }, depth): ListShape[] => {
    const item = along[depth + 1]?.schema;
    const name = at.at(-1);
    if (!item || typeof path[depth] === 'string' || typeof name !== 'string' || WHOLES.has(name)) return [];
    const { minItems = 0, maxItems = Infinity } = schema;
    return [{ path: at, fewest: Math.max(1, minItems), most: maxItems, ...shapeOf(item, language) }];
  });
  return lists.reverse();
}
