import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { isAnswered, note, textOf } from '../../course/answers.ts';
import type { Course, Language } from '../../course/course.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import type { Text } from '../../text/text.ts';
import type { EnteredPlace } from '../chapter/chapter-page.ts';
import '../chapter/chapter-page.ts';
import '../cover/cover-page.ts';
import type { EarnedNotice } from '../notices/earned-notices.ts';
import '../licence/licence-page.ts';
import type { LicenceStanding } from '../licence/licence-standing.ts';
import '../made-pages/made-page.ts';
import '../workbook/my-workbook.ts';
import type { Navigation } from '../navigation/navigation.ts';
import { COVER_PAGE, LICENCE_PAGE, PRIVACY_PAGE, RULES_PAGE, STATEMENT_PAGE, SUPPORT_PAGE, WORKBOOK_PAGE } from '../navigation/route.ts';
import '../made-pages/support-page.ts';

/** What the pages of the course are drawn from. */
export interface ShownCourse {
  readonly session: CourseSessionView;
  /** The content in the learner's language. */
  readonly course: Course;
  /** The words of the interface in that language. */
  readonly text: Text;
  readonly standing: LicenceStanding;
  readonly navigation: Navigation;
  /** The languages that she may choose from. */
  readonly languages: readonly Language[];
  /** Another number at each change of the session. */
  readonly moment: number;
  readonly earned: EarnedNotice | undefined;
}

const PAGES: ReadonlyMap<string, (shown: ShownCourse) => TemplateResult> = new Map([
  [COVER_PAGE, renderCover],
  [LICENCE_PAGE, renderLicence],
  [WORKBOOK_PAGE, renderWorkbook],
  [SUPPORT_PAGE, renderSupport],
  [RULES_PAGE, renderMade],
  [STATEMENT_PAGE, renderMade],
  [PRIVACY_PAGE, renderMade],
]);

/** The page that the learner has turned to: a chapter, or one of the shell's own. */
export function renderCoursePage(shown: ShownCourse): TemplateResult {
  return (PAGES.get(shown.navigation.route.page) ?? renderChapter)(shown);
}

function renderCover({ session, course, standing, languages }: ShownCourse): TemplateResult {
  const { progress, store } = session;
  return html`<aspa-cover-page
    .course=${course}
    .progress=${progress}
    .standing=${standing}
    place=${session.place}
    name=${textOf(store.answers, note.holder)}
    .languages=${languages}
    ?this-browser-only=${session.launch?.limits.thisBrowserOnly === true}
    @name-written=${({ detail }: CustomEvent<string>) => store.change({ [note.holder]: detail })}
  ></aspa-cover-page>`;
}

function renderLicence({ session, course, standing }: ShownCourse): TemplateResult {
  const { progress, store } = session;
  const asks = course.completeWhen === 'learner' && progress.licence && session.mode !== 'browse';
  const said = progress.awaitsCopy ? 'waits' : 'said';
  const readiness = !asks ? 'none' : isAnswered(store.answers, note.ready) ? said : 'asked';
  return html`<aspa-licence-page
    .course=${course}
    .progress=${progress}
    .answers=${store.answers}
    .standing=${standing}
    ?this-browser-only=${session.launch?.limits.thisBrowserOnly === true}
    readiness=${readiness}
    @ready=${() => session.takeDown({ [note.ready]: new Date().toISOString() })}
    @leave=${() => session.exit()}
  ></aspa-licence-page>`;
}

function renderWorkbook({ session, course, standing }: ShownCourse): TemplateResult {
  return html`<aspa-my-workbook
    .session=${session}
    .course=${course}
    .answers=${session.store.answers}
    .standing=${standing}
    .copyHere=${session.copyHere}
  ></aspa-my-workbook>`;
}

function renderSupport({ session, moment }: ShownCourse): TemplateResult {
  return html`<aspa-support-page .session=${session} .moment=${moment}></aspa-support-page>`;
}

function renderMade({ course, navigation }: ShownCourse): TemplateResult {
  return html`<aspa-made-page .course=${course} page=${navigation.route.page}></aspa-made-page>`;
}

/** Each chapter an element of its own: what the learner has unfolded in one stands unfolded in no other. */
function renderChapter({ session, course, navigation, earned }: ShownCourse): TemplateResult {
  const { route, resumed } = navigation;
  const page = html`<aspa-chapter-page
    .course=${course}
    .chapter=${course.chapters.find(({ id }) => id === route.page)}
    .answers=${session.store.answers}
    .progress=${session.progress}
    .exercise=${route.exercise}
    .resumed=${resumed}
    ?this-browser-only=${session.launch?.limits.thisBrowserOnly === true}
    .earned=${earned}
    @exercise-entered=${({ detail }: CustomEvent<EnteredPlace>) => navigation.entered(detail)}
  ></aspa-chapter-page>`;
  return html`${keyed(route.page, page)}`;
}
