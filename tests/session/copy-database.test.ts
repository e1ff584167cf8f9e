import { describe, expect, test } from 'vitest';
import { CopyDatabase } from '../../src/session/copy/copy-database.ts';
import { copyDatabaseContract } from './copy-database-contract.ts';
import { MemoryDatabase } from './memory-database.ts';

copyDatabaseContract('the tests’ double of IndexedDB', () => {
  const memory = new MemoryDatabase();
  return Promise.resolve({
    tab: () => memory.factory(),
    empty: () => {
      memory.evict();
      return Promise.resolve();
    },
  });
});

const ROW = { name: 'aspa:c:l:1', learner: 'aspa:c:l:', writtenAt: 1, text: 'teksti' };

describe('a database that the browser refuses', () => {
  test('rejects at each call, and is asked anew at the next', async () => {
    const memory = new MemoryDatabase();
    const database = new CopyDatabase(memory.factory());
    memory.habits.opens = 'fails';
    await expect(database.put(ROW)).rejects.toThrow('refused');
    await expect(database.read(ROW.learner)).rejects.toThrow('refused');
    memory.habits.opens = 'at-once';
    await database.put(ROW);
    expect(await database.read(ROW.learner)).toEqual([ROW]);
  });

  test('rejects where even asking throws, as in a frame that may keep nothing', async () => {
    const barred = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    await expect(new CopyDatabase(barred).put(ROW)).rejects.toThrow('denied');
  });

  test('rejects what was aborted for lack of room, and leaves what stood there', async () => {
    const memory = new MemoryDatabase();
    const database = new CopyDatabase(memory.factory());
    await database.put(ROW);
    memory.habits.aborts = true;
    await expect(database.put({ ...ROW, text: 'uudempi' })).rejects.toThrow('no room');
    memory.habits.aborts = false;
    expect(await database.read(ROW.learner)).toEqual([ROW]);
  });
});

describe('a page that goes', () => {
  test('leaves the row that it has asked for, since it is asked for and committed at once', async () => {
    const memory = new MemoryDatabase();
    let isAlive = true;
    const database = new CopyDatabase(memory.factory({ isAlive: () => isAlive, lands: () => true }));
    await database.read(ROW.learner);
    void database.put(ROW);
    isAlive = false;
    expect(await new CopyDatabase(memory.factory()).read(ROW.learner)).toEqual([ROW]);
  });
});

test('a browser that calls a writing complete before it has answered what was asked in it holds up none that follow', async () => {
  const memory = new MemoryDatabase();
  const database = new CopyDatabase(memory.factory());
  await database.put(ROW);
  memory.habits.completesEarly = true;
  for (let count = 1; count <= 6; count += 1) expect(await database.put({ ...ROW, text: `teksti ${String(count)}` })).toBeUndefined();
  expect(memory.texts).toBe('teksti 6');
});
