/** `npm run gallery`: pictures of every page and state in one HTML page, each looked at by machine. Needs Chromium. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { chromium } from 'playwright';
import { build } from '../../build/build.ts';
import { readCourse } from '../../build/read-course.ts';
import { chromiumOptions } from '../chromium-options.ts';
import { TestLms } from '../e2e/test-lms.ts';
import { galleryPage } from './gallery-page.ts';
import { lookAt, type Picture } from './look-at-views.ts';
import { LANGUAGES, nameOf, QUICK, SCHEMES, sittingsOf, STATES, viewsOf, WINDOWS, type Choice } from './views.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const content = join(root, 'content');
/** So many learners are at the course at once: as many as a small machine has cores. */
const AT_ONCE = 2;

interface Options {
  readonly state?: readonly string[];
  readonly language?: readonly string[];
  readonly scheme?: readonly string[];
  readonly width?: readonly string[];
  readonly page?: readonly string[];
  readonly quick: boolean;
  readonly packages?: string;
  readonly out: string;
}

await new Command('gallery')
  .description(
    'Takes pictures of every page and state. Ends with 1 where something is cut, overflows, lies over a button, or is against WCAG.',
  )
  .option('--state <states...>', STATES.join(', '))
  .option('--language <languages...>', LANGUAGES.join(', '))
  .option('--scheme <schemes...>', SCHEMES.join(', '))
  .option('--width <widths...>', WINDOWS.map(({ width }) => width).join(', '))
  .option('--page <parts...>', 'pages whose deep link has one of these in it, such as “b/”')
  .option('--quick', `only ${Object.values(QUICK).flat().join(', ')} where nothing else is said`, false)
  .option('--packages <dir>', 'folder of built packages; without it they are built anew', (path) => resolve(path))
  .option('--out <dir>', 'folder of the gallery', (path) => resolve(path), join(root, 'gallery'))
  .action(gallery)
  .parseAsync();

async function gallery(options: Options): Promise<void> {
  const choice = choiceOf(options);
  await mkdir(options.out, { recursive: true });
  const pictures = options.packages ? await takeAll(options.packages, options.out, choice) : await buildAndTake(options.out, choice);
  if (pictures.length === 0) throw new Error('No page or state is called so.');
  const page = join(options.out, 'index.html');
  await writeFile(page, galleryPage(pictures));
  const faulty = pictures.filter(({ faults }) => faults.length > 0);
  console.log(`${String(pictures.length)} pictures, ${String(faulty.length)} with faults: ${pathToFileURL(page).href}`);
  if (faulty.length > 0) process.exitCode = 1;
}

function choiceOf({ state, language, scheme, width, page, quick }: Options): Choice {
  const most: Choice = quick ? QUICK : {};
  return {
    states: state ?? most.states,
    languages: language ?? most.languages,
    schemes: scheme ?? most.schemes,
    widths: width ?? most.widths,
    pages: page,
  };
}

async function buildAndTake(out: string, choice: Choice): Promise<Picture[]> {
  const packages = await mkdtemp(join(tmpdir(), 'aspa-gallery-'));
  try {
    await build({ content, out: packages, formats: ['scorm12', 'web'] });
    return await takeAll(packages, out, choice);
  } finally {
    await rm(packages, { recursive: true, force: true });
  }
}

/** In the order of the views, whichever was taken first. */
async function takeAll(packages: string, folder: string, choice: Choice): Promise<Picture[]> {
  const course = await readCourse(content);
  const lms = await TestLms.start(packages);
  const browser = await chromium.launch(chromiumOptions());
  const pictures: Picture[] = [];
  const sittings = sittingsOf(choice);
  const waiting = [...sittings];
  try {
    const works = async (): Promise<void> => {
      for (let sitting = waiting.shift(); sitting; sitting = waiting.shift())
        await lookAt({ browser, lms, course, folder }, sitting, choice, (picture) => {
          pictures.push(picture);
          tell(picture);
        });
    };
    await Promise.all(Array.from({ length: AT_ONCE }, works));
  } finally {
    await browser.close();
    await lms.stop();
  }
  const order = sittings.flatMap((sitting) => viewsOf(course, sitting.state, choice).map((view) => nameOf(sitting, view)));
  return pictures.sort((a, b) => order.indexOf(nameOf(a.sitting, a.view)) - order.indexOf(nameOf(b.sitting, b.view)));
}

function tell({ sitting: { state, language, scheme }, view, faults }: Picture): void {
  if (faults.length === 0) return;
  console.log([`#${view.place}`, state, language, scheme, `${String(view.width)} px`].join(' · '));
  for (const fault of faults) console.log(`  ${fault}`);
}
