/** The course whose completions are collected, as its own `course.yaml` says it: identifier, classes, the licence's rule and how long it is valid. */
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import type { Course, LicenceClass } from '../course/course.ts';
import { outOfOrder } from '../course/rule-periods.ts';
import { classesIn } from '../course/licence-rule.ts';
import { LANGUAGES, type Language } from '../course/languages.ts';
import { readLicenceRule, RuleSyntaxError } from '../course/read-licence-rule.ts';
import { readValidPeriod } from '../course/licence-validity.ts';
import { RecordsError } from './records-error.ts';

/** Why a `course.yaml` is not understood. */
export type CourseProblem =
  | { readonly kind: 'not-yaml'; readonly line: number }
  /** Its licence asks for classes that it does not have. */
  | { readonly kind: 'unknown-classes'; readonly classes: readonly string[] }
  /** `at`: the word of the licence's rule that cannot stand there; `''` at its end. */
  | { readonly kind: 'rule'; readonly at: string }
  /** A rule without a day, or with one that is not later than the one before. */
  | { readonly kind: 'rule-order' }
  /** `validFor` is no period. */
  | { readonly kind: 'period' }
  /** `place`: keys with dots between. */
  | { readonly kind: 'wrong-value'; readonly place: string };

/** What the schema says of what it does not take. */
function wrong(problem: CourseProblem): { problem: CourseProblem } {
  return { problem };
}

/** What has a title in the course's main language, and where it has several, in each of them: an LMS shows the one that it was given. */
interface Titled {
  readonly title: string;
  readonly titles?: Partial<Record<Language, string>>;
}

interface RecordedClass extends LicenceClass, Titled {
  /** The ids that it had in earlier releases. */
  readonly formerly?: readonly string[];
}

export type LicenceCourse = Pick<Course, 'id' | 'name' | 'language' | 'completeWhen' | 'licence' | 'validFor'> &
  Titled & { readonly classes: readonly RecordedClass[] };

/** By an id that a source may know a class by, the id that the class has now. */
export function classesByEachId<Key extends string>(
  { classes }: Pick<LicenceCourse, 'classes'>,
  keyOf: (id: string) => Key,
): ReadonlyMap<Key, string> {
  // The ids of now last: none gives way to one that another class had.
  const former = classes.flatMap(({ id, formerly = [] }) => formerly.map((other) => [keyOf(other), id] as const));
  return new Map([...former, ...classes.map(({ id }) => [keyOf(id), id] as const)]);
}

/** What the course or a class is called in a language; in the course's own, where that has no name for it. */
export function titleIn({ title, titles }: Titled, language: Language): string {
  return titles?.[language] ?? title;
}

/** All names by which the course may stand in an LMS's report. */
export function titlesOf({ title, titles = {} }: Pick<LicenceCourse, 'title' | 'titles'>): string[] {
  return [...new Set([title, ...Object.values(titles)])];
}

/** Whether an LMS means the course by a name: one of its titles, or what somebody has said that the activity is called there. */
export function isNameOf(course: Pick<LicenceCourse, 'title' | 'titles'>, activityNames: readonly string[], name: string): boolean {
  return [...titlesOf(course), ...activityNames].some((known) => known.toLowerCase() === name.toLowerCase());
}

/** One text for all languages, or one for each. */
const local = z.union([z.string().min(1), z.partialRecord(z.enum(LANGUAGES), z.string().min(1))]);
type LocalText = z.output<typeof local>;

const rule = z.string().transform((text, context) => {
  try {
    return readLicenceRule(text);
  } catch (error) {
    if (!(error instanceof RuleSyntaxError)) throw error;
    context.issues.push({ code: 'custom', input: text, params: wrong({ kind: 'rule', at: error.at }) });
    return z.NEVER;
  }
});

const validPeriod = z.string().transform((text, context) => {
  const period = readValidPeriod(text);
  if (period) return period;
  context.issues.push({ code: 'custom', input: text, params: wrong({ kind: 'period' }) });
  return z.NEVER;
});

const schema = z.object({
  id: z.url(),
  name: z.exactOptional(z.string().min(1)),
  title: local,
  /** The first is the one that the file itself is written in. */
  languages: z.array(z.enum(LANGUAGES)).default(['fi']),
  completeWhen: z.enum(['compulsory', 'all', 'learner']).default('compulsory'),
  licence: z.exactOptional(
    z.union([
      rule.transform((only) => [{ rule: only }]),
      z
        .array(z.strictObject({ from: z.exactOptional(z.iso.date()), rule }))
        .min(1)
        .refine((rules) => outOfOrder(rules) === undefined, { params: wrong({ kind: 'rule-order' }) }),
    ]),
  ),
  validFor: z.exactOptional(validPeriod),
  classes: z.array(z.object({ id: z.string().regex(/^[A-Z][A-Z0-9]*$/), title: local, compulsory: z.boolean().default(false) })).min(1),
});

function titlesIn(written: LocalText): Pick<Titled, 'titles'> {
  return typeof written === 'string' ? {} : { titles: written };
}

/**
 * @param text of a `course.yaml`
 * @param path for messages
 * @throws RecordsError usage
 */
export function parseLicenceCourse(text: string, path: string): LicenceCourse {
  try {
    const { languages: spoken, ...course } = schema.parse(parse(text));
    const unknown = unknownClasses(course);
    if (unknown.length > 0) throw notUnderstood(path, { kind: 'unknown-classes', classes: unknown });
    const language = spoken[0] ?? 'fi';
    const inMain = (written: LocalText): string =>
      typeof written === 'string' ? written : (written[language] ?? Object.values(written)[0] ?? '');
    return {
      ...course,
      language,
      title: inMain(course.title),
      ...titlesIn(course.title),
      classes: course.classes.map((one) => ({ ...one, title: inMain(one.title), ...titlesIn(one.title) })),
    };
  } catch (error) {
    if (error instanceof YAMLParseError) throw notUnderstood(path, { kind: 'not-yaml', line: error.linePos?.[0].line ?? 1 }, error);
    if (error instanceof z.ZodError) throw notUnderstood(path, problemIn(error.issues), error);
    throw error;
  }
}

function notUnderstood(path: string, problem: CourseProblem, cause?: unknown): RecordsError {
  return new RecordsError('usage', ({ course }) => course.notUnderstood(path, problem), { cause });
}

/** The first of what the schema does not take: what it says itself of it, else where it is. */
function problemIn(issues: readonly z.core.$ZodIssue[]): CourseProblem {
  const own = issues.flatMap(ownProblems)[0];
  return own ?? { kind: 'wrong-value', place: issues[0]?.path.join('.') || 'course.yaml' };
}

function ownProblems(issue: z.core.$ZodIssue): CourseProblem[] {
  if (issue.code === 'invalid_union') return issue.errors.flat().flatMap(ownProblems);
  const problem = issue.code === 'custom' ? (issue.params?.['problem'] as CourseProblem | undefined) : undefined;
  return problem ? [problem] : [];
}

/** Of a licence's rules, what nobody could ever earn. */
function unknownClasses({ classes, licence = [] }: Pick<z.output<typeof schema>, 'classes' | 'licence'>): string[] {
  const known = new Set(classes.map(({ id }) => id));
  return [...new Set(licence.flatMap((one) => classesIn(one.rule)))].filter((id) => !known.has(id));
}
