/**
 * Every text of the course's own chapters and of course.yaml can be rewritten: then it alone is another, and the course still builds. By day in
 * the main language, each night in all.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { changeAsked } from '../../build/edit/asked-change.ts';
import { changedFiles } from '../../build/edit/change.ts';
import { COURSE_FILE } from '../../build/edit/course-texts.ts';
import { SourceMarking } from '../../build/edit/mark-sources.ts';
import { SourceTable } from '../../build/edit/source-marks.ts';
import type { SourcePlace } from '../../build/edit/source-place.ts';
import { readText } from '../../build/edit/source-text.ts';
import { readContent, readCourses } from '../../build/read-course.ts';
import { expectOnlyMeant } from './only-meant.ts';
import { contentFiles, LANGUAGES } from './random-changes.ts';

const REWRITTEN = process.env['NIGHTLY'] ? LANGUAGES : (['fi'] as const);
const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));

/** Each place once: a title with soft hyphens stands on the page beside the one without. */
async function placesOfAll(): Promise<readonly SourcePlace[]> {
  const table = new SourceTable();
  await readContent(CONTENT, undefined, new SourceMarking(table, new Map()));
  return [...new Map(table.places.map((place) => [JSON.stringify(place), place])).values()];
}

/** Other words in as many lines, with signs that mean something to YAML. */
function rewritten(text: string, number: number): string {
  const lines = text.split('\n').map((line, index) => {
    const [, sign = '', words = ''] = /^(\s*(?:#+ |- |::: \w+ )?)(.*)$/.exec(line) ?? [];
    return words === '' ? line : `${sign}Uusi teksti ${String(number)}.${String(index)}: sanoja, & # muita.`;
  });
  return lines.join('\n');
}

test('each text of the course is rewritten, and nothing else of its files', async () => {
  const files = new Map(await contentFiles());
  const isRewritten = (path: string): boolean => path === COURSE_FILE || REWRITTEN.some((language) => path.startsWith(`${language}/`));
  const done = new Set<string>();
  for (const [number, place] of (await placesOfAll()).filter(({ file }) => isRewritten(file)).entries()) {
    const found = readText(files.get(place.file) ?? '', place);
    // A translation that shows the original here.
    if (!found) continue;
    const what = { text: rewritten(found.text, number) };
    const change = changeAsked({ place, texts: files, languages: LANGUAGES }, what);
    const changed = changedFiles(change, files, LANGUAGES);
    expectOnlyMeant(change, files, changed);
    for (const [path, text] of changed) files.set(path, text);
    done.add(place.file);
  }
  expect([...done].sort()).toEqual([...files.keys()].filter((path) => isRewritten(path)).sort());

  const folder = await mkdtemp(join(tmpdir(), 'aspa-course-'));
  try {
    await cp(CONTENT, folder, { recursive: true });
    for (const [path, text] of files) await writeFile(join(folder, path), text);
    expect((await readCourses(folder)).map(({ language }) => language)).toEqual(LANGUAGES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
