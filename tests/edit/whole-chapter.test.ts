/**
 * The edit mode over a chapter of the course itself, in a real browser: every text is rewritten where it stands, rows come
 * and go, and each time only what was meant is another in the files. The sample's chapter stands for it by day (`edit-mode.test.ts`).
 */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeAsked, type AskedWhat } from '../../build/edit/asked-change.ts';
import type { ChangedFiles } from '../../build/edit/change.ts';
import type { Texts } from '../../build/edit/course-texts.ts';
import { SourceMarking } from '../../build/edit/mark-sources.ts';
import type { ListedText } from '../../build/edit/page-messages.ts';
import { SourceTable } from '../../build/edit/source-marks.ts';
import type { SourcePath, SourcePlace } from '../../build/edit/source-place.ts';
import { readContent, readCourses } from '../../build/read-course.ts';
import { engines } from '../page-on-disk.ts';
import { EditPage, inEditMode, WAIT } from './edit-page.ts';
import { expectOnlyMeant } from './only-meant.ts';
import { LANGUAGES, LOCKS } from './random-changes.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const CHAPTER = '03-tiedonhaku.md';
const CHAPTERS = LANGUAGES.map((language) => `${language}/${CHAPTER}`);
const [, launch] = engines[0] as (typeof engines)[number];
/** A text of each list of the chapter. */
const ROWS: readonly SourcePath[] = [
  ['exercises', { id: 'b.channels' }, 'channels', { id: 'phone' }, 'label'],
  ['exercises', { id: 'b.channels' }, 'skill', 'steps', { id: 'familiar' }, 'label'],
  ['exercises', { id: 'b.channels' }, 'presence', 'steps', { id: 'sometimes' }, 'label'],
  ['exercises', { id: 'b.channels' }, 'talk', 'questions', 1],
];
const RELEASED_ROW: SourcePath = ['exercises', { id: 'b.channels' }, 'channels', { id: 'chat' }, 'label'];

/** Buttons that add an item, whose texts are shown then. */
const ADDING = ['Lisää somekanava', 'Lisää jokin muu kanava', 'Lisää vahvuus'];
/** Texts that no page shows: they stand on the sheet that a learner prints. */
const ON_PAPER = [
  'Kanava',
  'Missä kanavissa täydennämme toisiamme?',
  'Mitä haluan kokeilla seuraavaksi, ja mitä siihen tarvitsen?',
  'Mitä sovimme, ja milloin palaamme asiaan?',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function filesIn(folder: string): Promise<Map<string, string>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return new Map(await Promise.all(paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const)));
}

function differing(before: Texts, after: Texts): ChangedFiles {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return new Map(paths.filter((path) => before.get(path) !== after.get(path)).map((path) => [path, after.get(path) ?? '']));
}

