/** The half of HR's page that reads and reckons, in a worker: whatever it does, the page can be used. */
import type { Language } from '../../course/course.ts';
import { htmlChunks } from '../outputs/write-html.ts';
import { CSV_DELIMITER, csvChunks } from '../outputs/write-csv.ts';
import { collected, unitArchive } from '../outputs/unit-archive.ts';
import { icsOf } from '../outputs/write-ics.ts';
import { xlsxOf } from '../outputs/write-xlsx.ts';
import { makePageData, pageRows } from '../page/make-page-data.ts';
import { charts, peopleSection, summary } from '../page/sections.ts';
import { signSymbols } from '../page/signs.ts';
import type { CompletionTable } from '../people/completion-table.ts';
import { figuresByUnit } from '../people/unit-summary.ts';
import { hrPageTextIn } from '../text/hr-page/hr-page-text.ts';
import { outputsTextIn } from '../text/outputs/outputs-text.ts';
import { Desk, type Rules } from './desk.ts';
import type { FromWorker, SavedAs, ToWorker } from './worker-messages.ts';

/** Rows that are shown at once, and of each message after that: few enough to be taken in within a frame. */
const FIRST_ROWS = 200;
const ROWS_A_MESSAGE = 1000;

const TYPES: Readonly<Record<SavedAs, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  html: 'text/html;charset=utf-8',
  ics: 'text/calendar;charset=utf-8',
  zip: 'application/zip',
};

/** A table, and by what it was made: names are left out of it and of what is said about it, or of neither. */
interface Shown {
  readonly table: CompletionTable;
  readonly pseudonymous: boolean;
  readonly language: Language;
}

export class DeskWorker {
  readonly #tell: (message: FromWorker) => void;
  readonly #desk = new Desk(BUILT_IN.course);
  #rules: Rules = { identify: [], pseudonymous: false, activityNames: [], maps: [] };
  #language: Language = 'fi';
  #shown: Shown | undefined;
  #number = 0;
  #waiting = 0;
  #isStale = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(tell: (message: FromWorker) => void) {
    this.#tell = tell;
  }

  /** One after the other; the table is made when nothing more waits. */
  receive(message: ToWorker): void {
    this.#waiting++;
    this.#queue = this.#queue
      .then(() => this.#handle(message))
      .catch((error: unknown) => this.#tell({ type: 'fault', reason: error instanceof Error ? error.message : String(error) }));
  }

  async #handle(message: ToWorker): Promise<void> {
    try {
      await this.#act(message);
    } finally {
      this.#waiting--;
    }
    if (this.#isStale && this.#waiting === 0) await this.#show();
  }

  async #act(message: ToWorker): Promise<void> {
    switch (message.type) {
      case 'rules':
        [this.#rules, this.#language, this.#isStale] = [message.rules, message.language, true];
        // A name or a map may be what they lacked.
        for (const id of this.#desk.unread) await this.#decide(id, {});
        return;
      case 'take': {
        const state = await this.#desk.take(message.given, {}, this.#rules, this.#progress(message.given.id, message.given.name));
        this.#isStale = true;
        this.#tell({ type: 'file', state });
        return;
      }
      case 'decide':
        return this.#decide(message.id, message.decision);
      case 'remove':
        this.#desk.remove(message.id);
        this.#isStale = true;
        return;
      case 'save':
        return this.#save(message.as);
    }
  }

  async #decide(id: number, decision: Parameters<Desk['decide']>[1]): Promise<void> {
    const state = await this.#desk.decide(id, decision, this.#rules, this.#progress(id, this.#desk.nameOf(id)));
    this.#isStale = true;
    if (state) this.#tell({ type: 'file', state });
  }

  #progress(id: number, name: string): (rows: number) => void {
    return (rows) => this.#tell({ type: 'file', state: { id, name, outcome: { kind: 'reading', rows } } });
  }

  async #show(): Promise<void> {
    this.#isStale = false;
    if (!this.#desk.hasReports) {
      this.#shown = undefined;
      this.#tell({ type: 'nothing', staffOnly: !this.#desk.isEmpty });
      return;
    }
    this.#tell({ type: 'making' });
    const [language, rules] = [this.#language, this.#rules];
    const text = outputsTextIn(language);
    const { pseudonymous } = rules;
    const { table, facts } = await this.#desk.table(rules, text.otherUnits);
    this.#shown = { table, pseudonymous, language };
    const number = ++this.#number;
    const units = figuresByUnit(table);
    const sections = [
      signSymbols(table.course.classes.map(({ id }) => id)),
      summary(table, text),
      charts(table, units, text),
      peopleSection(table, units, text, pseudonymous),
    ].join('\n');
    const rowsToCome = Math.max(0, table.rows.length - FIRST_ROWS);
    this.#tell({ type: 'table', number, sections, data: makePageData(table, text, FIRST_ROWS), rowsToCome, facts });
    for (let from = FIRST_ROWS; from < table.rows.length; from += ROWS_A_MESSAGE)
      this.#tell({ type: 'rows', number, rows: pageRows(table, from, from + ROWS_A_MESSAGE) });
  }

  /** What is saved is made by the rules that were given before, and holds the files that were: the page may have shown neither yet. */
  async #save(as: SavedAs): Promise<void> {
    if (this.#isStale) await this.#show();
    if (!this.#shown) return;
    const pieces = await piecesOf(as, this.#shown);
    this.#tell({ type: 'saved', as, content: new Blob(pieces as BlobPart[], { type: TYPES[as] }) });
  }
}

function piecesOf(as: SavedAs, { table, pseudonymous, language }: Shown): (string | Uint8Array)[] | Promise<(string | Uint8Array)[]> {
  const text = outputsTextIn(language);
  switch (as) {
    case 'xlsx':
      return [...xlsxOf(table, text, pseudonymous)];
    case 'csv':
      return [...csvChunks(table, { text, delimiter: CSV_DELIMITER, bom: true, pseudonymous })];
    case 'html':
      return [...htmlChunks(table, { text, pseudonymous, skin: BUILT_IN.skin })];
    case 'ics':
      return collected(icsOf(table, { text, pseudonymous }));
    case 'zip':
      return unitArchive(table, { text, pseudonymous, name: hrPageTextIn(language).result.fileName });
  }
}
