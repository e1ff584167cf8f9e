/** The texts that a learner sees, cut out of the content, each with the place that it came from. */
import createMarkdownIt, { type Token } from 'markdown-it';
import { isPair, isScalar, parseDocument, visit, type Scalar } from 'yaml';
import { directives } from './directives.ts';

/** A paragraph, a heading, a label: what is read in one go. */
export interface Passage {
  readonly file: string;
  /** Without mark-up and addresses, on one line; `PLACEHOLDER` where the program puts something in. */
  readonly text: string;
  /** The lines of the file that hold it, from 1. */
  readonly firstLine: number;
  readonly source: string;
}

/** Stands for what the program puts into a text. */
export const PLACEHOLDER = '\uFFFC';

/** Keys whose values no learner reads. */
const technicalKeys = new Set([
  'id',
  'answersOf',
  'kind',
  'sign',
  'classes',
  'exercises',
  'licence',
  'rule',
  'from',
  'link',
  'version',
  'contact',
  'languages',
  'chapters',
  'completeWhen',
  'report',
  'overflow',
  'statusWhenComplete',
  'lrs',
  'sources',
]);
/** Texts in the course's other languages. */
const otherLanguages = new Set(['sv', 'en']);

/** A chapter: its front matter and its text. */
export function chapterPassages(file: string, source: string): Passage[] {
  const frontMatter = /^---\n([\s\S]*?\n)---[ \t]*\n/.exec(source);
  const bodyStart = frontMatter?.[0].length ?? 0;
  return [
    ...(frontMatter ? yamlPassages(file, source, 4, 4 + (frontMatter[1] ?? '').length) : []),
    ...markdownPassages(file, source.slice(bodyStart), lineAt(source, bodyStart)),
  ];
}

/** The texts in YAML, here the part of `source` from `start` to `end`. */
export function yamlPassages(file: string, source: string, start = 0, end = source.length): Passage[] {
  const passages: Passage[] = [];
  visit(parseDocument(source.slice(start, end)), {
    Pair: (_, { key }) => (isScalar(key) && otherLanguages.has(String(key.value)) ? visit.SKIP : undefined),
    Scalar: (place, scalar, path) => {
      const pair = path.findLast((node) => isPair(node));
      if (place === 'key' || !pair || technicalKeys.has(String(pair.key))) return;
      passages.push(...scalarPassages(file, source, scalar, start));
    },
  });
  return passages;
}

/** The texts that `course.yaml` has in this very language. */
export function localPassages(file: string, source: string, language: string): Passage[] {
  const passages: Passage[] = [];
  visit(parseDocument(source), {
    Pair: (_, { key, value }) => {
      if (isScalar(key) && key.value === language && isScalar(value)) passages.push(...scalarPassages(file, source, value, 0));
    },
  });
  return passages;
}

/** @param start where in `source` the YAML begins */
function scalarPassages(file: string, source: string, { type, value, range }: Scalar, start: number): Passage[] {
  if (typeof value !== 'string' || !range) return [];
  const [from, to] = [start + range[0], start + range[1]];
  // As in the file, line by line, after the line of the bar.
  if (type === 'BLOCK_LITERAL') return markdownPassages(file, value, lineAt(source, from) + 1);
  const within = { firstLine: lineAt(source, from), source: source.slice(from, to) };
  return markdownPassages(file, value, 1).map((passage) => ({ ...passage, ...within }));
}

/** @param firstLine the line of `file` on which `source` begins */
export function markdownPassages(file: string, source: string, firstLine = 1): Passage[] {
  const markdown = createMarkdownIt({ html: false });
  // Faults in the lines of colons are told by the build; here they only must not become text.
  directives(markdown, () => undefined);
  const lines = source.split('\n');
  return markdown.parse(source, {}).flatMap((token): Passage[] => {
    const text = token.type === 'voice_open' ? token.info : token.type === 'inline' ? inlineText(token) : '';
    if (text.trim() === '' || !token.map) return [];
    const [from, to] = token.map;
    return [{ file, text, firstLine: firstLine + from, source: lines.slice(from, to).join('\n') }];
  });
}

function inlineText(token: Token): string {
  return (token.children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : type === 'code_inline' ? '' : content))
    .join('')
    .replace(/\{[a-z]+\}/g, PLACEHOLDER);
}

/** The line, from 1, on which an offset of a text stands. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}
