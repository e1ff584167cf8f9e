/**
 * Which text of the main language each translation was made from: `content/translations.lock` remembers a digest of both. A text whose original
 * has changed since is outdated, one that is not there is missing: learners see the original in its place. Whoever translates writes nothing
 * here: a translation that has changed too is taken as made anew. A translation that stands in another place now, since its file or its exercise has
 * another name or something was put before it, is known by its own digest.
 */
import { createHash } from 'node:crypto';
import type { Language } from '../src/course/course.ts';
import type { ContentFile } from './content-file.ts';
import { say } from './say.ts';

export const TRANSLATIONS_FILE = 'translations.lock';

/** An exercise stands in one file of a language. Its id has a point in it, as no key of a chapter has but those of its question about tomorrow. */
const OF_EXERCISE = /^(?!tomorrow\.)[^. ]+\./;

export interface TranslationFault {
  readonly kind: 'missing' | 'outdated';
  readonly language: Language;
  /** Path from the content folder. */
  readonly file: string;
  /** Where in it: `b.channels.task`, `teksti 2`. */
  readonly key: string;
}

interface Mark {
  /** Digests of the original and of the translation, when they were last known to belong together. */
  readonly original: string;
  readonly translation: string;
}

export const lockHead =
  (): string => say`# Mistä tekstistä kukin käännös on tehty: kieli, tiedosto, kohta, alkuperäisen ja käännöksen tarkiste. Rivit kirjoittaa npm run build.
# Kun alkuperäinen on muuttunut ja käännös kelpaa silti, poista käännöksen rivi ja rakenna uudelleen.
`;

export interface TranslatedText {
  readonly language: Language;
  /** Path from the content folder. */
  readonly file: string;
  readonly key: string;
  readonly original: string;
  /** Undefined where there is none. */
  readonly translation: string | undefined;
}

/** Asked of each text: whether its translation belongs to the original as it is now. */
export type Holds = (text: TranslatedText) => boolean;

/** How the lock calls the texts between exercises, which are numbered. */
const STRETCH = 'teksti ';

/** Collects what a reading of all languages finds out. */
export class TranslationMarks {
  readonly faults: TranslationFault[] = [];
  readonly #files: readonly string[];
  readonly #before: ReadonlyMap<string, Mark>;
  /** Places of the lock by language and digest of the translation. */
  readonly #placesOf = new Map<string, string[]>();
  readonly #now = new Map<string, Mark>();
  readonly #read = new Set<Language>();

