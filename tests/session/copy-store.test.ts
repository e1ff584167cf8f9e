import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { textOf, type Answers } from '../../src/course/answers.ts';
import type { FoundWork, KeptWork } from '../../src/session/copy/browser-copy.ts';
import { CopyStore } from '../../src/session/copy/copy-store.ts';
import { MemoryDatabase } from './memory-database.ts';
import { MemoryStorage, within } from './memory.ts';

/** As the privacy page and docs/lms.md promise. */
const KEPT_DAYS = 60;

const FIELD = 'a.thoughts.first';
const START = Date.parse('2026-11-25T08:00:00Z');
const DAY_MS = 86_400_000;
const NAME = 'aspa:course:aino:1';

let storage: MemoryStorage;
let database: MemoryDatabase;
/** What each tab was told of later, in the order of telling. */
let told: FoundWork[];
let takes: boolean;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  storage = new MemoryStorage();
  database = new MemoryDatabase();
  told = [];
  takes = true;
});
afterEach(() => vi.useRealTimers());

function tab(learner = 'aino', attempt = '1', places: object = {}): CopyStore {
  return new CopyStore({ course: 'course', learner, attempt }, { storage, databases: database.factory(), ...places }, (work) => {
    told.push(work);
    return takes;
  });
}

/** As a session does it: reading comes first. */
async function opened(learner?: string, attempt?: string): Promise<CopyStore> {
  const copy = tab(learner, attempt);
  await within(0, copy.read());
  return copy;
}

const answers = (text: string, field = FIELD, at = Date.now()): Answers => new Map([[field, { text, at }]]);
const write = (copy: CopyStore, text: string, field = FIELD): Promise<boolean> =>
  within(0, copy.write({ answers: answers(text, field), revision: 1, confirmedAt: 0 }));
const read = (copy = tab()): Promise<KeptWork> => within(1_000, copy.read());
const textIn = ({ stored }: KeptWork | FoundWork, field = FIELD): string => textOf(stored?.answers ?? new Map(), field);
const localTexts = (): string => [...storage.entries.values()].join('\n');

/** What Moodle does at each login. */
function logIn(): void {
  storage.entries.clear();
}

describe('the two places', () => {
  test('both have what was written, and either gives it back', async () => {
    expect(await write(await opened(), 'Kirje')).toBe(true);
    expect(localTexts()).toContain('Kirje');
    expect(database.texts).toContain('Kirje');
    const inLocal = new Map(storage.entries);
    logIn();
    expect(textIn(await read())).toBe('Kirje');
    database.evict();
    inLocal.forEach((text, key) => storage.setItem(key, text));
    expect(textIn(await read())).toBe('Kirje');
  });

  test('are merged field by field, neither as a whole over the other', async () => {
    await write(await opened(), 'Molemmissa');
    // The browser has taken the database away while the page goes on; the last words are in local storage only.
    const first = await opened();
    database.habits.aborts = true;
    await within(0, first.write({ answers: new Map([...answers('Nopea'), ...answers('Vain tässä', 'b.x')]), revision: 2, confirmedAt: 0 }));
    const inLocal = new Map(storage.entries);
    // And where somebody logs in, the other words are in the database only.
    database.habits.aborts = false;
    logIn();
    vi.setSystemTime(START + 5_000);
    const second = await opened();
    await within(
      0,
      second.write({ answers: new Map([...answers('Hidas'), ...answers('Vain siellä', 'c.x')]), revision: 2, confirmedAt: 0 }),
    );
    inLocal.forEach((text, key) => storage.setItem(key, text));
    const kept = await read();
    expect([FIELD, 'b.x', 'c.x'].map((field) => textIn(kept, field))).toEqual(['Hidas', 'Vain tässä', 'Vain siellä']);
  });

  test('local storage has it when writing returns, the database when it is called safe', async () => {
    const copy = await opened();
    database.habits.takes = 500;
    let isSafe: boolean | undefined;
    void copy.write({ answers: answers('Heti'), revision: 1, confirmedAt: 0 }).then((safe) => (isSafe = safe));
    expect(localTexts()).toContain('Heti');
    await vi.advanceTimersByTimeAsync(499);
    expect(isSafe).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(isSafe).toBe(true);
    expect(database.texts).toContain('Heti');
  });

  test('where local storage is full, the database has it all the same', async () => {
    storage.full = true;
    expect(await write(await opened(), 'Kirje')).toBe(true);
    expect(textIn(await read())).toBe('Kirje');
  });

  test('where the browser keeps nothing, that is told, and nothing is called safe', async () => {
    const copy = tab('aino', '1', { storage: undefined, databases: undefined });
    expect(await read(copy)).toMatchObject({ keeps: false, stored: undefined });
    expect(await (await read(copy)).hasRoom()).toBe(false);
    expect(await write(copy, 'Kirje')).toBe(false);
  });

  test('nothing is called safe by local storage alone: the next login empties it', async () => {
    const copy = tab('aino', '1', { databases: undefined });
    await read(copy);
    expect(await write(copy, 'Kirje')).toBe(false);
    expect(textIn(await read())).toBe('Kirje');
  });
});

