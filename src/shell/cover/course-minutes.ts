/** How many minutes the course is said to take: each chapter says its own (`minutes:` in content/fi/*.md). */
import type { Course } from '../../course/course.ts';
import { choiceAmong, licenceRuleOf, roleOf, type ClassRole } from '../../course/licence-rule.ts';

/** Minutes of a chapter that earns classes, by its sign. */
export interface ChapterMinutes {
  readonly sign: string;
  readonly minutes: number;
  /** The classes that it earns. */
  readonly classIds: readonly string[];
  readonly needs: string | undefined;
  readonly topic: string | undefined;
}

/** How long the chapters take that earn a class, by what they are to the licence. */
export type CourseMinutes = Readonly<Record<ClassRole, readonly ChapterMinutes[]>> & {
  /** How many of the alternatives the licence takes; undefined where that is no matter of their number. */
  readonly choice: number | undefined;
};

export function courseMinutes(course: Course): CourseMinutes {
  const rule = licenceRuleOf(course);
  const chapters = course.chapters.flatMap(({ parts, minutes, sign, needs, topic }) => {
    const classes = parts.flatMap((part) => (part.type === 'exercise' ? part.exercise.classes : []));
    return classes.length === 0 ? [] : [{ classes, role: roleOf(rule, ...classes), minutes, sign, needs, topic }];
  });
  const of = (wanted: ClassRole): ChapterMinutes[] =>
    chapters.flatMap(({ role, classes, minutes, sign, needs, topic }) =>
      role !== wanted || minutes === undefined || sign === undefined
        ? []
        : [{ sign, minutes, classIds: [...new Set(classes)], needs, topic }],
    );
  const groups = chapters.filter(({ role }) => role === 'alternative').map(({ classes }) => classes);
  return { compulsory: of('compulsory'), alternative: of('alternative'), optional: of('optional'), choice: choiceAmong(rule, groups) };
}
