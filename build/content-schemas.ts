/** The form of the content's files as JSON Schemas (draft 7, which editors know best), made of the schemas that the build checks them with. */
import * as z from 'zod';
import type { EditorHints } from '../src/exercises/shared/schema-keys.ts';
import { chapterSchema, courseSchema } from './course-schema.ts';

/** As much of a JSON Schema as is made here. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
}

const AS_WRITTEN = { io: 'input', unrepresentable: 'any', target: 'draft-7' } as const;

/** `course.yaml`. */
export const courseJsonSchema = z.toJSONSchema(courseSchema, AS_WRITTEN) as JsonSchema;
/** The front matter of a chapter. */
export const chapterJsonSchema = z.toJSONSchema(chapterSchema, AS_WRITTEN) as JsonSchema;

/** The name of the schema of `course.yaml`, which the file itself names for editors. */
export const COURSE_SCHEMA = 'course.schema.json';

/** The files for editors, by their names in the folder `schemas`. */
export const schemaFiles: Readonly<Record<string, JsonSchema>> = {
  [COURSE_SCHEMA]: forEditors(courseJsonSchema, 'course.yaml'),
  'chapter.schema.json': forEditors(chapterJsonSchema, 'Front matter of a chapter'),
};

export function schemaText(schema: JsonSchema | undefined): string {
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** The comment by which a YAML file names its schema to editors (yaml-language-server). */
export function schemaComment(path: string): string {
  return `# yaml-language-server: $schema=${path}\n`;
}

function forEditors(schema: JsonSchema, title: string): JsonSchema {
  const { $schema, ...rest } = withShortForms(schema) as JsonSchema;
  return { ...($schema === undefined ? {} : { $schema }), title, ...rest };
}

/** The schema in which what may be written shorter may be so (`EditorHints`). */
function withShortForms(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withShortForms);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { alsoWritten, ...rest } = schema as EditorHints & JsonSchema;
  const whole = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, withShortForms(value)])) as JsonSchema;
  if (alsoWritten === undefined) return whole;
  const { description, ...long } = whole;
  const short = alsoWritten === 'text' ? { type: 'string', minLength: 1 } : long.items;
  return { ...(description === undefined ? {} : { description }), anyOf: [short, long] };
}
