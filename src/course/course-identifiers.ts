/**
 * The identifiers under which classes leave the course, and by which HR's records find them again.
 * Frozen for ever: a changed one would lose what has been earned.
 */
import type { Course } from './course.ts';

/** The verbs of the statements by which a course and its classes are known again. */
export const reportedVerbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  earned: 'http://id.tincanapi.com/verb/earned',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
} as const;

/** What every package was called before a course could name itself. */
const FIRST_NAME = 'aspa-ajokortti';

/**
 * The short name of a course (`name` in course.yaml): the beginning of its files' names and of its identifiers in a SCORM manifest, by which an
 * LMS finds what learners have done. A course that names itself nothing keeps the name that its packages had.
 */
export function shortNameOf({ name = FIRST_NAME }: Pick<Course, 'name'>): string {
  return name;
}

/**
 * Most classes that a course has: SCORM's objectives from this index on hold what suspend_data has no room for
 * (`src/tracking/scorm/objective-page-format.ts`).
 */
export const MOST_CLASSES = 10;

/** The id that a course's classes, questions and files stand under: of a part, the whole's. */
export function reportedUnder({ id, part }: Pick<Course, 'id' | 'part'>): string {
  return part?.of ?? id;
}

/** A class as a SCORM objective: `class.a1`. */
export function objectiveId(classId: string): string {
  return `class.${classId.toLowerCase()}`;
}

/**
 * The day on which a class was earned, as a SCORM interaction whose response is a date (`2026-11-24`): objectives have no dates in
 * either version, and a report or a track then says when. No answer is in it.
 */
export function earnedInteractionId(classId: string): string {
  return `${objectiveId(classId)}.earned`;
}

/** After that day where the learner's own file says so, and nothing else: `2026-11-24 (file)`. */
export const FROM_FILE = ' (file)';

/** The category of an xAPI statement that only a learner's file vouches for: `<course IRI>/from-file`. */
export function fromFileCategory(courseIri: string): string {
  return `${courseIri}/from-file`;
}

/**
 * The result extension of an xAPI statement that tells later what has happened earlier: when it happened (`<course IRI>/happened`). cmi5 lets no
 * timestamp of a session be earlier than its beginning.
 */
export function happenedExtension(courseIri: string): string {
  return `${courseIri}/happened`;
}

/** A class as an xAPI activity: `<course IRI>/class/a1`. */
export function classActivityId(courseIri: string, classId: string): string {
  return `${courseIri}/class/${classId.toLowerCase()}`;
}
