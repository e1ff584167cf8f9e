/** A column map while somebody makes it: what each column was said to be, and what is still lacking. */
import type { LicenceCourse } from '../licence-course.ts';
import type { ColumnMap } from '../sources/column-map.ts';
import type { Meaning } from '../text/hr-page/hr-page-text.ts';
import type { Guess, MapColumn, ReportToMap } from './file-state.ts';

/** A meaning, or `class A1`. */
export type ColumnMeaning = Meaning | `class ${string}`;

const IDENTITY = ['name', 'firstName', 'lastName', 'email', 'employeeNumber', 'account', 'unit', 'manager'] as const;

export const MEANINGS: readonly Meaning[] = ['none', ...IDENTITY, 'begun', 'completed', 'item', 'itemDay', 'itemStatus'];

export interface MappingDraft {
  readonly columns: readonly MapColumn[];
  /** One a column. */
  readonly meanings: ColumnMeaning[];
  /** What each name of an achievement means: `completed` or a class; others mean nothing here. */
  readonly items: Map<string, string>;
  dayOrder: ColumnMap['dayOrder'];
  done: string;
  notDone: string;
}

/** Why a draft is no map yet. */
export type Lack =
  | { readonly kind: 'who' }
  | { readonly kind: 'what' }
  | { readonly kind: 'item' }
  | { readonly kind: 'twice'; readonly meaning: ColumnMeaning };

export function draftOf({ columns, guess }: ReportToMap): MappingDraft {
  const items = new Map<string, string>();
  for (const name of guess.item?.completed ?? []) items.set(name, 'completed');
  for (const [id, names] of Object.entries(guess.item?.classes ?? {})) for (const name of names) items.set(name, id);
  return { columns, meanings: columns.map(({ head }) => meaningOf(head, guess)), items, dayOrder: 'dmy', done: '', notDone: '' };
}

function meaningOf(head: string, guess: Guess): ColumnMeaning {
  const id = Object.entries(guess.classes ?? {}).find(([, name]) => name === head)?.[0];
  if (id !== undefined) return `class ${id}`;
  const { item } = guess;
  if (item?.column === head) return 'item';
  if (item?.day === head) return 'itemDay';
  if (item?.status === head) return 'itemStatus';
  return ([...IDENTITY, 'begun', 'completed'] as const).find((key) => guess[key] === head) ?? 'none';
}

/** The column that names achievements, where one was chosen. */
export function itemColumn({ columns, meanings }: MappingDraft): MapColumn | undefined {
  return columns[meanings.indexOf('item')];
}

export function lackOf({ meanings }: MappingDraft): Lack | undefined {
  const twice = meanings.find((meaning, index) => meaning !== 'none' && meanings.indexOf(meaning) !== index);
  if (twice) return { kind: 'twice', meaning: twice };
  const has = (...wanted: readonly ColumnMeaning[]): boolean => meanings.some((meaning) => wanted.includes(meaning));
  if (!has('name', 'lastName', 'email', 'employeeNumber', 'account')) return { kind: 'who' };
  if (!has('item') && has('itemDay', 'itemStatus')) return { kind: 'item' };
  if (!has('completed', 'item') && !meanings.some((meaning) => meaning.startsWith('class '))) return { kind: 'what' };
  return undefined;
}

/** Of a draft that lacks nothing. */
export function mapOf(draft: MappingDraft, course: LicenceCourse): ColumnMap {
  const head = (meaning: ColumnMeaning): string | undefined => draft.columns[draft.meanings.indexOf(meaning)]?.head;
  const pairs = [...IDENTITY, 'begun', 'completed'].flatMap((key) => {
    const found = head(key as Meaning);
    return found === undefined ? [] : [[key, found]];
  });
  const classes = course.classes.flatMap(({ id }) => {
    const found = head(`class ${id}`);
    return found === undefined ? [] : [[id, found]];
  });
  const item = head('item');
  return {
    ...(Object.fromEntries(pairs) as Partial<Record<(typeof IDENTITY)[number] | 'begun' | 'completed', string>>),
    ...(classes.length > 0 ? { classes: Object.fromEntries(classes) as Record<string, string> } : {}),
    ...(item === undefined ? {} : { item: itemOf(draft, item, head('itemDay'), head('itemStatus'), course) }),
    dayOrder: draft.dayOrder,
    done: wordsOf(draft.done),
    notDone: wordsOf(draft.notDone),
  };
}

function itemOf(
  { items }: MappingDraft,
  column: string,
  day: string | undefined,
  status: string | undefined,
  course: LicenceCourse,
): NonNullable<ColumnMap['item']> {
  const named = (meaning: string): string[] => [...items].filter(([, said]) => said === meaning).map(([name]) => name);
  const classes = course.classes.flatMap(({ id }) => (named(id).length > 0 ? [[id, named(id)] as const] : []));
  return {
    column,
    ...(day === undefined ? {} : { day }),
    ...(status === undefined ? {} : { status }),
    completed: named('completed'),
    ...(classes.length > 0 ? { classes: Object.fromEntries(classes) } : {}),
  };
}

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
