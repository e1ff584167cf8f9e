/** What the preview keeps between runs, in SQLite: learners, attempts, and what was received for them. */
import type Database from 'libsql';
import { openDatabase } from '../simulator/database.ts';
import { emptyAttempt, type StoredAttempt } from '../simulator/lms-server.ts';
import type { ScormStandard } from '../simulator/lms-profile.ts';
import { MADE_UP_LEARNERS, type LearnerLanguage, type PreviewLearner } from './preview-learners.ts';

export interface AttemptKey {
  readonly learner: string;
  readonly package: string;
  readonly profile: string;
  readonly standard: ScormStandard;
}

export interface PreviewAttempt extends AttemptKey {
  readonly id: number;
  /** 1 for a learner's first attempt at a package under a profile. */
  readonly number: number;
  readonly stored: StoredAttempt;
  /** Milliseconds since 1970. */
  readonly updated: number;
}

export interface ReceivedRequest {
  readonly at: number;
  readonly transport: string;
  readonly result: string;
  readonly values: number;
}

interface AttemptRow {
  id: number;
  learner: string;
  package: string;
  profile: string;
  standard: ScormStandard;
  number: number;
  stored: string;
  updated: number;
}

export class PreviewStore {
  readonly #database: Database.Database;

  /** @param file a path, or `:memory:` */
  constructor(file: string) {
    this.#database = openDatabase(file);
    this.#database.exec(`
      CREATE TABLE IF NOT EXISTS learner (id TEXT PRIMARY KEY, name TEXT NOT NULL, language TEXT NOT NULL);
      CREATE TABLE IF NOT EXISTS attempt (
        id INTEGER PRIMARY KEY, learner TEXT NOT NULL, package TEXT NOT NULL, profile TEXT NOT NULL, standard TEXT NOT NULL,
        number INTEGER NOT NULL, stored TEXT NOT NULL, updated INTEGER NOT NULL, UNIQUE (learner, package, profile, number));
      CREATE TABLE IF NOT EXISTS received (
        attempt INTEGER NOT NULL, at INTEGER NOT NULL, transport TEXT NOT NULL, result TEXT NOT NULL, size INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS received_attempt ON received (attempt, at);
    `);
    const insert = this.#database.prepare('INSERT OR IGNORE INTO learner (id, name, language) VALUES (?, ?, ?)');
    for (const { id, name, language } of MADE_UP_LEARNERS) insert.run(id, name, language);
  }

  /** In the order in which they were added. */
  learners(): PreviewLearner[] {
    return this.#database.prepare('SELECT id, name, language FROM learner ORDER BY rowid').all() as PreviewLearner[];
  }

  learner(id: string): PreviewLearner | undefined {
    return this.#database.prepare('SELECT id, name, language FROM learner WHERE id = ?').get(id) as PreviewLearner | undefined;
  }

  /** @returns the learner, with an id made of the name. */
  addLearner(name: string, language: LearnerLanguage): PreviewLearner {
    const base = name
      .normalize('NFD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .split(',')
      .reverse()
      .join('.')
      .replace(/[^a-z.]+/g, '');
    const taken = new Set(this.learners().map(({ id }) => id));
    let id = base || 'oppija';
    for (let count = 2; taken.has(id); count += 1) id = `${base || 'oppija'}${String(count)}`;
    this.#database.prepare('INSERT INTO learner (id, name, language) VALUES (?, ?, ?)').run(id, name, language);
    return { id, name, language };
  }

  /** Deletes all attempts of a learner. */
  resetLearner(id: string): void {
    this.#database.prepare('DELETE FROM received WHERE attempt IN (SELECT id FROM attempt WHERE learner = ?)').run(id);
    this.#database.prepare('DELETE FROM attempt WHERE learner = ?').run(id);
  }

  /** Newest first. */
  attempts(): PreviewAttempt[] {
    return (this.#database.prepare('SELECT * FROM attempt ORDER BY updated DESC, id DESC').all() as AttemptRow[]).map(toAttempt);
  }

  attempt(id: number): PreviewAttempt | undefined {
    const row = this.#database.prepare('SELECT * FROM attempt WHERE id = ?').get(id) as AttemptRow | undefined;
    return row && toAttempt(row);
  }

  latestAttempt(key: AttemptKey): PreviewAttempt | undefined {
    const row = this.#database
      .prepare('SELECT * FROM attempt WHERE learner = ? AND package = ? AND profile = ? ORDER BY number DESC LIMIT 1')
      .get(key.learner, key.package, key.profile) as AttemptRow | undefined;
    return row && toAttempt(row);
  }

  newAttempt(key: AttemptKey): PreviewAttempt {
    const number = (this.latestAttempt(key)?.number ?? 0) + 1;
    const { lastInsertRowid } = this.#database
      .prepare('INSERT INTO attempt (learner, package, profile, standard, number, stored, updated) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(key.learner, key.package, key.profile, key.standard, number, JSON.stringify(emptyAttempt), Date.now());
    return this.attempt(Number(lastInsertRowid)) as PreviewAttempt;
  }

  keep(id: number, stored: StoredAttempt): void {
    this.#database.prepare('UPDATE attempt SET stored = ?, updated = ? WHERE id = ?').run(JSON.stringify(stored), Date.now(), id);
  }

  noteReceived(id: number, { at, transport, result, values }: ReceivedRequest): void {
    this.#database
      .prepare('INSERT INTO received (attempt, at, transport, result, size) VALUES (?, ?, ?, ?, ?)')
      .run(id, at, transport, result, values);
  }

  /** The latest requests, newest first. */
  received(id: number, most = 50): ReceivedRequest[] {
    return this.#database
      .prepare('SELECT at, transport, result, size AS "values" FROM received WHERE attempt = ? ORDER BY at DESC, rowid DESC LIMIT ?')
      .all(id, most) as ReceivedRequest[];
  }

  close(): void {
    this.#database.close();
  }
}

function toAttempt({ stored, ...row }: AttemptRow): PreviewAttempt {
  return { ...row, stored: JSON.parse(stored) as StoredAttempt };
}