/** Other words in the same form, with signs that mean something to YAML. */
function rewritten(text: string, number: number): string {
  const lines = text.split('\n').map((line, index) => {
    const [, sign = '', words = ''] = /^(\s*(?:#+ |- |::: \w+ )?)(.*)$/.exec(line) ?? [];
    return words === '' ? line : `${sign}Uusi teksti ${String(number)}.${String(index)}: sanoja, & # muita.`;
  });
  return lines.join('\n');
}

/** An author who does one thing after another, each of which is compared with what the files hold then. */
class Rewriter {
  constructor(
    readonly folder: string,
    readonly edit: EditPage,
  ) {}

  /** Does one thing, and sees that nothing else has happened. */
  async only(ask: () => Promise<void>): Promise<void> {
    const [before, places] = [await filesIn(this.folder), await this.places()];
    const { number, changes } = await this.edit.changed(ask);
    expect(changes).toHaveLength(1);
    const [what] = changes as readonly [AskedWhat];
    const changed = differing(before, await filesIn(this.folder));
    const place = places[number] as SourcePlace;
    expect([...changed.keys()]).not.toEqual([]);
    expectOnlyMeant(changeAsked({ place, texts: before, languages: LANGUAGES }, what), before, changed);
  }

  /** The texts of the chapter's file as the page lists them. */
  async texts(): Promise<readonly ListedText[]> {
    return (await this.edit.texts()).filter(({ file }) => file === CHAPTERS[0]);
  }

  async openAt(path: SourcePath): Promise<void> {
    const [places, texts] = [await this.places(), await this.texts()];
    const isThere = (place: SourcePlace | undefined): boolean => place !== undefined && 'path' in place && same(place.path, path);
    await this.edit.open(texts.find(({ number }) => isThere(places[number])) as ListedText);
  }

  async openText(text: string): Promise<void> {
    await this.edit.open((await this.texts()).find((each) => each.text === text) as ListedText);
  }

  /** Writes the same in every field of the form that is unfolded. */
  async fill(words: string): Promise<void> {
    const form = this.edit.dialog.getByRole('form');
    for (const field of await form.getByRole('textbox').all()) await field.fill(words);
    await this.edit.press('Add', form);
  }

  async places(): Promise<readonly (SourcePlace | undefined)[]> {
    const table = new SourceTable();
    await readContent(this.folder, undefined, new SourceMarking(table, new Map()));
    return table.places;
  }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Everything that the chapter can show stands on its page: all steps of its exercises, and an item in each of their lists. */
async function showAll({ edit }: Rewriter): Promise<void> {
  await edit.page.evaluate(() => (location.hash = '#b/b.channels'));
  await edit.page.getByRole('button', { name: 'Näytä kaikki' }).click(WAIT);
  for (const add of ADDING) await edit.use(add);
}

/** @returns how many texts there are, and those that no click reached, as they were */
async function rewriteAll(author: Rewriter): Promise<{ all: number; byList: readonly string[] }> {
  const { edit } = author;
  const all = await author.texts();
  const words = all.map(({ text }, number) => rewritten(text, number));
  const byList: string[] = [];
  for (const [number, text] of all.entries()) {
    if (!(await edit.open(text))) byList.push(text.text);
    await edit.field.fill(words[number] ?? '');
    await author.only(() => edit.press('Save'));
  }
  expect((await author.texts()).map(({ text }) => text)).toEqual(words);
  return { all: all.length, byList };
}

/** A row more, moved up and taken away again. */
async function addMoveRemove(author: Rewriter, path: SourcePath): Promise<void> {
  const { edit } = author;
  const list = edit.dialog.getByRole('group', { name: /: item \d/ }).first();
  const added = `Lisätty rivi ${String(ROWS.indexOf(path))}`;
  await author.openAt(path);
  await edit.press('Add after this', list);
  await author.only(() => author.fill(added));
  await author.openText(added);
  await author.only(() => edit.press('Move up', list));
  await author.openText(added);
  await author.only(() => edit.press('Remove the item', list));
}

/** Learners may have answered it: the author is told, and the id stays in the lock. */
async function removeReleased(author: Rewriter): Promise<void> {
  const { edit } = author;
  await author.openAt(RELEASED_ROW);
  await edit.press('Remove the item', edit.dialog.getByRole('group', { name: /: item \d/ }).first());
  await edit.dialog.getByText('Learners may have answered this already').waitFor(WAIT);
  await author.only(() => edit.press('Remove all the same'));
}

/** Without a pointer: a text is opened, written and saved; another is opened and left, which with new words in it Escape does not do. */
async function byKeyboard(author: Rewriter): Promise<void> {
  const { edit } = author;
  const { keyboard } = edit.page;
  const [, first, second] = await author.texts();
  await edit.openByKeyboard(first as ListedText);
  await keyboard.press('ControlOrMeta+A');
  await keyboard.type('Näppäimin kirjoitettu');
  await author.only(() => keyboard.press('Control+Enter'));
  expect((await author.texts())[1]?.text).toBe('Näppäimin kirjoitettu');

  const before = await filesIn(author.folder);
  await edit.openByKeyboard(second as ListedText);
  await keyboard.press('Escape');
  await edit.dialog.waitFor({ state: 'detached', ...WAIT });
  expect(await filesIn(author.folder)).toEqual(before);
}

// More than a hundred times the page is loaded again.
test.runIf(process.env['NIGHTLY'])('a whole chapter of the course is rewritten where it stands', { timeout: 1_800_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aspa-course-'));
  try {
    await cp(CONTENT, folder, { recursive: true });
    const original = await filesIn(folder);
    await inEditMode(browser, { content: folder, place: '#b', shows: 'Monikanavainen asiakaspalvelu' }, async (page) => {
      const author = new Rewriter(folder, await EditPage.of(page));
      await showAll(author);
      const { all, byList } = await rewriteAll(author);
      expect(all).toBeGreaterThan(50);
      expect(byList).toEqual(ON_PAPER);
      for (const path of ROWS) await addMoveRemove(author, path);
      await removeReleased(author);
      await byKeyboard(author);

      const [last] = (await author.texts()).slice(-1);
      const before = await filesIn(folder);
      await author.edit.open(last as ListedText);
      await author.edit.field.fill('Kumottava.');
      await author.only(() => author.edit.press('Save'));
      await author.edit.undo();
      expect(await filesIn(folder)).toEqual(before);
    });
    const others = [...differing(original, await filesIn(folder)).keys()].sort();
    // The build, which comes later, clears the translations' lock of what is gone.
    expect(others.filter((path) => !LOCKS.includes(path))).toEqual([...CHAPTERS].sort());
    expect(others).toContain('identifiers.lock');
    expect((await readCourses(folder)).map(({ language }) => language)).toEqual(LANGUAGES);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
