/** The small file that says which column of a report is what, for LMSs whose reports are not known. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { identityColumns } from './column-heads.ts';
import type { LicenceCourse } from './licence-course.ts';
import { RecordsError } from './records-error.ts';
import type { RecordsText } from './text/records-text.ts';

const head = z.string().min(1).optional();

const schema = z.strictObject({
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

export type ColumnMap = z.infer<typeof schema>;

/** @returns undefined where there is no such file yet. @throws RecordsError usage, where it is not understood */
export async function readColumnMap(path: string, course: LicenceCourse): Promise<ColumnMap | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new RecordsError('usage', `The column map ${path} cannot be read.`, 'Check its rights.', { cause: error });
  }
  const wrong = (reason: string, cause?: unknown): RecordsError =>
    new RecordsError('usage', `The column map ${path} is not understood: ${reason}`, 'Mend it, or delete it to get a new starting point.', {
      cause,
    });
  let map: ColumnMap;
  try {
    map = schema.parse(withoutEmpty(parse(text)));
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

/** A map to start from: what the heads themselves tell is filled in, the rest is left to be written. */
export function startingPoint(heads: readonly string[], course: LicenceCourse, { columnMap: words }: RecordsText): string {
  const identity = identityColumns(heads);
  const quoted = (text: string | undefined): string => (text === undefined ? '' : ` ${JSON.stringify(text)}`);
  const column = (key: Parameters<typeof identity.get>[0]): string =>
    quoted(identity.has(key) ? heads[identity.get(key) as number] : undefined);
  const found = (pattern: RegExp): string => quoted(heads.find((text) => pattern.test(text)));
  const names = ['name', 'firstName', 'lastName', 'email', 'employeeNumber', 'account', 'unit', 'manager'] as const;
  return [
    `# ${words.intro}`,
    ...heads.filter((text) => text !== '').map((text) => `# - ${text}`),
    '',
    `# ${words.who}`,
    ...names.map((key) => `${key}:${column(key)}`),
    '',
    `# ${words.what}`,
    `begun:${found(/aloit|started|begun|påbörja/i)}`,
    `completed:${found(/suorit|complet|valmistu|slutför/i)}`,
    'classes:',
    ...course.classes.map(({ id, title }) => `  ${id}:${found(new RegExp(`(^|[^\\p{L}\\d])${id}([^\\p{L}\\d]|$)`, 'iu'))} # ${title}`),
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
