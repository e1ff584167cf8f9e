/** What makes the licence: `licence` in course.yaml, asked by the course, its reports and HR's records alike. Pure. */
import { midnightOf, periodsOf, type Dated } from './rule-periods.ts';

/** A class by its id, or at least so many of several: all of them for "and", one for "or". */
export type LicenceRule = string | { readonly atLeast: number; readonly of: readonly LicenceRule[] };

export interface DatedLicenceRule extends Dated {
  readonly rule: LicenceRule;
}

/** What the rules are read from. */
export interface LicenceRules {
  readonly classes: readonly { readonly id: string; readonly compulsory: boolean }[];
  /** In the order of their days; absent where all compulsory classes together make the licence. */
  readonly licence?: readonly DatedLicenceRule[];
}

/** compulsory: no licence without it; alternative: it may be part of what makes the licence; optional: it is not. */
export type ClassRole = 'compulsory' | 'alternative' | 'optional';

type Has = (classId: string) => boolean;

export function licenceRulesOf({ classes, licence }: LicenceRules): readonly DatedLicenceRule[] {
  return licence ?? [{ rule: allOf(classes.filter(({ compulsory }) => compulsory).map(({ id }) => id)) }];
}

/** The rule in force. @param now milliseconds since 1970 */
export function licenceRuleOf(course: LicenceRules, now = Date.now()): LicenceRule {
  return periodsOf(licenceRulesOf(course), now, midnightOf).at(-1)?.rule.rule ?? allOf([]);
}

function allOf(rules: readonly LicenceRule[]): LicenceRule {
  return { atLeast: rules.length, of: rules };
}

export function isMet(rule: LicenceRule, has: Has): boolean {
  return typeof rule === 'string' ? has(rule) : rule.of.filter((one) => isMet(one, has)).length >= rule.atLeast;
}

/** The classes that a rule names. */
export function classesIn(rule: LicenceRule): readonly string[] {
  return typeof rule === 'string' ? [rule] : rule.of.flatMap(classesIn);
}

/** There is no licence without one of these classes. */
export function isNeeded(rule: LicenceRule, classIds: readonly string[]): boolean {
  return !isMet(rule, (id) => !classIds.includes(id));
}

/** @param classIds one class, or several that are earned together: a chapter's */
export function roleOf(rule: LicenceRule, ...classIds: readonly string[]): ClassRole {
  if (isNeeded(rule, classIds)) return 'compulsory';
  return classesIn(rule).some((id) => classIds.includes(id)) ? 'alternative' : 'optional';
}

/** The choice that a rule leaves once all is there without which there is no licence; undefined where it leaves none. */
export function choiceOf(rule: LicenceRule, has: Has = () => false): Exclude<LicenceRule, string> | undefined {
  const left = remainingOf(rule, (id) => has(id) || isNeeded(rule, [id]));
  return typeof left === 'object' && left.atLeast < left.of.length ? left : undefined;
}

/**
 * How many of these the licence takes beside what is compulsory.
 * @param groups the classes of each of them
 * @returns undefined where that is no matter of their number
 */
export function choiceAmong(rule: LicenceRule, groups: readonly (readonly string[])[]): number | undefined {
  const { atLeast, of } = choiceOf(rule) ?? { of: [] };
  const isOneEach = of.length === groups.length && of.every((one) => groups.filter((ids) => ids.includes(one as string)).length === 1);
  return isOneEach ? atLeast : undefined;
}

/** What a rule still asks for; undefined where it is met. */
export function remainingOf(rule: LicenceRule, has: Has): LicenceRule | undefined {
  if (isMet(rule, has)) return undefined;
  if (typeof rule === 'string') return rule;
  const left = rule.of.flatMap((one) => remainingOf(one, has) ?? []);
  const atLeast = rule.atLeast - (rule.of.length - left.length);
  return left.length === 1 ? left[0] : { atLeast, of: left };
}

/** How many classes it takes, and how many of those are there, by the way on which fewest are missing. */
export function countOf(rule: LicenceRule, has: Has): { readonly have: number; readonly need: number } {
  if (typeof rule === 'string') return { have: has(rule) ? 1 : 0, need: 1 };
  const counts = rule.of.map((one) => countOf(one, has));
  counts.sort((one, other) => one.need - one.have - (other.need - other.have) || other.have - one.have);
  return counts.slice(0, rule.atLeast).reduce((sum, { have, need }) => ({ have: sum.have + have, need: sum.need + need }), {
    have: 0,
    need: 0,
  });
}

/** A licence, and since when it is held; undefined where the day of a class that it needs is not known. */
export interface HeldLicence<Moment> {
  readonly rule: LicenceRule;
  readonly since: Moment | undefined;
}

/**
 * The licence by the rule of its day: what was earned while a rule held is held on, whatever the later rules are.
 * @param earned classes with the moment at which each was earned; one of an unknown moment counts by the rule in force alone
 * @returns undefined where it is not earned
 */
export function licenceOn<Moment extends string | number>(
  rules: readonly DatedLicenceRule[],
  earned: ReadonlyMap<string, Moment | undefined>,
  now: Moment,
  startOf: (day: string) => Moment,
): HeldLicence<Moment> | undefined {
  for (const period of periodsOf(rules, now, startOf)) {
    const { from, until } = period;
    const { rule } = period.rule;
    const counts = (id: string): boolean => {
      const at = earned.get(id);
      return earned.has(id) && (until === undefined || (at !== undefined && at < until));
    };
    if (!isMet(rule, counts)) continue;
    const met = metAt(rule, counts, earned);
    return { rule, since: from !== undefined && met !== undefined && met < from ? from : met };
  }
  return undefined;
}

/** When the rule was met first; undefined where that is not known. */
function metAt<Moment extends string | number>(
  rule: LicenceRule,
  counts: Has,
  earned: ReadonlyMap<string, Moment | undefined>,
): Moment | undefined {
  if (typeof rule === 'string') return earned.get(rule);
  const moments = rule.of.filter((one) => isMet(one, counts)).map((one) => metAt(one, counts, earned));
  const known = moments.filter((moment) => moment !== undefined).sort((one, other) => (one < other ? -1 : 1));
  // Of more than it takes, those that are known are enough.
  return known[rule.atLeast - 1];
}
