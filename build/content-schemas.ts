/** The form of the content's files as JSON Schemas (draft 2020-12), made of the schemas that the build checks them with. */
import * as z from 'zod';
import { chapterSchema, courseSchema } from './course-schema.ts';

/** As much of a JSON Schema as is made here. */
export interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
}

const AS_WRITTEN = { io: 'input', unrepresentable: 'any' } as const;

/** `course.yaml`. */
export const courseJsonSchema = z.toJSONSchema(courseSchema, AS_WRITTEN) as JsonSchema;
/** The front matter of a chapter. */
export const chapterJsonSchema = z.toJSONSchema(chapterSchema, AS_WRITTEN) as JsonSchema;
