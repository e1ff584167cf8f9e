import { remainingOf, roleOf } from '../../course/licence-rule.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import type { Text } from '../../text/text.ts';
import { NewlyEarned, type ClassNews } from './newly-earned.ts';
import { ruleWords } from '../licence/rule-words.ts';

/** Classes that were earned a moment ago: told until the learner puts it away. */
export interface EarnedNotice {
  readonly classes: readonly string[];
  /** The exercise that the learner was at; undefined on the shell's own pages. */
  readonly exercise: string | undefined;
  /** The licence is new with them. */
  readonly licence: boolean;
  /** What the licence still lacks, or that it is hers. */
  readonly then: (text: Text) => string;
}

/** Keeps the one notice of classes that were earned while the course was open. */
export class EarnedNotices {
  #newlyEarned: NewlyEarned | undefined;
  #shown: EarnedNotice | undefined;

  /** The notice that the learner has not put away; undefined where there is none. */
  get shown(): EarnedNotice | undefined {
    return this.#shown;
  }

  /** From now on what is earned is news. */
  begin({ course, progress }: Pick<CourseSessionView, 'course' | 'progress'>): void {
    this.#newlyEarned = new NewlyEarned(course, progress);
  }

  /**
   * @param exercise the one that she is at
   * @returns what a screen reader is told; '' where nothing is newly earned
   */
  follow(session: Pick<CourseSessionView, 'course' | 'progress'>, exercise: string | undefined, text: Text): string {
    const news = this.#newlyEarned?.since(session.progress);
    if (!news) return '';
    this.#shown = earnedNotice(news, this.#shown, session, exercise);
    const copy = session.progress.awaitsCopy ? text.saving.wipes.what : '';
    return [text.earned.classes(news.classes), this.#shown.then(text), copy].filter(Boolean).join(' ');
  }

  putAway(): void {
    this.#shown = undefined;
  }
}

/**
 * @param before the notice that she has not put away yet: its classes are named too
 * @param exercise the one that she is at
 */
function earnedNotice(
  news: ClassNews,
  before: EarnedNotice | undefined,
  { course, progress }: Pick<CourseSessionView, 'course' | 'progress'>,
  exercise: string | undefined,
): EarnedNotice {
  const told = new Set([...(before?.classes ?? []), ...news.classes]);
  const { licenceRule: rule } = progress;
  const missing = progress.licence ? undefined : remainingOf(rule, (id) => progress.earnedClasses.has(id));
  const licence = news.licence || before?.licence === true;
  const isNearer = [...told].some((id) => roleOf(rule, id) !== 'optional');
  const then = (text: Text): string => {
    const words = text.earned;
    if (missing !== undefined) return isNearer ? text.rules.lacks(ruleWords(missing, text)) : '';
    if (!licence) return '';
    return course.completeWhen === 'learner' ? `${words.licence} ${words.thenReady}` : words.licence;
  };
  // In the licence's order.
  const classes = course.classes.map(({ id }) => id).filter((id) => told.has(id));
  return { classes, exercise, licence, then };
}
