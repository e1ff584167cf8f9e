/** What the course asks of IndexedDB, held against a browser's own and against the tests' double. */
import { beforeEach, describe, expect, test } from 'vitest';
import { CopyDatabase, type CopyRow } from '../../src/session/copy/copy-database.ts';

/** A browser's databases, as many tabs see them. */
export interface Databases {
  /** As a tab of its own sees them. */
  readonly tab: () => IDBFactory;
  /** Everything is taken away while tabs have it open. */
  readonly empty: () => Promise<void>;
}

const AINO = 'aspa:course:aino:';

function row(attempt: string, text: string, { learner = AINO, writtenAt = 1 } = {}): CopyRow {
  return { name: learner + attempt, learner, writtenAt, text };
}

export function copyDatabaseContract(name: string, databases: () => Promise<Databases>): void {
  describe(name, () => {
    let browser: Databases;
    let database: CopyDatabase;

    beforeEach(async () => {
      browser = await databases();
      database = new CopyDatabase(browser.tab());
    });

    const texts = async (learner = AINO): Promise<string[]> => (await database.read(learner)).map(({ text }) => text);

    test('holds nothing at first', async () => {
      expect(await database.read(AINO)).toEqual([]);
    });

    test('gives a learner’s rows, in all attempts, and nobody else’s', async () => {
      await database.put(row('1', 'ensimmäinen'));
      await database.put(row('2', 'toinen 😀'));
      await database.put(row('1', 'ei hänen', { learner: 'aspa:course:aino2:' }));
      expect(await texts()).toEqual(['ensimmäinen', 'toinen 😀']);
    });

    test('tells what stood in a row’s place, also where several were put at once', async () => {
      const before = await Promise.all(['a', 'b', 'c'].map((text) => database.put(row('1', text))));
      expect(before).toEqual([undefined, 'a', 'b']);
      expect(await texts()).toEqual(['c']);
    });

    test('is the same in every tab', async () => {
      await database.put(row('1', 'täällä'));
      const other = new CopyDatabase(browser.tab());
      expect(await other.put(row('1', 'siellä'))).toBe('täällä');
      expect(await texts()).toEqual(['siellä']);
    });

    test('removes a learner’s rows, and nobody else’s', async () => {
      await database.put(row('1', 'pois'));
      await database.put(row('2', 'pois'));
      await database.put(row('1', 'jää', { learner: 'aspa:course:eino:' }));
      await database.remove(AINO);
      expect(await texts()).toEqual([]);
      expect(await texts('aspa:course:eino:')).toEqual(['jää']);
    });

    test('removes rows that were read, but for those that say something else by now', async () => {
      await database.put(row('1', 'luettu'));
      await database.put(row('2', 'luettu'));
      const read = await database.read(AINO);
      await database.put(row('2', 'kirjoitettu sen jälkeen'));
      await database.put(row('3', 'tullut sen jälkeen'));
      await database.removeUnchanged(read);
      expect(await texts()).toEqual(['kirjoitettu sen jälkeen', 'tullut sen jälkeen']);
    });

    test('removes what is old and meant, once it was noted so for long enough, and nothing else', async () => {
      const isMeant = (one: string): boolean => !one.endsWith('3');
      await database.put(row('1', 'vanha', { writtenAt: 10 }));
      await database.put(row('2', 'uusi', { writtenAt: 11 }));
      await database.put(row('3', 'vanha, mutta oma', { writtenAt: 0 }));
      await database.removeOld(10, 20, isMeant);
      await database.removeOld(19, 20, isMeant);
      expect(await texts()).toEqual(['vanha', 'uusi', 'vanha, mutta oma']);
      await database.removeOld(20, 30, isMeant);
      expect(await texts()).toEqual(['vanha, mutta oma']);
    });

    test('begins anew with what was noted where the clock was ahead, and takes nothing that was written since', async () => {
      await database.put(row('1', 'vanha', { writtenAt: 10 }));
      await database.put(row('2', 'sittemmin uusi', { writtenAt: 10 }));
      await database.removeOld(10, 100, () => true);
      await database.put(row('2', 'sittemmin uusi', { writtenAt: 30 }));
      for (const now of [20, 30, 39]) await database.removeOld(now - 10, now, () => true);
      expect(await texts()).toEqual(['vanha', 'sittemmin uusi']);
      await database.removeOld(30, 40, () => true);
      expect(await texts()).toEqual(['sittemmin uusi']);
    });

    test('goes on after all of it was taken away', async () => {
      await database.put(row('1', 'viedään'));
      await browser.empty();
      expect(await database.put(row('1', 'tuodaan'))).toBeUndefined();
      expect(await texts()).toEqual(['tuodaan']);
    });
  });
}
