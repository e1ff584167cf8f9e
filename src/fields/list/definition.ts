import type { Answers, FieldId } from '../../course/answers.ts';
import type { Need } from '../../course/completion-rules.ts';
import { itemFieldId, itemsOf } from '../../course/list-items.ts';
import type { CompositeBase, CompositeDefinition, InnerFields } from '../field-type.ts';
import type { SimpleField } from '../field.ts';

/** Items that the learner adds; the ids of `fields` are local to an item. */
export interface ListField extends CompositeBase {
  readonly type: 'list';
  readonly fields: readonly SimpleField[];
  /** Fewest items to be done. */
  readonly minimum: number;
}

/** Most items that a list takes: what an LMS can still hold. */
export const LIST_MAXIMUM = 60;

export const list: CompositeDefinition<ListField> = {
  type: 'list',
  inner: ({ fields }) => fields,
  needs: listNeeds,
  text: (field, answers, inner) =>
    itemsOf(answers, field.id)
      .map((item) =>
        field.fields
          .filter((own) => !own.private)
          .map((own) => ({ label: own.label, words: inner.words(inItem(field.id, item.id, own), answers).trim() }))
          .filter(({ words }) => words !== '')
          .map(({ label, words }) => `${label}: ${words}`)
          .join('; '),
      )
      .filter((words) => words !== '')
      .map((words, index) => `${index + 1}) ${words}`)
      .join('\n'),
  written(field, answers, write) {
    const items = itemsOf(answers, field.id);
    if (items.length === 0 && !field.required) return undefined;
    const rows = items.map(({ id }) => field.fields.map((own) => write(inItem(field.id, id, own))));
    // All entries have the same questions, as the rows of a table: an optional one is left out where no entry answers it.
    const isShown = (own: SimpleField, column: number): boolean => own.required || rows.some((row) => row[column]?.answer !== '');
    const entries = rows.map((row) => row.filter((_, column) => isShown(field.fields[column] as SimpleField, column)));
    return { type: 'entries', label: field.label, entries };
  },
};

export function listField(id: FieldId, label: string, minimum: number, fields: readonly SimpleField[]): ListField {
  return {
    type: 'list',
    id,
    label,
    required: minimum > 0,
    private: fields.every((field) => field.private),
    fields,
    minimum,
    maximum: LIST_MAXIMUM,
  };
}

/** The same field as it stands in one item of a list. */
export function inItem<F extends SimpleField>(listId: FieldId, item: string, field: F): F {
  return { ...field, id: itemFieldId(listId, item, field.id) };
}

/** Items in which every required field is answered. */
export function completeItems(field: ListField, answers: Answers, { isFilled }: Pick<InnerFields, 'isFilled'>): string[] {
  return itemsOf(answers, field.id)
    .map(({ id }) => id)
    .filter((item) => field.fields.every((own) => !own.required || isFilled(inItem(field.id, item, own), answers)));
}

/** While items are missing: what lacks in those that were begun, then how many more to add. */
function listNeeds(field: ListField, answers: Answers, inner: InnerFields): Need[] {
  const complete = new Set(completeItems(field, answers, inner));
  const missing = field.minimum - complete.size;
  if (missing <= 0) return [];
  const items = itemsOf(answers, field.id);
  const begun = items.filter(({ id }) => !complete.has(id)).slice(0, missing);
  const more = missing - begun.length;
  const empty = items.length === 0 ? { empty: true as const } : {};
  return [
    ...begun.flatMap(({ id }) => field.fields.flatMap((own) => inner.needs(inItem(field.id, id, own), answers))),
    ...(more > 0 ? [{ kind: 'items', field: field.id, label: field.label, count: more, ...empty } as const] : []),
  ];
}
