/** What the schemas allow an author to do with the list that a text stands in: how few and how many items, and what a new one is made of. */
import { chapterJsonSchema, courseJsonSchema, type JsonSchema } from '../content-schemas.ts';
import type { SourcePath } from './source-place.ts';

/** What makes the course as a whole: an exercise, a class or a chapter is more than a line (`npm run new`). */
const WHOLES = new Set(['exercises', 'classes', 'chapters', 'languages', 'programmes']);

/** A text that a new item needs, by its path in the item. */
export type TextSlot = readonly (string | number)[];

export interface ListShape {
  /** Where the list stands. */
  readonly path: SourcePath;
  readonly fewest: number;
  readonly most: number;
  readonly slots: readonly TextSlot[];
  /** Makes an item: `text` gives the text of a slot, `newId` an id for what stands under a label. */
  make(text: (slot: TextSlot) => string, newId: (label: string) => string): unknown;
}

/**
 * @param value what the file's YAML says: exercises are told apart by their kinds
 * @param language of a text that has a place for each
 * @returns the lists around a text that may be changed, the innermost first
 */
export function listsAround(file: string, path: SourcePath, value: unknown, language: string): ListShape[] {
  const lists: ListShape[] = [];
  let schema: JsonSchema | undefined = file.endsWith('.yaml') ? courseJsonSchema : chapterJsonSchema;
  let inner = value;
  for (const [index, step] of path.entries()) {
    if (!schema) break;
    inner = valueAt(inner, step);
    if (typeof step === 'string') {
      schema = schema.properties?.[step];
      continue;
    }
    const item: JsonSchema | undefined = branchOf(schema.items, inner);
    const name = path[index - 1];
    if (item && typeof name === 'string' && !WHOLES.has(name)) lists.unshift(shapeOf(schema, item, path.slice(0, index), language));
    schema = item;
  }
  return lists;
}

function shapeOf(list: JsonSchema, item: JsonSchema, path: SourcePath, language: string): ListShape {
  return {
    path,
    fewest: Math.max(1, list.minItems ?? 0),
    most: list.maxItems ?? Infinity,
    slots: slotsOf(item, [], language),
    make: (text, newId) => made(item, [], language, text, newId),
  };
}

/** An exercise is of one kind of many. */
function branchOf(schema: JsonSchema | undefined, value: unknown): JsonSchema | undefined {
  return schema?.oneOf?.find(({ properties }) => properties?.['kind']?.const === valueAt(value, 'kind')) ?? schema;
}

function valueAt(value: unknown, step: SourcePath[number]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof step === 'object') return Array.isArray(value) ? value.find((item: unknown) => valueAt(item, 'id') === step.id) : undefined;
  return (value as Partial<Record<string | number, unknown>>)[step];
}

/** A text for each language stands under its own. */
function isLocalText({ properties, required }: JsonSchema): boolean {
  return properties?.['fi'] !== undefined && (required ?? []).length === 0;
}

function slotsOf(schema: JsonSchema, path: TextSlot, language: string): TextSlot[] {
  if (schema.type === 'string') return path.at(-1) === 'id' ? [] : [path];
  if (schema.items) return slotsOf(schema.items, [...path, 0], language);
  if (isLocalText(schema)) return [[...path, language]];
  return (schema.required ?? []).flatMap((key) => slotsOf(schema.properties?.[key] ?? {}, [...path, key], language));
}

function made(
  schema: JsonSchema,
  path: TextSlot,
  language: string,
  text: (slot: TextSlot) => string,
  newId: (label: string) => string,
): unknown {
  if (schema.type === 'string') return text(path);
  if (schema.items) return [made(schema.items, [...path, 0], language, text, newId)];
  if (isLocalText(schema)) return { [language]: text([...path, language]) };
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(
    required.map((key) => {
      if (key !== 'id') return [key, made(properties[key] ?? {}, [...path, key], language, text, newId)];
      const [label] = slotsOf(schema, path, language);
      return [key, newId(label === undefined ? '' : text(label))];
    }),
  );
}
