/** What a new value of the content is made of, by its schema: the texts that it needs, and the value itself. */
import type { JsonSchema } from '../content-schemas.ts';
import type { SourcePath } from './source-place.ts';

/** A text or a number that a new value needs, by its path in the value. */
export type TextSlot = readonly (string | number)[];

/** What an author can make more of. */
export interface Shape {
  readonly slots: readonly TextSlot[];
  /** `text` gives the text of a slot, `newId` an id for what stands under a label. */
  make(text: (slot: TextSlot) => string, newId: (label: string) => string): unknown;
}

/** @param language of a text that has a place for each */
export function shapeOf(schema: JsonSchema, language: string): Shape {
  return { slots: slotsOf(schema, [], language), make: (text, newId) => made(schema, [], { language, text, newId }) };
}

/** @param texts of the slots, in their order */
export function madeOf({ slots, make }: Shape, texts: readonly string[], newId: (label: string) => string): unknown {
  const bySlot = new Map(slots.map((slot, index) => [JSON.stringify(slot), (texts[index] ?? '').trim()]));
  return make((slot) => bySlot.get(JSON.stringify(slot)) ?? '', newId);
}

/** A text for each language stands under its own. */
function isLocalText({ properties, required }: JsonSchema): boolean {
  return properties?.['fi'] !== undefined && (required ?? []).length === 0;
}

/** An exercise is of one kind of many. */
export function branchOf(schema: JsonSchema | undefined, value: unknown): JsonSchema | undefined {
  return schema?.oneOf?.find(({ properties }) => properties?.['kind']?.const === valueAt(value, 'kind')) ?? schema;
}

export function valueAt(value: unknown, step: SourcePath[number]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (typeof step === 'object') return Array.isArray(value) ? value.find((item: unknown) => valueAt(item, 'id') === step.id) : undefined;
  return (value as Partial<Record<string | number, unknown>>)[step];
}

const isNumber = ({ type }: JsonSchema): boolean => type === 'integer' || type === 'number';

/** As few items as a list may have, and at least one. */
const numbersOf = ({ minItems = 1 }: JsonSchema): number[] => [...Array(Math.max(1, minItems)).keys()];

function slotsOf(schema: JsonSchema, path: TextSlot, language: string): TextSlot[] {
  const { items, properties = {}, required = [] } = schema;
  if (schema.type === 'string') return path.at(-1) === 'id' ? [] : [path];
  if (isNumber(schema)) return [path];
  if (items) return numbersOf(schema).flatMap((number) => slotsOf(items, [...path, number], language));
  if (isLocalText(schema)) return [[...path, language]];
  return required.flatMap((key) => slotsOf(properties[key] ?? {}, [...path, key], language));
}

interface Making {
  readonly language: string;
  readonly text: (slot: TextSlot) => string;
  readonly newId: (label: string) => string;
}

function made(schema: JsonSchema, path: TextSlot, making: Making): unknown {
  const { language, text, newId } = making;
  const { items, properties = {}, required = [] } = schema;
  if (schema.type === 'string') return text(path);
  if (isNumber(schema)) return numberOf(text(path));
  if (items) return numbersOf(schema).map((number) => made(items, [...path, number], making));
  if (isLocalText(schema)) return { [language]: text([...path, language]) };
  return Object.fromEntries(
    required.map((key) => {
      if (key !== 'id') return [key, made(properties[key] ?? {}, [...path, key], making)];
      const [label] = slotsOf(schema, path, language);
      return [key, newId(label === undefined ? '' : text(label))];
    }),
  );
}

/** What is no number stays as it was written, and the checks tell what is wrong with it. */
function numberOf(text: string): number | string {
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