  /**
   * @param lock undefined where nothing was ever marked
   * @param files that the course has now, as paths from the content folder
   */
  constructor(lock: ContentFile | undefined, files: readonly string[]) {
    this.#files = files;
    this.#before = new Map(
      (lock?.text ?? '').split('\n').flatMap((line) => {
        const [, place, original, translation] = /^([a-z]{2} \S+ .+) ([0-9a-f]{8}) ([0-9a-f]{8})$/.exec(line) ?? [];
        return place && original && translation ? [[place, { original, translation }] as const] : [];
      }),
    );
    for (const [place, { translation }] of this.#before) {
      const same = `${place.slice(0, 2)} ${translation}`;
      this.#placesOf.set(same, [...(this.#placesOf.get(same) ?? []), place]);
    }
  }

  /**
   * Notes a fault for each text that does not hold.
   * @param read asks of each text of a file, its front matter or its running text; it is called twice: first to see where each text stands now
   */
  heldIn<T>(read: (holds: Holds) => T): T {
    const here = new Map<string, string>();
    read((text) => {
      if (text.translation !== undefined) here.set(placeOf(text), digestOf(text.translation));
      return true;
    });
    return read((text) => this.#holds(text, here));
  }

  #holds({ language, file, key, original, translation }: TranslatedText, here: ReadonlyMap<string, string>): boolean {
    this.#read.add(language);
    const place = placeOf({ language, file, key });
    if (translation === undefined) {
      this.faults.push({ kind: 'missing', language, file, key });
      return false;
    }
    const now = { original: digestOf(original), translation: digestOf(translation) };
    const known = this.#knownOf(place, now, here);
    const isOutdated = known !== undefined && known.original !== now.original;
    this.#now.set(place, isOutdated ? known : now);
    if (isOutdated) this.faults.push({ kind: 'outdated', language, file, key });
    return !isOutdated;
  }

  /** What was known of this translation, here or in the place that it has left; one that fits comes first. */
  #knownOf(place: string, { original, translation }: Mark, here: ReadonlyMap<string, string>): Mark | undefined {
    const own = this.#before.get(place);
    if (own?.translation === translation) return own;
    const alike = this.#placesOf.get(`${place.slice(0, 2)} ${translation}`) ?? [];
    const left = alike.filter((other) => this.#isLeft(other, place, here)).flatMap((other) => this.#before.get(other) ?? []);
    return left.find((mark) => mark.original === original) ?? left[0];
  }

  /** The translation has left the other place: its file is gone, its exercise stands here now, or what is read now has another text there, or none. */
  #isLeft(other: string, place: string, here: ReadonlyMap<string, string>): boolean {
    const [there, own] = [partsOf(other), partsOf(place)];
    if (!this.#files.includes(there.file)) return true;
    if (there.file !== own.file && there.key === own.key && OF_EXERCISE.test(own.key)) return true;
    const isReadNow = there.file === own.file && there.key.startsWith(STRETCH) === own.key.startsWith(STRETCH);
    return isReadNow && here.get(other) !== this.#before.get(other)?.translation;
  }

  /** The text of the lock as it is to be from now on; undefined where there are no translations. */
  get lock(): string | undefined {
    if (this.#now.size === 0) return undefined;
    // Languages that the packages do not have at present may come back.
    const others = [...this.#before].filter(([place]) => !this.#read.has(place.slice(0, 2) as Language));
    const lines = [...this.#now, ...others].map(([place, { original, translation }]) => `${place} ${original} ${translation}`);
    return `${lockHead()}${lines.join('\n')}\n`;
  }
}

function placeOf({ language, file, key }: Pick<TranslatedText, 'language' | 'file' | 'key'>): string {
  return `${language} ${file} ${key}`;
}

/** A path has no spaces, a key may have some. */
function partsOf(place: string): { readonly file: string; readonly key: string } {
  const [, file = '', key = ''] = /^\S+ (\S+) (.+)$/.exec(place) ?? [];
  return { file, key };
}

/** Of no text: what is held against it is outdated until it is translated. */
export const NEVER = '00000000';

/** @returns the lock in which the texts of these places count as copies that nobody has translated yet */
export function untranslated(lock: string, isCopied: (file: string, key: string) => boolean): string {
  return lock.replace(/^([a-z]{2} \S+ .+) [0-9a-f]{8} ([0-9a-f]{8})$/gm, (line, place: string, translation: string) => {
    const { file, key } = partsOf(place);
    return isCopied(file, key) ? `${place} ${NEVER} ${translation}` : line;
  });
}

/** A line for each file that has some, in the words of the messages for authors. */
export function translationWarnings(faults: readonly TranslationFault[]): string[] {
  const files = new Set(faults.map(({ file }) => file));
  return [...files].map((file) => {
    const own = faults.filter((fault) => fault.file === file);
    const keys = (kind: TranslationFault['kind'], words: string): string[] => {
      const found = own
        .filter((fault) => fault.kind === kind)
        .map(({ language, key }) => (file === 'course.yaml' ? `${key} (${language})` : inWords(key)));
      return found.length === 0 ? [] : [`${words}: ${found.join(', ')}.`];
    };
    const lines = [
      ...keys('missing', say`Käännös puuttuu`),
      ...keys('outdated', say`Kääntämättä, tai alkuperäinen on muuttunut käännöksen jälkeen`),
    ];
    return say`${file}: ${lines.join(' ')} Oppija näkee nämä kohdat pääkielellä. Käännä ne; jos vanha käännös kelpaa, poista sen rivi tiedostosta ${TRANSLATIONS_FILE}.`;
  });
}

/** Of a stretch of text between two exercises, which the lock knows by its Finnish name. */
function inWords(key: string): string {
  const [, number] = /^teksti (\d+)$/.exec(key) ?? [];
  return number === undefined ? key : say`teksti ${number}`;
}

/** Eight hexadecimal digits. White space says nothing: a text may be broken into other lines. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text.replace(/\s+/g, ' ').trim()).digest('hex').slice(0, 8);
}
