/** The keys that an author writes, read off a schema. */
import * as z from 'zod';
import { comparison, option, question, scale } from '../../src/exercises/shared/schema-keys.ts';

export interface SchemaKey {
  /** `log.add` is the key `add` of `log`. */
  readonly key: string;
  /** Where the key that it stands below is there. */
  readonly required: boolean;
}

/** What the guides tell once for all kinds; of these only further keys are named. A question has all keys of an option, so it comes first. */
const WHOLES = [question, scale, comparison, option].map((schema) => Object.keys(schema.shape));

export function keysOf(schema: z.ZodType): SchemaKey[] {
  const { shape } = unwrapped(schema);
  return Object.entries(shape ?? {}).flatMap(([key, value]) => {
    const inner = keysBelow(key, value);
    const own = { key, required: isRequired(value) };
    // A mapping that has to be there says nothing that its keys do not say.
    return isPlainMapping(value) && own.required ? inner : [own, ...inner];
  });
}

function keysBelow(key: string, value: z.ZodType): SchemaKey[] {
  const { shape } = unwrapped(value);
  if (!shape) return [];
  const whole = wholeOf(shape);
  const own = Object.entries(shape).filter(([name]) => !whole?.includes(name));
  return keysOf(z.object(Object.fromEntries(own))).map((each) => ({ ...each, key: `${key}.${each.key}` }));
}

function isPlainMapping(value: z.ZodType): boolean {
  const { shape } = unwrapped(value);
  return shape !== undefined && wholeOf(shape) === undefined;
}

function wholeOf(shape: Readonly<Record<string, z.ZodType>>): readonly string[] | undefined {
  return WHOLES.find((keys) => keys.every((key) => key in shape || key === 'id'));
}

interface Definition {
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly in?: z.ZodType;
  readonly out?: z.ZodType;
}

/** Through lists, defaults and changes of form, down to an object, where there is one. */
function unwrapped(schema: z.ZodType): { readonly shape?: Readonly<Record<string, z.ZodType>> } {
  if (schema instanceof z.ZodObject) return { shape: schema.shape as Readonly<Record<string, z.ZodType>> };
  const { innerType, element, in: before, out: after } = schema.def as Definition;
  const [inner] = [innerType, element, before instanceof z.ZodTransform ? after : before].filter((each) => each !== undefined);
  return inner ? unwrapped(inner) : {};
}

/** A bare label stands for a question too: what is asked is never left out. */
function isRequired(schema: z.ZodType): boolean {
  return !(schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodOptional);
}
