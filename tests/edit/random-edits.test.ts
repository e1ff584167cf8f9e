/**
 * Five hundred edits, one after another, in the course's own chapters: each changes what was meant, and no other letter of any file.
 * `EDIT_SEED=fresh` tries others; what fails prints its seed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMap, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import { changedFiles, filesOf, type Change, type ListChange, type Texts } from '../../build/edit/change.ts';
import { listsAround } from '../../build/edit/list-shape.ts';
import { EditRefused, type SourcePath } from '../../build/edit/source-place.ts';
import { readText, yamlOf } from '../../build/edit/source-text.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
const LANGUAGES = ['fi', 'sv', 'en'];
const STEPS = 500;
const LOCKS = ['identifiers.lock', 'translations.lock'];
const seed = process.env['EDIT_SEED'] === 'fresh' ? Date.now() % 2 ** 31 : Number(process.env['EDIT_SEED'] ?? 14);

/** Words as authors write them, with every sign that means something to YAML. */
const words = fc
  .array(
    fc.constantFrom(
      'kirjasto',
      'Äänikirja',
      'a: b',
      '# ei',
      '- viiva',
      "asiakkaan 'oma'",
      '"lainaus"',
      '{x}',
      '[y',
      '*tähti*',
      '& ja',
      '!',
      '%',
      '@',
      '|',
      '>',
      '12',
      'true',
      'null',
      '~',
      '…',
      '😀',
      ',',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((some) => some.join(' '));

interface Step {
  readonly kind: 'text' | 'passage' | 'add' | 'move' | 'remove';
  /** Chooses a place, a list and items among those there are. */
  readonly pick: readonly [number, number, number];
  readonly words: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('text', 'passage', 'add', 'move', 'remove'),
  pick: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  words,
});

async function contentFiles(): Promise<Map<string, string>> {
  const names = (
    await Promise.all(LANGUAGES.map(async (language) => (await readdir(join(CONTENT, language))).map((name) => `${language}/${name}`)))
  ).flat();
  const paths = ['course.yaml', ...LOCKS, ...names.filter((name) => name.endsWith('.md'))];
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(CONTENT, path), 'utf8')] as const)));
}

const original = await contentFiles();
const mainFiles = [...original.keys()].filter((path) => path.startsWith('fi/') || path === 'course.yaml');

/** Most sources are looked at many times. */
const parsed = new Map<string, Document.Parsed>();

function documentOf(file: string, source: string): Document.Parsed {
  const yaml = yamlOf(file, source);
  const document = parsed.get(yaml) ?? parseDocument(yaml);
  parsed.set(yaml, document);
  return document;
}

const nth = <T>(list: readonly T[], number: number): T | undefined => (list.length === 0 ? undefined : list[number % list.length]);

/** Every text value, and every list that may be changed, by path. */
function placesIn(file: string, source: string): { texts: SourcePath[]; lists: SourcePath[] } {
  const document = documentOf(file, source);
  const value: unknown = document.toJS();
  const texts: SourcePath[] = [];
  const lists = new Map<string, SourcePath>();
  visit(document, {
    Scalar: (key, node, ancestors) => {
      if (key === 'key' || typeof node.value !== 'string') return;
      const path = pathTo(ancestors as Document[], node);
      const last = path.findLast((each) => typeof each === 'string');
      if (['id', 'kind', 'sign', 'classes', 'answersOf', 'link', 'languages', 'chapters', 'version', 'contact'].includes(String(last)))
        return;
      texts.push(path);
      for (const list of listsAround(file, path, value, 'fi')) lists.set(JSON.stringify(list.path), list.path);
    },
  });
  return { texts, lists: [...lists.values()] };
}

