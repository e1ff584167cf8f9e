/**
 * The learner's own copy: all answers as a JSON file that another attempt or another LMS can take in.
 * Its form is documented in `docs/learner-file.md` and checked by `learner-copy.schema.json`.
 */
import { textOf, type Answers } from '../course/answers.ts';
import { exercisesOf, type Course } from '../course/course.ts';
import { fieldsOf } from '../course/fields.ts';
import { moveAnswers } from '../course/moved-ids.ts';
import type { ImportPreview } from './session-view.ts';
import { answersFrom, entriesOf } from './copy-record.ts';

const FORMAT = 'aspa-ajokortti-answers';
const VERSION = 1;

/** Why a file cannot be taken in, for the learner's text. */
export type LearnerCopyErrorCode = 'not-json' | 'not-a-copy' | 'newer-version' | 'other-course';

export class LearnerCopyError extends Error {
  override readonly name = 'LearnerCopyError';

  constructor(
    readonly code: LearnerCopyErrorCode,
    options?: ErrorOptions,
  ) {
    super(`The file cannot be read as a copy of answers: ${code}`, options);
  }
}

/** @param savedAt milliseconds since 1970 */
export function writeLearnerCopy(course: Course, answers: Answers, savedAt: number): string {
  const own = new Map([...answers].filter(([id]) => !id.startsWith('@')));
  const copy = {
    format: FORMAT,
    version: VERSION,
    course: course.id,
    courseVersion: course.version,
    savedAt: new Date(savedAt).toISOString(),
    answers: entriesOf(own),
  };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

/** @throws LearnerCopyError */
export function readLearnerCopy(course: Course, json: string): Answers {
  const copy = parse(json.replace(/^\uFEFF/, ''));
  if (copy['format'] !== FORMAT || typeof copy['version'] !== 'number') throw new LearnerCopyError('not-a-copy');
  if (copy['version'] > VERSION) throw new LearnerCopyError('newer-version');
  if (copy['course'] !== course.id) throw new LearnerCopyError('other-course');
  const answers = answersFrom(copy['answers']);
  if (!answers) throw new LearnerCopyError('not-a-copy');
  return moveAnswers(new Map([...answers].filter(([id]) => !id.startsWith('@'))), course.moved);
}

/** What taking the file in would change. */
export function previewLearnerCopy(course: Course, current: Answers, imported: Answers): ImportPreview {
  const known = knownFields(course);
  const different = [...imported].filter(([id, { text }]) => textOf(current, id) !== text);
  return {
    added: different.filter(([id]) => textOf(current, id) === '').map(([id]) => id),
    changed: different
      .filter(([id]) => textOf(current, id) !== '')
      .map(([field, { text }]) => ({ field, current: textOf(current, field), imported: text })),
    same: imported.size - different.length,
    unknown: [...imported.keys()].filter((id) => !known(id)),
  };
}

function knownFields(course: Course): (id: string) => boolean {
  const fields = exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course));
  const simple = new Set(fields.map(({ id }) => id));
  const growing = fields.filter(({ type }) => type === 'list' || type === 'tree').map(({ id }) => `${id}.`);
  const measured = exercisesOf(course).map(({ id }) => `${id}.pages`);
  return (id) => simple.has(id) || growing.some((prefix) => id.startsWith(prefix)) || measured.includes(id);
}

function parse(json: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new LearnerCopyError('not-json', { cause });
  }
  if (typeof value !== 'object' || value === null) throw new LearnerCopyError('not-a-copy');
  return value as Record<string, unknown>;
}
