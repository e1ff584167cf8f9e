/**
 * The learner's own copy: all answers as a JSON file that another attempt or another LMS can take in.
 * Its form is documented in `docs/learner-file.md` and checked by `learner-file.schema.json`.
 */
import { textOf, type Answers } from '../../course/answers.ts';
import type { Course } from '../../course/course.ts';
import { moveAnswers } from '../../course/moved-ids.ts';
import { reportedUnder } from '../../course/course-identifiers.ts';
import { lettersIn } from '../../tracking/state/letters.ts';
import { MOST_LETTERS } from '../../tracking/state/state-records.ts';
import type { ImportPreview } from '../session-view.ts';
import type { OtherText } from '../copy/browser-copy.ts';
import { answersFrom, entriesOf, isOther, listFrom } from '../copy/copy-record.ts';
import { movedTexts } from '../moved-work.ts';
import { undecided } from '../restore.ts';
import { earnedDaysIn } from './earned-in-copy.ts';
import { fitting, sortAnswers } from './import-limits.ts';

const FORMAT = 'aspa-ajokortti-answers';
const VERSION = 1;
/** In bytes; of a text that is read, in UTF-16 units, which are never more. As much as is ever saved of a course takes less. */
export const LARGEST_FILE = 1_000_000;
/** Other versions of answers: a whole licence of another attempt, and more. */
const MOST_OTHERS = 1_000;

/**
 * Why a file cannot be taken in, for the learner's text. too-large: it is larger than any copy; too-much: with what she has written it would be
 * more than is ever saved.
 */
export type LearnerFileErrorCode = 'not-json' | 'not-a-copy' | 'newer-version' | 'other-course' | 'too-large' | 'too-much';

export class LearnerFileError extends Error {
  constructor(
    readonly code: LearnerFileErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

/** @param savedAt milliseconds since 1970. @param others texts of fields that have two, between which she has not chosen: no LMS has them */
export function writeLearnerFile(course: Course, answers: Answers, savedAt: number, others: readonly OtherText[] = []): string {
  const own = new Map([...answers].filter(([id]) => !id.startsWith('@')));
  const copy = {
    format: FORMAT,
    version: VERSION,
    course: reportedUnder(course),
    courseVersion: course.version,
    savedAt: new Date(savedAt).toISOString(),
    earned: earnedDaysIn(course, answers, savedAt),
    answers: entriesOf(own),
    ...(others.length > 0 ? { others } : {}),
  };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

/** @throws LearnerFileError */
export function readLearnerFile(course: Course, json: string): Answers {
  if (json.length > LARGEST_FILE) throw new LearnerFileError('too-large');
  const copy = parseLearnerFile(json);
  if (copy['format'] !== FORMAT || typeof copy['version'] !== 'number') throw new LearnerFileError('not-a-copy');
  if (copy['version'] > VERSION) throw new LearnerFileError('newer-version');
  if (copy['course'] !== reportedUnder(course)) throw new LearnerFileError('other-course');
  const answers = answersFrom(copy['answers']);
  if (!answers) throw new LearnerFileError('not-a-copy');
  return moveAnswers(new Map([...answers].filter(([id]) => !id.startsWith('@'))), course.moved);
}

/** The other texts of fields that had two when the file was saved, as far as the course takes them in. @throws LearnerFileError */
export function otherTextsIn(course: Course, json: string): OtherText[] {
  const others = listFrom(parseLearnerFile(json)['others']).filter(isOther);
  return fitting(course, readLearnerFile(course, json), movedTexts(others.slice(0, MOST_OTHERS), course.moved));
}

/**
 * What taking the file in would change.
 * @param earned classes that are new by it. @param others of fields that have two texts in it @throws LearnerFileError where it is too much
 */
export function previewLearnerFile(
  course: Course,
  current: Answers,
  imported: Answers,
  earned: readonly string[] = [],
  others: readonly OtherText[] = [],
): ImportPreview {
  const { known, unknown, unfit } = sortAnswers(course, current, imported);
  if (lettersIn(new Map([...current, ...known, ...unknown])) > MOST_LETTERS) throw new LearnerFileError('too-much');
  const different = [...known].filter(([id, { text }]) => textOf(current, id) !== text);
  return {
    added: different.filter(([id]) => textOf(current, id) === '').map(([id]) => id),
    changed: different
      .filter(([id]) => textOf(current, id) !== '')
      .map(([field, { text }]) => ({ field, current: textOf(current, field), imported: text })),
    same: [...known].filter(([id, { text }]) => text !== '' && textOf(current, id) === text).map(([id]) => id),
    unknown: [...unknown.keys()],
    unfit,
    earned,
    versions: undecided([], new Map([...current, ...known]), others).length,
  };
}

/**
 * The answers of the file that are taken in.
 * @param all with those to questions that the course does not ask @throws LearnerFileError
 */
export function importedAnswers(course: Course, current: Answers, json: string, all: boolean): Answers {
  const imported = readLearnerFile(course, json);
  // What the learner has looked at.
  previewLearnerFile(course, current, imported);
  const { known, unknown } = sortAnswers(course, current, imported);
  return new Map([...known, ...(all ? unknown : [])]);
}

/** @throws LearnerFileError */
export function parseLearnerFile(json: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new LearnerFileError('not-json', { cause });
  }
  if (typeof value !== 'object' || value === null) throw new LearnerFileError('not-a-copy');
  return value as Record<string, unknown>;
}
