import type { Course } from '../course/course.ts';
import type { CourseSessionView } from '../session/session-view.ts';
import type { Text } from '../text/text.ts';
import type { ClassNews } from './class-earnings.ts';

/** Classes that were earned a moment ago: told until the learner puts it away. */
export interface EarnedNotice {
  readonly classes: readonly string[];
  /** The exercise that the learner was at; undefined on the shell's own pages. */
  readonly exercise: string | undefined;
  /** What the licence still lacks, or that it is hers. */
  readonly then: (text: Text) => string;
}

/**
 * The notice of newly earned classes.
 * @param before the notice that she has not put away yet: its classes are named too
 * @param exercise the one that she is at
 */
export function earnedNotice(
  news: ClassNews,
  before: EarnedNotice | undefined,
  { course, progress }: Pick<CourseSessionView, 'course' | 'progress'>,
  exercise: string | undefined,
): EarnedNotice {
  const told = new Set([...(before?.classes ?? []), ...news.classes]);
  const missing = course.classes.filter(({ id, compulsory }) => compulsory && !progress.earnedClasses.has(id)).map(({ id }) => id);
  const isNews = [...told].some((id) => isCompulsory(course, id));
  const then = (text: Text): string => {
    const words = text.shell.earned;
    const ready = news.licence && course.completeWhen === 'learner' ? words.thenReady : '';
    return [!isNews ? '' : missing.length > 0 ? words.lacks(missing) : words.licence, ready].filter(Boolean).join(' ');
  };
  // In the licence's order.
  const classes = course.classes.map(({ id }) => id).filter((id) => told.has(id));
  return { classes, exercise, then };
}

/** A class of the licence itself. */
function isCompulsory({ classes }: Course, classId: string): boolean {
  return classes.some(({ id, compulsory }) => id === classId && compulsory);
}
