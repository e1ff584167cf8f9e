import { afterEach, expect, test } from 'vitest';
import { CopyDatabase } from '../../src/session/copy/copy-database.ts';
import { copyDatabaseContract } from './copy-database-contract.ts';

/** Waits until it is done, whoever has it open. */
function emptied(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('aspa');
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error('not removed'));
    request.onblocked = () => reject(new Error('A connection is held open.'));
  });
}

afterEach(emptied);

copyDatabaseContract('this browser’s IndexedDB', async () => {
  await emptied();
  return { tab: () => indexedDB, empty: emptied };
});

test('a row that a frame asked for just before it went is there', async () => {
  const frame = document.body.appendChild(document.createElement('iframe'));
  const { indexedDB: ofFrame } = frame.contentWindow as unknown as { readonly indexedDB: IDBFactory };
  const learner = 'aspa:c:l:';
  const database = new CopyDatabase(ofFrame);
  await database.read(learner);
  const row = { name: 'aspa:c:l:1', learner, writtenAt: 1, text: 'x'.repeat(100_000) };
  frame.contentWindow?.addEventListener('pagehide', () => void database.put(row));
  frame.remove();
  await new Promise((over) => setTimeout(over, 200));
  expect(await new CopyDatabase(indexedDB).read(learner)).toEqual([row]);
});
