/** Who may read what the preview keeps: its answers are somebody's, if only the author's own. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '../../src/simulator/database.ts';
import { startPreview } from '../../src/preview/server.ts';

const umask = process.umask();
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aspa-database-'));
  chmodSync(folder, 0o755);
  process.umask(0o022);
});

afterEach(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true });
});

function modes(of: string): Record<string, string> {
  return Object.fromEntries(readdirSync(of).map((name) => [name, (statSync(join(of, name)).mode & 0o777).toString(8)]));
}

test('a new database, its folder, and what SQLite writes beside it are for their owner alone', async () => {
  const data = join(folder, 'deep', 'cache');
  const preview = await startPreview({ port: 0, data: join(data, 'kept.sqlite'), packages: folder });
  const writer = new Database(join(data, 'kept.sqlite'));
  try {
    writer.pragma('journal_mode = WAL');
    writer.exec("INSERT INTO learner VALUES ('a', 'A', 'fi')");
    expect(modes(data)).toEqual({ 'kept.sqlite': '600', 'kept.sqlite-shm': '600', 'kept.sqlite-wal': '600' });
    expect(modes(folder)).toEqual({ deep: '700' });
  } finally {
    writer.close();
    await preview.close();
  }
});

test('a database that others could read is taken from them, with all that is in it', () => {
  const file = join(folder, 'kept.sqlite');
  const old = new Database(file);
  old.exec("CREATE TABLE kept (word TEXT); INSERT INTO kept VALUES ('tallessa')");
  old.close();
  expect(modes(folder)).toEqual({ 'kept.sqlite': '644' });
  const opened = openDatabase(file);
  expect(opened.prepare('SELECT word FROM kept').get()).toMatchObject({ word: 'tallessa' });
  opened.close();
  expect(modes(folder)).toEqual({ 'kept.sqlite': '600' });
});

test('a link that somebody else laid in the database’s place is not followed', () => {
  writeFileSync(join(folder, 'other.txt'), 'jonkun muun');
  for (const [name, target] of [
    ['there.sqlite', 'other.txt'],
    ['nowhere.sqlite', 'made.txt'],
  ] as const) {
    symlinkSync(join(folder, target), join(folder, name));
    expect(() => openDatabase(join(folder, name))).toThrow(`${name} is a link`);
  }
  expect(readFileSync(join(folder, 'other.txt'), 'utf8')).toBe('jonkun muun');
  expect(existsSync(join(folder, 'made.txt'))).toBe(false);
});

test('a database in memory is no file', () => {
  const before = readdirSync('.');
  openDatabase(':memory:').close();
  expect(readdirSync('.')).toEqual(before);
});
