/** The preview LMS and a Chromium with nothing in its cache, for measurements. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { packageFile, type PackageName } from '../../build/packages.ts';
import { readCourse } from '../../build/read-course.ts';
import type { Course } from '../../src/course/course.ts';
import { startPreview, type Preview } from '../../src/preview/server.ts';
import { chromiumPath } from '../browser-paths.ts';

/** A package and the LMS or launcher that it is opened in. */
export interface Launch {
  readonly name: PackageName;
  readonly profile: string;
}

export const launches: readonly Launch[] = [
  { name: 'scorm12', profile: 'moodle' },
  { name: 'scorm2004-4th', profile: 'moodle' },
  { name: 'xapi', profile: 'xapi' },
  { name: 'cmi5', profile: 'cmi5' },
];

/** The course in the packages. */
export function ownCourse(): Promise<Course> {
  return readCourse(fileURLToPath(new URL('../../content', import.meta.url)));
}

export class BenchLms {
  private constructor(
    readonly preview: Preview,
    readonly browser: Browser,
    private readonly folder: string,
  ) {}

  static async start(packages: string): Promise<BenchLms> {
    const folder = mkdtempSync(join(tmpdir(), 'aspa-bench-lms-'));
    const executablePath = chromiumPath();
    const [preview, browser] = await Promise.all([
      startPreview({ port: 0, data: join(folder, 'preview.sqlite'), packages }),
      chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] }),
    ]);
    return new BenchLms(preview, browser, folder);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.preview.close();
    rmSync(this.folder, { recursive: true });
  }

  /** A browser of somebody who has not been here before. */
  newContext(): Promise<BrowserContext> {
    return this.browser.newContext({ locale: 'fi-FI', timezoneId: 'Europe/Helsinki', viewport: { width: 1280, height: 900 } });
  }

  /** @returns the address of the page that shows the course; each opening of it is a launch */
  async player({ name, profile }: Launch, attempt: 'newest' | 'new' = 'newest'): Promise<string> {
    const body = new URLSearchParams({
      learner: 'aino.kirjastonen',
      mode: 'normal',
      view: 'frame',
      package: `${packageFile(name)}.zip`,
      profile,
      ...(attempt === 'new' ? { fresh: 'yes' } : {}),
    });
    const response = await fetch(new URL('launch', this.preview.url), { method: 'POST', body, redirect: 'manual' });
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${name} was not launched: ${String(response.status)} ${await response.text()}`);
    return new URL(location, this.preview.url).href;
  }
}
