/** The small file that says which column of a report is what, for LMSs whose reports are not known. */
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { ColumnMapProblem } from './column-map-problem.ts';
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

/** A column map that is not understood. */
export class ColumnMapError extends RecordsError {
  constructor(
    path: string,
    readonly problem: ColumnMapProblem,
    options?: ErrorOptions,
  ) {
    super('usage', ({ report, columns }) => [report.wrongMap(path, problem), columns.mend], options);
  }
}

/**
 * @param text of a file such as `map.yaml`
 * @param path for messages
 * @throws ColumnMapError
 */
export function parseColumnMap(text: string, path: string, course: LicenceCourse): ColumnMap {
  const wrong = (problem: ColumnMapProblem): ColumnMapError => new ColumnMapError(path, problem);
  let map: ColumnMap;
  try {
    map = columnMapSchema.parse(withoutEmpty(parse(text)));
  } catch (error) {
    throw new ColumnMapError(path, problemIn(error), { cause: error });
  }
  const classes = [...Object.keys(map.classes ?? {}), ...Object.keys(map.item?.classes ?? {})];
  const unknown = classes.filter((id) => !course.classes.some((known) => known.id === id));
  if (unknown.length > 0) throw wrong({ kind: 'unknown-classes', classes: unknown });
  if (!map.email && !map.employeeNumber && !map.account && !map.name && !map.lastName) throw wrong({ kind: 'lacks-who' });
  if (!map.completed && !map.item && classes.length === 0) throw wrong({ kind: 'lacks-what' });
  return map;
}

/** What the file's form lacks. */
function problemIn(error: unknown): ColumnMapProblem {
  if (error instanceof YAMLParseError) return { kind: 'not-yaml', line: error.linePos?.[0].line ?? 1 };
  const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
  if (!issue) throw error;
  if (issue.code === 'unrecognized_keys') return { kind: 'unknown-keys', keys: issue.keys.map((key) => [...issue.path, key].join('.')) };
  // Without a key it is the whole: a list or a word in place of keys with their values.
  return issue.path.length === 0 ? { kind: 'not-yaml', line: 1 } : { kind: 'wrong-value', place: issue.path.join('.') };
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