describe('a database that', () => {
  test('does not answer holds up opening by a second, no longer', async () => {
    await write(await opened(), 'Vanha');
    database.habits.opens = 'never';
    const copy = tab();
    let kept: KeptWork | undefined;
    void copy.read().then((work) => (kept = work));
    await vi.advanceTimersByTimeAsync(999);
    expect(kept).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(kept && textIn(kept)).toBe('Vanha');
    void copy.write({ answers: answers('Uusi'), revision: 1, confirmedAt: 0 });
    expect(localTexts()).toContain('Uusi');
  });

  test('answers late is told then, and nothing took its place before', async () => {
    await write(await opened(), 'Kannasta');
    logIn();
    database.habits.takes = 3_000;
    const copy = tab();
    expect(textIn(await read(copy))).toBe('');
    void copy.write({ answers: answers('Kirjoitettu sillä välin', 'b.x'), revision: 1, confirmedAt: 0 });
    await vi.advanceTimersByTimeAsync(1_900);
    expect(database.texts).toContain('Kannasta');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told.map((work) => textIn(work))).toEqual(['Kannasta']);
    database.habits.takes = 0;
    const kept = await read();
    expect([textIn(kept), textIn(kept, 'b.x')]).toEqual(['Kannasta', 'Kirjoitettu sillä välin']);
  });

  test('cannot be read at first gives up what it has as soon as something is written', async () => {
    await write(await opened(), 'Kannasta');
    logIn();
    database.habits.opens = 'fails';
    const copy = await opened();
    database.habits.opens = 'at-once';
    expect(await write(copy, 'Uusi', 'b.x')).toBe(true);
    expect(told.map((work) => textIn(work))).toEqual(['Kannasta']);
    logIn();
    const kept = await read();
    expect([textIn(kept), textIn(kept, 'b.x')]).toEqual(['Kannasta', 'Uusi']);
  });

  test('cannot be read at first keeps what it has, though the page writes and goes before it hears of it', async () => {
    await write(await opened(), 'Kannasta');
    logIn();
    let isAlive = true;
    const databases = database.factory({ isAlive: () => isAlive, lands: () => true });
    database.habits.aborts = true;
    const copy = tab('aino', '1', { databases });
    await within(0, copy.read());
    Object.assign(database.habits, { aborts: false, takes: 500 });
    void copy.write({ answers: answers('Uusi', 'b.x'), revision: 1, confirmedAt: 0 });
    await vi.advanceTimersByTimeAsync(100);
    isAlive = false;
    await vi.advanceTimersByTimeAsync(10_000);
    database.habits.takes = 0;
    const kept = await read();
    expect([textIn(kept), textIn(kept, 'b.x')]).toEqual(['Kannasta', 'Uusi']);
  });

  test('is slow gets the newest text, not each of them', async () => {
    const copy = await opened();
    database.habits.takes = 3_000;
    for (let second = 0; second < 20; second += 1) {
      void copy.write({ answers: answers(`Teksti ${String(second)}`), revision: 1, confirmedAt: 0 });
      await vi.advanceTimersByTimeAsync(400);
    }
    const last = copy.write({ answers: answers('Viimeinen'), revision: 1, confirmedAt: 0 });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await last).toBe(true);
    expect(database.texts).toContain('Viimeinen');
  });

  test('was emptied while the page was open has all again after the next writing', async () => {
    const copy = await opened();
    await write(copy, 'Ennen');
    database.evict();
    expect(await write(copy, 'Jälkeen')).toBe(true);
    logIn();
    expect(textIn(await read())).toBe('Jälkeen');
  });

  test('has no room is told as not safe, and the text stays in local storage', async () => {
    const copy = await opened();
    database.habits.aborts = true;
    expect(await write(copy, 'Kirje')).toBe(false);
    expect(textIn(await read())).toBe('Kirje');
  });
});

