/**
 * Which text of the main language each translation was made from: `content/translations.lock` remembers a digest of both. A text whose original
 * has changed since is outdated, one that is not there is missing: learners see the original in its place. Whoever translates writes nothing
 * here: a translation that has changed too is taken as made anew.
 */
import { createHash } from 'node:crypto';
import type { Language } from '../src/course/course.ts';
import type { ContentFile } from './content-file.ts';
import { say } from './say.ts';

export const TRANSLATIONS_FILE = 'translations.lock';

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

/** Collects what a reading of all languages finds out. */
export class TranslationMarks {
  readonly faults: TranslationFault[] = [];
  readonly #before: ReadonlyMap<string, Mark>;
  readonly #now = new Map<string, Mark>();
  readonly #read = new Set<Language>();

  /** @param lock undefined where nothing was ever marked */
  constructor(lock: ContentFile | undefined) {
    this.#before = new Map(
      (lock?.text ?? '').split('\n').flatMap((line) => {
        const [, place, original, translation] = /^([a-z]{2} \S+ .+) ([0-9a-f]{8}) ([0-9a-f]{8})$/.exec(line) ?? [];
        return place && original && translation ? [[place, { original, translation }] as const] : [];
      }),
    );
  }

  /**
   * @param translation undefined where there is none
   * @returns whether the translation belongs to the original as it is now; noted as a fault where it does not
   */
  holds(language: Language, file: string, key: string, original: string, translation: string | undefined): boolean {
    this.#read.add(language);
    const place = `${language} ${file} ${key}`;
    const known = this.#before.get(place);
    if (translation === undefined) {
      this.faults.push({ kind: 'missing', language, file, key });
      return false;
    }
    const now = { original: digestOf(original), translation: digestOf(translation) };
    const isOutdated = known !== undefined && known.original !== now.original && known.translation === now.translation;
    this.#now.set(place, isOutdated ? known : now);
    if (isOutdated) this.faults.push({ kind: 'outdated', language, file, key });
    return !isOutdated;
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

/** Of no text: what is held against it is outdated until it is translated. */
export const NEVER = '00000000';

/** @returns the lock in which every text of these files counts as a copy that nobody has translated yet */
export function untranslated(lock: string, files: readonly string[]): string {
  return lock.replace(/^([a-z]{2} (\S+) .+) [0-9a-f]{8} ([0-9a-f]{8})$/gm, (line, place: string, file: string, translation: string) =>
    files.includes(file) ? `${place} ${NEVER} ${translation}` : line,
  );
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
