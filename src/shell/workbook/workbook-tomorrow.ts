import { css, html, nothing, type TemplateResult } from 'lit';
import { isAnswered, type Answers } from '../../course/answers.ts';
import type { Progress } from '../../course/completion-rules.ts';
import type { Course } from '../../course/course.ts';
import { tomorrowOf } from '../../course/fields.ts';
import { readerStyles, renderReader } from '../../fields/shared/reader-icons.ts';
import type { Text } from '../../text/text.ts';
import { chapterStanding } from '../chapter/chapter-standing.ts';
import { classSign } from '../licence/class-sign.ts';
import type { LicenceStanding } from '../licence/licence-standing.ts';

export const workbookTomorrowStyles = css`
  ${readerStyles}
  .tomorrow {
    max-width: 44rem;
    margin: 40px 0 0;
  }
  .tomorrow h2 {
    margin: 0 0 4px;
  }
  .tomorrow ul {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .tomorrow li {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: 0 12px;
    padding: 12px 0;
    border-top: 1px solid var(--line);
    break-inside: avoid;
  }
  .tomorrow .sign {
    width: 32px;
    height: 32px;
  }
  .tomorrow .words {
    grid-column: 2;
    margin: 0;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .tomorrow small {
    grid-column: 2;
    color: var(--ink-soft);
    font-size: 0.833rem;
  }
  @media print {
    .tomorrow {
      margin-top: 24px;
    }
    .tomorrow li {
      padding: 8px 0;
    }
  }
`;

/** Whether she has written at the end of a chapter what she will do tomorrow. */
export function hasTomorrow(course: Course, answers: Answers): boolean {
  return course.chapters.some((chapter) => isAnswered(answers, tomorrowOf(chapter)?.id ?? ''));
}

interface ShownTomorrow {
  readonly course: Course;
  readonly answers: Answers;
  readonly progress: Progress;
  readonly standing: LicenceStanding;
  /** No LMS has the answers, and there are no reports. */
  readonly thisBrowserOnly: boolean;
  readonly text: Text;
}

/** What she will do tomorrow, as she has written it at the ends of chapters, each with the way back to it. */
export function renderTomorrow(shown: ShownTomorrow): TemplateResult | typeof nothing {
  const { course, answers, progress, standing, text } = shown;
  const { licence, workbook } = text;
  if (!hasTomorrow(course, answers)) return nothing;
  return html`<section class="tomorrow" aria-labelledby="tomorrow">
    <h2 id="tomorrow">${workbook.tomorrow.title}</h2>
    ${shown.thisBrowserOnly ? nothing : renderReader(workbook.onlyForYou, 'lock')}
    <ul>
      ${course.chapters.flatMap((chapter) => {
        const { id = '' } = tomorrowOf(chapter) ?? {};
        const answer = answers.get(id);
        if (!answer || answer.text.trim() === '') return [];
        return html`<li data-sign=${chapter.sign?.toLowerCase() ?? ''}>
          ${chapter.sign ? classSign(chapter.sign, chapterStanding(chapter, standing.classes, progress, answers).state) : nothing}
          <p class="words">${answer.text}</p>
          <small><a href="#${chapter.id}/${id}">${chapter.shortTitle}</a>, ${licence.day(answer.at)}</small>
        </li>`;
      })}
    </ul>
  </section>`;
}
