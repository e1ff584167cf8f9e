import { nothing, type TemplateResult } from 'lit';
import type { Course, Exercise } from '../../course/course.ts';
import { privateIn, type Readers } from '../../course/readers.ts';
import { renderReader } from '../../fields/shared/reader-icons.ts';
import type { Text } from '../../text/text.ts';

/** Who reads what is written in an exercise. Where all of it is private, each question says so itself. */
export function renderReaders(
  exercise: Exercise,
  course: Pick<Course, 'programmes'>,
  readers: Readers,
  text: Text,
): TemplateResult | typeof nothing {
  const words = text.exercise.readers;
  if (readers !== 'reports') return renderReader(words[readers], readers === 'nobody' ? 'lock' : 'eye');
  const secret = privateIn(exercise, course);
  return secret === 'all' ? nothing : renderReader(secret === 'some' ? words.others : words.reports, 'eye');
}
