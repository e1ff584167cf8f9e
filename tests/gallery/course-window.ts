/** A learner's browser at the course, in one state: opened, filled, and taken from page to page. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright';
import { note } from '../../src/course/answers.ts';
import type { CourseApp } from '../../src/shell/frame/course-app.ts';
import type { TestLms } from '../e2e/test-lms.ts';
import { answersOf } from './answers.ts';
import { leavesWordsUnnamed, writesInTwoPlaces } from './earlier-visits.ts';
import { frameOf } from './player-frame.ts';
import { CONTENTS, WINDOWS, type Sitting, type State, type View } from './views.ts';

const HOLDER = 'Aino Kirjastonen';
/** What the LMS does in the states in which it can be reached. */
const FAULTS: Partial<Record<State, 'offline' | 'unavailable'>> = { offline: 'offline', refused: 'unavailable' };
/** States that only an LMS can bring about. The others are of the package without one, which asks for a name too. */
const IN_LMS: readonly State[] = ['earned', 'earned-away', 'offline', 'refused', 'read-only', 'two-versions', 'unnamed-words'];
/** Those in which a class is earned while she looks on. */
const EARNED: readonly State[] = ['earned', 'earned-away'];
/** Those in which the answers of earlier visits are looked at. */
const WRITTEN_BEFORE: readonly State[] = ['two-versions', 'unnamed-words'];
/** For pictures and sheets of paper, which are laid out anew in the frames after a change, in milliseconds. */
const SETTLE_MS = 120;
/** How long a page may take to be drawn on a busy machine, in milliseconds. */
const PATIENCE = 20_000;
/** A page that each course has. */
const COVER = 'kansi';

export class CourseWindow {
  #place = '';

  private constructor(
    readonly page: Page,
    /** The course's document. */
    readonly frame: Frame,
    private readonly context: BrowserContext,
  ) {}

  static async open(browser: Browser, lms: TestLms, sitting: Sitting): Promise<CourseWindow> {
    const { state, language, scheme } = sitting;
    const context = await browser.newContext({ viewport: WINDOWS[0], locale: language, colorScheme: scheme, reducedMotion: 'reduce' });
    // Functions that are sent to the page were compiled by tsx, which keeps their names by a function of this name.
    await context.addInitScript('globalThis.__name = (named) => named;');
    const page = await context.newPage();
    const player = IN_LMS.includes(state) ? await launched(browser, page, lms, state) : undefined;
    await page.goto(player ?? new URL('web/aspa-ajokortti-web.zip/index.html', lms.address).href);
    const course = new CourseWindow(page, player ? await frameOf(page) : page.mainFrame(), context);
    await course.frame.locator('aspa-course-header').waitFor();
    await course.frame.evaluate(speak, { [note.language]: language });
    await course.#fill(lms, sitting, player);
    if (state === 'print') await page.emulateMedia({ media: 'print' });
    return course;
  }

  async #fill(lms: TestLms, { state }: Sitting, player: string | undefined): Promise<void> {
    const fault = FAULTS[state];
    if (player && fault) await lms.setFault(player, fault);
    if (EARNED.includes(state)) await this.#goTo('a');
    for (const answers of WRITTEN_BEFORE.includes(state) ? [] : answersOf(state, HOLDER)) {
      await this.frame.evaluate(write, answers);
      await this.#settle();
    }
    if (fault) await this.frame.locator('aspa-save-problem button').first().waitFor({ timeout: PATIENCE });
    if (EARNED.includes(state)) await this.frame.locator('aspa-earned-notice').waitFor({ timeout: PATIENCE });
    if (state === 'earned-away') await this.frame.evaluate(comeBack);
  }

  /** Shows a page as somebody sees it who has just come there. */
  async show({ place, width, height }: View): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.page.keyboard.press('Escape');
    // What unfolds where there is room does so when it is drawn.
    if (place === this.#place) await this.#goTo(COVER);
    this.#place = place;
    await this.#goTo(place === CONTENTS ? COVER : place);
    if (place === CONTENTS) await this.frame.evaluate(openContents);
    await this.#settle();
  }

  async #goTo(place: string): Promise<void> {
    await this.frame.evaluate((hash) => (location.hash = hash), place);
    await this.frame.waitForFunction(isAt, place.split('/')[0], { timeout: PATIENCE });
    await this.#settle();
  }

  async #settle(): Promise<void> {
    await this.frame.evaluate(
      (ms) => document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, ms)))),
      SETTLE_MS,
    );
  }

  /** The whole page in one picture: its bars stand at the top and the bottom of it, as in a window that is as high. */
  async wholePage({ place, width, height }: View): Promise<Buffer> {
    if (place !== CONTENTS) {
      await this.page.setViewportSize({ width, height });
      await this.#settle();
      await this.#growToPage(width, height);
      await this.frame.evaluate(() => scrollTo(0, 0));
      await this.#settle();
    } else await this.frame.evaluate(scrollContentsUp);
    return this.page.screenshot({ type: 'jpeg', quality: 80, animations: 'disabled' });
  }

  /** In a higher window some pages are higher too: the cover's picture grows with it. */
  async #growToPage(width: number, height: number, rounds = 3): Promise<void> {
    const whole = await this.frame.evaluate(() => document.documentElement.scrollHeight);
    if (whole <= height || rounds === 0) return;
    await this.page.setViewportSize({ width, height: whole });
    await this.#settle();
    await this.#growToPage(width, whole, rounds - 1);
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** @returns the player that is opened then */
function launched(browser: Browser, page: Page, lms: TestLms, state: State): Promise<string> {
  switch (state) {
    case 'two-versions':
      return writesInTwoPlaces(browser, page, lms);
    case 'unnamed-words':
      return leavesWordsUnnamed(page, lms);
    default:
      return lms.launch(
        { package: 'aspa-ajokortti-scorm12.zip', profile: 'moodle', mode: state === 'read-only' ? 'browse' : 'normal' },
        'new',
      );
  }
}

// What follows runs in the course's page and stands alone.

function speak(chosen: Readonly<Record<string, string>>): void {
  document.querySelector<CourseApp>('aspa-course-app')?.session?.takeDown(chosen);
}

function write(answers: Readonly<Record<string, string>>): void {
  document.querySelector<CourseApp>('aspa-course-app')?.session?.store.change(answers);
}

function openContents(): void {
  const { shadowRoot } = document.querySelector('aspa-course-app') as CourseApp;
  shadowRoot?.querySelector('aspa-course-header')?.dispatchEvent(new Event('open-contents'));
}

/** What looks for faults has scrolled through them. */
function scrollContentsUp(): void {
  const contents = document.querySelector('aspa-course-app')?.shadowRoot?.querySelector('aspa-table-of-contents');
  contents?.shadowRoot?.querySelector('nav')?.scrollTo(0, 0);
}

/** An hour has passed by the clock, and she moves her mouse. */
function comeBack(): void {
  const now = Date.now() + 3_600_000;
  Date.now = () => now;
  window.dispatchEvent(new PointerEvent('pointermove'));
}

/** The table of contents knows which page is shown. */
function isAt(pageId: string | undefined): boolean {
  return document.querySelector('aspa-course-app')?.shadowRoot?.querySelector('aspa-table-of-contents')?.getAttribute('page') === pageId;
}
