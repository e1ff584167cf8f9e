/* eslint-disable lit/binding-positions, lit/no-invalid-html -- a static literal may stand for a tag, which the rules do not know */
import type { TemplateResult } from 'lit';
import { html, literal, type StaticValue } from 'lit/static-html.js';
import type { Answers } from '../course/answers.ts';
import type { Course, Exercise, ExerciseKind } from '../course/course.ts';
import '../exercises/channel-assessment/element.ts';
import '../exercises/colleague-strengths/element.ts';
import '../exercises/customer-profiles/element.ts';
import '../exercises/orientation-guide/element.ts';
import '../exercises/reflection/element.ts';
import '../exercises/service-path/element.ts';
import '../exercises/stakeholder-map/element.ts';
import '../exercises/training-programme/element.ts';
import '../exercises/user-ideas/element.ts';

/** The tag that draws each kind of exercise; the only place where the shell knows them apart. */
const TAGS: Readonly<Record<ExerciseKind, StaticValue>> = {
  'training-programme': literal`aspa-training-programme`,
  'channel-assessment': literal`aspa-channel-assessment`,
  'colleague-strengths': literal`aspa-colleague-strengths`,
  'user-ideas': literal`aspa-user-ideas`,
  'service-path': literal`aspa-service-path`,
  'stakeholder-map': literal`aspa-stakeholder-map`,
  reflection: literal`aspa-reflection`,
  'customer-profiles': literal`aspa-customer-profiles`,
  'orientation-guide': literal`aspa-orientation-guide`,
};

/** Kinds whose pictures and tables may grow wider than a column of text. */
const WIDE: ReadonlySet<ExerciseKind> = new Set([
  'channel-assessment',
  'service-path',
  'stakeholder-map',
  'customer-profiles',
  'orientation-guide',
]);

export function isWide(exercise: Exercise): boolean {
  return WIDE.has(exercise.kind);
}

/** An exercise as the element that draws it. */
export function exerciseView(exercise: Exercise, course: Course, answers: Answers, readOnly: boolean): TemplateResult {
  const tag = TAGS[exercise.kind];
  return html`<${tag}
    data-exercise=${exercise.id}
    .exercise=${exercise}
    .course=${course}
    .answers=${answers}
    ?read-only=${readOnly}
  ></${tag}>`;
}
