/** YAML in a file of the content, checked against a schema, with every mistake at its line and column. */
import { isAlias, isMap, isNode, isScalar, parseDocument, Scalar, visit, type Document, type Node, type YAMLError } from 'yaml';
import type * as z from 'zod';
import { noteUnseen, UNSEEN, type ContentFile, type Place } from './content-file.ts';
import { explain, sentences } from './schema-messages.ts';
import { say } from './say.ts';

type Path = readonly PropertyKey[];

export interface YamlBlock<T> {
  /** Undefined where a mistake keeps it from being read. */
  readonly value: T | undefined;
  /** What the YAML says, unchecked, for checks that can go on without the rest; undefined where it is no YAML at all. */
  readonly raw: unknown;
  /** Where the value at a path stands; where there is none, the nearest one above it. */
  place(path: Path): Place;
}

/**
 * @param start offset of the YAML in the file
 * @param end offset after it
 * @param complete makes what is checked of what the YAML says
 */
export function readYaml<Schema extends z.ZodType>(
  file: ContentFile,
  schema: Schema,
  start = 0,
  end = file.text.length,
  complete: (raw: unknown) => unknown = (raw) => raw,
): YamlBlock<z.output<Schema>> {
  const source = file.text.slice(start, end);
  const tabs = noteTabs(file, source, start);
  const document = parseDocument(source, { prettyErrors: false, version: '1.2' });
  const place = (path: Path): Place => ({ offset: start + offsetAt(document, path) });
  for (const error of document.errors) {
    // A tab upsets all that follows it.
    if (!tabs) noteSyntax(file, error, start);
  }
  noteLostTexts(file, document, source, start);
  noteSigns(file, document, source, start);
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { value: undefined, raw: undefined, place };
  const raw: unknown = complete(document.toJS());
  const parsed = schema.safeParse(raw, { error: explain });
  if (parsed.success) return { value: parsed.data, raw, place };
  for (const issue of parsed.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      const lines = issue.message.split('\n');
      issue.keys.forEach((key, index) => {
        const offset = start + keyOffset(document, issue.path, key);
        file.mistake({ offset }, lines[2 * index] ?? '', lines[2 * index + 1] ?? '');
      });
    } else {
      const { what, instead } = sentences(issue.message);
      file.mistake(place(issue.path), what, instead);
    }
  }
  return { value: undefined, raw, place };
}

/** @returns true where there are tabs, which YAML does not take as indentation and which nobody sees in an editor. */
function noteTabs(file: ContentFile, source: string, start: number): boolean {
  let offset = 0;
  let found = false;
  for (const line of source.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab >= 0)
      file.mistake({ offset: start + offset + tab }, say`Rivillä on sarkainmerkki (tab).`, say`Käytä sarkaimen sijasta välilyöntejä.`);
    found ||= tab >= 0;
    offset += line.length + 1;
  }
  return found;
}

const afterKey = (): string => say`Kirjoita avaimen perään kaksoispiste ja sen jälkeen välilyönti. Tarkista myös rivin sisennys.`;

function noteSyntax(file: ContentFile, error: YAMLError, start: number): void {
  const place = { offset: start + error.pos[0] };
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return file.mistake(place, say`Sama avain on tässä kahdesti.`, say`Poista toinen tai yhdistä niiden sisällöt.`);
    case 'MULTILINE_IMPLICIT_KEY':
      return file.mistake(place, say`Rivi ei ole muotoa ”avain: arvo”.`, afterKey());
    case 'BLOCK_AS_IMPLICIT_KEY':
      return file.mistake(
        place,
        say`Rivi ei ole muotoa ”avain: arvo”.`,
        say`Jos arvossa on kaksoispiste, pane arvo lainausmerkkeihin. Tarkista myös rivin sisennys.`,
      );
    case 'BAD_INDENT':
      if (error.message.startsWith('Flow')) return noteUnclosed(file, place);
      return file.mistake(place, say`Rivin sisennys ei täsmää.`, say`Sisennä saman tason avaimet yhtä monella välilyönnillä.`);
    case 'MISSING_CHAR':
      if (error.message.startsWith('Missing closing')) return noteUnclosed(file, place);
      if (error.message.startsWith('Implicit map keys')) {
        return file.mistake(place, say`Rivi ei ole muotoa ”avain: arvo”.`, afterKey());
      }
      return file.mistake(place, say`Rivin sisennys ei täsmää.`, say`Sisennä saman tason avaimet yhtä monella välilyönnillä.`);
    default:
      return file.mistake(
        place,
        say`Kohtaa ei voi lukea (YAML: ${error.message}).`,
        say`Tarkista sisennys, kaksoispisteet ja lainausmerkit. Arvo, jossa on erikoismerkkejä, kuuluu lainausmerkkeihin.`,
      );
  }
}

function noteUnclosed(file: ContentFile, place: Place): void {
  file.mistake(place, say`Tästä puuttuu merkki.`, say`Tarkista, että lainausmerkit ja sulkeet on suljettu.`);
}

/** Signs that nobody sees, written as a code of YAML (`"\v"`; one that stands in the file itself is known already), and a text that ends in a comment. */
function noteLostTexts(file: ContentFile, document: Document, source: string, start: number): void {
  visit(document, {
    Scalar: (_, { value, range, type }) => {
      if (typeof value !== 'string' || !range) return;
      const [sign = ''] = UNSEEN.exec(value) ?? [];
      if (sign !== '' && !source.includes(sign)) noteUnseen(file, sign, start + range[0]);
      const [, space = '', tag] = type === 'PLAIN' ? (/^([ \t]+)(#[^\s#]\S*)/.exec(source.slice(range[1])) ?? []) : [];
      if (tag === undefined) return;
      file.mistake(
        { offset: start + range[1] + space.length },
        say`Tekstin loppu ”${tag}” ei näkyisi kurssilla: merkki # aloittaa muistutuksen itselle.`,
        say`Pane koko teksti lainausmerkkeihin. Jos tämä on muistutus, kirjoita merkin # perään välilyönti.`,
      );
    },
  });
}

/** Signs that mean something to YAML at the beginning of a text and make its first word vanish: the author means the text itself. */
function noteSigns(file: ContentFile, document: Document, source: string, start: number): void {
  visit(document, {
    Node: (_, node) => {
      const sign = isAlias(node) ? '*' : node.anchor !== undefined ? '&' : node.tag !== undefined ? '!' : undefined;
      if (sign === undefined) return undefined;
      file.mistake(
        { offset: start + source.lastIndexOf(sign, node.range?.[0]) },
        say`Teksti alkaa merkillä ${sign}, joka ei silloin näy kurssilla.`,
        say`Pane koko teksti lainausmerkkeihin.`,
      );
      if (!isAlias(node) && !isScalar(node)) return undefined;
      // A text in its place, so that the rest is checked in the same go.
      const text = new Scalar(sign);
      text.range = node.range ?? null;
      return text;
    },
  });
}

function offsetAt(document: Document, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const found: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(found) && found.range) {
      // An empty value stands where its key does; a mapping is better pointed at by its own key.
      const key = length > 0 ? path[length - 1] : undefined;
      const usesKey = typeof key === 'string' && (!isScalar(found) || found.value === null);
      return usesKey ? keyOffset(document, path.slice(0, length - 1), key) : found.range[0];
    }
  }
  return 0;
}

function keyOffset(document: Document, path: Path, key: string): number {
  const parent: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(parent) ? parent.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  const node = pair?.key as Node | undefined;
  return node?.range?.[0] ?? offsetAt(document, path);
}
