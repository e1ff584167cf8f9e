/**
 * The file that remembers the ids of all releases: `content/identifiers.lock`. An id that was released once may move to another
 * (`movedFrom`), and may not disappear in silence.
 */
import type { Course } from '../src/course/course.ts';
import type { MovedIds } from '../src/course/moved-ids.ts';
import type { ContentFile } from './content-file.ts';
import { lockedIdentifiersOf, type Identifier } from './identifiers.ts';
import { keyOf, lineOf, linesOf, withPrivate, written, type LockLine } from './lock-lines.ts';
import { Moves } from './moves.ts';
import { nearest } from './nearest.ts';
import { say } from './say.ts';

export const LOCK_FILE = 'identifiers.lock';

const head =
  (): string => say`# Tunnukset, joilla oppijoiden vastaukset löytyvät. Älä poista rivejä. Kun vaihdat tunnuksen, kirjoita uuden tunnuksen
# rivin loppuun movedFrom ja vanha tunnus, esimerkiksi: field b.channels.phone.skill_note text movedFrom b.channels.phone.skill-note
# Uudet tunnukset kirjoittaa npm run build. Kun poistat kohdan, johon oppijat ovat voineet vastata, kirjoita sen rivien loppuun removed:
# vastaukset säilyvät, mutta eivät enää näy tehtävässä eivätkä raporteissa.
`;

/** What the lock says of moves; a mistake in `file` for each line that is none, and for ids that are lost. */
export function checkIdentifiers(file: ContentFile, course: Course): MovedIds {
  const lines = readLock(file);
  const current = new Map(lockedIdentifiersOf(course).map((identifier) => [keyOf(identifier), identifier]));
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
  const moves = new Moves(lines);
  const removed = new Set(lines.filter((line) => line.removed).map(keyOf));
  const remembered = new Set(lines.map(keyOf));
  const reached = new Set(lines.map((line) => keyOf(moves.currentOf(line))));
  const unknown = [...current.values()].filter((identifier) => !reached.has(keyOf(identifier)));
  const isLost = (identifier: Identifier): boolean => {
    const place = moves.currentOf(identifier);
    return !current.has(keyOf(place)) && !removed.has(keyOf(place)) && !removed.has(keyOf(identifier));
  };
  const told = new Set<string>();
  for (const line of lines) {
    const owner = ownerOf(line);
    // With a question its options are lost, and with a list its questions: the author declares the move of the whole.
    if (owner && remembered.has(keyOf(owner)) && isLost(owner)) continue;
    const place = moves.currentOf(line);
    const movedTo = place.id === line.id ? undefined : place.id;
    // What is lost is told once, at the last of the ids that it has had.
    const isToldLater = movedTo !== undefined && remembered.has(keyOf(place));
    const isFirst = !isToldLater && !told.has(keyOf(place));
    if (isFirst) told.add(keyOf(place));
    checkLine(file, line, {
      now: current.get(keyOf(place)),
      movedTo,
      isLost: isFirst && isLost(line),
      likely: likelyMove(place, unknown),
      isJoined: place.kind === 'part' && course.chapters.some(({ id }) => id === place.id),
    });
  }
  return moves.movedIds;
}

/** The question of an option, or the list of a question; undefined where it stands by itself. */
function ownerOf({ kind, id }: Identifier): Identifier | undefined {
  const owner = kind === 'option' ? id.split(' ')[0]?.replace(/\.\*$/, '') : /^(.+)\.\*\./.exec(id)?.[1];
  return owner === undefined ? undefined : { kind: 'field', id: owner };
}

/**
 * The new id that an old one may have now: of the same kind and type, and with the same last part, or one that differs by a few letters, or
 * the only one beside it. An option stays with its question.
 */
function likelyMove(old: Identifier, unknown: readonly Identifier[]): Identifier | undefined {
  const alike = unknown.filter(
    ({ kind, type, id }) => kind === old.kind && type === old.type && (kind !== 'option' || besides(id, old.id)),
  );
  const sameEnd = alike.filter(({ id }) => lastPart(id) === lastPart(old.id));
  if (sameEnd.length > 0) return onlyOne(sameEnd);
  const end = nearest(
    lastPart(old.id),
    alike.map(({ id }) => lastPart(id)),
  );
  return alike.find(({ id }) => lastPart(id) === end) ?? onlyOne(alike.filter(({ id }) => besides(id, old.id)));
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}

/** They differ in their last part only. */
function besides(one: string, other: string): boolean {
  const parent = (id: string): string => id.slice(0, id.length - lastPart(id).length);
  return parent(one) === parent(other);
}

function lastPart(id: string): string {
  return id.split(/[. ]/).at(-1) ?? '';
}

interface Place {
  /** What the content has under the id of now. */
  readonly now: Identifier | undefined;
  /** The id of now, where it is another than the line's. */
  readonly movedTo: string | undefined;
  /** It is not in the content, and no line says that it was taken out. */
  readonly isLost: boolean;
  /** A new id of the content that may be this one under another name. */
  readonly likely: Identifier | undefined;
  /** Of a part: its chapter is in the content, within another part. */
  readonly isJoined: boolean;
}

