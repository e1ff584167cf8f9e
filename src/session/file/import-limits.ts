/**
 * What of a file of answers the course takes in. A file may be made or changed by anybody: what is longer than its field, more than its list
 * holds, or asked by nobody would fill the LMS, and the learner could not remove it again.
 */
import { textOf, type Answer, type Answers, type FieldId } from '../../course/answers.ts';
import type { OtherText } from '../copy/browser-copy.ts';
import { exercisesOf, type Course } from '../../course/course.ts';
import { allFieldsOf, definitionOf } from '../../course/fields.ts';
import { itemsOf } from '../../course/list-items.ts';
import type { SimpleField } from '../../fields/field.ts';
import type { ListField } from '../../fields/list/definition.ts';
import { LARGEST_MAX_LENGTH } from '../../fields/text/definition.ts';
import type { TreeField } from '../../fields/tree/definition.ts';

/** Letters of picked options or steps, of a date, of an item's position: ids that the course writes itself. */
const LONGEST_PICK = 2_000;
const LONGEST_POSITION = 100;
/** Answers to questions that the course does not ask: a whole list that was removed, sixty items with all that is asked of each, and more. */
const MOST_UNKNOWN = 1_000;
const ITEM = /^\w{1,20}$/;
/** Parts with dots between, as `fields.ts` makes them. */
const FIELD_ID = /^[a-z][\w-]*(\.[\w-]+)+$/i;
const LONGEST_ID = 250;

/** An answer that is not taken in. */
export interface UnfitAnswer {
  readonly field: FieldId;
  /** In UTF-16 units, as is the limit. */
  readonly length: number;
  /** Undefined where it does not fit whatever its length is: its list is full, or its id is none. */
  readonly limit?: number;
}

export interface SortedAnswers {
  /** Answers to the course's own questions. */
  readonly known: Answers;
  /** To questions that it does not ask, such as those of an earlier release. */
  readonly unknown: Answers;
  readonly unfit: readonly UnfitAnswer[];
}

interface ListLimits {
  /** By the ids of an item's fields. */
  readonly limits: ReadonlyMap<string, number>;
  /** Those that the list has room for. */
  readonly items: ReadonlySet<string>;
}

/** @param current texts that are there already fit, whatever their length */
export function sortAnswers(course: Course, current: Answers, imported: Answers): SortedAnswers {
  const limitOf = fieldLimits(course, imported);
  const known = new Map<FieldId, Answer>();
  const unknown = new Map<FieldId, Answer>();
  const unfit: UnfitAnswer[] = [];
  for (const [field, answer] of imported) {
    const { length } = answer.text;
    // A file takes nothing away: what was empty, or removed, when it was saved was written, or put back, since.
    if (length === 0 && textOf(current, field) !== '') continue;
    const limit = limitOf(field);
    if (current.get(field)?.text === answer.text) known.set(field, answer);
    else if (limit === 'full') unfit.push({ field, length });
    else if (limit !== undefined) {
      if (length <= limit) known.set(field, answer);
      else unfit.push({ field, length, limit });
    } else if (FIELD_ID.test(field) && field.length <= LONGEST_ID && length <= LARGEST_MAX_LENGTH && unknown.size < MOST_UNKNOWN) {
      unknown.set(field, answer);
    } else unfit.push({ field, length });
  }
  return { known, unknown, unfit };
}

/** Of other versions of answers those that the course's own questions have room for. */
export function fitting(course: Course, imported: Answers, others: readonly OtherText[]): OtherText[] {
  const limitOf = fieldLimits(course, new Map([...others, ...imported]));
  return others.filter(([field, { text }]) => text.length <= Number(limitOf(field) ?? 0));
}

/** @returns the letters that a field's text may have, `full` beyond the items of its list, undefined where the course has no such field */
function fieldLimits(course: Course, imported: Answers): (id: FieldId) => number | 'full' | undefined {
  const simple = new Map<FieldId, number>();
  const lists = new Map<FieldId, ListLimits>();
  for (const exercise of exercisesOf(course)) {
    for (const note of definitionOf(exercise).notes?.(exercise) ?? []) simple.set(note, LONGEST_POSITION);
  }
  for (const field of allFieldsOf(course)) {
    if (field.type !== 'list' && field.type !== 'tree') simple.set(field.id, limitOfField(field));
    else lists.set(field.id, { limits: limitsInItem(field), items: firstItems(field, imported) });
  }
  return (id) => {
    const parts = id.split('.');
    const listAbove = (levels: number): ListLimits | undefined => lists.get(parts.slice(0, -levels).join('.'));
    return simple.get(id) ?? limitInItem(listAbove(1), parts.at(-1)) ?? limitInItem(listAbove(2), parts.at(-2), parts.at(-1));
  };
}

/** @param local the field of the item; its position where it is left out */
function limitInItem(list: ListLimits | undefined, item = '', local?: string): number | 'full' | undefined {
  if (!list || !ITEM.test(item)) return undefined;
  const limit = local === undefined ? LONGEST_POSITION : list.limits.get(local);
  return limit === undefined || list.items.has(item) ? limit : 'full';
}

function limitsInItem(field: ListField | TreeField): ReadonlyMap<string, number> {
  const fields = field.type === 'list' ? field.fields : [field.node];
  return new Map(fields.map((one) => [one.id, limitOfField(one)]));
}

/** Those that the list holds, and removed ones, whose empty position keeps them removed. */
function firstItems({ id, maximum }: ListField | TreeField, imported: Answers): ReadonlySet<string> {
  const living = itemsOf(imported, id);
  const over = new Set(living.slice(maximum).map((item) => item.id));
  const items = [...imported.keys()].filter((field) => field.startsWith(`${id}.`)).map((field) => field.slice(id.length + 1).split('.')[0]);
  const kept = new Set(living.slice(0, maximum).map((item) => item.id));
  const removed = items.filter((item): item is string => item !== undefined && !kept.has(item) && !over.has(item));
  return new Set([...kept, ...removed.slice(0, maximum * 2)]);
}

function limitOfField(field: SimpleField): number {
  return field.type === 'text' ? field.maxLength : LONGEST_PICK;
}
