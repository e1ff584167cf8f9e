/**
 * The ids by which learners' answers are found, and the file that remembers them: `content/identifiers.lock`. An id that was released
 * once may move to another (`movedFrom`), and may not disappear in silence.
 */
import { note } from '../src/course/answers.ts';
import type { Course } from '../src/course/course.ts';
import { exercisesOf } from '../src/course/course.ts';
import { fieldsOf } from '../src/course/fields.ts';
import { hasItems, innerOf, isComposite, optionsOf, type Field } from '../src/fields/field.ts';
import type { MovedIds } from '../src/course/moved-ids.ts';
import type { ContentFile } from './content-file.ts';

export const LOCK_FILE = 'identifiers.lock';

/** class: `A1`; field: `b.channels.help`, with `*` for an item of a list; option: an option of that field. */
export interface Identifier {
  readonly kind: 'class' | 'field' | 'option';
  /** Of an option, its field's id and its own with a space between. */
  readonly id: string;
  /** A field's type. */
  readonly type?: string;
}

interface LockLine extends Identifier {
  readonly line: number;
  readonly movedFrom?: string;
}

const HEAD = `# Tunnukset, joilla oppijoiden vastaukset löytyvät. Älä poista rivejä. Kun vaihdat tunnuksen, kirjoita uuden tunnuksen
# rivin loppuun movedFrom ja vanha tunnus, esimerkiksi: field b.channels.phone.skill_note text movedFrom b.channels.phone.skill-note
# Uudet tunnukset kirjoittaa npm run build.
`;

/** All ids of a course under which something is stored or reported, in the content's order. */
export function identifiersOf(course: Course): Identifier[] {
  const fields = exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course));
  return [...course.classes.map(({ id }): Identifier => ({ kind: 'class', id })), ...fields.flatMap(identifiersOfField)];
}

/** Items of a list stand under its id, and the position of one may name options (the branches of a tree). */
function identifiersOfField(field: Field): Identifier[] {
  const items = isComposite(field) ? `${field.id}.*` : field.id;
  return [
    { kind: 'field', id: field.id, type: field.type },
    ...innerOf(field).flatMap((inner) => identifiersOfField({ ...inner, id: `${items}.${inner.id}` })),
    ...optionsOf(field).map(({ id }): Identifier => ({ kind: 'option', id: `${items} ${id}` })),
  ];
}

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
        `Tunnus ”${line.movedFrom}” on siirretty kahteen paikkaan (myös rivillä ${other.line}).`,
        'Poista toinen movedFrom.',
      );
    } else if (current.has(key)) {
      file.mistake(
        line,
        `Tunnus ”${line.movedFrom}” on siirretty, mutta se on sisällössä yhä.`,
        'Poista movedFrom tai vaihda tunnus sisällöstä.',
      );
    }
    movedAway.set(key, line);
  }
  for (const line of lines) {
    const now = current.get(keyOf(line));
    if (!now && !movedAway.has(keyOf(line))) {
      file.mistake(
        line,
        `Tunnusta ”${line.id}” ei enää ole sisällössä, joten oppijoiden vastaukset siihen eivät näkyisi.`,
        `Palauta tunnus, tai kirjoita uuden tunnuksen rivin loppuun: movedFrom ${line.id.split(' ').at(-1) ?? ''}`,
      );
    } else if (now && now.type !== line.type) {
      file.mistake(
        line,
        `Kysymyksen ”${line.id}” laji oli ${line.type ?? '–'} ja on nyt ${now.type ?? '–'}, joten vanhat vastaukset eivät enää sopisi siihen.`,
        'Palauta kysymyksen laji, tai anna uudelle kysymykselle uusi tunnus.',
      );
    }
  }
  return movedIds(lines);
}

/** The lock with the ids of the course that it lacks; undefined where it lacks none. */
export function completedLock(text: string | undefined, course: Course): string | undefined {
  const known = new Set(linesOf(text ?? '').flatMap(({ line }) => (line ? [keyOf(line)] : [])));
  const missing = identifiersOf(course).filter((identifier) => !known.has(keyOf(identifier)));
  if (missing.length === 0) return undefined;
  return [(text ?? HEAD).trimEnd(), ...missing.map(written), ''].join('\n');
}

function readLock(file: ContentFile): LockLine[] {
  return linesOf(file.text).flatMap(({ number, text, line }) => {
    if (line) return [line];
    file.mistake(
      { line: number },
      `Riviä ”${text}” ei ymmärretä.`,
      'Rivi on esimerkiksi: class A1, field b.channels.help text, tai option b.channels.phone.skill fluent.',
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
  const { kind, id, type, from } =
    /^(?<kind>class|field|option) (?<id>\S+)(?: (?<type>\S+))?(?: movedFrom (?<from>\S+))?$/.exec(text)?.groups ?? {};
  if (kind === undefined || id === undefined || (kind === 'class') !== (type === undefined)) return undefined;
  const moved = from === undefined ? {} : { movedFrom: kind === 'option' ? `${id} ${from}` : from };
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
