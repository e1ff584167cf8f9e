/** Adds, moves and removes items of a list in a YAML source. Each item keeps its own lines, and the comment above it goes along with it. */
import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, type Node, type YAMLSeq } from 'yaml';
import { EditRefused, type SourcePath } from './source-place.ts';
import { commentIndent, inBrackets, inLines, lineEnd, lineStart } from './yaml-lines.ts';
import { parseSource, plainPath, valueOf } from './yaml-text.ts';

/** Offsets in the source, the end not included. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface List {
  readonly source: string;
  readonly node: YAMLSeq<Node>;
  readonly path: readonly (string | number)[];
  /** Of each item: its lines with the comments that belong to it, or, between brackets, itself. */
  readonly spans: readonly Span[];
}

/** The items of a list as they are written; undefined where there is no list. */
export function yamlItems(source: string, path: SourcePath): readonly unknown[] | undefined {
  return listAt(source, path)?.node.toJSON() as unknown[] | undefined;
}

/**
 * @param index where the new item shall stand; at the end where it is as many as there are
 * @throws EditRefused where there is no list, or an item cannot be added to it alone
 */
export function withItem(source: string, path: SourcePath, index: number, item: unknown): string {
  const list = existing(source, path);
  const count = list.spans.length;
  const after = list.spans[index - 1] ?? list.spans[0];
  if (!after || index > count) throw new EditRefused('gone');
  const isFirst = index === 0;
  const place = isFirst ? after.start : after.end;
  const added = list.node.flow
    ? [isFirst ? '' : ', ', inBrackets(item), isFirst ? ', ' : '']
    : [isFirst ? '' : gapBeside(list, index), asLines(list, isFirst ? 0 : index - 1, item), isFirst ? gapBeside(list, 1) : ''];
  return checked(list, `${source.slice(0, place)}${added.join('')}${source.slice(place)}`, (items) => items.toSpliced(index, 0, item));
}

/** @throws EditRefused as `withItem` does, and where a note of the author between brackets would go too */
export function withoutItem(source: string, path: SourcePath, index: number): string {
  const list = existing(source, path);
  const { spans } = list;
  const [before, span, after] = [spans[index - 1], spans[index], spans[index + 1]];
  if (!span) throw new EditRefused('gone');
  if (!before && !after) throw new EditRefused('fewest');
  // With it goes what parts it from its neighbour, but no note that stands between them.
  const [from, to] = after ? [span.end, after.start] : [before?.end ?? span.start, span.start];
  const gap = source.slice(from, to);
  const isNoted = gap.includes('#');
  if (isNoted && list.node.flow) throw new EditRefused('unsafe');
  const kept = isNoted ? (after ? gap.replace(/^\s*\n/, '') : gap.trimEnd()) : '';
  const start = after ? span.start : to - gap.length + kept.length;
  const end = after ? to - kept.length : span.end;
  return checked(list, source.slice(0, start) + source.slice(end), (items) => items.toSpliced(index, 1));
}

/** @throws EditRefused as `withItem` does */
export function withMovedItem(source: string, path: SourcePath, from: number, to: number): string {
  const list = existing(source, path);
  const { spans } = list;
  if (!spans[from] || !spans[to]) throw new EditRefused('gone');
  const order = moved([...spans.keys()], from, to);
  // What stands between two items stays where it is.
  const pieces = spans.map((span, index) => {
    const other = spans[order[index] ?? index] ?? span;
    return source.slice(other.start, other.end) + source.slice(span.end, spans[index + 1]?.start ?? span.end);
  });
  const after = source.slice(0, spans[0]?.start) + pieces.join('') + source.slice(spans.at(-1)?.end);
  return checked(list, after, (items) => moved(items, from, to));
}

/** A copy of a list with an item in another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  return items.toSpliced(from, 1).toSpliced(to, 0, ...items.slice(from, from + 1));
}

function existing(source: string, path: SourcePath): List {
  const list = listAt(source, path);
  if (!list) throw new EditRefused('gone');
  return list;
}

function listAt(source: string, path: SourcePath): List | undefined {
  const { document } = parseSource(source);
  const plain = plainPath(document, path);
  const node: unknown = plain && document.getIn(plain, true);
  if (!plain || !isSeq<Node>(node)) return undefined;
  const spans = node.items.map((item, index) => {
    const [start, end] = item.range ?? [0, 0];
    if (node.flow) return { start, end };
    return linesOf(source, start, end, index === 0);
  });
  return { source, node, path: plain, spans };
}

/** The whole lines of an item that begins after a dash; comments above the first item are taken as the list's own. */
function linesOf(source: string, offset: number, valueEnd: number, isFirst: boolean): Span {
  const dash = source.lastIndexOf('-', offset - 1);
  let start = lineStart(source, dash);
  const indent = dash - start;
  let end = lineEnd(source, offset + source.slice(offset, valueEnd).trimEnd().length);
  while (commentIndent(source, end + 1) > indent) end = lineEnd(source, end + 1);
  while (!isFirst && start > 0 && commentIndent(source, lineStart(source, start - 1)) === indent) start = lineStart(source, start - 1);
  return { start, end };
}

/** What stands between the items where the new one comes: a line end, and a blank line where the author has them. */
function gapBeside({ source, spans }: List, index: number): string {
  const [before, after] = spans[index] ? [spans[index - 1], spans[index]] : [spans[index - 2], spans[index - 1]];
  const gap = before && after ? source.slice(before.end, after.start) : '\n';
  return gap.trim() === '' ? gap : '\n';
}

/** An item in lines, indented as a neighbour is and, as it, in brackets or not. */
function asLines({ source, node }: List, neighbour: number, item: unknown): string {
  const like = node.items[neighbour];
  const offset = like?.range?.[0] ?? 0;
  // The list begins with its first dash. That of an item may stand on a line of its own.
  const first = node.range?.[0] ?? 0;
  const indent = first - lineStart(source, first);
  const lead = source.slice(lineStart(source, offset) + indent, offset);
  const margin = /^-( *)$/.test(lead) ? lead : '- ';
  if (isMap(like) && like.flow) return ' '.repeat(indent) + margin + inBrackets(item);
  return inLines(item)
    .map((line, index) => (index === 0 ? ' '.repeat(indent) + margin : line && ' '.repeat(indent + margin.length)) + line)
    .join('\n');
}

/** @throws EditRefused where anything but the list has become something else */
function checked({ source, path }: List, after: string, change: (items: unknown[]) => unknown[]): string {
  const wanted = valueOf(source);
  const holder = path.slice(0, -1).reduce<unknown>((value, step) => (value as Record<string | number, unknown>)[step], wanted);
  const key = path.at(-1) ?? '';
  const changing = holder as Record<string | number, unknown[]>;
  changing[key] = change(changing[key] ?? []);
  if (!isDeepStrictEqual(valueOf(after), wanted)) throw new EditRefused('unsafe');
  return after;
}
