/** What one answer and a whole licence cost the LMS: calls of its SCORM API, requests and bytes; statements in xAPI and cmi5. */
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { Page } from 'playwright';
import { fi } from '../../src/text/fi.ts';
import { SETTLED_AFTER_MS } from '../../src/tracking/lrs/due-statements.ts';
import { PlaywrightView } from '../e2e/playwright-engine.ts';
import { chaptersToTake, LibraryWorker } from '../e2e/take-licence.ts';
import { COURSE_FRAME, type CourseView, type Place } from '../e2e/view.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { BenchLms, launches, ownCourse, type Launch } from './bench-lms.ts';
import { letTimeFly } from './fast-clock.ts';
import type { BenchOptions, Figure } from './figure.ts';
import { TrafficMeter, type Traffic } from './traffic-meter.ts';

/** Where one answer is typed. */
const EXERCISE = { chapter: 'e', id: 'e.feedback', field: 'e.feedback.together' } as const;
/** As fast as a quick typist: the answer takes some twenty-five seconds, over which the course saves as it does for anybody. */
const KEY_MS = 50;
/** After everything that she does, on the page's clock: longer than the pause after which the course saves. */
const THINKING_MS = 5000;
/** How many times faster that clock goes while the whole licence is taken. */
const SPEED = 10;
const PATIENCE = { timeout: 30_000 };
/** Nothing more is sent for so long: what an answer causes has been sent. */
const QUIET_MS = 4000;

export async function courseBench({ packages, quick, tell }: BenchOptions): Promise<Figure[]> {
  const lms = await BenchLms.start(packages);
  const figures: Figure[] = [];
  try {
    for (const launch of quick ? launches.filter(({ name }) => name === 'scorm12' || name === 'xapi') : launches) {
      tell(`course: ${launch.name}, one answer`);
      const answer = await costOfAnswer(lms, launch);
      tell(`course: ${launch.name}, the whole licence`);
      const licence = await costOfLicence(lms, launch);
      figures.push(...figuresOf(launch, 'one answer', answer), ...figuresOf(launch, 'the whole licence', licence));
    }
    return figures;
  } finally {
    await lms.stop();
  }
}

/** An answer of some length, typed key by key and left; when it has settled she turns to the next chapter. The launch before it is not counted. */
async function costOfAnswer(lms: BenchLms, launch: Launch): Promise<Traffic> {
  return inCourse(lms, launch, 1, async ({ page, view, worker, meter }) => {
    const { chapters } = worker.course;
    const place = chapters.findIndex(({ id }) => id === EXERCISE.chapter);
    const [chapter, next] = chapters.slice(place, place + 2);
    if (!chapter || !next) throw new Error(`The course has no chapter ${EXERCISE.chapter} with another after it.`);
    await worker.opens(chapter);
    await worker.opensExercise(EXERCISE);
    await view.click({ css: 'textarea', within: { css: `[data-field="${EXERCISE.field}"]` } });
    await meter.quiet(QUIET_MS);
    const before = await meter.read();
    await page.keyboard.type(FINNISH_ANSWERS.get(EXERCISE.field)?.text ?? '', { delay: KEY_MS });
    await page.keyboard.press('Tab');
    await expect.poll(() => worker.saveWords(), PATIENCE).toMatch(/^Tallennettu/);
    await wait(SETTLED_AFTER_MS);
    await worker.opens(next);
    await meter.quiet(QUIET_MS);
    return difference(await meter.read(), before);
  });
}

/** From the launch to the course's own end, with time to think after every answer. */
async function costOfLicence(lms: BenchLms, launch: Launch): Promise<Traffic> {
  return inCourse(lms, launch, SPEED, async ({ view, worker, meter }) => {
    const thinking = new LibraryWorker(new PacedView(view), worker.course, new Map(), naturalText);
    await thinking.takes(...chaptersToTake(worker.course));
    // What is shown afterwards differs: the course's own last page, or the launcher's where cmi5 names one to return to.
    await thinking.ends(fi.shell.exit);
    await meter.quiet(QUIET_MS);
    return meter.read();
  });
}

/** Everything that she does is followed by a pause. */
class PacedView implements CourseView {
  constructor(private readonly view: CourseView) {}

  async click(place: Place): Promise<void> {
    await this.view.click(place);
    await wait(THINKING_MS / SPEED);
  }

  async fill(place: Place, text: string): Promise<void> {
    await this.view.fill(place, text);
    await wait(THINKING_MS / SPEED);
  }

  read<T>(place: Place, reading: (elements: Element[]) => T): Promise<T> {
    return this.view.read(place, reading);
  }
}

interface Session {
  readonly page: Page;
  readonly view: CourseView;
  readonly worker: LibraryWorker;
  readonly meter: TrafficMeter;
}

async function inCourse(lms: BenchLms, launch: Launch, speed: number, work: (session: Session) => Promise<Traffic>): Promise<Traffic> {
  const player = await lms.player(launch, 'new');
  const context = await lms.newContext();
  try {
    const page = await context.newPage();
    await letTimeFly(page, speed);
    const meter = await TrafficMeter.on(page, lms.preview);
    await page.goto(player);
    const view = new PlaywrightView(page.frameLocator(COURSE_FRAME));
    const worker = new LibraryWorker(view, await ownCourse());
    await worker.arrives();
    return await work({ page, view, worker, meter });
  } finally {
    await context.close();
  }
}

const LONG_TEXTS = [...FINNISH_ANSWERS.values()].map(({ text }) => text).filter((text) => text.length > 60);

/** What people write: another text for each field, the same in every run. */
function naturalText(fieldId: string): string {
  const place = [...fieldId].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return LONG_TEXTS[place % LONG_TEXTS.length] ?? '';
}

function difference(after: Traffic, before: Traffic): Traffic {
  return {
    calls: after.calls - before.calls,
    requests: after.requests - before.requests,
    bytes: after.bytes - before.bytes,
    statements: after.statements - before.statements,
  };
}

function figuresOf({ name }: Launch, what: string, { calls, requests, bytes, statements }: Traffic): Figure[] {
  const isScorm = name.startsWith('scorm');
  return [
    isScorm
      ? { name: `${name}: ${what}, calls of the API`, value: calls, unit: 'calls' }
      : { name: `${name}: ${what}, statements`, value: statements, unit: 'statements' },
    { name: `${name}: ${what}, requests`, value: requests, unit: 'requests' },
    { name: `${name}: ${what}, sent`, value: bytes, unit: 'bytes' },
  ];
}
