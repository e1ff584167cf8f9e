import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Progress } from '../../course/completion-rules.ts';
import type { Chapter, Course, Exercise } from '../../course/course.ts';
import { privateIn, readersOf } from '../../course/readers.ts';
import { EYE } from '../../fields/shared/reader-icons.ts';
import type { Text } from '../../text/text.ts';
import { roadStop } from './road-stop.ts';

/** Pictures of 20 × 20, drawn with a pen. */
const ICONS = {
  time: svg`<path d="M10 2.5a7.5 7.5 0 1 0 .1 0ZM10 6v4.5l3 2" />`,
  needs: svg`<path d="M7 9.5a3 3 0 1 0-.1 0ZM1.5 17q0-5 5.5-5t5.5 5M13 3.8a3 3 0 0 1 0 5.5M14.5 12.3q4 .7 4 4.7" />`,
  done: svg`<path d="M4 18V3h12l-3 4 3 4H4" />`,
  readers: EYE,
} as const;

/** How long a chapter takes, what she needs for it, when it is done, and who sees what she writes; then its exercises with their minutes. */
export function chapterFacts(
  chapter: Chapter,
  course: Course,
  progress: Progress,
  thisBrowserOnly: boolean,
  { shell }: Text,
): TemplateResult | typeof nothing {
  const exercises = chapter.parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : []));
  if (exercises.length === 0) return nothing;
  const { head } = shell;
  const classes = course.classes.map(({ id }) => id).filter((id) => exercises.some((exercise) => exercise.classes.includes(id)));
  return html`<dl class="facts">
      ${chapter.minutes === undefined ? nothing : fact('time', head.time, head.minutes(chapter.minutes, exercises.length))}
      ${chapter.needs === undefined ? nothing : fact('needs', head.needs, chapter.needs)}
      ${fact('done', head.doneWhen, head.done(exercises.length, classes))}
      ${fact('readers', head.readers.title, readersWords(exercises, course, thisBrowserOnly, head.readers))}
    </dl>
    ${exercises.length < 2 ? nothing : renderSteps(chapter, exercises, progress, shell)}`;
}

function fact(icon: keyof typeof ICONS, title: string, words: string): TemplateResult {
  const picture: SVGTemplateResult = ICONS[icon];
  return html`<div>
    <dt><svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${picture}</svg>${title}</dt>
    <dd>${words}</dd>
  </div>`;
}

function renderSteps(
  chapter: Chapter,
  exercises: readonly Exercise[],
  { doneExercises }: Progress,
  { head }: Text['shell'],
): TemplateResult {
  return html`<ol class="steps" aria-label=${head.steps}>
    ${exercises.map(({ id, title, minutes }) => {
      const state = doneExercises.has(id) ? head.stepDone : minutes === undefined ? '' : head.stepMinutes(minutes);
      return html`<li>
        ${roadStop('road-stop', doneExercises.has(id))}<a href="#${chapter.id}/${id}">${title}</a
        >${state === '' ? nothing : html` <span class="state">${state}</span>`}
      </li>`;
    })}
  </ol>`;
}

function readersWords(
  exercises: readonly Exercise[],
  course: Course,
  thisBrowserOnly: boolean,
  words: Text['shell']['head']['readers'],
): string {
  const readers = readersOf(course, thisBrowserOnly);
  if (readers !== 'reports') return readers === 'nobody' ? words.completion : words.thisBrowser;
  return exercises.some((exercise) => privateIn(exercise, course) !== 'none') ? words.answersButPrivate : words.answers;
}