function pathTo(ancestors: readonly unknown[], node: unknown): SourcePath {
  const chain = [...ancestors, node];
  return chain.flatMap((holder, index): (string | number)[] => {
    const inner = chain[index + 1];
    if (isSeq(holder)) return [holder.items.indexOf(inner)];
    if (!isMap(holder)) return [];
    const pair = holder.items.find((each) => each === inner);
    return pair && isScalar(pair.key) ? [String(pair.key.value)] : [];
  });
}

/** A change that the files allow as they are; undefined where the choice hit nothing. */
function changeOf({ kind, pick: [where, which, other], words: text }: Step, files: Texts): Change | undefined {
  const file = nth(mainFiles, where) ?? 'course.yaml';
  const source = files.get(file) ?? '';
  if (kind === 'passage') {
    const lines = source.split('\n');
    const first = file.endsWith('.yaml') ? lines.length : lines.indexOf('---', 1) + 1;
    const prose = lines.flatMap((line, index) => (index >= first && /^[A-ZÅÄÖ]/.test(line) ? [index + 1] : []));
    const from = nth(prose, which);
    return from === undefined ? undefined : { kind: 'text', place: { file, lines: { from, to: from + 1 } }, text: `Kappale: ${text}` };
  }
  const { texts, lists } = placesIn(file, source);
  if (kind === 'text') {
    const path = nth(texts, which);
    return path && { kind: 'text', place: { file, path }, text };
  }
  const list = nth(lists, which);
  return list && { kind: 'list', file, list, change: listChange(kind, list, file, source, other, text) };
}

function listChange(
  kind: 'add' | 'move' | 'remove',
  list: SourcePath,
  file: string,
  source: string,
  other: number,
  text: string,
): ListChange {
  const document = documentOf(file, source);
  const items = document.getIn(list) as { readonly items: readonly unknown[] };
  const count = items.items.length;
  const index = other % count;
  if (kind === 'add') {
    const shape = listsAround(file, [...list, 0], document.toJS(), 'fi')[0];
    return { kind, index: index + 1, texts: (shape?.slots ?? []).map((slot) => (slot.includes('link') ? 'https://esimerkki.fi' : text)) };
  }
  if (kind === 'move') return { kind, from: index, to: (index + 1 + (other % 3)) % count };
  return { kind, index };
}

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

function expectOnlyMeant(change: Change, before: Texts, changed: Texts): void {
  const file = change.kind === 'text' ? change.place.file : change.file;
  for (const path of changed.keys()) expect(filesOf(file, LANGUAGES)).toContain(path);
  if (change.kind === 'text') {
    expect([...changed.keys()].every((path) => path === file)).toBe(true);
    const [was, is] = [before.get(file) ?? '', changed.get(file) ?? before.get(file) ?? ''];
    expect(readText(is, change.place)?.text).toBe(change.text);
    expectWithinText(change, was, is);
    return;
  }
  for (const [path, is] of changed) {
    if (!LOCKS.includes(path)) expectWithinList(change.change, path, before.get(path) ?? '', is);
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

test(`each of ${String(STEPS)} edits changes what was meant and nothing else (seed ${String(seed)})`, { timeout: 120_000 }, () => {
  const files = new Map(original);
  const done = new Map<string, number>();
  for (const each of fc.sample(step, { numRuns: STEPS, seed })) {
    const change = changeOf(each, files);
    if (!change) continue;
    try {
      const changed = changedFiles(change, files, LANGUAGES);
      expectOnlyMeant(change, files, changed);
      for (const [path, text] of changed) files.set(path, text);
      done.set(each.kind, (done.get(each.kind) ?? 0) + 1);
    } catch (error) {
      // A list keeps its fewest and its most items; nothing else is refused.
      if (!(error instanceof EditRefused) || !['fewest', 'most'].includes(error.reason))
        throw new Error(`Seed ${String(seed)}: ${JSON.stringify(change)}`, { cause: error });
    }
  }
  for (const kind of ['text', 'passage', 'add', 'move', 'remove']) expect(done.get(kind) ?? 0).toBeGreaterThan(STEPS / 25);
});
