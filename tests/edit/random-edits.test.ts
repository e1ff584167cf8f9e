/**
 * Five hundred edits, one after another, in the course's own chapters: each changes what was meant, and no other letter of any file.
 * `EDIT_SEED=fresh` tries others; what fails prints its seed.
 */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isScalar } from 'yaml';
import { changedFiles, filesOf, filesOfChapters, type Change, type ChangedFiles } from '../../build/edit/change.ts';
import type { Texts } from '../../build/edit/course-texts.ts';
import type { ListChange } from '../../build/edit/list-change.ts';
import { EditRefused } from '../../build/edit/source-place.ts';
import { readText, yamlOf } from '../../build/edit/source-text.ts';
import { changeOf, contentFiles, documentOf, KINDS, LANGUAGES, LOCKS, step } from './random-changes.ts';
import { difference, expectOnlyPart, expectOnlyWhole, frontOf, isComment, sortedLines } from './only-meant.ts';

const STEPS = 500;
const seed = process.env['EDIT_SEED'] === 'fresh' ? Date.now() % 2 ** 31 : Number(process.env['EDIT_SEED'] ?? 14);

function expectOnlyMeant(change: Change, before: Texts, changed: ChangedFiles): void {
  const chapters = [...before.keys()].flatMap((path) => /^fi\/(.+)\.md$/.exec(path)?.[1] ?? []);
  const isNew = (path: string): boolean => change.kind === 'chapter' && !before.has(path);
  const file = change.kind === 'text' ? change.place.file : change.kind === 'chapter' ? '' : change.file;
  const allowed = change.kind === 'chapter' ? filesOfChapters(chapters, LANGUAGES) : filesOf(file, LANGUAGES);
  for (const path of changed.keys()) expect(isNew(path) || allowed.includes(path)).toBe(true);
  switch (change.kind) {
    case 'text': {
      expect([...changed.keys()].every((path) => path === file)).toBe(true);
      const [was, is] = [before.get(file) ?? '', changed.get(file) ?? before.get(file) ?? ''];
      expect(readText(is, change.place)?.text).toBe(change.text);
      expectWithinText(change, was, is);
      return;
    }
    case 'list':
      for (const [path, is] of changed) {
        if (!LOCKS.includes(path)) expectWithinList(change.change, path, before.get(path) ?? '', is ?? '');
      }
      return;
    case 'part':
      expectOnlyPart(change, before, changed);
      return;
    default:
      expectOnlyWhole(change, before, changed);
  }
}

/** Outside of the old value nothing is another. */
function expectWithinText(change: Extract<Change, { kind: 'text' }>, was: string, is: string): void {
  const { place } = change;
  if ('lines' in place) {
    const rest = (text: string): string[] => text.split('\n').toSpliced(place.lines.from - 1, 1);
    expect(rest(is)).toEqual(rest(was));
    return;
  }
  const start = was.indexOf(yamlOf(place.file, was));
  const node = documentOf(place.file, was).getIn(place.path as (string | number)[], true);
  const [from, to] = (isScalar(node) && node.range) || [0, 0];
  // A text of several lines begins with a sign and may have a comment in that line.
  expect(is.startsWith(was.slice(0, start + from))).toBe(true);
  expect(is.endsWith(was.slice(start + to))).toBe(true);
  expect(difference(was, is).at).toBeGreaterThanOrEqual(start + from);
}

/** A move shuffles lines or what stands between brackets; what is added or removed is one piece; comments stay. */
function expectWithinList(change: ListChange, path: string, was: string, is: string): void {
  const { cut, put } = difference(was, is);
  switch (change.kind) {
    case 'move':
      if (cut.includes('\n')) expect(sortedLines(is)).toEqual(sortedLines(was));
      else expect([...put].sort()).toEqual([...cut].sort());
      break;
    case 'add':
      expect(cut).toBe('');
      break;
    case 'remove':
      expect(put).toBe('');
      break;
  }
  if (change.kind !== 'remove') expect(sortedLines(is).filter(isComment)).toEqual(sortedLines(was).filter(isComment));
  expect(isDeepStrictEqual(withoutLists(frontOf(path, is)), withoutLists(frontOf(path, was)))).toBe(true);
}

/** What is no list's stays as it was. */
function withoutLists(value: unknown): unknown {
  if (Array.isArray(value)) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutLists(inner)]));
}

test(`each of ${String(STEPS)} edits changes what was meant and nothing else (seed ${String(seed)})`, { timeout: 240_000 }, async () => {
  const files = await contentFiles();
  const done = new Map<string, number>();
  for (const each of fc.sample(step, { numRuns: STEPS, seed })) {
    const change = await changeOf(each, files);
    if (!change) continue;
    try {
      const changed = changedFiles(change, files, LANGUAGES);
      expectOnlyMeant(change, files, changed);
      for (const [path, text] of changed) {
        if (text === undefined) files.delete(path);
        else files.set(path, text);
      }
      done.set(each.kind, (done.get(each.kind) ?? 0) + 1);
    } catch (error) {
      // A list keeps its fewest and its most items; nothing else is refused.
      if (!(error instanceof EditRefused) || !['fewest', 'most'].includes(error.reason))
        throw new Error(`Seed ${String(seed)}: ${JSON.stringify(change)}`, { cause: error });
    }
  }
  for (const kind of KINDS) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(STEPS / 100);
});
