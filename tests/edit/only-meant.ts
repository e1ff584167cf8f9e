/** What is meant by a change, and that nothing else of any file is another. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { isScalar } from 'yaml';
import { filesOf, type Change, type ChangedFiles } from '../../build/edit/change.ts';
import type { Texts } from '../../build/edit/course-texts.ts';
import { readText, yamlOf } from '../../build/edit/source-text.ts';
import type { SourcePath } from '../../build/edit/source-place.ts';
import { plainPath, type PlainPath } from '../../build/edit/yaml-text.ts';
import { documentOf, LANGUAGES, LOCKS } from './random-changes.ts';
import { lettersOf, notesBeside } from './strewn-notes.ts';

/** What of a file is another: the letters before and after stay. */
function difference(before: string, after: string): { readonly cut: string; readonly put: string; readonly at: number } {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && before[at] === after[at]) at += 1;
  let tail = 0;
  while (tail < shorter - at && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { cut: before.slice(at, before.length - tail), put: after.slice(at, after.length - tail), at };
}

const frontOf = (file: string, source: string): unknown => documentOf(file, source).toJS();
const sortedLines = (text: string): string[] => text.split('\n').sort();
const isComment = (line: string): boolean => /^\s*#/.test(line);

export function expectOnlyMeant(change: Change, before: Texts, changed: ChangedFiles): void {
  const file = change.kind === 'text' ? change.place.file : change.file;
  for (const path of changed.keys()) expect(filesOf(file, LANGUAGES)).toContain(path);
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
        if (!LOCKS.includes(path)) expectWithinList(change, path, before.get(path) ?? '', is ?? '');
      }
      return;
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
  const document = documentOf(place.file, was);
  // A question that is only a label is written a step higher.
  const path = plainPath(document, place.path) ?? plainPath(document, place.path.slice(0, -1)) ?? [];
  const node = document.getIn(path, true);
  const [from, to] = (isScalar(node) && node.range) || [0, 0];
  // A text of several lines begins with a sign and may have a comment in that line.
  expect(is.startsWith(was.slice(0, start + from))).toBe(true);
  expect(is.endsWith(was.slice(start + to))).toBe(true);
  expect(difference(was, is).at).toBeGreaterThanOrEqual(start + from);
}

/** A move shuffles lines or what stands between brackets; what is added or removed is one piece; comments stay. */
function expectWithinList({ list, change, file }: Extract<Change, { kind: 'list' }>, path: string, was: string, is: string): void {
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
      // A translation may have the items in another order.
      if (path === file) expectNotesStay(path, was, is, documentOf(path, was).getIn([...plainPathOf(path, was, list), change.index], true));
      break;
  }
  if (change.kind !== 'remove') expect(sortedLines(is).filter(isComment)).toEqual(sortedLines(was).filter(isComment));
  expect(isDeepStrictEqual(withoutLists(frontOf(path, is)), withoutLists(frontOf(path, was)))).toBe(true);
}

function plainPathOf(path: string, source: string, place: SourcePath): PlainPath {
  return plainPath(documentOf(path, source), place) ?? [];
}

/** Every note of the author that does not belong to what was removed is there. @param gone node of the file's YAML */
function expectNotesStay(path: string, was: string, is: string, gone: unknown): void {
  const start = was.indexOf(yamlOf(path, was));
  const { from, to } = lettersOf(gone);
  const there = sortedLines(is).filter(isComment);
  for (const note of notesBeside(was, { from: start + from, to: start + to })) {
    const at = there.indexOf(note);
    expect(at, `${path}: ${note}`).toBeGreaterThanOrEqual(0);
    there.splice(at, 1);
  }
}

/** What is no list's stays as it was. */
function withoutLists(value: unknown): unknown {
  if (Array.isArray(value)) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutLists(inner)]));
}
