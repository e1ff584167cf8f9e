/**
 * The classes that a copy of a learner's work says are earned. They stay hers in another attempt or another LMS, under a note of their own
 * (`note.filed`): anybody can write a file, so the course shows them, and reports them with a mark that says where they come from.
 */
import { note, textOf, type AnswerChanges, type Answers } from '../../course/answers.ts';
import { earnedByAnyRule, progressOf } from '../../course/completion-rules.ts';
import type { Course } from '../../course/course.ts';
import { currentClass } from '../../course/moved-ids.ts';

/** The first moment that is believed of a file: no course is older. */
const EARLIEST = Date.UTC(2020, 0, 1);

/** For a file: when each class was earned, as ISO dates and times by the class's id. */
export function earnedDaysIn(course: Course, answers: Answers, now = Date.now()): Readonly<Record<string, string>> {
  const { earned } = progressOf(course, answers, undefined, now);
  return Object.fromEntries([...earned].map(([id, { at }]) => [id, new Date(at).toISOString()]));
}

/**
 * The notes of the classes that a file brings and that are not earned yet. A file of an earlier release has no days: there its answers say
 * which classes are earned, by the rule that held when it was written, whichever that was.
 * @param file the file's own object, unchecked
 * @param imported its answers
 * @param now milliseconds since 1970: nothing was earned later
 */
export function notesOfFile(
  course: Course,
  current: Answers,
  file: Readonly<Record<string, unknown>>,
  imported: Answers,
  now: number,
): AnswerChanges {
  const said = file['earned'];
  const moments = said === undefined ? earnedByAnyRule(course, imported) : momentsIn(said, course);
  return notesFor(course, current, moments, now);
}

/** The same of the learner's own earlier work that this browser has kept. */
export function notesOfEarlier(course: Course, current: Answers, earlier: Answers, now: number): AnswerChanges {
  const moments = course.classes.flatMap(({ id }) => {
    const text = textOf(earlier, note.earned(id)) || textOf(earlier, note.filed(id));
    return text === '' ? [] : [[id, Date.parse(text)] as const];
  });
  return notesFor(course, current, new Map(moments), now);
}

/** By the ids of now: the file may be of a release that had others. */
function momentsIn(said: unknown, { moved }: Course): ReadonlyMap<string, number> {
  if (typeof said !== 'object' || said === null) return new Map();
  return new Map(Object.entries(said).map(([id, at]) => [currentClass(id, moved), typeof at === 'string' ? Date.parse(at) : Number.NaN]));
}

function notesFor(course: Course, current: Answers, moments: ReadonlyMap<string, number>, now: number): AnswerChanges {
  const { earnedClasses } = progressOf(course, current, undefined, now);
  const notes = course.classes.flatMap(({ id }) => {
    const at = moments.get(id);
    if (at === undefined || Number.isNaN(at) || at < EARLIEST || earnedClasses.has(id)) return [];
    return [[note.filed(id), new Date(Math.min(at, now)).toISOString()] as const];
  });
  return Object.fromEntries(notes);
}

/** The classes of such notes. */
export function classesIn(course: Course, notes: AnswerChanges): readonly string[] {
  return course.classes.map(({ id }) => id).filter((id) => note.filed(id) in notes);
}
