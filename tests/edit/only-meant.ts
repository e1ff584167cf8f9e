/** What is meant by a change, and that nothing else of any file is another. */
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { filesOf, filesOfChapters, type Change, type ChangedFiles } from '../../build/edit/change.ts';
import type { Texts } from '../../build/edit/course-texts.ts';
import { valueAt } from '../../build/edit/new-value.ts';
import { bodyOf, readText, yamlOf } from '../../build/edit/source-text.ts';
import type { SourcePath } from '../../build/edit/source-place.ts';
import { plainPath, type PlainPath } from '../../build/edit/yaml-text.ts';
import { exerciseLines, stretchesIn } from '../../build/exercise-lines.ts';
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
        if (!LOCKS.includes(path)) expectWithinList(change, path, before.get(path) ?? '', is ?? '');
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

/** Each changed file but the locks, as it was and as it is. */
function pairs(before: Texts, changed: ChangedFiles): readonly (readonly [path: string, was: string, is: string])[] {
  return [...changed].flatMap(([path, is]) =>
    LOCKS.includes(path) || is === undefined ? [] : [[path, before.get(path) ?? '', is] as const],
  );
}

const squashed = (text: string): string => text.replace(/\s+/g, '');

/** One piece comes or goes. A text that becomes a label stays within the piece to the letter, white space aside. */
function expectOnlyPart({ file, holder, key, change }: Extract<Change, { kind: 'part' }>, before: Texts, changed: ChangedFiles): void {
  expect([...changed.keys()]).toContain(file);
  for (const [path, was, is] of pairs(before, changed)) {
    const { cut, put } = difference(was, is);
    const [old, now] = [frontOf(path, was), frontOf(path, is)].map((front) => holder.reduce<unknown>(valueAt, front));
    if (change.kind === 'remove') {
      expect(put).toBe('');
      const { [key]: gone, ...rest } = old as Record<string, unknown>;
      expect(gone).toBeDefined();
      const map = documentOf(path, was).getIn(plainPathOf(path, was, holder), true);
      expectNotesStay(path, was, is, isMap(map) ? map.items.find((pair) => String(pair.key) === key) : undefined);
      expect(now).toEqual(rest);
    } else {
      expect(squashed(put)).toContain(squashed(cut));
      if (typeof old !== 'string') expect(cut).toBe('');
      const { [key]: added, ...rest } = now as Record<string, unknown>;
      expect(rest).toEqual(typeof old === 'string' ? { label: old } : old);
      expect(textsIn(added)).toEqual(expect.arrayContaining(change.texts.filter((text) => !/^\d+$/.test(text)).map((text) => text.trim())));
      expect(sortedLines(is).filter(isComment)).toEqual(sortedLines(was).filter(isComment));
    }
    expect(withoutHolder(frontOf(path, is), holder)).toEqual(withoutHolder(frontOf(path, was), holder));
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function withoutHolder(value: unknown, [step, ...rest]: Extract<Change, { kind: 'part' }>['holder']): unknown {
  if (step === undefined) return undefined;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (isMeant(item, index, step) ? withoutHolder(item, rest) : item));
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(entries.map(([key, inner]) => [key, key === step ? withoutHolder(inner, rest) : inner]));
}

function isMeant(item: unknown, index: number, step: unknown): boolean {
  return typeof step === 'object' && step !== null && 'id' in step ? valueAt(item, 'id') === step.id : index === step;
}

const isFull = (line: string): boolean => line.trim() !== '';

/** The lines of the shorter text stand in the longer one, in their order. */
function expectLinesWithin(longer: string, shorter: string): void {
  const rest = longer.split('\n').filter(isFull);
  let at = 0;
  for (const line of shorter.split('\n').filter(isFull)) {
    const found = rest.indexOf(line, at);
    expect(found, line).toBeGreaterThanOrEqual(at);
    at = found + 1;
  }
}

function expectOnlyWhole(change: Extract<Change, { kind: 'exercise' | 'chapter' }>, before: Texts, changed: ChangedFiles): void {
  if (change.kind === 'exercise') {
    expect([...changed.keys()]).toEqual(expect.arrayContaining(['fi', 'sv', 'en'].map((language) => language + change.file.slice(2))));
    for (const [path, was, is] of pairs(before, changed)) expectOnlyExercise(change.change, path, was, is);
    return;
  }
  const { change: what } = change;
  const [was, is] = [before.get('course.yaml') ?? '', changed.get('course.yaml') ?? ''];
  const { cut, put } = difference(was, is);
  const files = [...changed.keys()].filter((path) => path.endsWith('.md'));
  switch (what.kind) {
    case 'move':
      expect(sortedLines(is)).toEqual(sortedLines(was));
      expect(files).toEqual([]);
      break;
    case 'add':
      expect(cut).toBe('');
      expect(files).toHaveLength(3);
      expect(files.filter((path) => before.has(path))).toEqual([]);
      for (const path of files) expect(valueAt(frontOf(path, changed.get(path) ?? ''), 'title')).toBe(what.title.trim());
      break;
    case 'remove':
      expect(put).toBe('');
      expect(files.sort()).toEqual(['en', 'fi', 'sv'].map((language) => `${language}/${what.name}.md`));
      expect(files.filter((path) => changed.get(path) !== undefined)).toEqual([]);
      break;
  }
}

function expectOnlyExercise(change: Extract<Change, { kind: 'exercise' }>['change'], path: string, was: string, is: string): void {
  const [idsWas, idsIs] = [was, is].map((text) => exerciseLines(text).map(({ id }) => id));
  const items = (text: string): unknown[] => (valueAt(frontOf(path, text), 'exercises') ?? []) as unknown[];
  const others = (text: string): unknown[] => items(text).filter((item) => valueAt(item, 'id') !== change.id);
  const stretches = (text: string): string[] => stretchesIn(bodyOf(path, text).body).map(squashed).filter(Boolean);
  switch (change.kind) {
    case 'move':
      expect(sortedLines(is)).toEqual(sortedLines(was));
      expect(stretches(is)).toEqual(stretches(was));
      expect(idsIs).not.toEqual(idsWas);
      break;
    case 'add':
      expectLinesWithin(is, was);
      expect(others(is)).toEqual(items(was));
      expect(stretches(is)).toEqual(stretches(was));
      expect(idsIs?.filter((id) => id !== change.id)).toEqual(idsWas);
      break;
    case 'remove':
      expectLinesWithin(was, is);
      expectNotesStay(path, was, is, exerciseNode(path, was, change.id));
      expect(items(is)).toEqual(others(was));
      expect(stretches(is).join('')).toBe(stretches(was).join(''));
      expect(idsIs).toEqual(idsWas?.filter((id) => id !== change.id));
      break;
  }
}

/** The exercise, or with the last one the list of all. */
function exerciseNode(path: string, source: string, id: string): unknown {
  const document = documentOf(path, source);
  const list = document.get('exercises', true);
  if (isSeq(list) && list.items.length === 1) return (document.contents as YAMLMap).items.find(({ key }) => String(key) === 'exercises');
  return document.getIn(plainPathOf(path, source, ['exercises', { id }]), true);
}
