/** Reads and replaces one text of a YAML source; every other letter of it, comments and the style of quoting too, stays as it is. */
import { LANGUAGES } from '../../src/course/languages.ts';
import { isDeepStrictEqual } from 'node:util';
import { Composer, CST, isMap, isScalar, isSeq, Parser, type Document, type ParsedNode, type Scalar } from 'yaml';
import { EditRefused, type SourcePath, type Step } from './source-place.ts';

export type PlainPath = readonly (string | number)[];
type Style = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

export interface ParsedSource {
  /** The source token by token: joined, they are the source. */
  readonly tokens: readonly CST.Token[];
  readonly document: Document.Parsed;
}

export interface YamlText {
  readonly text: string;
  /** Where its value begins in the source. */
  readonly offset: number;
}

/** @throws EditRefused where the source is no YAML */
export function parseSource(source: string): ParsedSource {
  const tokens = [...new Parser().parse(source)];
  const [document] = [...new Composer({ keepSourceTokens: true, version: '1.2' }).compose(tokens)];
  if (!document || document.errors.length > 0) throw new EditRefused('gone');
  return { tokens, document };
}

/** The path with the numbers of items in the place of their ids; undefined where there is nothing. */
export function plainPath(document: Document.Parsed, path: SourcePath): PlainPath | undefined {
  const plain: (string | number)[] = [];
  for (const step of path) {
    const found = typeof step === 'object' ? numberOf(document, plain, step.id) : step;
    if (found === undefined) return undefined;
    plain.push(found);
    if (!document.hasIn(plain)) return undefined;
  }
  return plain;
}

/** A text; undefined where there is none. A question that is only a label, and a text that is one for all languages, stand a step higher. */
export function yamlText(source: string, path: SourcePath): YamlText | undefined {
  const scalar = scalarAt(parseSource(source).document, path)?.scalar;
  return scalar && { text: String(scalar.value), offset: scalar.range?.[0] ?? 0 };
}

/**
 * @param text without white space around it
 * @throws EditRefused where there is no text at the path, or it cannot be replaced alone
 */
export function withYamlText(source: string, path: SourcePath, text: string): string {
  if (text === '') throw new EditRefused('empty');
  const before = parseSource(source).document;
  const there = scalarAt(before, path);
  if (!there) throw new EditRefused('gone');
  const value = text + (isBlock(there.scalar.type) ? (/\n*$/.exec(String(there.scalar.value))?.[0] ?? '') : '');
  const wanted: unknown = changedAt(before.toJS(), there.path, value);
  for (const style of stylesFor(there.scalar.type, value)) {
    const after = written(source, there.path, value, style);
    if (after !== undefined && isDeepStrictEqual(valueOf(after), wanted)) return after;
  }
  throw new EditRefused('unsafe');
}

/** What a source says; undefined where it is no YAML. */
export function valueOf(source: string): unknown {
  try {
    return parseSource(source).document.toJS();
  } catch (error) {
    if (error instanceof EditRefused) return undefined;
    throw error;
  }
}

function numberOf(document: Document.Parsed, list: PlainPath, id: string): number | undefined {
  const items = document.getIn(list, true);
  if (!isSeq(items)) return undefined;
  const found = items.items.findIndex((item) => isMap(item) && item.get('id') === id);
  return found < 0 ? undefined : found;
}

/** Keys that may be left out together with their mapping. */
const SHORTENED: readonly Step[] = ['label', ...LANGUAGES];

function scalarAt(document: Document.Parsed, path: SourcePath): { path: PlainPath; scalar: Scalar.Parsed } | undefined {
  const plain = plainPath(document, path);
  const node: unknown = plain && document.getIn(plain, true);
  if (plain && isScalar(node) && typeof node.value === 'string') return { path: plain, scalar: node as Scalar.Parsed };
  const last = path.at(-1);
  return plain === undefined && last !== undefined && SHORTENED.includes(last) ? scalarAt(document, path.slice(0, -1)) : undefined;
}

const isBlock = (style: unknown): boolean => style === 'BLOCK_LITERAL' || style === 'BLOCK_FOLDED';

/** The author's own style first; what it cannot hold is quoted. */
function stylesFor(own: Scalar.Type | undefined, value: string): Style[] {
  const style = (own ?? 'PLAIN') as Style;
  if (value.trimEnd().includes('\n'))
    return [...new Set<Style>([isBlock(style) ? style : 'BLOCK_LITERAL', 'BLOCK_LITERAL', 'QUOTE_DOUBLE'])];
  return [...new Set<Style>([style, 'QUOTE_SINGLE', 'QUOTE_DOUBLE'])];
}

/** @returns undefined where the value does not fit into the style */
function written(source: string, path: PlainPath, value: string, style: Style): string | undefined {
  const { tokens, document } = parseSource(source);
  const node = document.getIn(path, true) as ParsedNode;
  const token = node.srcToken;
  if (!token || !('offset' in token)) return undefined;
  const inFlow = isInBrackets(document, path);
  const afterKey = typeof path.at(-1) === 'string';
  // The library takes the indentation of lines from the token, two more after a key.
  if ('indent' in token) token.indent = indentOf(source, node, document, path) - (afterKey ? 2 : 0);
  CST.setScalarValue(token, value, { afterKey, inFlow, type: style });
  if (CST_TYPES[style] !== token.type) return undefined;
  return tokens.map((each) => CST.stringify(each)).join('');
}

const CST_TYPES: Readonly<Record<Style, CST.Token['type']>> = {
  PLAIN: 'scalar',
  QUOTE_SINGLE: 'single-quoted-scalar',
  QUOTE_DOUBLE: 'double-quoted-scalar',
  BLOCK_LITERAL: 'block-scalar',
  BLOCK_FOLDED: 'block-scalar',
};

/** Whether something around the value stands between brackets. */
export function isInBrackets(document: Document.Parsed, path: PlainPath): boolean {
  return path.some((_, length) => isFlow(document.getIn(path.slice(0, length), true)));
}

function isFlow(node: unknown): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

/** How far the lines of a text of several lines are indented: as they are, otherwise two spaces more than what holds it. */
function indentOf(source: string, node: ParsedNode, document: Document.Parsed, path: PlainPath): number {
  const [start, end] = node.range;
  const own = isBlock((node as Scalar).type) ? /\n( +)\S/.exec(source.slice(start, end))?.[1]?.length : undefined;
  if (own !== undefined) return own;
  const parent = document.getIn(path.slice(0, -1), true) as ParsedNode | undefined;
  const offset = parent?.range[0] ?? 0;
  return offset - (source.lastIndexOf('\n', offset - 1) + 1) + 2;
}

/** A copy with another value at a path. */
export function changedAt(whole: unknown, [step, ...rest]: PlainPath, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) return whole.map((item: unknown, index) => (index === step ? changedAt(item, rest, value) : item));
  return Object.fromEntries(
    Object.entries(whole as Record<string, unknown>).map(([key, item]) => [key, key === step ? changedAt(item, rest, value) : item]),
  );
}
