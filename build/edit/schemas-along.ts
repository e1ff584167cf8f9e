/** What the schemas say of a value in a content file and of all that it stands in. */
import { chapterJsonSchema, courseJsonSchema, type JsonSchema } from '../content-schemas.ts';
import { branchOf, valueAt } from './new-value.ts';
import type { SourcePath } from './source-place.ts';

export interface SchemaAlong {
  /** Where it stands. */
  readonly path: SourcePath;
  readonly schema: JsonSchema;
  /** What the file has there; undefined where it has nothing. */
  readonly value: unknown;
}

/** What makes the course as a whole: an exercise, a class or a chapter is more than a line. */
export const WHOLES: ReadonlySet<string> = new Set(['exercises', 'classes', 'chapters', 'languages', 'programmes']);

/**
 * @param value what the file's YAML says: exercises are told apart by their kinds
 * @returns from the whole file down the path, as far as the schemas know it
 */
export function schemasAlong(file: string, path: SourcePath, value: unknown): SchemaAlong[] {
  let schema: JsonSchema | undefined = file.endsWith('.yaml') ? courseJsonSchema : chapterJsonSchema;
  let inner = value;
  const along: SchemaAlong[] = [{ path: [], schema, value }];
  for (const [index, step] of path.entries()) {
    inner = valueAt(inner, step);
    schema = typeof step === 'string' ? schema.properties?.[step] : branchOf(schema.items, inner);
    if (!schema) break;
    along.push({ path: path.slice(0, index + 1), schema, value: inner });
  }
  return along;
}
