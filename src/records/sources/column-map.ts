/** The small file that says which column of a report is what, for LMSs whose reports are not known. */
import { parse } from 'yaml';
import { z } from 'zod';
import { identityColumns, type IdentityColumn } from './column-heads.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { RecordsError } from '../records-error.ts';
import type { OutputsText } from '../text/outputs/outputs-text.ts';
import { headsFrom, type ReportFile } from './report-file.ts';

const head = z.string().min(1).optional();

export const columnMapSchema = z.strictObject({
  name: head,
  firstName: head,
  lastName: head,
  email: head,
  employeeNumber: head,
  account: head,
  unit: head,
  manager: head,
  begun: head,
  completed: head,
  classes: z.record(z.string(), z.string().min(1)).optional(),
  item: z
    .strictObject({
      column: z.string().min(1),
      day: head,
      status: head,
      completed: z.array(z.string()).optional(),
      classes: z.record(z.string(), z.array(z.string())).optional(),
    })
    .optional(),
  dayOrder: z.enum(['dmy', 'mdy']).default('dmy'),
  done: z.array(z.string()).default([]),
  notDone: z.array(z.string()).default([]),
});

export type ColumnMap = z.infer<typeof columnMapSchema>;

/**
 * @param text of a file such as `map.yaml`
 * @param path for messages
 * @throws RecordsError usage, where it is not understood
 */
export function parseColumnMap(text: string, path: string, course: LicenceCourse): ColumnMap {
  const wrong = (reason: string, cause?: unknown): RecordsError =>
    new RecordsError('usage', `The column map ${path} is not understood: ${reason}`, 'Mend it, or delete it to get a new starting point.', {
      cause,
    });
  let map: ColumnMap;
  try {
    map = columnMapSchema.parse(withoutEmpty(parse(text)));
  } catch (error) {
    throw wrong(error instanceof z.ZodError ? z.prettifyError(error).replaceAll('\n', ' ') : String((error as Error).message), error);
  }
  const classes = [...Object.keys(map.classes ?? {}), ...Object.keys(map.item?.classes ?? {})];
  const unknown = classes.filter((id) => !course.classes.some((known) => known.id === id));
  if (unknown.length > 0) throw wrong(`the course has no class ${unknown.join(', ')}.`);
  if (!map.email && !map.employeeNumber && !map.account && !map.name && !map.lastName)
    throw wrong('no column says who (email, employeeNumber, account or name).');
  if (!map.completed && !map.item && classes.length === 0) throw wrong('no column says what was earned (completed, classes or item).');
  return map;
}

/** Keys with nothing after them are as good as left out. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== null && inner !== '');
  const cleaned = kept.map(([key, inner]) => [key, withoutEmpty(inner)] as const);
  return Object.fromEntries(cleaned.filter(([, inner]) => typeof inner !== 'object' || inner === null || Object.keys(inner).length > 0));
}

/** The report from those heads on that look most like heads: above them there may be a title, below them are people. */
export function guessedHeads(file: ReportFile): Promise<ReportFile> {
  const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;
  return headsFrom(file, (rows) => rows.map(filled).indexOf(Math.max(...rows.map(filled))));
}

const IDENTITY_KEYS = ['name', 'firstName', 'lastName', 'email', 'employeeNumber', 'account', 'unit', 'manager'] as const;

type Guess = Pick<ColumnMap, IdentityColumn | 'begun' | 'completed' | 'classes'>;

/** Which heads seem to be what: whoever knows the report has the last word. */
export function guessedMap(heads: readonly string[], course: LicenceCourse): Guess {
  const identity = identityColumns(heads);
  const found = (pattern: RegExp): string | undefined => heads.find((text) => pattern.test(text));
  const [begun, completed] = [found(/aloit|started|begun|påbörja/i), found(/suorit|complet|valmistu|slutför/i)];
  const classes = course.classes.flatMap(({ id }): [string, string][] => {
    const head = found(new RegExp(`(^|[^\\p{L}\\d])${id}([^\\p{L}\\d]|$)`, 'iu'));
    return head === undefined ? [] : [[id, head]];
  });
  return {
    ...(Object.fromEntries([...identity].map(([column, index]) => [column, heads[index] ?? ''])) as Pick<Guess, IdentityColumn>),
    ...(begun === undefined ? {} : { begun }),
    ...(completed === undefined ? {} : { completed }),
    ...(classes.length > 0 ? { classes: Object.fromEntries(classes) } : {}),
  };
}

/** A map to start from: what the heads themselves tell is filled in, the rest is left to be written. */
export function startingPoint(heads: readonly string[], course: LicenceCourse, { columnMap: words }: OutputsText): string {
  const guess = guessedMap(heads, course);
  const quoted = (text: string | undefined): string => (text === undefined ? '' : ` ${JSON.stringify(text)}`);
  return [
    `# ${words.intro}`,
    ...heads.filter((text) => text !== '').map((text) => `# - ${text}`),
    '',
    `# ${words.who}`,
    ...IDENTITY_KEYS.map((key) => `${key}:${quoted(guess[key])}`),
    '',
    `# ${words.what}`,
    `begun:${quoted(guess.begun)}`,
    `completed:${quoted(guess.completed)}`,
    'classes:',
    ...course.classes.map(({ id, title }) => `  ${id}:${quoted(guess.classes?.[id])} # ${title}`),
    '',
    `# ${words.item}`,
    '# item:',
    `#   column: ${words.itemColumn}`,
    `#   day: ${words.itemDay}`,
    `#   status: ${words.itemStatus}`,
    `#   completed: [${course.title}]`,
    '#   classes:',
    ...course.classes.slice(0, 2).map(({ id, title }) => `#     ${id}: [${JSON.stringify(title)}]`),
    '',
    `# ${words.dayOrder}`,
    'dayOrder: dmy',
    `# ${words.done}`,
    'done: []',
    `# ${words.notDone}`,
    'notDone: []',
    '',
  ].join('\n');
}
