/**
 * Whether the course stutters under a learner who writes, on a machine four times slower than this one: how soon a keystroke is painted, and
 * how long the course itself holds the page up while it saves. What the LMS's own calls take, which block the page in every SCORM player, is
 * counted apart.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Frame, Page } from 'playwright';
import type { Answer, Answers } from '../../src/course/answers.ts';
import { chapterOf, exercisesOf, type Course } from '../../src/course/course.ts';
import { fieldsOf } from '../../src/course/fields.ts';
import { writeLearnerFile } from '../../src/session/file/learner-file-format.ts';
import { WORKBOOK_PAGE } from '../../src/shell/navigation/route.ts';
import { fi } from '../../src/text/fi.ts';
import { PlaywrightView } from '../e2e/playwright-engine.ts';
import { LibraryWorker } from '../e2e/take-licence.ts';
import { COURSE_FRAME } from '../e2e/view.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { BenchLms, launches, ownCourse, type Launch } from './bench-lms.ts';
import { startBlankSite } from './blank-site.ts';
import type { BenchOptions, Figure } from './figure.ts';

/** How many times slower the page's processor is made. */
const SLOWER = 4;
/** What she has written already. */
const LETTERS = 46_000;
/** The field that she writes in. */
const FIELD = 'e.feedback.together';
const NODES = 148;
const KEYS = 150;
const KEY_MS = 140;
/** After the last key: the course saves within. */
const SAVING_MS = 8_000;
/** Event Timing (W3C, first input delay to paint) tells no shorter one. */
const SHORTEST_MS = 16;

/** Limits in milliseconds. */
const TASK_MS = 50;
const KEY_LIMIT_MS = 50;
const MAP_KEY_LIMIT_MS = 60;

interface Stutter {
  /** Until a keystroke is painted, one value a key. */
  readonly keys: readonly number[];
  /** The course's own share of each task longer than 50 ms. */
  readonly tasks: readonly number[];
  /** The longest time in one call of the LMS. */
  readonly longestCall: number;
}

export async function typingBench({ packages, quick, tell }: BenchOptions): Promise<Figure[]> {
  const course = await ownCourse();
  const lms = await BenchLms.start(packages);
  try {
    tell('typing: a page of one field');
    const reference = await writeInBlankPage(lms, course);
    const figures: Figure[] = [
      { name: 'typing: a page of one field and nothing else, a key to its paint, 90 of 100', value: ninetieth(reference.keys), unit: 'ms' },
    ];
    for (const launch of quick ? launches.slice(0, 1) : launches) {
      tell(`typing: ${launch.name}`);
      const { text, map } = await write(lms, launch, course);
      figures.push(
        { name: `typing: ${launch.name}, a key to its paint, 90 of 100`, value: ninetieth(text.keys), unit: 'ms', limit: KEY_LIMIT_MS },
        {
          name: `typing: ${launch.name}, a key against the page of one field`,
          value: ninetieth(text.keys) / ninetieth(reference.keys),
          unit: '×',
        },
        {
          name: `typing: ${launch.name}, a key in a map of ${String(NODES)} nodes, 90 of 100`,
          value: ninetieth(map.keys),
          unit: 'ms',
          limit: MAP_KEY_LIMIT_MS,
        },
        {
          name: `typing: ${launch.name}, the course's longest task`,
          value: Math.max(0, ...text.tasks, ...map.tasks),
          unit: 'ms',
          limit: TASK_MS,
        },
        {
          name: `typing: ${launch.name}, the LMS's longest call`,
          value: Math.max(text.longestCall, map.longestCall),
          unit: 'ms',
        },
      );
    }
    return figures;
  } finally {
    await lms.stop();
  }
}

async function write(lms: BenchLms, launch: Launch, course: Course): Promise<{ readonly text: Stutter; readonly map: Stutter }> {
  const address = await lms.player(launch, 'new');
  const context = await lms.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    const worker = new LibraryWorker(new PlaywrightView(page.frameLocator(COURSE_FRAME)), course);
    await worker.arrives();
    const frame = await courseFrame(page);
    await bringIn(frame, writeLearnerFile(course, manyAnswers(course), Date.now()));
    await wait(SAVING_MS);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await watch(frame);
    const text = await typesInto(page, frame, worker, 'e.feedback', `[data-field="${FIELD}"] textarea`);
    const map = await typesInto(page, frame, worker, 'd.map', `textarea[data-field="d.map.map.${nodeId(NODES - 1)}.text"]`);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    return { text, map };
  } finally {
    await context.close();
  }
}

/** The same text at the end of the same letters, in a page that does nothing with it. */
async function writeInBlankPage(lms: BenchLms, course: Course): Promise<Stutter> {
  const site = await startBlankSite();
  const context = await lms.newContext();
  try {
    const page = await context.newPage();
    await page.goto(site.address);
    const field = page.locator('textarea');
    await field.fill(manyAnswers(course).get(FIELD)?.text ?? '');
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await watch(page.mainFrame());
    await field.focus();
    return await typesHere(page, page.mainFrame());
  } finally {
    await context.close();
    await site.stop();
  }
}

