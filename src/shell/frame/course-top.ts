import { html, nothing, type TemplateResult } from 'lit';
import { note } from '../../course/answers.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import type { SaveStatus } from '../../session/save-status.ts';
import type { Text } from '../../text/text.ts';
import { chapterStanding } from '../chapter/chapter-standing.ts';
import './course-header.ts';
import type { ShownCourse } from './course-page.ts';
import { narrowTitleOf } from '../navigation/page-titles.ts';
import '../notices/save-problem.ts';
import { saveCopy } from '../workbook/save-learner-file.ts';

/** What the top of the page asks of the element around it. */
export interface TopParts {
  readonly status: SaveStatus;
  readonly isCover: boolean;
  /** The contents stand beside the page, and need no button. */
  readonly isRailed: boolean;
  focusHeader(): void;
  openContents(): void;
  /** The focus goes to the page itself. */
  skip(): void;
}

/** What stands above every page: the header, and what has gone wrong with saving. */
export function renderTop({ session, course, standing, navigation, text }: ShownCourse, parts: TopParts): TemplateResult {
  const { progress, roomLeft, store } = session;
  const { page } = navigation.route;
  const chapter = course.chapters.find(({ id }) => id === page);
  return html`<header class="top">
    <button class="skip" @click=${() => parts.skip()}>${text.shell.skip}</button>
    <aspa-course-header
      .sign=${chapter?.sign}
      .heading=${narrowTitleOf(page, course, text)}
      sign-state=${chapter ? chapterStanding(chapter, standing.classes, progress, store.answers).state : nothing}
      .classes=${standing.classes}
      .count=${standing.count}
      ?no-menu=${parts.isRailed}
      .status=${parts.status}
      ?on-cover=${parts.isCover}
      @open-contents=${() => parts.openContents()}
    ></aspa-course-header>
    <aspa-save-problem
      .status=${parts.status}
      .roomLeft=${roomLeft}
      .asksCopy=${progress.awaitsCopy && session.mode === 'normal'}
      @take-copy=${() => saveCopy(session, text)}
      @copy-settled=${({ detail }: CustomEvent<'file' | 'none'>) => settleCopy(session, text, detail)}
      @put-away=${() => parts.focusHeader()}
    ></aspa-save-problem>
  </header>`;
}

/** Only now may an LMS be told that wipes the answers then. */
function settleCopy(session: CourseSessionView, text: Text, choice: 'file' | 'none'): void {
  if (choice === 'file') saveCopy(session, text);
  session.takeDown({ [note.copy]: choice });
}
