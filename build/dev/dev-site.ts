/** `npm run dev`: the course on this machine, beside its sources. Every answer of the server is made of what the files hold now. */
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { Courses, Language } from '../../src/course/course.ts';
import { listen, stop } from '../../src/preview/listen.ts';
import { LOOPBACK, ownOrigins, serverUnderOwnNames } from '../../src/preview/own-names.ts';
import { watchFolders } from '../../src/preview/watch-folders.ts';
import { authorLanguageOf } from '../author-language.ts';
import type { ContentMistake } from '../content-error.ts';
import { cutFont } from '../cut-font.ts';
import { readForPage } from './course-reader.ts';
import { courseScript, type Script } from './course-script.ts';
import { makeNews } from './make-news.ts';
import { sitePages } from './site-pages.ts';
import { NEWS_PATH, type News } from './news.ts';
import { WhenQuiet } from './remarks-when-quiet.ts';

export interface DevOptions {
  /** Folder of the content. */
  readonly content: string;
  /** Where it listens; when taken, the next free one. 0: any free one. */
  readonly port: number;
  /** Folder for what undoes edits; one in the project's `.cache` where none is given. */
  readonly journal?: string;
  /** Told what has been read, in words. */
  readonly say: (line: string) => void;
}

export interface DevSite {
  readonly url: string;
  /** Pages that are open. */
  readonly pages: number;
  close(): Promise<void>;
}

const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));
/** Editors write a file in several steps. Milliseconds. */
const SETTLES = 60;
/** Between two signs of life, so that a page which was closed is noticed. Milliseconds. */
const PULSE = 20_000;

/** @throws Error where no port is free */
export async function startDevSite({ content, port: firstPort, journal, say }: DevOptions): Promise<DevSite> {
  const [font, bundle] = await Promise.all([cutFont(), courseScript()]);
  const run = randomUUID();
  let count = 0;
  let courses: Courses | undefined;
  let language: Language = 'fi';
  let mistakes: readonly ContentMistake[] = [];
  let script: Script = await bundle.make();
  const listeners = new Set<() => void>();

  const newsNow = (): News => makeNews({ version: `${run}-${String(count)}`, mistakes, script, language });
  const tell = (): void => listeners.forEach((listener) => listener());

  const readContent = async (): Promise<void> => {
    language = await authorLanguageOf(content);
    const reading = await readForPage(content);
    if ('mistakes' in reading) {
      ({ mistakes } = reading);
      for (const { file, line, column, what, instead } of mistakes) say(`${file}:${String(line)}:${String(column)}  ${what}  → ${instead}`);
    } else {
      [courses, mistakes] = [reading.courses, []];
      count += 1;
      for (const line of [...reading.warnings, `The content was read in ${reading.milliseconds.toFixed(0)} ms.`]) say(line);
    }
    tell();
    if ('remarks' in reading)
      whenQuiet.ask(
        () =>
          void reading
            .remarks()
            .then((remarks) => remarks.forEach(say))
            .catch((error: unknown) => say(String(error))),
      );
  };
  const readCode = async (): Promise<void> => {
    const before = script;
    script = await bundle.make();
    if ('fault' in script) say(script.fault);
    else if ('code' in before && before.code === script.code) return;
    else count += 1;
    tell();
  };
  const inTurn = oneAtATime(say);
  const whenQuiet = new WhenQuiet();
  await readContent();
  const stopWatching = [
    watchFolders([content], SETTLES, () => inTurn(readContent)),
    watchFolders([SOURCES], SETTLES, () => inTurn(readCode)),
  ];

  let port = 0;
  const pages = await sitePages({
    content,
    journal,
    courses: () => courses,
    script: () => script,
    version: () => newsNow().version,
    font,
    origins: () => ownOrigins(port),
  });
  const app = new Hono()
    .route('/', pages)
    .get(NEWS_PATH, (context) => streamSSE(context, (stream) => tellNews(stream, newsNow, listeners)));
  const server = serverUnderOwnNames(app.fetch);
  port = await listen(server, firstPort);
  return {
    url: `http://${LOOPBACK}:${String(port)}/`,
    get pages() {
      return listeners.size;
    },
    close: async () => {
      for (const end of stopWatching) end();
      whenQuiet.end();
      await Promise.all([stop(server), bundle.close()]);
    },
  };
}

/** Tells a page the news at once and after every change, until it is closed. */
async function tellNews(stream: SSEStreamingApi, newsNow: () => News, listeners: Set<() => void>): Promise<void> {
  let wake = (): void => {};
  const listener = (): void => {
    void stream.writeSSE({ data: JSON.stringify(newsNow()) });
  };
  const closed = new Promise<void>((resolve) => (wake = resolve));
  const pulse = setInterval(() => void stream.write(':\n\n'), PULSE);
  stream.onAbort(() => wake());
  listeners.add(listener);
  listener();
  await closed;
  clearInterval(pulse);
  listeners.delete(listener);
}

/** Runs tasks one after another; what fails is told, and the next one runs. */
function oneAtATime(say: (line: string) => void): (task: () => Promise<void>) => void {
  let last = Promise.resolve();
  return (task) => {
    last = last.then(task).catch((error: unknown) => say(String(error)));
  };
}
