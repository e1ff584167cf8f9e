/** What a run is asked for: the command line's options, checked and in the program's own units. */
import type { Language } from '../../course/course.ts';
import type { Identifier } from '../people/person-keys.ts';
import type { ValidPeriod } from '../../course/licence-validity.ts';
import { mayBeUnitPath } from './unit-paths.ts';

export type OutputKind = 'csv' | 'xlsx' | 'json' | 'html' | 'ics';

export interface RunOptions {
  readonly lrs?: URL;
  /** Other identifiers of the course in the LRS. */
  readonly activities: readonly string[];
  readonly pageSize: number;
  readonly until?: string;
  readonly moodle?: { readonly site: URL; readonly courseId: number };
  readonly atOnce: number;
  readonly files: readonly string[];
  readonly columns?: string;
  readonly activityNames: readonly string[];
  readonly people?: string;
  readonly identify: readonly Identifier[];
  readonly courseFile: string;
  readonly zone: string;
  /** In place of the course's own. */
  readonly validFor?: ValidPeriod;
  readonly asOf?: string;
  readonly outputs: Readonly<Partial<Record<OutputKind, string>>>;
  /** A file for each unit in place of each output. */
  readonly splitByUnit: boolean;
  readonly delimiter: ';' | ',';
  readonly bom: boolean;
  readonly language: Language;
  readonly pseudonymous: boolean;
  readonly state?: string;
  /** Reads everything again, though there is a state. */
  readonly full: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly patience: number;
}

/** What may lie in a folder of reports and is none of them. */
export function otherFiles({ outputs, state, people, columns }: RunOptions): string[] {
  return [...Object.values(outputs), state, people, columns].filter((path) => path !== undefined && path !== '-') as string[];
}

/** Whether a file of a folder of reports may be one that an earlier run has written for a unit. */
export function mayBeOfUnit({ outputs, splitByUnit }: Pick<RunOptions, 'outputs' | 'splitByUnit'>, place: string): boolean {
  return splitByUnit && Object.values(outputs).some((path) => mayBeUnitPath(place, path));
}