describe('clearing', () => {
  test('removes the texts from both places and leaves the mark', async () => {
    const copy = await opened();
    await write(copy, 'Perillä');
    copy.clear({ revision: 7 });
    await vi.advanceTimersByTimeAsync(0);
    expect(localTexts() + database.texts).not.toContain('Perillä');
    logIn();
    expect(await read()).toMatchObject({ stored: undefined, mark: { revision: 7 } });
  });

  test.each(['local storage', 'the database'])('holds where only %s was reached', async (reached) => {
    const copy = await opened();
    await write(copy, 'Perillä');
    const inLocal = new Map(storage.entries);
    const rows = new Map(database.rows);
    copy.clear({ revision: 7 });
    await vi.advanceTimersByTimeAsync(0);
    if (reached === 'local storage') database.rows = rows;
    else inLocal.forEach((text, key) => storage.setItem(key, text));
    const next = tab();
    expect(await read(next)).toMatchObject({ stored: undefined, mark: { revision: 7 } });
    await write(next, 'Uusi');
    expect(localTexts() + database.texts).not.toContain('Perillä');
  });

  test('holds against a write that lands late', async () => {
    const copy = await opened();
    await write(copy, 'Perillä');
    const late = new Map(database.rows);
    const lateLocal = new Map(storage.entries);
    copy.clear({ revision: 7 });
    await vi.advanceTimersByTimeAsync(0);
    const next = await opened();
    await write(next, 'Uusi', 'b.x');
    // Both stores fall back to what stood there before.
    database.rows = late;
    lateLocal.forEach((text, key) => storage.setItem(key, text));
    await write(next, 'Uusin', 'b.x');
    expect(localTexts() + database.texts).not.toContain('Perillä');
    expect(told).toEqual([]);
  });

  test('removes the texts where a full storage takes no mark before', async () => {
    const copy = await opened();
    await write(copy, 'Perillä');
    const set = storage.setItem.bind(storage);
    storage.setItem = (key, value) => {
      if (storage.entries.has(NAME)) throw new DOMException('full', 'QuotaExceededError');
      set(key, value);
    };
    copy.clear({ revision: 7 });
    expect(localTexts()).not.toContain('Perillä');
    expect(localTexts()).toContain('"revision":7');
  });

  test('does not take what another tab has written since and nobody here can take over', async () => {
    const copy = await opened();
    await write(copy, 'Perillä');
    await write(await opened(), 'Toisesta välilehdestä', 'b.x');
    takes = false;
    copy.clear({ revision: 7 });
    await vi.advanceTimersByTimeAsync(0);
    expect(textIn(await read(), 'b.x')).toBe('Toisesta välilehdestä');
    logIn();
    expect(textIn(await read(), 'b.x')).toBe('Toisesta välilehdestä');
  });
});

