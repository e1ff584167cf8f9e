/** Notes that an author has strewn over the YAML of a course: apart from the items of its lists, and above keys. */
import { isScalar, isSeq, visit, type Pair, type Scalar } from 'yaml';
import { yamlOf } from '../../build/edit/source-text.ts';
import { documentOf } from './random-changes.ts';

/** Of so many places one gets a note. */
const EVERY = 4;

export function withNotes(files: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...files].map(([path, source]) => [path, /\.(?:md|yaml)$/.test(path) ? noted(path, source) : source]));
}

function noted(path: string, source: string): string {
  const yaml = yamlOf(path, source);
  const start = source.indexOf(yaml);
  const places = new Set<number>();
  const lineOf = (offset: number): number => yaml.lastIndexOf('\n', offset - 1) + 1;
  visit(documentOf(path, source), {
    Collection: (_, node) => {
      if (node.flow === true) return visit.SKIP;
      if (isSeq(node)) for (const item of node.items.slice(1)) places.add(lineOf((item as Scalar).range?.[0] ?? 0));
      else for (const { key } of (node.items as Pair[]).slice(1)) if (isScalar(key)) places.add(lineOf(key.range?.[0] ?? 0));
      return undefined;
    },
  });
  const chosen = [...places].sort((a, b) => a - b).filter((_, number) => number % EVERY === 0);
  return chosen.reverse().reduce((text, place, number) => {
    const line = text.slice(start + place);
    const indent = /^ */.exec(line)?.[0] ?? '';
    const note = `${indent}# Muistiinpano ${String(chosen.length - number)}\n`;
    return text.slice(0, start + place) + (line.trimStart().startsWith('- ') ? `\n${note}\n` : note) + line;
  }, source);
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** From the first to the last letter of a node, or of a key with its value, without the notes around it. */
export function lettersOf(node: unknown): Range {
  let [from, to] = [Infinity, 0];
  visit(node as Scalar, {
    Scalar: (_, { range }) => {
      from = Math.min(from, range?.[0] ?? Infinity);
      to = Math.max(to, range?.[1] ?? 0);
    },
  });
  return { from, to };
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
const isWithin = (line: string | undefined, indent: number): boolean =>
  line !== undefined && (line.trim() === '' || (isNote(line) && indentOf(line) > indent));
const isNote = (line: string): boolean => /^\s*#/.test(line);

/**
 * The notes of a text that do not belong to these letters: neither among them, nor above or below them without a blank line between, nor below them
 * and indented more than they are, which is within them.
 */
export function notesBeside(text: string, { from, to }: Range): string[] {
  let offset = 0;
  const lines = text.split('\n').map((line) => {
    const start = offset;
    offset += line.length + 1;
    return { line, isOwn: start <= to && start + line.length >= from };
  });
  const first = lines.findIndex(({ isOwn }) => isOwn);
  const last = lines.findLastIndex(({ isOwn }) => isOwn);
  let [above, below] = [first, last];
  while (isNote(lines[above - 1]?.line ?? '')) above -= 1;
  const indent = indentOf(lines[first]?.line ?? '');
  while (isNote(lines[below + 1]?.line ?? '')) below += 1;
  for (let next = below + 1; isWithin(lines[next]?.line, indent); next += 1) below = next;
  return lines.flatMap(({ line }, index) => (isNote(line) && (index < above || index > below) ? [line] : []));
}
