/**
 * The file that remembers the ids of all releases: `content/identifiers.lock`. An id that was released once may move to another
 * (`movedFrom`), and may not disappear in silence.
 */
import type { Course } from '../src/course/course.ts';
import { partOfChapter } from '../src/course/course-parts.ts';
import type { MovedIds } from '../src/course/moved-ids.ts';
import type { ContentFile } from './content-file.ts';
import { lockedIdentifiersOf, type Identifier } from './identifiers.ts';
import { checkCourse, checkParts, isOfCourse, withNotes } from './lock-course.ts';
import { isInItem, likelyMove } from './likely-move.ts';
import { keyOf, lineOf, linesOf, withPrivate, written, type LockLine } from './lock-lines.ts';
import { Moves } from './moves.ts';
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
  const all = readLock(file);
  const current = new Map(lockedIdentifiersOf(course).map((identifier) => [keyOf(identifier), identifier]));
  checkMoves(file, all, current);
  checkCourse(file, all, course);
  // Of the course itself, and of where its exercises are, all is said by now.
  const lines = all.filter(({ kind }) => !isOfCourse(kind));
  const moves = new Moves(lines);
  checkParts(file, all, course, moves);
  const removed = new Set(lines.filter((line) => line.removed).map(keyOf));
  const remembered = new Set(lines.map(keyOf));
  const reached = new Set(lines.map((line) => keyOf(moves.currentOf(line))));
  const unknown = [...current.values()].filter((identifier) => !reached.has(keyOf(identifier)));
  const isLost = (identifier: Identifier): boolean => {
    const place = moves.currentOf(identifier);
    return !current.has(keyOf(place)) && !removed.has(keyOf(place)) && !removed.has(keyOf(identifier));
  };
  const homeOf = ({ kind, id }: Identifier): string => (kind === 'part' ? partOfChapter(course, id) : '');
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
      likely: unknown.find(({ kind, id }) => kind === 'part' && id === homeOf(place)) ?? likelyMove(place, unknown),
      home: homeOf(place),
    });
  }
  return withNotes(moves.movedIds, course);
}

/** An id goes to one place, is not where it was any more, and no two questions become one: of a learner who has answered both, one answer would stay. */
function checkMoves(file: ContentFile, lines: readonly LockLine[], current: ReadonlyMap<string, Identifier>): void {
  const movedAway = new Map<string, LockLine>();
  for (const line of lines) {
    if (line.movedFrom === undefined) continue;
    const key = keyOf({ ...line, id: line.movedFrom });
    const other = movedAway.get(key);
    const isSame = (one: LockLine): boolean => keyOf(one) === keyOf(line) && (one.movedFrom === undefined || one.line < line.line);
    const same = line.kind === 'option' ? undefined : lines.find(isSame);
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
    } else if (same) {
      file.mistake(
        line,
        say`Tunnus ”${line.id}” on myös rivillä ${same.line}. Jos oppija on vastannut molempiin, vain toinen vastaus jäisi.`,
        say`Anna uudelle kohdalle oma tunnus. Vain jos kohta palaa entiselle tunnukselleen, poista tämä rivi ja kirjoita movedFrom ${line.movedFrom} rivin ${same.line} loppuun.`,
      );
    }
    movedAway.set(key, line);
  }
}

/** The question of an option, or the list of a question; undefined where it stands by itself. */
function ownerOf({ kind, id }: Identifier): Identifier | undefined {
  const owner = kind === 'option' ? id.split(' ')[0]?.replace(/\.\*$/, '') : /^(.+)\.\*\./.exec(id)?.[1];
  return owner === undefined ? undefined : { kind: 'field', id: owner };
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
  /** Of a part: the part in which the chapter is that it began with; else `''`. */
  readonly home: string;
}

function checkLine(file: ContentFile, line: LockLine, { now, movedTo, isLost, likely, home }: Place): void {
  if (movedTo === undefined && now && line.removed) {
    file.mistake(
      line,
      say`Tunnus ”${line.id}” on merkitty poistetuksi, mutta se on sisällössä.`,
      say`Jos se on sama kohta kuin ennen, poista rivin lopusta sana removed: vanhat vastaukset näkyvät taas. Jos se on toinen, anna sille uusi tunnus.`,
    );
  } else if (isLost && home !== '') {
    checkHome(file, line, home, likely);
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

/** A part that begins with another chapter than before, or has become one with another part. @param likely a part that is new */
function checkHome(file: ContentFile, line: LockLine, home: string, likely: Identifier | undefined): void {
  if (likely?.id === home) {
    file.mistake(
      line,
      say`Osa, joka alkoi osiosta ”${line.id}”, alkaa nyt osiosta ”${home}”. Osan oma paketti (--split) olisi oppimisympäristölle uusi kurssi, ja suoritukset jäisivät entiseen.`,
      say`Lisää tämän rivin alle rivi: ${moveLine(line, likely)}`,
    );
    return;
  }
  file.mistake(
    line,
    say`Osio ”${line.id}” kuuluu nyt samaan osaan kuin toinen osio, koska niiden tehtävillä on yhteinen luokka. Osion oma paketti (--split) jäisi pois, ja suoritukset jäisivät siihen.`,
    say`Palauta tehtävien luokat (classes), tai jos muutos on tarkoitettu, kirjoita tämän rivin loppuun removed.`,
  );
}

/** What learners have written answers the same question, and is read by the same people. */
function checkQuestion(file: ContentFile, line: LockLine, now: Identifier): void {
  if (now.type !== line.type) {
    file.mistake(
      line,
      say`Kysymyksen ”${line.id}” laji oli ${line.type ?? '–'} ja on nyt ${now.type ?? '–'}, joten vanhat vastaukset eivät enää sopisi siihen.`,
      say`Palauta kysymyksen laji, tai anna uudelle kysymykselle uusi tunnus.`,
    );
  } else if (isInItem(line.id) && !isInItem(now.id)) {
    file.mistake(
      line,
      say`Kysymys ”${line.id}” kysyttiin luettelon jokaisella rivillä, mutta ”${now.id}” on yksi kysymys: oppijan riveistä vain yksi jäisi.`,
      say`Poista movedFrom ja kirjoita entisen tunnuksen rivin loppuun removed.`,
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
  const remembered = new Set(lines.map((line) => keyOf(moves.currentOf(line))));
  // A part that begins with another chapter, new or moved to the front, is the same part.
  const beginsAnew = ({ kind, id }: Identifier): boolean => {
    const home = kind === 'part' ? partOfChapter(course, id) : '';
    return home !== '' && !remembered.has(keyOf({ kind, id: home }));
  };
  const isGone = (place: Identifier): boolean => !isKept(place) && !beginsAnew(place);
  return lines.filter((line) => !line.removed && !isOfCourse(line.kind) && isGone(moves.currentOf(line)));
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
