/* eslint-disable lit/binding-positions, lit/no-invalid-html -- a static value may stand for a tag, which the rules do not know */
import type { TemplateResult } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import type { Answers } from '../../course/answers.ts';
import type { Course, Exercise } from '../../course/course.ts';
import { definitionOf } from '../../course/fields.ts';
import { readersOf } from '../../course/readers.ts';
import type { AnswerPicture } from '../../exercises/shared/exercise-element.ts';
import type { Text } from '../../text/text.ts';

/** Whether its pictures and tables may grow wider than a column of text. */
export function isWide(exercise: Exercise): boolean {
  return definitionOf(exercise).wide === true;
}

/** Where an exercise is taken. */
export interface ExercisePlace {
  readonly course: Course;
  readonly answers: Answers;
  readonly readOnly: boolean;
  /** No LMS has the answers. */
  readonly thisBrowserOnly: boolean;
}

/** An exercise as the element that draws it. */
export function exerciseView(exercise: Exercise, { course, answers, readOnly, thisBrowserOnly }: ExercisePlace): TemplateResult {
  const tag = unsafeStatic(tagOf(exercise));
  return html`<${tag}
    data-exercise=${exercise.id}
    .exercise=${exercise}
    .course=${course}
    .answers=${answers}
    .readers=${readersOf(course, thisBrowserOnly)}
    ?read-only=${readOnly}
  ></${tag}>`;
}

/** The picture that an exercise draws of its answers, for the workbook; undefined for the kinds that draw none. */
export function answerPicture(exercise: Exercise, answers: Answers, text: Text, room: number): TemplateResult | undefined {
  const element = customElements.get(tagOf(exercise)) as { readonly answerPicture?: AnswerPicture } | undefined;
  return element?.answerPicture?.(exercise, answers, text, room);
}

/** Every kind names its element so. */
function tagOf({ kind }: Exercise): string {
  return `aspa-${kind}`;
}
