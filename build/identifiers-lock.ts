/**
 * The file that remembers the ids of all releases: `content/identifiers.lock`. An id that was released once may move to another
 * (`movedFrom`), and may not disappear in silence.
 */
import { note } from '../src/course/answers.ts';
import type { Course } from '../src/course/course.ts';
import { hasItems } from '../src/fields/field.ts';
import type { MovedIds } from '../src/course/moved-ids.ts';
import type { ContentFile } from './content-file.ts';
import { identifiersOf, type Identifier } from './identifiers.ts';
import { say } from './say.ts';

export const LOCK_FILE = 'identifiers.lock';

interface LockLine extends Identifier {
  readonly line: number;
  readonly movedFrom?: string;
  /** It was taken out of the content, and its author knows what that does to answers. */
  readonly removed?: true;
}

const head =
  (): string => say`# Tunnukset, joilla oppijoiden vastaukset löytyvät. Älä poista rivejä. Kun vaihdat tunnuksen, kirjoita uuden tunnuksen
# rivin loppuun movedFrom ja vanha tunnus, esimerkiksi: field b.channels.phone.skill_note text movedFrom b.channels.phone.skill-note
# Uudet tunnukset kirjoittaa npm run build. Kun poistat kohdan, johon oppijat ovat voineet vastata, kirjoita sen rivien loppuun removed:
# vastaukset säilyvät, mutta eivät enää näy tehtävässä eivätkä raporteissa.
`;

/** What the lock says of moves; a mistake in `file` for each line that is none, and for ids that are lost. */
export function checkIdentifiers(file: ContentFile, course: Course): MovedIds {
  const lines = readLock(file);
  const current = new Map(identifiersOf(course).map((identifier) => [keyOf(identifier), identifier]));
  const movedAway = new Map<string, LockLine>();
  for (const line of lines) {
    if (line.movedFrom === undefined) continue;
    const key = keyOf({ ...line, id: line.movedFrom });
    const other = movedAway.get(key);
    if (other) {
      file.mistake(
        line,
        say`Tunnus ”${line.movedFrom}” on siirretty kahteen paikkaan (myös rivillä ${other.line}).`,
        say`Poista toinen movedFrom.`,
      );
    } else if (current.has(key)) {
      file.mistake(
        line,
        say`Tunnus ”${line.movedFrom}” on siirretty, mutta se on sisällössä yhä.`,
        say`Poista movedFrom tai vaihda tunnus sisällöstä.`,
      );
    }
    movedAway.set(key, line);
  }
  for (const line of lines) checkLine(file, line, current.get(keyOf(line)), movedAway.has(keyOf(line)));
  return movedIds(lines);
}

/** @param now what the content has under the line's id */
function checkLine(file: ContentFile, line: LockLine, now: Identifier | undefined, hasMoved: boolean): void {
  if (now && line.removed) {
    file.mistake(line, say`Tunnus ”${line.id}” on merkitty poistetuksi, mutta se on sisällössä.`, say`Poista rivin lopusta sana removed.`);
  } else if (!now && !hasMoved && !line.removed) {
    file.mistake(
      line,
      say`Tunnusta ”${line.id}” ei enää ole sisällössä, joten oppijoiden vastaukset siihen eivät näkyisi.`,
      say`Palauta tunnus, tai jos kohta on poistettu, kirjoita tämän rivin loppuun removed. Jos tunnus on vaihtunut, kirjoita uuden tunnuksen rivin loppuun: movedFrom ${line.id.split(' ').at(-1) ?? ''}`,
    );
  } else if (now && now.type !== line.type) {
    file.mistake(
      line,
      say`Kysymyksen ”${line.id}” laji oli ${line.type ?? '–'} ja on nyt ${now.type ?? '–'}, joten vanhat vastaukset eivät enää sopisi siihen.`,
      say`Palauta kysymyksen laji, tai anna uudelle kysymykselle uusi tunnus.`,
    );
  }
}

