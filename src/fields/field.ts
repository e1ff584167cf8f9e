/** What can be asked of any field, whatever its type: each answer comes from the definition of that type. */
import { isAnswered, pickedOf, type Answers } from '../course/answers.ts';
import type { Need } from '../course/completion-rules.ts';
import type { Option } from '../course/course.ts';
import { itemsOf } from '../course/list-items.ts';
import { filled, type CompositeDefinition, type InnerFields, type Reported, type SimpleDefinition } from './field-type.ts';
import { completeItems as completeItemsOf, type ListField } from './list/definition.ts';
import * as types from './field-types.ts';

type Definition = (typeof types)[keyof typeof types];
type SimpleOf<D> = D extends SimpleDefinition<infer F> ? F : never;
type CompositeOf<D> = D extends CompositeDefinition<infer F> ? F : never;

/** A field that holds one text. */
export type SimpleField = SimpleOf<Definition>;
/** A field whose items the learner adds. */
export type CompositeField = CompositeOf<Definition>;
export type Field = SimpleField | CompositeField;

type AnySimple = SimpleDefinition<SimpleField>;
type AnyComposite = CompositeDefinition<CompositeField>;

const DEFINITIONS = new Map<string, AnySimple | AnyComposite>(
  Object.values(types).map((definition) => [definition.type, definition as AnySimple | AnyComposite]),
);

const simple = ({ type }: SimpleField): AnySimple => DEFINITIONS.get(type) as AnySimple;
const composite = ({ type }: CompositeField): AnyComposite => DEFINITIONS.get(type) as AnyComposite;

/** Whether the learner adds the items of fields of this type. */
export function hasItems(type: string): boolean {
  return DEFINITIONS.get(type)?.inner !== undefined;
}

export function isComposite(field: Field): field is CompositeField {
  return hasItems(field.type);
}

/** The fields of an item, their ids local to it; none where the field has no items. */
export function innerOf(field: Field): readonly SimpleField[] {
  return isComposite(field) ? composite(field).inner(field) : [];
}

/** The options, steps or branches that answers name by their ids. */
export function optionsOf(field: Field): readonly Option[] {
  return (isComposite(field) ? composite(field).options?.(field) : simple(field).options?.(field)) ?? [];
}

function isFilled(field: SimpleField, answers: Answers): boolean {
  return simple(field).isFilled(field, answers);
}

/** True where the learner has written or picked anything in it. */
export function isBegun(field: Field, answers: Answers): boolean {
  return isComposite(field) ? itemsOf(answers, field.id).length > 0 : isAnswered(answers, field.id);
}

/** Whether the learner is asked the question at all, by what she has picked before it. */
export function isAsked({ askedWith }: Field, answers: Answers): boolean {
  return !askedWith || pickedOf(answers, askedWith.choice).includes(askedWith.option);
}

/** What the field still needs, where it is needed at all. */
export function fieldNeeds(field: Field, answers: Answers): Need[] {
  if (!field.required) return [];
  if (isComposite(field)) return composite(field).needs(field, answers, INNER);
  return isFilled(field, answers) ? [] : [{ kind: simple(field).need, field: field.id, label: field.label }];
}

/** The answer in words, options by their labels. @param dayText a day in the reader's language */
export function wordsOf(field: SimpleField, answers: Answers, dayText = (day: string): string => day): string {
  return simple(field).words(field, answers, dayText);
}

/** The answer as a trainer reads it. */
export function reportOf(field: Field, answers: Answers): Reported {
  if (isComposite(field)) return { type: 'text', response: filled(composite(field).text(field, answers, INNER)) };
  const report = simple(field).report(field, answers);
  return isAsked(field, answers) ? report : { ...report, response: [] };
}

/** Items of a list in which every required field is answered. */
export function completeItems(field: ListField, answers: Answers): string[] {
  return completeItemsOf(field, answers, INNER);
}

/** Letters of its text, at most or as people usually write. */
export function lettersOf(field: SimpleField, longest: number): number {
  return simple(field).letters(field, longest);
}

/** Properties of its element that follow from the field. */
export function propertiesOf(field: SimpleField): Readonly<Record<string, unknown>> {
  return simple(field).properties?.(field) ?? {};
}

/** The same field with another fewest number of items; unchanged where that is no list that has to be filled. */
export function withMinimum(field: Field, minimum: number): Field {
  return field.type === 'list' && field.required ? { ...field, minimum } : field;
}

export const writtenIn: AnyComposite['written'] = (field, answers, write) => composite(field).written(field, answers, write);

const INNER: InnerFields = { isFilled, needs: fieldNeeds, words: (field, answers) => wordsOf(field, answers) };