describe('two tabs', () => {
  test('never overwrite each other: what the other has written is told, and stays', async () => {
    const one = await opened();
    const two = await opened();
    await write(one, 'Ensimmäisestä', 'b.one');
    await write(two, 'Toisesta', 'b.two');
    expect(told.map((work) => textIn(work, 'b.one'))).toEqual(['Ensimmäisestä']);
    const kept = await read();
    expect([textIn(kept, 'b.one'), textIn(kept, 'b.two')]).toEqual(['Ensimmäisestä', 'Toisesta']);
    logIn();
    expect(textIn(await read(), 'b.one')).toBe('Ensimmäisestä');
  });

  test('the last keystrokes of a tab that has lost the work reach the other', async () => {
    const one = await opened();
    await write(one, 'Alku');
    const two = await opened();
    await write(two, 'Alku', 'b.x');
    await write(one, 'Alku ja viimeiset');
    await write(two, 'Jatkoa', 'b.x');
    const kept = await read();
    expect([textIn(kept), textIn(kept, 'b.x')]).toEqual(['Alku ja viimeiset', 'Jatkoa']);
  });
});

describe('what else is kept', () => {
  test('versions to choose from and unreadable states outlive a login, and go when they are settled', async () => {
    const copy = await opened();
    copy.keepOthers([[FIELD, { text: 'Toinen', at: START }]]);
    expect(await within(0, copy.keep({ name: 'lms-state', content: 'rikki' }))).toBe(true);
    expect(await within(0, copy.keep({ name: 'lms-state', content: 'rikki' }))).toBe(true);
    logIn();
    const next = tab();
    const kept = await read(next);
    expect(kept.others).toEqual([[FIELD, { text: 'Toinen', at: START }]]);
    expect(kept.unreadable).toEqual([{ name: 'lms-state', content: 'rikki' }]);
    next.keepOthers([]);
    await vi.advanceTimersByTimeAsync(0);
    expect((await read()).others).toEqual([]);
  });

  test('a copy that was cut is set aside as a file, and a new one takes its place', async () => {
    await write(await opened(), 'Ehjä');
    const cut = (storage.getItem(NAME) ?? '').slice(0, -9);
    storage.setItem(NAME, cut);
    database.evict();
    const copy = tab();
    expect(await read(copy)).toMatchObject({ stored: undefined, unreadable: [{ name: 'local-copy', content: cut }] });
    await write(copy, 'Uusi');
    const again = await read();
    expect(textIn(again)).toBe('Uusi');
    expect(again.unreadable).toEqual([{ name: 'local-copy', content: cut }]);
  });

  test('a copy that was cut in one place costs nothing where the other has it whole', async () => {
    await write(await opened(), 'Ehjä');
    storage.setItem(NAME, (storage.getItem(NAME) ?? '').slice(0, -9));
    expect(textIn(await read())).toBe('Ehjä');
  });

  test('other attempts of the learner are found wherever they are, those without texts too', async () => {
    await write(await opened('aino', '1'), 'Ensimmäinen');
    const second = await opened('aino', '2');
    await write(second, 'Toinen');
    second.clear({ revision: 3 });
    await write(await opened('eino', '1'), 'Jonkun muun');
    await vi.advanceTimersByTimeAsync(0);
    logIn();
    const { otherAttempts } = await read(tab('aino', '3'));
    expect(otherAttempts.map((one) => textOf(one, FIELD))).toEqual(['Ensimmäinen', '']);
  });

  test('there is room for another tab where the database takes what local storage does not', async () => {
    storage.full = true;
    expect(await (await read()).hasRoom()).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    expect(database.texts).toBe('');
    database.habits.full = true;
    expect(await (await read()).hasRoom()).toBe(false);
    database.habits.opens = 'fails';
    expect(await (await read()).hasRoom()).toBe(false);
  });
});