/** The lock with the ids of the course that it lacks; undefined where it lacks none. */
export function completedLock(text: string | undefined, course: Course): string | undefined {
  const known = new Set(linesOf(text ?? '').flatMap(({ line }) => (line ? [keyOf(line)] : [])));
  const missing = identifiersOf(course).filter((identifier) => !known.has(keyOf(identifier)));
  if (missing.length === 0) return undefined;
  return [(text ?? head()).trimEnd(), ...missing.map(written), ''].join('\n');
}

/** Identifiers that the lock remembers and the course has no more; those that have moved or are known to be removed left out. */
export function lostIdentifiers(lock: string, course: Course): Identifier[] {
  const lines = linesOf(lock).flatMap(({ line }) => line ?? []);
  const here = new Set(identifiersOf(course).map(keyOf));
  const movedAway = new Set(lines.flatMap((line) => (line.movedFrom === undefined ? [] : [keyOf({ ...line, id: line.movedFrom })])));
  return lines.filter((line) => !line.removed && !here.has(keyOf(line)) && !movedAway.has(keyOf(line)));
}

/** The lock in which these are known to be removed; every other line as it is. */
export function withRemoved(lock: string, removed: readonly Identifier[]): string {
  const keys = new Set(removed.map(keyOf));
  return lock
    .split('\n')
    .map((text, index) => {
      const line = lineOf(text.trim(), index + 1);
      return line && !line.removed && keys.has(keyOf(line)) ? `${text.trimEnd()} removed` : text;
    })
    .join('\n');
}

function readLock(file: ContentFile): LockLine[] {
  return linesOf(file.text).flatMap(({ number, text, line }) => {
    if (line) return [line];
    file.mistake(
      { line: number },
      say`Riviä ”${text}” ei ymmärretä.`,
      say`Rivi on esimerkiksi: class A1, field b.channels.help text, tai option b.channels.phone.skill fluent.`,
    );
    return [];
  });
}

function linesOf(lock: string): { readonly number: number; readonly text: string; readonly line: LockLine | undefined }[] {
  return lock
    .split('\n')
    .map((text, index) => ({ number: index + 1, text: text.trim() }))
    .filter(({ text }) => text !== '' && !text.startsWith('#'))
    .map(({ number, text }) => ({ number, text, line: lineOf(text, number) }));
}

function lineOf(text: string, line: number): LockLine | undefined {
  const removed = /^(.*) removed$/.exec(text)?.[1];
  const { kind, id, type, from } =
    /^(?<kind>class|field|option) (?<id>\S+)(?: (?<type>\S+))?(?: movedFrom (?<from>\S+))?$/.exec(removed ?? text)?.groups ?? {};
  if (kind === undefined || id === undefined || (kind === 'class') !== (type === undefined)) return undefined;
  const moved = {
    ...(from === undefined ? {} : { movedFrom: kind === 'option' ? `${id} ${from}` : from }),
    ...(removed === undefined ? {} : { removed: true as const }),
  };
  return kind === 'option'
    ? { kind, id: `${id} ${type ?? ''}`, line, ...moved }
    : { kind: kind as 'class' | 'field', id, line, ...(type === undefined ? {} : { type }), ...moved };
}

function movedIds(lines: readonly LockLine[]): MovedIds {
  const fields: Record<string, string> = {};
  const options: Record<string, Record<string, string>> = {};
  for (const { kind, id, type, movedFrom } of lines) {
    if (movedFrom === undefined) continue;
    if (kind === 'class') fields[note.earned(movedFrom)] = note.earned(id);
    if (kind === 'field') fields[movedFrom] = id;
    // The items of a list stand under its id.
    if (type !== undefined && hasItems(type)) fields[`${movedFrom}.*`] = `${id}.*`;
    if (kind !== 'option') continue;
    const [field = '', option = ''] = id.split(' ');
    options[field] = { ...options[field], [movedFrom.split(' ')[1] ?? '']: option };
  }
  return { fields, options };
}

function written({ kind, id, type }: Identifier): string {
  return [kind, id, ...(type === undefined ? [] : [type])].join(' ');
}

function keyOf({ kind, id }: Identifier): string {
  return `${kind} ${id}`;
}
