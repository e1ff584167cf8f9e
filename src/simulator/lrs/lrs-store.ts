/** What the preview LRS keeps, in SQLite: statements in the order in which they were stored, and documents. */
import type Database from 'libsql';
import { openDatabase } from '../database.ts';

export interface StoredStatement {
  readonly id: string;
  /** Strictly growing; the cursor of paging. */
  readonly position: number;
  /** The whole statement as it is given out. */
  readonly statement: Record<string, unknown>;
  readonly voided: boolean;
}

export interface StoredDocument {
  readonly content: string;
  readonly contentType: string;
  readonly updated: string;
}

export class LrsStore {
  readonly #database: Database.Database;
  #lastStored = 0;

  /** @param file a path, or `:memory:` */
  constructor(file: string) {
    this.#database = openDatabase(file);
    this.#database.exec(`
      CREATE TABLE IF NOT EXISTS lrs_statement (
        position INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, statement TEXT NOT NULL, voided INTEGER NOT NULL DEFAULT 0);
      CREATE TABLE IF NOT EXISTS lrs_document (
        resource TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, content TEXT NOT NULL, type TEXT NOT NULL, updated TEXT NOT NULL,
        PRIMARY KEY (resource, key, id));
      CREATE TABLE IF NOT EXISTS lrs_voided (id TEXT PRIMARY KEY);
    `);
    const last = this.#database.prepare("SELECT max(json_extract(statement, '$.stored')) AS stored FROM lrs_statement").get() as {
      stored: string | null;
    };
    this.#lastStored = last.stored ? Date.parse(last.stored) : 0;
  }

  /** All or none. @param statements without `stored`, which is given here, one millisecond apart so that `since` never leaves one out */
  insert(statements: readonly Record<string, unknown>[]): void {
    const insert = this.#database.prepare(
      'INSERT INTO lrs_statement (id, statement, voided) VALUES (?, ?, EXISTS (SELECT 1 FROM lrs_voided WHERE id = ?))',
    );
    this.#database.transaction(() => {
      for (const statement of statements) {
        this.#lastStored = Math.max(Date.now(), this.#lastStored + 1);
        const stored = new Date(this.#lastStored).toISOString();
        const whole = { ...statement, stored, timestamp: statement['timestamp'] ?? stored };
        insert.run(statement['id'], JSON.stringify(whole), statement['id']);
      }
    })();
  }

  void(id: string): void {
    this.#database.prepare('INSERT OR IGNORE INTO lrs_voided (id) VALUES (?)').run(id);
    this.#database.prepare('UPDATE lrs_statement SET voided = 1 WHERE id = ?').run(id);
  }

  statement(id: string): StoredStatement | undefined {
    const row = this.#database.prepare('SELECT position, id, statement, voided FROM lrs_statement WHERE id = ?').get(id) as Row | undefined;
    return row && storedFrom(row);
  }

  /** Statements on one side of a position, in the order asked for. */
  *statements(ascending: boolean, from: number | undefined): Generator<StoredStatement> {
    const beyond = ascending ? 'position > ?' : 'position < ?';
    const query = this.#database.prepare(
      `SELECT position, id, statement, voided FROM lrs_statement WHERE ${beyond} ORDER BY position ${ascending ? 'ASC' : 'DESC'} LIMIT 500`,
    );
    let position = from ?? (ascending ? 0 : Number.MAX_SAFE_INTEGER);
    for (;;) {
      const rows = query.all(position) as Row[];
      if (rows.length === 0) return;
      yield* rows.map(storedFrom);
      position = rows.at(-1)?.position ?? position;
    }
  }

  document(resource: string, key: string, id: string): StoredDocument | undefined {
    const row = this.#database
      .prepare('SELECT content, type, updated FROM lrs_document WHERE resource = ? AND key = ? AND id = ?')
      .get(resource, key, id) as { content: string; type: string; updated: string } | undefined;
    return row && { content: row.content, contentType: row.type, updated: row.updated };
  }

  documentIds(resource: string, key: string, since: string): string[] {
    const rows = this.#database
      .prepare('SELECT id FROM lrs_document WHERE resource = ? AND key = ? AND updated > ? ORDER BY id')
      .all(resource, key, since);
    return (rows as { id: string }[]).map(({ id }) => id);
  }

  putDocument(resource: string, key: string, id: string, content: string, contentType: string): void {
    this.#database
      .prepare(
        'INSERT INTO lrs_document VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET content = excluded.content, type = excluded.type, updated = excluded.updated',
      )
      .run(resource, key, id, content, contentType, new Date().toISOString());
  }

  /** @param id undefined for all under the key */
  deleteDocuments(resource: string, key: string, id: string | undefined): void {
    if (id === undefined) this.#database.prepare('DELETE FROM lrs_document WHERE resource = ? AND key = ?').run(resource, key);
    else this.#database.prepare('DELETE FROM lrs_document WHERE resource = ? AND key = ? AND id = ?').run(resource, key, id);
  }

  /** Forgets everything. */
  clear(): void {
    this.#database.exec('DELETE FROM lrs_statement; DELETE FROM lrs_document; DELETE FROM lrs_voided;');
  }

  close(): void {
    this.#database.close();
  }
}

interface Row {
  readonly position: number;
  readonly id: string;
  readonly statement: string;
  readonly voided: number;
}

function storedFrom({ position, id, statement, voided }: Row): StoredStatement {
  return { position, id, statement: JSON.parse(statement) as Record<string, unknown>, voided: voided === 1 };
}