describe('what version 1.0.0 left', () => {
  const FIRST = JSON.stringify({ format: 1, revision: 5, confirmedAt: 9, answers: { [FIELD]: { text: 'Vanha', at: START } } });

  test('is read with its mark, versions and files, and stands in one record from the next writing on', async () => {
    storage.setItem(NAME, FIRST);
    storage.setItem(`${NAME}:mark`, '{"revision":4}');
    storage.setItem(`${NAME}:others`, `[["b.x",{"text":"Toinen","at":${String(START)}}]]`);
    storage.setItem(`${NAME}:kept`, '[{"name":"lms-state","content":"rikki"}]');
    const copy = tab();
    const kept = await read(copy);
    expect(kept.stored).toMatchObject({ revision: 5, confirmedAt: 9 });
    expect(textIn(kept)).toBe('Vanha');
    expect(kept.mark).toEqual({ revision: 4 });
    expect(kept.others).toEqual([['b.x', { text: 'Toinen', at: START }]]);
    expect(kept.unreadable).toEqual([{ name: 'lms-state', content: 'rikki' }]);
    await write(copy, 'Uusi');
    expect([...storage.entries.keys()]).toEqual([NAME]);
    logIn();
    expect(await read()).toMatchObject({
      mark: { revision: 4 },
      others: [['b.x', { text: 'Toinen' }]],
      unreadable: [{ content: 'rikki' }],
    });
  });

  test('stays where a full storage takes no other', async () => {
    storage.setItem(NAME, FIRST);
    storage.setItem(`${NAME}:kept`, '[{"name":"lms-state","content":"rikki"}]');
    storage.full = true;
    database.habits.aborts = true;
    const copy = tab();
    await read(copy);
    expect(await write(copy, 'Uusi')).toBe(false);
    expect(await read()).toMatchObject({ stored: { revision: 5 }, unreadable: [{ content: 'rikki' }] });
  });

  test('a mark alone is one', async () => {
    storage.setItem(`${NAME}:mark`, '{"revision":4}');
    expect(await read()).toMatchObject({ stored: undefined, mark: { revision: 4 } });
  });
});

