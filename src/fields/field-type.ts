/**
 * What a type of field is, but for how it is drawn: one object a type, in the type's own folder. Rules, reports, the workbook, statements and
 * the build ask these objects (`field.ts`) and know no type by its name. No DOM here.
 */
import type { Answers, FieldId } from '../course/answers.ts';
import type { Need } from '../course/completion-rules.ts';
import type { Option } from '../course/course.ts';
import type { SimpleField } from './field.ts';

export interface FieldBase {
  readonly type: string;
  readonly id: FieldId;
  readonly label: string;
  /** Needed to be done with the exercise. */
  readonly required: boolean;
  /** Never leaves the learner's own state: left out of the reports (reported-answers.ts, a list's own text) and of what statements say of the course. */
  readonly private: boolean;
  /** Asked only while this option of this choice is picked; the answer stays, for when it is picked again. */
  readonly askedWith?: { readonly choice: FieldId; readonly option: string };
}

/** A field whose items the learner adds. */
export interface CompositeBase extends FieldBase {
  /** Most items. */
  readonly maximum: number;
}

/** An answer as a trainer reads it. */
export interface Reported {
  readonly type: 'text' | 'choice' | 'likert';
  /** Free text, or option ids; empty where nothing is written. */
  readonly response: readonly string[];
  readonly options?: readonly { readonly id: string; readonly label: string }[];
}

/** A question with what the learner wrote, as plain text for reading. */
export interface Written {
  readonly field: FieldId;
  readonly label: string;
  /** With line breaks as they were written; `''` where there is nothing. */
  readonly answer: string;
  readonly private: boolean;
}

export interface WrittenNode {
  readonly text: string;
  readonly nodes: readonly WrittenNode[];
}

/** What an exercise holds, for reading: questions, lists of entries, trees. */
export type WrittenPart =
  | ({ readonly type: 'answer' } & Written)
  | { readonly type: 'entries'; readonly label: string; readonly entries: readonly (readonly Written[])[] }
  | { readonly type: 'tree'; readonly branches: readonly { readonly label: string; readonly nodes: readonly WrittenNode[] }[] };

/** A type that holds one text. */
export interface SimpleDefinition<F extends FieldBase> {
  readonly type: F['type'];
  readonly inner?: never;
  /** What the learner is asked to do where it is empty. */
  readonly need: 'answer' | 'choose';
  isFilled(field: F, answers: Answers): boolean;
  /** What its text names by ids. */
  options?(field: F): readonly Option[];
  /** The answer in words. @param dayText a day in the reader's language */
  words(field: F, answers: Answers, dayText: (day: string) => string): string;
  report(field: F, answers: Answers): Reported;
  /** Letters of its text. @param longest that is written in a text field, as far as it takes them; Infinity: whatever may be written or picked */
  letters(field: F, longest: number): number;
  /** Properties of its element that follow from the field. */
  properties?(field: F): Readonly<Record<string, unknown>>;
}

/** What a composite type may ask about the fields of its items. */
export interface InnerFields {
  isFilled(field: SimpleField, answers: Answers): boolean;
  needs(field: SimpleField, answers: Answers): Need[];
  words(field: SimpleField, answers: Answers): string;
}

/** A type whose items the learner adds (`course/list-items.ts`). */
export interface CompositeDefinition<F extends CompositeBase> {
  readonly type: F['type'];
  /** The fields of each item, their ids local to it. */
  inner(field: F): readonly SimpleField[];
  /** What an item's position names by ids. */
  options?(field: F): readonly Option[];
  needs(field: F, answers: Answers, inner: InnerFields): Need[];
  /** All of it in words, as a trainer reads it; private fields are left out. */
  text(field: F, answers: Answers, inner: InnerFields): string;
  /** For the workbook; undefined where it may stay empty and is. */
  written(field: F, answers: Answers, write: (field: SimpleField) => Written): WrittenPart | undefined;
}

/** A text as a response: none where there is only white space. */
export function filled(text: string): string[] {
  return text.trim() === '' ? [] : [text];
}

export function labelOf(options: readonly Option[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? id;
}
