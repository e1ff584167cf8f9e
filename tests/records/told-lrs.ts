/** An LRS that was told single statements, and what the command makes of them. */
import { classActivityId } from '../../src/course/course-identifiers.ts';
import { course } from './learners.ts';
import type { LrsDouble } from './lrs-double.ts';
import type { StoredStatement } from './made-up-statements.ts';
import { runInEnglish, type CliResult } from './run-cli.ts';

const VERBS = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  earned: 'http://id.tincanapi.com/verb/earned',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
} as const;

export interface PersonLine {
  readonly name?: string;
  readonly employeeNumber?: string;
  readonly account?: string;
  readonly status: string;
  readonly classes: Readonly<Record<string, { readonly day?: string; readonly exact: boolean }>>;
  readonly licence?: { readonly day?: string; readonly exact: boolean };
  readonly renewed?: { readonly day: string; readonly exact: boolean };
  readonly expires?: string;
}

export function linesOf({ out }: Pick<CliResult, 'out'>): PersonLine[] {
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PersonLine);
}

export function readLrs(lrs: LrsDouble, options: readonly string[] = []): Promise<CliResult> {
  return runInEnglish(['--lrs', lrs.endpoint.href, '--json', '-', ...options], { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret });
}

/** @param registration as in xAPI: whether it is another attempt */
export function attempt(registration: number, contextActivities: object = { grouping: [{ id: course.id }] }): object {
  return { context: { registration: `00000000-0000-4000-8000-${String(registration).padStart(12, '0')}`, contextActivities } };
}

let made = 0;

/** @param classId undefined for the course itself */
export function tell(
  lrs: LrsDouble,
  actor: object,
  verb: keyof typeof VERBS,
  classId: string | undefined,
  day: string,
  more: object = {},
): StoredStatement {
  const statement = {
    id: `00000000-0000-5000-8000-${String(++made).padStart(12, '0')}`,
    actor: { objectType: 'Agent', ...actor },
    verb: { id: VERBS[verb] },
    object: { objectType: 'Activity', id: classId === undefined ? course.id : classActivityId(course.id, classId) },
    timestamp: `${day}T09:00:00.000Z`,
    stored: `${day}T09:00:01.000Z`,
    ...attempt(1),
    ...more,
  } as StoredStatement;
  lrs.statements.push(statement);
  return statement;
}
