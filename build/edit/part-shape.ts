/** What the schemas let an author add to what a text stands in, and take away again: a hint, an example, a comparison, a sheet for a talk. */
import type { JsonSchema } from '../content-schemas.ts';
import { isLocalText, shapeOf, type Shape } from './new-value.ts';
import { schemasAlong, WHOLES, type SchemaAlong } from './schemas-along.ts';
import type { SourcePath } from './source-place.ts';

/** Keys whose texts are ids, rules and addresses, and no words. */
const NO_WORDS: ReadonlySet<string> = new Set([...WHOLES, 'sign', 'answersOf', 'earnedBy']);

export interface PartShape extends Shape {
  /** What has the part, or may have it. */
  readonly holder: SourcePath;
  readonly key: string;
  readonly isThere: boolean;
  /** The text stands in it. */
  readonly isAround: boolean;
  /** All keys that the holder may have, in the order of the schema. */
  readonly order: readonly string[];
}

/**
 * @param value what the file's YAML says
 * @param language of a text that has a place for each
 * @returns the parts of what holds the text, and those that the text stands in, the innermost first
 */
export function partsAround(file: string, path: SourcePath, value: unknown, language: string): PartShape[] {
  const holders = schemasAlong(file, path, value).filter(isHolder).reverse();
  return holders.flatMap((holder, index) => {
    const next = path[holder.path.length];
    return partsOf(holder, language, next).filter(({ isAround }) => isAround || index === 0);
  });
}

function isHolder({ schema, value, path }: SchemaAlong): boolean {
  const isThere = typeof value === 'object' ? value !== null : typeof value === 'string';
  return schema.properties !== undefined && isThere && !isLocalText(schema) && (path.length > 0 || isChapter(schema));
}

/** Of `course.yaml` as a whole the settings are no texts on the page. */
const isChapter = ({ properties }: JsonSchema): boolean => properties?.['exercises'] !== undefined;

function partsOf({ path, schema, value }: SchemaAlong, language: string, next: SourcePath[number] | undefined): PartShape[] {
  const { properties = {}, required = [] } = schema;
  const order = Object.keys(properties);
  return order.flatMap((key): PartShape[] => {
    const shape = shapeOf(properties[key] ?? {}, language);
    if (required.includes(key) || NO_WORDS.has(key) || !hasWords(properties[key] ?? {})) return [];
    const isThere = typeof value === 'object' && value !== null && key in value;
    return [{ holder: path, key, isThere, isAround: isThere && key === next, order, ...shape }];
  });
}

function hasWords(schema: JsonSchema): boolean {
  if (schema.type === 'string') return true;
  return [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])].some(hasWords);
}
