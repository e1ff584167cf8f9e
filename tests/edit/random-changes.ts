/** Changes as an author may make them, chosen at random among those that the files allow as they are. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument, visit, type Document } from 'yaml';
import type { Change } from '../../build/edit/change.ts';
import type { Texts } from '../../build/edit/course-texts.ts';
import type { ListChange } from '../../build/edit/list-change.ts';
import { listsAround } from '../../build/edit/list-shape.ts';
import type { SourcePath } from '../../build/edit/source-place.ts';
import { yamlOf } from '../../build/edit/source-text.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export const LOCKS = ['identifiers.lock', 'translations.lock'];
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

/** What an author does. */
export const KINDS = ['text', 'passage', 'add', 'move', 'remove'] as const;

export interface Step {
  readonly kind: (typeof KINDS)[number];
  /** Chooses a place, a list and items among those there are. */
  readonly pick: readonly [number, number, number];
  readonly words: string;
}

export const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  pick: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  words,
});

export async function contentFiles(): Promise<Map<string, string>> {
  const names = (
    await Promise.all(LANGUAGES.map(async (language) => (await readdir(join(CONTENT, language))).map((name) => `${language}/${name}`)))
  ).flat();
  const paths = ['course.yaml', ...LOCKS, ...names.filter((name) => name.endsWith('.md'))];
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(CONTENT, path), 'utf8')] as const)));
}

/** Most sources are looked at many times. */
const parsed = new Map<string, Document.Parsed>();

export function documentOf(file: string, source: string): Document.Parsed {
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

const isMain = (path: string): boolean => path.startsWith('fi/') || path === 'course.yaml';

/** A change that the files allow as they are; undefined where the choice hit nothing. */
export function changeOf(step: Step, files: Texts): Change | undefined {
  const { kind, pick, words: text } = step;
  const [where, which, other] = pick;
  const file = nth([...files.keys()].filter(isMain), where) ?? 'course.yaml';
  const source = files.get(file) ?? '';
  switch (kind) {
    case 'passage':
      return passageChange(file, source, which, text);
    case 'text': {
      const path = nth(placesIn(file, source).texts, which);
      return path && { kind: 'text', place: { file, path }, text };
    }
    default: {
      const list = nth(placesIn(file, source).lists, which);
      return list && { kind: 'list', file, list, change: listChange(kind, list, file, source, other, text) };
    }
  }
}

function passageChange(file: string, source: string, which: number, text: string): Change | undefined {
  const lines = source.split('\n');
  const first = file.endsWith('.yaml') ? lines.length : lines.indexOf('---', 1) + 1;
  const prose = lines.flatMap((line, index) => (index >= first && /^[A-ZÅÄÖ]/.test(line) ? [index + 1] : []));
  const from = nth(prose, which);
  return from === undefined ? undefined : { kind: 'text', place: { file, lines: { from, to: from + 1 } }, text: `Kappale: ${text}` };
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
