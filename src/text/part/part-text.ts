/** What is said otherwise where a course is a part of a licence: nobody has the licence by it alone. */
import type { PartNames } from '../../course/course-parts.ts';
import type { CompleteWhen } from '../../course/settings.ts';
import type { Text } from '../text.ts';

/** In one language. What is of a class keeps the words of the whole. */
export interface PartText {
  /** Title and description of a part. @param course the title of the whole */
  readonly title: PartNames['title'];
  readonly partOf: (course: string) => string;
  /** How the licence comes about. */
  readonly collected: string;
  readonly exercises: string;
  readonly minutes: (sign: string, minutes: number) => string;
  readonly completed: string;
  /** Of a part whose exercises are of no class. */
  readonly partDone: (sign: string) => string;
  readonly partDoneOn: (sign: string, day: string) => string;
  readonly partNotDone: (sign: string) => string;
  readonly partExercises: (sign: string) => string;
  readonly partRule: (sign: string, titles: readonly string[]) => string;
  readonly allDone: string;
  readonly thenReady: string;
  readonly look: string;
  readonly ready: Pick<Text['shell']['ready'], 'what' | 'after'>;
  readonly licence: Pick<Text['licence'], 'page' | 'lead' | 'isYours' | 'needed' | 'print'>;
  readonly card: Pick<Text['licence']['card'], 'name'>;
  readonly completedOn: (day: string) => string;
  readonly rules: Pick<Text['rules'], 'lacks' | 'licence' | 'licenceNow'>;
  readonly completeWhen: Readonly<Record<CompleteWhen, string>>;
  readonly kept: readonly string[];
  readonly older: string;
  readonly olderWhat: string;
  readonly fromFile: string;
}

/** What a part is called in a language. */
export function namesIn({ title, partOf }: PartText): PartNames {
  return { title, description: (course, lead) => [...(lead === undefined ? [] : [asSentence(lead)]), partOf(course)].join(' ') };
}

/**
 * The interface's words for a part.
 * @param signs those that stand for exercises of no class: nothing calls them a class
 */
export function partText(whole: Text, words: PartText, signs: readonly string[]): Text {
  const { earned, shell, licence, rules, workbook } = whole;
  const isClass = (id: string): boolean => !signs.includes(id);
  const saysEarned = (ids: readonly string[]): string =>
    ids.every(isClass) ? earned.classes(ids) : ids.map((id) => words.partDone(id)).join(' ');
  const { compulsory, all, learner } = words.completeWhen;
  return {
    ...whole,
    earned: {
      ...earned,
      classes: saysEarned,
      title: words.completed,
      licence: words.allDone,
      thenReady: words.thenReady,
      look: words.look,
    },
    shell: {
      ...shell,
      groups: { ...shell.groups, compulsory: words.exercises },
      cover: { ...shell.cover, compulsory: words.minutes },
      head: { ...shell.head, done: (exercises, ids) => shell.head.done(exercises, ids.filter(isClass)) },
      ready: { ...shell.ready, ...words.ready },
    },
    licence: {
      ...licence,
      ...words.licence,
      yours: (ids) => `${saysEarned(ids)} ${words.collected}`,
      card: { ...licence.card, ...words.card },
      issued: (at) => words.completedOn(licence.day(at)),
      earned: (id, at) => (isClass(id) ? licence.earned(id, at) : words.partDoneOn(id, licence.day(at))),
      notEarned: (id) => (isClass(id) ? licence.notEarned(id) : words.partNotDone(id)),
      progress: (counted) => `${words.licence.page} ${counted.join('/')}`,
      done: words.completed,
    },
    rules: {
      ...rules,
      ...words.rules,
      all: (ids) => (ids.every(isClass) ? rules.all(ids) : ids.map((id) => words.partExercises(id)).join(', ')),
      completeWhen: {
        compulsory: `${compulsory} ${words.collected}`,
        all: `${all} ${words.collected}`,
        learner: `${learner} ${words.collected}`,
      },
      classes: words.exercises,
      classNow: (id, titles) => (isClass(id) ? rules.classNow(id, titles) : words.partRule(id, titles)),
      keptWords: [...rules.keptWords.slice(0, 1), ...words.kept],
    },
    workbook: {
      ...workbook,
      older: words.older,
      olderWhat: words.olderWhat,
      copy: {
        ...workbook.copy,
        earned: (ids) => (ids.every(isClass) ? workbook.copy.earned(ids) : `${saysEarned(ids)} ${words.fromFile}`),
      },
    },
  };
}

/** Of the whole and the sign and name of a part. */
export function titled(course: string, sign: string | undefined, name: string): string {
  return `${course}: ${sign === undefined ? '' : `${sign} `}${name}`;
}

function asSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
