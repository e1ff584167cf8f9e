/** Adds a key with its value to a mapping of a YAML source. Every other letter stays. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, type Pair, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { EditRefused, type SourcePath } from './source-place.ts';
import { commentIndent, inBrackets, inLines, lineEnd, lineStart } from './yaml-lines.ts';
import { changedAt, isInBrackets, parseSource, plainPath, valueOf, type PlainPath } from './yaml-text.ts';

type Mapping = YAMLMap.Parsed;
type Entry = Pair<ParsedNode, ParsedNode | null>;

/** What the holder is in the source. */
type Holder = { readonly path: PlainPath; readonly isFlow: boolean } & ({ readonly map: Mapping } | { readonly text: Scalar.Parsed });

/**
 * @param order all keys that the mapping may have: the new one comes after those before it
 * @throws EditRefused where there is no mapping, or the key cannot be added to it alone
 */
export function withKey(source: string, path: SourcePath, key: string, value: unknown, order: readonly string[]): string {
  const holder = existing(source, path);
  const isText = 'text' in holder;
  const after = isText ? afterText(source, holder, key, value) : afterEntry(source, holder, key, value, order);
  return checked(source, after, holder.path, (keys) => ({ ...(isText ? { label: keys } : (keys as object)), [key]: value }));
}

function holderAt(source: string, path: SourcePath): Holder | undefined {
  const { document } = parseSource(source);
  const plain = plainPath(document, path);
  const node: unknown = plain && (plain.length === 0 ? document.contents : document.getIn(plain, true));
  if (!plain) return undefined;
  const isFlow = isInBrackets(document, plain);
  if (isMap(node)) return { path: plain, isFlow: isFlow || node.flow === true, map: node as Mapping };
  return isScalar(node) && typeof node.value === 'string' ? { path: plain, isFlow, text: node as Scalar.Parsed } : undefined;
}

function existing(source: string, path: SourcePath): Holder {
  const holder = holderAt(source, path);
  if (!holder) throw new EditRefused('gone');
  return holder;
}

function afterEntry(
  source: string,
  { map, isFlow }: Extract<Holder, { map: Mapping }>,
  key: string,
  value: unknown,
  order: readonly string[],
): string {
  const before = entryBefore(map, key, order);
  if (!before || map.has(key)) throw new EditRefused('unsafe');
  const { end } = spanOf(source, before);
  if (isFlow) return inserted(source, end, `, ${entryInBrackets(key, value)}`);
  const column = columnOf(source, map);
  return inserted(source, lastLineEnd(source, end, column), asLines(key, value, column));
}

/** The last of the keys that come before the new one. */
function entryBefore(map: Mapping, key: string, order: readonly string[]): Entry | undefined {
  const place = ({ key: each }: Entry): number => order.indexOf(String(each));
  const earlier = map.items.filter((entry) => place(entry) < order.indexOf(key));
  return earlier.reduce<Entry | undefined>((last, each) => (last && place(last) > place(each) ? last : each), undefined) ?? map.items[0];
}

/** The text becomes the label, as it is written; further lines of it stand two spaces deeper. */
function afterText(source: string, { text, isFlow }: Extract<Holder, { text: Scalar.Parsed }>, key: string, value: unknown): string {
  const [start] = text.range;
  const end = start + source.slice(start, text.range[1]).trimEnd().length;
  if (isFlow) return `${source.slice(0, start)}{ label: ${source.slice(start, end)}, ${entryInBrackets(key, value)} }${source.slice(end)}`;
  const [, spaces = '', dash = ''] = /^( *)(- +)?/.exec(source.slice(lineStart(source, start))) ?? [];
  const column = spaces.length + dash.length + 2;
  const head = source.slice(0, start).replace(/ +$/, '');
  const deeper = source.slice(start, end).replace(/\n(?=[^\n])/g, '\n  ');
  const labelled = `${head}\n${' '.repeat(column)}label: ${deeper}`;
  const whole = labelled + source.slice(end);
  return inserted(whole, lastLineEnd(whole, labelled.length, column), asLines(key, value, column));
}

/** Where an entry begins and ends, without what is only white space. */
function spanOf(source: string, { key, value }: Entry): { readonly start: number; readonly end: number } {
  const [start] = key.range;
  const end = isNode(value) ? (value as ParsedNode).range[1] : key.range[1];
  return { start, end: start + source.slice(start, Math.max(end, key.range[1])).trimEnd().length };
}

/** The end of an entry's last line, with the comments that are indented deeper than its key. */
function lastLineEnd(source: string, offset: number, column: number): number {
  let end = lineEnd(source, offset);
  while (commentIndent(source, end + 1) > column) end = lineEnd(source, end + 1);
  return end;
}

function columnOf(source: string, map: Mapping): number {
  const start = map.items[0]?.key.range[0] ?? 0;
  return start - lineStart(source, start);
}

function asLines(key: string, value: unknown, column: number): string {
  return inLines({ [key]: value })
    .map((line) => `\n${' '.repeat(column)}${line}`)
    .join('');
}

function entryInBrackets(key: string, value: unknown): string {
  return `${key}: ${inBrackets(value)}`;
}

function inserted(source: string, offset: number, more: string): string {
  return source.slice(0, offset) + more + source.slice(offset);
}

/** @throws EditRefused where anything but the mapping has become something else */
function checked(source: string, after: string, path: PlainPath, change: (value: unknown) => unknown): string {
  const before = valueOf(source);
  const held = path.reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], before);
  if (!isDeepStrictEqual(valueOf(after), changedAt(before, path, change(held)))) throw new EditRefused('unsafe');
  return after;
}
