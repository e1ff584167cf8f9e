/** The rules of the content as a page for learners: what makes each class and the licence. */
import { classRuleOf, exercisesFor } from '../../course/class-rule.ts';
import { exercisesOf, type Course } from '../../course/course.ts';
import { midnightOf } from '../../course/rule-periods.ts';
import { definitionOf } from '../../course/fields.ts';
import { licenceRuleOf, licenceRulesOf, roleOf } from '../../course/licence-rule.ts';
import type { MadePart } from '../../text/fi/accessibility-and-privacy.ts';
import type { Text } from '../../text/text.ts';
import { ruleWords } from '../licence/rule-words.ts';

/** @param now milliseconds since 1970 */
export function rulesPage(course: Course, text: Text, now = Date.now()): readonly MadePart[] {
  return [
    { title: text.rules.licence, paragraphs: licenceParagraphs(course, text, now) },
    { title: text.rules.classes, paragraphs: classParagraphs(course, text, now) },
    { title: text.rules.kept, paragraphs: text.rules.keptWords },
  ];
}

function licenceParagraphs(course: Course, text: Text, now: number): string[] {
  const { rules } = text;
  const rule = licenceRuleOf(course, now);
  const optional = course.classes.map(({ id }) => id).filter((id) => roleOf(rule, id) === 'optional');
  const coming = licenceRulesOf(course).filter(({ from }) => from !== undefined && midnightOf(from) > now);
  return [
    rules.licenceNow(ruleWords(rule, text)),
    ...coming.map((one) => rules.licenceFrom(one.from ?? '', ruleWords(one.rule, text))),
    ...(optional.length > 0 ? [rules.optional(optional)] : []),
    rules.completeWhen[course.completeWhen],
    ...(course.validFor ? [rules.validFor(course.validFor)] : []),
  ];
}

function classParagraphs(course: Course, { rules }: Text, now: number): string[] {
  const exercises = exercisesOf(course);
  const without = exercises.filter(({ classes }) => classes.length === 0).map(({ title }) => title);
  const paragraphs = course.classes.flatMap((licenceClass) => {
    const { id } = licenceClass;
    const rule = classRuleOf(licenceClass, now);
    const own = exercisesFor(id, rule, exercises);
    const titles = own.map(({ title }) => title);
    if (rule.minimum === undefined) return [rules.classNow(id, titles)];
    const byClass = own.filter((exercise) => definitionOf(exercise).itemsTouchClasses);
    const minimum = byClass.length > 0 ? rules.entries(rule.minimum, id) : rules.minimum(rule.minimum);
    // Said once, below the last of its classes: one log is kept for them all.
    const shared = byClass.filter(({ classes }) => classes.length > 1 && classes.at(-1) === id);
    return [`${rules.classNow(id, titles)} ${minimum}`, ...shared.map(({ classes, minutes }) => rules.shared(classes, minutes))];
  });
  return without.length > 0 ? [...paragraphs, rules.without(without)] : paragraphs;
}
