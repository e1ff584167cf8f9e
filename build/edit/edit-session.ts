/** One run of the edit mode: which texts the page shows, where they come from, and what becomes of a change. */
import { randomUUID } from 'node:crypto';
import type { Courses } from '../../src/course/course.ts';
import { toAuthorOf } from '../author-language.ts';
import { ContentError } from '../content-error.ts';
import { LOCK_FILE } from '../identifiers-lock.ts';
import { readContent } from '../read-course.ts';
import { isMarkdown, joinedChanges, type AskedWhat } from './asked-change.ts';
import { filesOf, type ChangedFiles } from './change.ts';
import { checkChange } from './check-change.ts';
import { ContentFiles } from './content-files.ts';
import { Journal } from './undo-journal.ts';
import { normalized, withOwnLineEnds } from './line-ends.ts';
import { SourceMarking } from './mark-sources.ts';
import { listedTexts } from './listed-texts.ts';
import { openedLists } from './opened-lists.ts';
import type { ListedText, OpenedText, Outcome } from './page-messages.ts';
import { SourceTable } from './source-marks.ts';
import { EditRefused } from './source-place.ts';
import { readText } from './source-text.ts';
import { placeOf, textOf, type Reading } from './text-places.ts';
import { WrittenChanges } from './write-and-undo.ts';

/** What the page asks for. */
export interface AskedChange {
  /** Number of the text on the page. */
  readonly number: number;
  /** SHA-256 of the file that the page showed. */
  readonly hash: string;
  /** What was written in one window, one after another: they are written and undone as one. */
  readonly changes: readonly AskedWhat[];
  /** The author knows what the removal of a released id does. */
  readonly confirmed: boolean;
}

/** So many pages may be open in older states of the content. */
const MOST_READINGS = 20;
export class EditSession {
  readonly #files: ContentFiles;
  readonly #changes: WrittenChanges;
  /** The last first: a page that was loaded before another still has its own. */
  #readings: readonly Reading[] = [];
  #read: { readonly version: string; readonly reading: ReturnType<EditSession['read']> } | undefined;
  /** One change after another. */
  #last: Promise<unknown> = Promise.resolve();

  /** @param journal folder for what undoes changes */
  constructor(content: string, journal: string) {
    this.#files = new ContentFiles(content);
    this.#changes = new WrittenChanges(this.#files, new Journal(journal));
  }

  /** As `read`, once for each version of the content. */
  readOnce(version: string): ReturnType<EditSession['read']> {
    if (this.#read?.version !== version) this.#read = { version, reading: this.read() };
    return this.#read.reading;
  }

  /** The courses with marks in their texts, as the files are now; those read before where the files have a mistake. */
  async read(): Promise<{ readonly id: string; readonly courses: Courses } | undefined> {
    const table = new SourceTable();
    const texts = new Map<string, string>();
    try {
      const { courses } = await readContent(this.#files.folder, undefined, new SourceMarking(table, texts));
      const languages = courses.map(({ language }) => language);
      const reading = { id: randomUUID(), courses, languages, places: table.places, texts };
      this.#readings = [reading, ...this.#readings].slice(0, MOST_READINGS);
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
    }
    return this.#reading;
  }

  get #reading(): Reading | undefined {
    return this.#readings[0];
  }

  /** @param numbers of the texts that stand on the page @returns those, and what else their chapter has */
  texts(reading: string, numbers: readonly number[]): ListedText[] {
    const { places, texts } = this.#shown(reading);
    return listedTexts(places, texts, numbers);
  }

  /** @throws EditRefused where the text is not there any more */
  async open(reading: string, number: number): Promise<OpenedText> {
    const { place, shown, original } = await textOf(this.#files, this.#shown(reading), number);
    const { raw, hash } = shown;
    const source = normalized(raw);
    const common = { number, file: place.file, hash, isMarkdown: isMarkdown(place) };
    if (original) return { ...common, line: 1, text: original.text, lists: [] };
    const found = readText(source, place);
    if (!found) throw new EditRefused('gone');
    return {
      ...common,
      line: found.line,
      text: found.text,
      lists: openedLists(place, source, this.#main),
    };
  }

  change(reading: string, asked: AskedChange): Promise<Outcome> {
    return this.#inTurn(async () => {
      try {
        return await toAuthorOf(this.#files.folder, () => this.#change(this.#shown(reading), asked));
      } catch (error) {
        // course.yaml has got a mistake meanwhile.
        if (error instanceof ContentError) return { mistakes: error.mistakes };
        throw error;
      }
    });
  }

  async #change(shown: Reading, asked: AskedChange): Promise<Outcome> {
    const { changes } = asked;
    const isText = changes.some((what) => 'text' in what);
    const { place, shown: file } = await (isText ? textOf : placeOf)(this.#files, shown, asked.number);
    if (file.hash !== asked.hash) throw new EditRefused('stale');
    const { languages } = shown;
    const raws = await this.#files.readAll(filesOf(place.file, languages));
    const texts = new Map([...raws].map(([path, raw]) => [path, normalized(raw)]));
    const changed = joinedChanges(changes, { place, texts, languages });
    for (const path of changed.keys()) if (texts.get(path) !== (shown.texts.get(path) ?? texts.get(path))) throw new EditRefused('stale');
    return this.#write(changed, raws, asked.confirmed, labelOf(readText(normalized(file.raw), place)?.text));
  }

  /** Undoes the last change, also one of an earlier run. */
  undo(): Promise<Outcome> {
    return this.#inTurn(async () => ({ done: await this.#changes.undo() }));
  }

  /** What the next press on undo would undo. */
  undoable(): Promise<string | undefined> {
    return this.#changes.undoable();
  }

  get #main(): string {
    return this.#reading?.languages[0] ?? '';
  }

  #shown(reading: string): Reading {
    const shown = this.#readings.find(({ id }) => id === reading);
    if (!shown) throw new EditRefused('stale');
    return shown;
  }

  /** Checks the course as it would be, and only then writes. */
  async #write(changed: ChangedFiles, raws: ReadonlyMap<string, string>, confirmed: boolean, label: string): Promise<Outcome> {
    const draft = new Map([...changed].map(([path, text]) => [path, withOwnLineEnds(raws.get(path) ?? '', text)]));
    const checked = await checkChange(this.#files.folder, draft, raws.get(LOCK_FILE), confirmed);
    if (!('files' in checked)) return checked;
    const before = await this.#files.readAll([...checked.files.keys()]);
    for (const path of checked.files.keys()) if (before.get(path) !== raws.get(path)) throw new EditRefused('stale');
    if (checked.files.size > 0) await this.#changes.write(label, checked.files, raws);
    return { done: label };
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}

const LONGEST_LABEL = 60;

function labelOf(text = ''): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`;
}
