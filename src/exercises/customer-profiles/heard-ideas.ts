import { css, html, nothing, type TemplateResult } from 'lit';
import type { Answers } from '../../course/answers.ts';
import { chapterOf, exercisesOf, type Course } from '../../course/course.ts';
import { fieldsOf } from '../../course/fields.ts';
import { itemsOf } from '../../course/list-items.ts';
import { wordsOf } from '../../fields/field.ts';
import { unfoldingLink } from '../../fields/shared/unfolding.ts';
import { inItem } from '../../fields/list/definition.ts';
import type { Text } from '../../text/text.ts';

/** What a user has said, and who said it where: "Nuori, Kirjaston tilat". */
interface HeardIdea {
  readonly what: string;
  readonly from: string;
}

/** What the learner has heard from users. */
export interface HeardIdeas {
  /** The part of the course in which she has written it down: its sign, or its title where it has no sign. */
  readonly part: string;
  readonly ideas: readonly HeardIdea[];
}

export const heardStyles = css`
  .heard summary {
    ${unfoldingLink}
    min-height: 44px;
    padding: 10px 0;
    border-radius: 2px;
  }
  .heard ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .heard li {
    max-width: var(--measure, 66ch);
    margin: 0 0 16px;
    padding-left: 12px;
    border-left: 3px solid var(--class-c, var(--line));
    white-space: pre-line;
  }
  .heard small {
    display: block;
    color: var(--ink-soft);
    font-size: 0.833em;
  }
`;

/** What users have said, as the learner has written it into the list of another exercise. */
export function heardIdeas(course: Pick<Course, 'chapters' | 'programmes'>, source: string | undefined, answers: Answers): HeardIdeas {
  const exercise = exercisesOf(course).find(({ id }) => id === source);
  const list = exercise && fieldsOf(exercise, course).find((field) => field.type === 'list');
  if (!exercise || list?.type !== 'list') return { part: '', ideas: [] };
  const chapter = chapterOf(course, exercise.id);
  const ideas = itemsOf(answers, list.id).flatMap(({ id }) => {
    const words = (local: string): string => {
      const field = list.fields.find((own) => own.id === local);
      return field ? wordsOf(inItem(list.id, id, field), answers).trim() : '';
    };
    const what = words('what');
    return what === '' ? [] : [{ what, from: [words('who'), words('channel')].filter(Boolean).join(', ') }];
  });
  return { part: chapter?.sign ?? chapter?.shortTitle ?? '', ideas };
}

/** The same folded, for the talk about customers. */
export function renderHeard({ part, ideas }: HeardIdeas, { customerProfiles }: Text): TemplateResult | typeof nothing {
  if (ideas.length === 0) return nothing;
  return html`<details class="heard">
    <summary>${customerProfiles.heard(part, ideas.length)}</summary>
    <ul>
      ${ideas.map(({ what, from }) => html`<li>${what}${from === '' ? nothing : html`<small>${from}</small>`}</li>`)}
    </ul>
  </details>`;
}
