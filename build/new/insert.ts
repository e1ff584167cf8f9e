/** Adds lines to what an author has written, and leaves every other letter as it is: order, comments, indentation. */
import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { exerciseLines } from '../exercise-lines.ts';
import { say } from '../say.ts';

/** A file in which the place for the new lines is not found, in words for its author. */
export class NoPlace extends Error {
  override readonly name = 'NoPlace';
}

/**
 * Adds a name to the end of a list of names, `chapters:` or `languages:`.
 * @throws NoPlace where there is no such list
 */
export function withListItem(yaml: string, key: string, item: string): string {
  const list = listIn(yaml, key);
  const last = list?.items.at(-1);
  const range = isScalar(last) ? last.range : undefined;
  if (!list || !range) throw new NoPlace(say`Luetteloa ”${key}” ei löydy, tai se on tyhjä. Lisää siihen itse: ${item}`);
  const [start, end] = range;
  return list.flow
    ? added(yaml, end, `, ${item}`)
    : added(yaml, lineEnd(yaml, end), `\n${yaml.slice(lineStart(yaml, start), start)}${item}`);
}

/**
 * Adds an exercise to a chapter: to its front matter, and a line that places it to its text.
 * @param chapter with `\n` line ends
 * @param template the exercise as one item of a list that is not indented
 * @param after id of the exercise that it comes after; at the chapter's end without it, or where the chapter has none of that id
 * @throws NoPlace where the chapter has no front matter, or one that is no YAML
 */
export function withExercise(chapter: string, id: string, template: string, after?: string): string {
  const [, opening, front, closing, body] = /^(---[ \t]*\n)([^]*?)(^---[ \t]*(?:\n|$))([^]*)$/m.exec(chapter) ?? [];
  if (opening === undefined || front === undefined || closing === undefined || body === undefined)
    throw new NoPlace(say`Tiedoston alusta puuttuvat rivit ---, joiden välissä ovat osion tiedot ja tehtävät.`);
  const line = exerciseLines(body).find((each) => each.id === after);
  const placed = line ? added(body, line.end, `\n\n::: exercise ${id}`) : `${body.trimEnd()}\n\n::: exercise ${id}\n`;
  return `${opening}${withTemplate(front, template, after)}${closing}${placed}`;
}

function withTemplate(front: string, template: string, after: string | undefined): string {
  const document = parseDocument(front);
  if (document.errors.length > 0 || !isMap(document.contents)) throw new NoPlace(say`Osion alkuosassa on virhe. Korjaa se ensin.`);
  const list = listIn(front, 'exercises');
  if (document.contents.has('exercises') && (!list || (list.flow === true && list.items.length > 0)))
    throw new NoPlace(
      say`Avain ”exercises” on kirjoitettu tavalla, johon tehtävää ei voi lisätä. Kirjoita kukin tehtävä omille riveilleen.`,
    );
  if (!list || list.items.length === 0) {
    const [line = '', note = ''] = list ? (/^exercises:\s*\[\s*\][ \t]*(#[^\n]*)?\n/m.exec(front) ?? []) : [];
    return `${front.replace(line, '').trimEnd()}\n\nexercises:${note && ` ${note}`}\n${indented(template, 2)}`;
  }
  const [, end] = rangeOf(list.items.find((item) => isMap(item) && after !== undefined && item.get('id') === after) ?? list.items.at(-1));
  // The list begins with its first dash.
  const [dash] = rangeOf(list);
  const indent = dash - lineStart(front, dash);
  return added(front, lineEnd(front, front.slice(0, end).trimEnd().length), `\n\n${indented(template, indent).trimEnd()}`);
}

/** @throws NoPlace where it is no part of a file */
function rangeOf(node: unknown): readonly [start: number, end: number] {
  const range = isNode(node) ? node.range : undefined;
  if (!range) throw new NoPlace(say`Osion alkuosassa on tehtävä, jota ei voi lukea. Korjaa se ensin.`);
  return [range[0], range[1]];
}

function added(text: string, offset: number, more: string): string {
  return `${text.slice(0, offset)}${more}${text.slice(offset)}`;
}

function listIn(yaml: string, key: string): YAMLSeq | undefined {
  const list = parseDocument(yaml).get(key, true);
  return isSeq(list) ? list : undefined;
}

function indented(lines: string, by: number): string {
  return lines.replace(/^(?=.)/gm, ' '.repeat(by));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind a comment in the same line. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
