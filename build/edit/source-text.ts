/** Reads and changes a text of a file by its place: YAML in `course.yaml` and in a chapter's front matter, Markdown as it is written. */
import { EditRefused, type Lines, type SourcePlace } from './source-place.ts';
import { withYamlText, yamlText } from './yaml-text.ts';

export interface SourceText {
  readonly text: string;
  /** Its first line, from 1. */
  readonly line: number;
}

/** @param source the file's text with `\n` line ends @returns undefined where there is no such text */
export function readText(source: string, place: SourcePlace): SourceText | undefined {
  if ('lines' in place) {
    const { from, to } = place.lines;
    const lines = source.split('\n').slice(from - 1, to - 1);
    return lines.length === 0 ? undefined : { text: lines.join('\n'), line: from };
  }
  const { start, end } = yamlSpan(place.file, source);
  const found = yamlText(source.slice(start, end), place.path);
  return found && { text: found.text.trim(), line: source.slice(0, start + found.offset).split('\n').length };
}

/** @throws EditRefused where the text cannot be changed alone */
export function withText(source: string, place: SourcePlace, text: string): string {
  if ('lines' in place) return withLines(source, place.lines, text);
  return withYaml(place.file, source, (yaml) => withYamlText(yaml, place.path, text.trim()));
}

/** The file with its YAML changed. */
export function withYaml(file: string, source: string, change: (yaml: string) => string): string {
  const { start, end } = yamlSpan(file, source);
  return source.slice(0, start) + change(source.slice(start, end)) + source.slice(end);
}

/** The YAML of a file. */
export function yamlOf(file: string, source: string): string {
  const { start, end } = yamlSpan(file, source);
  return source.slice(start, end);
}

/** @throws EditRefused where a chapter has no front matter */
function yamlSpan(file: string, source: string): { readonly start: number; readonly end: number } {
  if (file.endsWith('.yaml')) return { start: 0, end: source.length };
  const start = /^---[ \t]*\n/.exec(source)?.[0].length ?? 0;
  const end = start > 0 ? /^---[ \t]*$/m.exec(source.slice(start)) : null;
  if (!end) throw new EditRefused('gone');
  return { start, end: start + end.index };
}

/** A passage that becomes nothing goes with the blank line after it. */
function withLines(source: string, { from, to }: Lines, text: string): string {
  const lines = source.split('\n');
  if (from < 1 || to <= from || to - 1 > lines.length) throw new EditRefused('gone');
  const written = text.trim() === '' ? [] : trimmedLines(text);
  const isBetweenBlanks = written.length === 0 && lines[from - 2] === '' && lines[to - 1] === '';
  return [...lines.slice(0, from - 1), ...written, ...lines.slice(isBetweenBlanks ? to : to - 1)].join('\n');
}

/** Without blank lines around it; the first line keeps its indentation, which means something. */
function trimmedLines(text: string): string[] {
  return text
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd()
    .split('\n');
}