function checkLine(file: ContentFile, line: LockLine, { now, movedTo, isLost, likely, isJoined }: Place): void {
  if (movedTo === undefined && now && line.removed) {
    file.mistake(
      line,
      say`Tunnus ”${line.id}” on merkitty poistetuksi, mutta se on sisällössä.`,
      say`Jos se on sama kohta kuin ennen, poista rivin lopusta sana removed: vanhat vastaukset näkyvät taas. Jos se on toinen, anna sille uusi tunnus.`,
    );
  } else if (isLost && isJoined) {
    file.mistake(
      line,
      say`Osio ”${line.id}” kuuluu nyt samaan osaan kuin toinen osio, koska niiden tehtävillä on yhteinen luokka. Osion oma paketti (--split) jäisi pois, ja suoritukset jäisivät siihen.`,
      say`Palauta tehtävien luokat (classes), tai jos muutos on tarkoitettu, kirjoita tämän rivin loppuun removed.`,
    );
  } else if (isLost) {
    file.mistake(
      line,
      line.kind === 'part'
        ? say`Osion tunnusta ”${movedTo ?? line.id}” ei enää ole sisällössä. Osion oma paketti (--split) olisi oppimisympäristölle uusi kurssi, ja suoritukset jäisivät entiseen.`
        : say`Tunnusta ”${movedTo ?? line.id}” ei enää ole sisällössä, joten oppijoiden vastaukset siihen eivät näkyisi.`,
      say`Palauta tunnus, tai jos kohta on poistettu, kirjoita tämän rivin loppuun removed. Jos tunnus on vaihtunut, lisää tämän rivin alle rivi: ${moveLine({ ...line, id: movedTo ?? line.id }, likely)}`,
    );
  } else if (now) checkQuestion(file, line, now);
}

/** What learners have written answers the same question, and is read by the same people. */
function checkQuestion(file: ContentFile, line: LockLine, now: Identifier): void {
  if (now.type !== line.type) {
    file.mistake(
      line,
      say`Kysymyksen ”${line.id}” laji oli ${line.type ?? '–'} ja on nyt ${now.type ?? '–'}, joten vanhat vastaukset eivät enää sopisi siihen.`,
      say`Palauta kysymyksen laji, tai anna uudelle kysymykselle uusi tunnus.`,
    );
  } else if (line.isPrivate && !now.isPrivate) {
    file.mistake(
      line,
      say`Oppijat ovat vastanneet kysymykseen ”${now.id}” vain itselleen, ja nyt nekin vastaukset lähtisivät raportteihin.`,
      say`Kirjoita kysymykseen takaisin private: true, tai anna sille uusi tunnus. Vain jos jokainen oppija tietää muutoksesta ja hyväksyy sen, poista tältä riviltä sana private.`,
    );
  }
}

/** How the lock says that the id of a line is another now. @param likely the new one, where it can be guessed */
function moveLine({ kind, id, type }: Identifier, likely: Identifier | undefined): string {
  const unknown = kind === 'option' ? `${id.split(' ')[0] ?? ''} ${say`uusi`}` : say`uusi.tunnus`;
  const to = likely ?? { kind, id: unknown, ...(type === undefined ? {} : { type }) };
  return `${written(to)} movedFrom ${id.split(' ').at(-1) ?? ''}`;
}

/** The lock with the ids of the course that it lacks, and which of them are private; undefined where it lacks nothing. */
export function completedLock(text: string | undefined, course: Course): string | undefined {
  const known = new Set(linesOf(text ?? '').flatMap(({ line }) => (line ? [keyOf(line)] : [])));
  const current = lockedIdentifiersOf(course);
  const missing = current.filter((identifier) => !known.has(keyOf(identifier)));
  const marked = text === undefined ? head() : withPrivateMarked(text, current);
  if (missing.length === 0 && marked === text) return undefined;
  return [marked.trimEnd(), ...missing.map(written), ''].join('\n');
}

function withPrivateMarked(lock: string, current: readonly Identifier[]): string {
  const secret = new Set(current.filter(({ isPrivate }) => isPrivate).map(keyOf));
  return lock
    .split('\n')
    .map((text, index) => {
      const line = lineOf(text.trim(), index + 1);
      return line && !line.isPrivate && secret.has(keyOf(line)) ? withPrivate(text) : text;
    })
    .join('\n');
}

/** Identifiers that the lock remembers and the course has no more; those that have moved or are known to be removed left out. */
export function lostIdentifiers(lock: string, course: Course): Identifier[] {
  const lines = linesOf(lock).flatMap(({ line }) => line ?? []);
  const here = new Set(lockedIdentifiersOf(course).map(keyOf));
  const moves = new Moves(lines);
  const removed = new Set(lines.filter((line) => line.removed).map(keyOf));
  const isKept = (identifier: Identifier): boolean => here.has(keyOf(identifier)) || removed.has(keyOf(identifier));
  return lines.filter((line) => !line.removed && !isKept(moves.currentOf(line)));
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
      say`Rivi on esimerkiksi: ”class A1”, ”field b.channels.help text” tai ”option b.channels.phone.skill fluent”.`,
    );
    return [];
  });
}
