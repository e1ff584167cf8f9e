/** Lines of a YAML source, and new values as they are written into one. */
import { Document, isScalar, visit, type YAMLMap } from 'yaml';

export function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1;
}

export function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}

/** How far a line that is only a comment is indented; -1 where the line is none. */
export function commentIndent(source: string, start: number): number {
  const [, spaces] = /^( *)#/.exec(source.slice(start, lineEnd(source, start))) ?? [];
  return start > source.length || spaces === undefined ? -1 : spaces.length;
}

/** A value in lines of its own, not indented. */
export function inLines(value: unknown): string[] {
  return documentOf(value).toString({ lineWidth: 0, singleQuote: true }).trimEnd().split('\n');
}

/** A value in one line, its lists and mappings between brackets. */
export function inBrackets(value: unknown): string {
  const document = documentOf(value);
  visit(document, { Collection: (_, node) => void ((node as YAMLMap).flow = true) });
  return document.toString({ lineWidth: 0, singleQuote: true }).trimEnd();
}

/** A text that is more than letters in a row may mean something between brackets: it is quoted. */
function documentOf(value: unknown): Document {
  const document = new Document(value);
  visit(document, {
    Scalar: (key, node) => {
      const isOdd = key !== 'key' && isScalar(node) && typeof node.value === 'string' && /[,[\]{}]/.test(node.value);
      if (isOdd) node.type = 'QUOTE_SINGLE';
    },
  });
  return document;
}
