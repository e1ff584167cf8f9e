/**
 * What a kind of exercise is, but for how it is drawn: one object a kind, in the kind's own folder beside its schema and its element. Rules,
 * reports, the build and the shell ask these objects (`course/fields.ts`, `course/completion-rules.ts`) and know no kind by its name. No DOM here.
 */
import type * as z from 'zod';
import type { Answers, FieldId } from '../course/answers.ts';
import type { Need } from '../course/completion-rules.ts';
import type { Programme } from '../course/course.ts';
import type { Written, WrittenPart } from '../fields/field-type.ts';
import type { Field, SimpleField } from '../fields/field.ts';

/** What every exercise has, as `shared/schema-keys.ts` reads it. */
export interface ExerciseBase {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** The title with soft hyphens in its long words, for a heading on the page; absent where the title has none. */
  readonly hyphenatedTitle?: string;
  /** Why the exercise matters, in one sentence. */
  readonly why: string;
  /** What to do: HTML made at build from our own Markdown. */
  readonly task: string;
  /** How long it takes. */
  readonly minutes?: number;
  /** The classes that are earned by it; empty for the induction guide. */
  readonly classes: readonly string[];
}

/** What a schema reads, as the course holds it: nothing in it is ever changed. */
export type FromSchema<Schema extends z.ZodType> = ReadOnly<z.output<Schema>>;

/** An exercise of the course, out of the schema of its kind. */
export type ExerciseOf<Schema extends z.ZodType> = FromSchema<Schema> & Pick<ExerciseBase, 'hyphenatedTitle'>;

type ReadOnly<T> = T extends readonly (infer Item)[]
  ? readonly ReadOnly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: ReadOnly<T[Key]> }
    : T;

/** What a kind is asked when it says what is still needed. */
export interface Asked {
  readonly fields: readonly Field[];
  /** What its required fields need, in the order of the questions. */
  readonly needs: readonly Need[];
  readonly answers: Answers;
}

export interface ExerciseDefinition<E extends ExerciseBase> {
  /** The name by which content asks for it; also the name of its folder, and of its element with `aspa-` before it. */
  readonly kind: E['kind'];
  /** Its picture or table may grow wider than a column of text. */
  readonly wide?: boolean;
  /** Each item of its list says which classes it touches, and a class needs one that touches it. */
  readonly itemsTouchClasses?: boolean;
  /** All that it asks, in the order in which it is asked. */
  fields(exercise: E, course: { readonly programmes: readonly Programme[] }): Field[];
  /** What is still needed, where that is not just what its fields need. */
  needs?(exercise: E, asked: Asked): readonly Need[];
  /** What a step of it is called, by its id within the exercise, for kinds whose steps the content names. */
  stepName?(exercise: E, local: string): string | undefined;
  /** What the workbook shows of it, where that is not its fields one after the other. */
  written?(exercise: E, answers: Answers, write: (field: SimpleField) => Written): readonly WrittenPart[];
  /** Fields that it writes itself and asks nobody. */
  notes?(exercise: E): readonly FieldId[];
}