describe('on a shared computer', () => {
  /** Somebody else opens the course so many days after the start. */
  async function lookedIn(days: number, attempt = '2'): Promise<void> {
    vi.setSystemTime(START + days * DAY_MS + 1);
    await read(tab('aino', attempt));
    await vi.advanceTimersByTimeAsync(0);
  }

  test('copies of others go 60 days after they were written last, one’s own never', async () => {
    await write(await opened('eino'), 'Einon');
    await write(await opened('aino', '1'), 'Ainon aiempi');
    vi.setSystemTime(START + DAY_MS);
    await write(await opened('helmi'), 'Helmin');
    await lookedIn(KEPT_DAYS / 2);
    await lookedIn(KEPT_DAYS - 1);
    for (const texts of [localTexts(), database.texts]) expect(texts).toContain('Einon');
    await lookedIn(KEPT_DAYS);
    for (const texts of [localTexts(), database.texts]) {
      expect(texts).not.toContain('Einon');
      expect(texts).toContain('Helmin');
      expect(texts).toContain('Ainon aiempi');
    }
  });

  test('they stay where a launch finds them old for the first time: the clock may have been wrong, then or when they were written', async () => {
    await write(await opened('eino'), 'Einon');
    await lookedIn(KEPT_DAYS * 10);
    for (const texts of [localTexts(), database.texts]) expect(texts).toContain('Einon');
    expect(textIn(await read(tab('eino')))).toBe('Einon');
  });

  test('what was noted where the clock was ahead has all of its days again once it is right', async () => {
    await write(await opened('eino'), 'Einon');
    await lookedIn(KEPT_DAYS * 10);
    for (const days of [1, KEPT_DAYS / 2 + 1, KEPT_DAYS]) await lookedIn(days);
    for (const texts of [localTexts(), database.texts]) expect(texts).toContain('Einon');
    await lookedIn(KEPT_DAYS + 1);
    for (const texts of [localTexts(), database.texts]) expect(texts).not.toContain('Einon');
  });

  test('what is written after that is no old copy', async () => {
    await write(await opened('eino'), 'Einon');
    await lookedIn(KEPT_DAYS * 10);
    vi.setSystemTime(START + (KEPT_DAYS / 2) * DAY_MS);
    await write(await opened('eino'), 'Einon uusi');
    await lookedIn(KEPT_DAYS - 1);
    for (const texts of [localTexts(), database.texts]) expect(texts).toContain('Einon uusi');
  });

  test('the days of a copy of version 1.0.0, which tells no time, begin when it is first seen', async () => {
    const name = 'aspa:course:eino:1';
    storage.setItem(name, JSON.stringify({ format: 1, revision: 5, confirmedAt: 9, answers: { [FIELD]: { text: 'Einon', at: 5 } } }));
    storage.setItem(`${name}:mark`, '{"revision":4}');
    await read(tab('aino'));
    const kept = await read(tab('eino'));
    expect([textIn(kept), kept.mark]).toEqual(['Einon', { revision: 4 }]);
    await lookedIn(KEPT_DAYS / 2 + 1);
    expect(localTexts()).toContain('Einon');
    await lookedIn(KEPT_DAYS + 2);
    expect(localTexts()).not.toContain('Einon');
  });

  test('nothing of others is touched but copies', async () => {
    storage.setItem('aspa:run-time', '{}');
    storage.setItem('moodle:x:y:z', '{}');
    await read(tab('aino'));
    expect([...storage.entries.keys()]).toEqual(['aspa:run-time', 'moodle:x:y:z']);
  });

  test('removing takes all that this browser has of the learner, and nothing is kept from then on', async () => {
    await write(await opened('eino'), 'Einon');
    await write(await opened('aino', '1'), 'Ainon aiempi');
    const copy = await opened('aino', '2');
    await write(copy, 'Ainon');
    copy.keepOthers([[FIELD, { text: 'Ainon toinen', at: START }]]);
    expect(await within(0, copy.remove({ revision: 3 }))).toBe(true);
    for (const texts of [localTexts(), database.texts]) {
      expect(texts).not.toContain('Ainon');
      expect(texts).toContain('Einon');
    }
    expect(await write(copy, 'Ainon uusi')).toBe(false);
    copy.clear({ revision: 4 });
    await vi.advanceTimersByTimeAsync(0);
    expect(localTexts() + database.texts).not.toContain('Ainon');
    expect(await read(tab('aino', '2'))).toMatchObject({ stored: undefined, mark: { revision: 3 } });
  });

  test('what is saved while the database is being emptied does not come back', async () => {
    const copy = await opened();
    await write(copy, 'Ainon');
    database.habits.takes = 300;
    const removing = copy.remove(undefined);
    await vi.advanceTimersByTimeAsync(50);
    void copy.write({ answers: answers('Ainon uusi'), revision: 2, confirmedAt: 0 });
    copy.keepOthers([[FIELD, { text: 'Ainon toinen', at: START }]]);
    expect(await within(2_000, removing)).toBe(true);
    expect(localTexts() + database.texts).not.toContain('Ainon');
    // Another tab, which gets the work from this one, has it still.
    expect(copy.text).toContain('Ainon uusi');
  });

  test('what a database tells only after that does not come back either', async () => {
    await write(await opened(), 'Ainon');
    logIn();
    database.habits.takes = 3_000;
    const copy = tab();
    expect(textIn(await read(copy))).toBe('');
    void copy.remove(undefined);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(told.map((work) => textIn(work))).toEqual(['Ainon']);
    expect(localTexts() + database.texts).not.toContain('Ainon');
  });

  test('removing is done where the page is closed at once', async () => {
    let isAlive = true;
    const copy = tab('aino', '1', { databases: database.factory({ isAlive: () => isAlive, lands: () => true }) });
    await within(0, copy.read());
    await write(copy, 'Ainon');
    void copy.remove(undefined);
    isAlive = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(localTexts() + database.texts).not.toContain('Ainon');
  });

  test('removing says so where the database does not answer, and does it at the next opening', async () => {
    const copy = await opened();
    await write(copy, 'Ainon');
    database.habits.aborts = true;
    expect(await within(1_000, copy.remove(undefined))).toBe(false);
    expect(localTexts()).not.toContain('Ainon');
    database.habits.aborts = false;
    const next = tab();
    expect((await read(next)).stored).toBeUndefined();
    await write(next, '', 'b.x');
    expect(database.texts).not.toContain('Ainon');
  });
});