async function courseFrame(page: Page): Promise<Frame> {
  const handle = await page.locator(COURSE_FRAME).elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error('The player shows no course.');
  return frame;
}

/** By the learner's own way: "Oma työkirja" takes a file in. */
export async function bringIn(frame: Frame, json: string): Promise<void> {
  await frame.evaluate((hash) => (location.hash = hash), WORKBOOK_PAGE);
  await frame.locator('aspa-workbook-file input[type=file]').setInputFiles({
    name: 'answers.json',
    mimeType: 'application/json',
    buffer: Buffer.from(json),
  });
  await frame.locator('aspa-workbook-file button', { hasText: fi.workbook.copy.take }).click();
}

async function typesInto(page: Page, frame: Frame, worker: LibraryWorker, exerciseId: string, field: string): Promise<Stutter> {
  const chapter = chapterOf(worker.course, exerciseId);
  if (!chapter) throw new Error(`The course has no exercise ${exerciseId}.`);
  await worker.opens(chapter);
  await worker.opensExercise({ id: exerciseId });
  await frame.locator(field).focus();
  return typesHere(page, frame);
}

async function typesHere(page: Page, frame: Frame): Promise<Stutter> {
  await page.keyboard.press('End');
  await wait(SAVING_MS);
  await frame.evaluate(() => (window as unknown as Watched).stutter.begin());
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.type(key % 6 === 5 ? ' ' : 'a');
    await wait(KEY_MS);
  }
  await wait(SAVING_MS);
  const stutter = await frame.evaluate(() => (window as unknown as Watched).stutter.end());
  if (stutter.keys.length > KEYS) throw new Error('More keys were painted than pressed.');
  return { ...stutter, keys: [...stutter.keys, ...Array.from({ length: KEYS - stutter.keys.length }, () => SHORTEST_MS)] };
}

interface Watched {
  stutter: { begin(): void; end(): Stutter };
}

/** Runs in the page. */
function watch(frame: Frame): Promise<void> {
  return frame.evaluate(() => {
    interface Span {
      readonly from: number;
      readonly to: number;
    }
    let calls: Span[] = [];
    let tasks: Span[] = [];
    let keys = new Map<number, number>();
    const apis = [window.parent as unknown as Record<string, unknown>]
      .flatMap((page) => [page['API'], page['API_1484_11']])
      .filter((api): api is Record<string, (...values: unknown[]) => unknown> => typeof api === 'object' && api !== null);
    for (const api of apis) {
      for (const name of Object.keys(api).filter((each) => /^(LMS)?(Set|Get|Commit|Initialize|Finish|Terminate)/.test(each))) {
        const call = api[name];
        if (typeof call !== 'function') continue;
        api[name] = (...values) => {
          const from = performance.now();
          try {
            return call.apply(api, values);
          } finally {
            calls.push({ from, to: performance.now() });
          }
        };
      }
    }
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ from: startTime, to: startTime + duration });
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEventTiming & { readonly interactionId?: number })[]) {
        const id = entry.interactionId ?? 0;
        if (id > 0 && entry.name.startsWith('key')) keys.set(id, Math.max(keys.get(id) ?? 0, entry.duration));
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    (window as unknown as Watched).stutter = {
      begin() {
        calls = [];
        tasks = [];
        keys = new Map();
      },
      end() {
        const own = tasks.map(({ from, to }) =>
          calls.reduce((left, call) => left - Math.max(0, Math.min(to, call.to) - Math.max(from, call.from)), to - from),
        );
        return { keys: [...keys.values()], tasks: own, longestCall: Math.max(0, ...calls.map(({ from, to }) => to - from)) };
      },
    };
  });
}

/** A whole licence, the map grown and the long texts lengthened until there are so many letters. */
export function manyAnswers(course: Course): Answers {
  const at = Date.now() - 60_000;
  const answers = new Map<string, Answer>([...FINNISH_ANSWERS].filter(([id]) => !id.startsWith('d.map.map.')));
  const branches = exercisesOf(course)
    .flatMap((exercise) => fieldsOf(exercise, course))
    .flatMap((field) => (field.id === 'd.map.map' && field.type === 'tree' ? field.branches : []));
  for (let node = 0; node < NODES; node += 1) {
    const branch = branches[node % branches.length]?.id ?? '';
    answers.set(`d.map.map.${nodeId(node)}`, { text: `${branch} ${String(Math.floor(node / branches.length) + 1)}`, at });
    answers.set(`d.map.map.${nodeId(node)}.text`, { text: `Kumppani ${String(node + 1)}`, at });
  }
  const long = [...answers].filter(([, { text }]) => text.length > 100);
  const letters = (): number => [...answers.values()].reduce((sum, { text }) => sum + text.length, 0);
  for (let turn = 0; letters() < LETTERS; turn += 1) {
    const [id] = long[turn % long.length] ?? [''];
    const [, { text }] = long[(turn * 7 + 3) % long.length] ?? ['', { text: '' }];
    answers.set(id, { text: `${answers.get(id)?.text ?? ''} ${text}`, at });
  }
  return answers;
}

function nodeId(node: number): string {
  return `m${String(node).padStart(3, '0')}`;
}

function ninetieth(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length * 0.9)] ?? 0;
}
