/** What an update changes in the rules of the licence and of its classes. Pure. */
import { exercisesFor, type ClassRule } from '../course/class-rule.ts';
import { exercisesOf, type LicenceClass } from '../course/course.ts';
import { fieldsOf } from '../course/fields.ts';
import { classesIn, isMet, licenceRulesOf, type LicenceRule } from '../course/licence-rule.ts';
import { currentClass, currentId, type MovedIds } from '../course/moved-ids.ts';
import type { CourseContent } from '../course/settings.ts';

/**
 * licence-later, class-later: a rule from a day on; who has earned before keeps it. licence-stricter: another rule without a day, by which
 * somebody may lose the licence. licence-eased: another one that everybody meets who met the old one. class-changed: another rule of a class,
 * without a day. valid-for: the licence is valid for another time.
 */
export type RuleChange = 'licence-later' | 'licence-stricter' | 'licence-eased' | 'valid-for' | 'class-later' | 'class-changed';

/** @returns the days of new rules, and the classes that are meant, by what changes */
export function compareRules(
  before: CourseContent,
  after: CourseContent,
): readonly { readonly kind: RuleChange; readonly ids: readonly string[] }[] {
  const classes = before.classes.flatMap((old) => {
    const now = after.classes.find(({ id }) => id === currentClass(old.id, after.moved));
    return now ? compareClass({ licenceClass: old, content: before }, { licenceClass: now, content: after }) : [];
  });
  const ofKind = (kind: RuleChange): { kind: RuleChange; ids: readonly string[] }[] => {
    const ids = classes.flatMap((found) => (found.kind === kind ? [found.id] : []));
    return ids.length === 0 ? [] : [{ kind, ids }];
  };
  return [...compareLicence(before, after), ...compareValidity(before, after), ...ofKind('class-later'), ...ofKind('class-changed')];
}

function compareLicence(before: CourseContent, after: CourseContent): { kind: RuleChange; ids: readonly string[] }[] {
  const old = licenceRulesOf(before).map(({ rule, from }) => ({ rule: renamed(rule, after.moved), from }));
  const now = licenceRulesOf(after);
  const isKept = old.every(({ rule, from }, index) => now[index]?.from === from && sameRule(rule, now[index]?.rule));
  if (isKept) return now.length === old.length ? [] : [{ kind: 'licence-later', ids: daysOf(now.slice(old.length)) }];
  const isEased = old.every(({ rule }) => now.every((one) => implies(rule, one.rule)));
  return [{ kind: isEased ? 'licence-eased' : 'licence-stricter', ids: [] }];
}

function compareValidity(
  { validFor: old }: CourseContent,
  { validFor: now }: CourseContent,
): { kind: RuleChange; ids: readonly string[] }[] {
  return old?.count === now?.count && old?.unit === now?.unit ? [] : [{ kind: 'valid-for', ids: [] }];
}

function renamed(rule: LicenceRule, moved: MovedIds): LicenceRule {
  return typeof rule === 'string' ? currentClass(rule, moved) : { ...rule, of: rule.of.map((one) => renamed(one, moved)) };
}

function daysOf(rules: readonly { readonly from?: string }[]): string[] {
  return rules.flatMap(({ from }) => from ?? []);
}

function sameRule(one: LicenceRule, other: LicenceRule | undefined): boolean {
  return other !== undefined && implies(one, other) && implies(other, one);
}

/** Whoever meets the one meets the other, whichever classes she has: a course has ten at most. */
function implies(one: LicenceRule, other: LicenceRule): boolean {
  const ids = [...new Set([...classesIn(one), ...classesIn(other)])];
  return Array.from({ length: 2 ** ids.length }, (_, set) => new Set(ids.filter((_id, index) => set & (1 << index)))).every(
    (has) => !isMet(one, (id) => has.has(id)) || isMet(other, (id) => has.has(id)),
  );
}

interface ClassOf {
  readonly licenceClass: LicenceClass;
  readonly content: CourseContent;
}

function compareClass(before: ClassOf, after: ClassOf): { kind: 'class-later' | 'class-changed'; id: string }[] {
  const { id } = before.licenceClass;
  const { moved } = after.content;
  const [old, now] = [rulesOf(before, moved), rulesOf(after, moved)];
  if (old.some((rule, index) => rule !== now[index])) return [{ kind: 'class-changed', id }];
  const days = daysOf(after.licenceClass.earnedBy?.slice(old.length) ?? []);
  return days.length === 0 ? [] : [{ kind: 'class-later', id: `${id} (${days.join(', ')})` }];
}

/** Each rule of a class as a text that two packages have alike where it asks for the same. */
function rulesOf({ licenceClass, content }: ClassOf, moved: MovedIds): string[] {
  const all = exercisesOf(content);
  const rules: readonly ClassRule[] = licenceClass.earnedBy ?? [{}];
  return rules.map((rule) => {
    const asked = exercisesFor(licenceClass.id, rule, all).map((exercise) => {
      const fields = fieldsOf(exercise, content);
      const minimum = rule.minimum ?? fields.find((field) => field.type === 'list')?.minimum;
      return JSON.stringify([
        currentExercise(
          exercise.id,
          fields.map((field) => field.id),
          moved,
        ),
        minimum,
      ]);
    });
    return JSON.stringify([rule.from, asked.sort()]);
  });
}

/** The lock knows of no exercises: one that has another id now is found by a question that moved along. */
function currentExercise(id: string, fields: readonly string[], moved: MovedIds): string {
  const now = fields.map((field) => currentId(field, moved));
  const isHere = now.some((field) => field.startsWith(`${id}.`));
  return isHere ? id : (now[0]?.split('.').slice(0, -1).join('.') ?? id);
}
