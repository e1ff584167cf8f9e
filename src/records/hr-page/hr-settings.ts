/** What HR's page remembers in this browser, if it is asked to: settings and column maps, never people. */
import { z } from 'zod';
import { LANGUAGES, type Language } from '../../course/languages.ts';
import type { ValidPeriod } from '../../course/licence-validity.ts';
import type { LicenceCourse } from '../licence-course.ts';
import { languageFor } from '../page/language-choice.ts';
import { IDENTIFIERS, type Identifier } from '../people/person-keys.ts';
import { columnMapSchema, type ColumnMap } from '../sources/column-map.ts';
import type { Rules } from './desk.ts';

const KEY = 'aspa-ajokortti-suoritukset';

export interface Settings {
  language: Language;
  /** Undefined where a licence does not expire. */
  validFor?: ValidPeriod | undefined;
  /** Not remembered: a day of last year would be taken for today. */
  asOf?: string | undefined;
  identify: Identifier[];
  pseudonymous: boolean;
  activityNames: string[];
  maps: ColumnMap[];
}

/** Says how long a licence is valid, until HR says something else. */
type OfCourse = Pick<LicenceCourse, 'validFor'>;

/** @param languages of the browser, by preference, as `navigator.languages` */
export function defaultsFor(languages: readonly string[], { validFor }: OfCourse): Settings {
  return { language: languageFor(languages), validFor, identify: [...IDENTIFIERS], pseudonymous: false, activityNames: [], maps: [] };
}

const schema = z.object({
  language: z.enum(LANGUAGES),
  /** Only what is other than the course says; null where a licence does not expire. */
  validFor: z.exactOptional(z.nullable(z.object({ count: z.number().int().positive(), unit: z.enum(['y', 'm', 'd']) }))),
  identify: z.array(z.enum(['employee', 'email', 'account'])).min(1),
  pseudonymous: z.boolean(),
  activityNames: z.array(z.string()),
  maps: z.array(columnMapSchema),
});

/** @returns undefined where nothing is remembered, or nothing that this version understands */
export function remembered(course: OfCourse): Settings | undefined {
  try {
    const settings = schema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null')).data;
    if (!settings) return undefined;
    const { validFor = course.validFor } = settings;
    return { ...settings, validFor: validFor ?? undefined };
  } catch {
    return undefined;
  }
}

/** @returns false where the browser does not let a page keep anything */
export function remember({ asOf: _asOf, validFor, ...settings }: Settings, course: OfCourse): boolean {
  const isOwn = validFor?.count !== course.validFor?.count || validFor?.unit !== course.validFor?.unit;
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...settings, ...(isOwn ? { validFor: validFor ?? null } : {}) }));
    return true;
  } catch {
    return false;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** What of them the worker goes by. */
export function rulesOf({ validFor, asOf, identify, pseudonymous, activityNames, maps }: Settings): Rules {
  return {
    identify,
    pseudonymous,
    activityNames,
    maps,
    ...(validFor ? { validFor } : {}),
    ...(asOf === undefined ? {} : { asOf }),
  };
}
