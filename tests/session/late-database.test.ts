/**
 * Moodle's login empties local storage, and the database answers only after a page has opened: whoever goes on there saves under a name of her own what
 * does not have the words that lie in the database. Once it answers, what such a page has saved says nothing of those words.
 */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { note } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { FIELD, freshSurroundings, type Surroundings } from './fresh-session.ts';
import { closed, computer, inLms, opened, others, saved, texts, worked } from './one-lms.ts';

const SECOND = 'b.colleague.meaning';
const LONG = 10_000;
const fresh = freshSurroundings();
let one: Surroundings;

beforeEach(() => {
  one = computer(fresh);
});

/** The LMS stores nothing of it. */
async function wroteCutOff(change: Readonly<Record<string, string>>): Promise<void> {
  const { answer } = fresh.tracker;
  fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  const page = await opened(one);
  page.store.change(change);
  await vi.advanceTimersByTimeAsync(LONG);
  await closed(page);
  fresh.tracker.answer = answer;
}

/** More often than the page before her has. */
async function savedWithoutDatabase(changes: readonly Readonly<Record<string, string>>[]): Promise<void> {
  one.storage.entries.clear();
  await wentOnWithoutDatabase(changes);
}

async function wentOnWithoutDatabase(changes: readonly Readonly<Record<string, string>>[]): Promise<void> {
  one.storage.database.habits.opens = 'never';
  const page = await opened(one);
  for (const change of changes) await saved(page, change);
  await closed(page);
  one.storage.database.habits.opens = 'at-once';
}

async function openedBeforeDatabase(): Promise<CourseSession> {
  one.storage.database.habits.takes = 1_500;
  const page = await opened(one);
  await vi.advanceTimersByTimeAsync(LONG);
  return page;
}

const often = [...'123456'].map((letter) => ({ [FIELD]: `Jatko ${letter}` }));

test('words that the LMS has never had come back once the database answers', async () => {
  await worked(one, { [FIELD]: 'Alku' });
  await wroteCutOff({ [SECOND]: 'Ilman yhteyttä' });
  await savedWithoutDatabase(often);
  const page = await openedBeforeDatabase();
  expect(texts(page, FIELD, SECOND)).toEqual(['Jatko 6', 'Ilman yhteyttä']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(inLms(fresh, SECOND)).toEqual(['Ilman yhteyttä']);
});

test('in a field in which she has written since they are offered beside those', async () => {
  await worked(one, { [FIELD]: 'Alku' });
  await wroteCutOff({ [FIELD]: 'Ilman yhteyttä' });
  await savedWithoutDatabase(often);
  const page = await openedBeforeDatabase();
  expect([...texts(page, FIELD), ...others(page)]).toEqual(['Jatko 6', 'Ilman yhteyttä']);
});

describe('where it answers while the page is still opening, her choice between two versions is kept', () => {
  beforeEach(async () => {
    await worked(one, { [FIELD]: 'Alku' });
    await wroteCutOff({ [FIELD]: 'Ilman yhteyttä' });
    await savedWithoutDatabase([{ [FIELD]: 'Jatko' }]);
  });

  /** Opening and reading take as long each. */
  async function openedWith(takes: number): Promise<CourseSession> {
    one.storage.database.habits.takes = takes;
    const page = await opened(one);
    await vi.advanceTimersByTimeAsync(LONG);
    return page;
  }

  test.each([505, 520])('and opens what lies sealed here: %i milliseconds', async (takes) => {
    const page = await openedWith(takes);
    expect([...texts(page, FIELD), ...others(page)]).toEqual(['Jatko', 'Ilman yhteyttä']);
  });

  test.each([505, 600, 900])('and keeps what could not be read: %i milliseconds', async (takes) => {
    one.storage.entries.clear();
    fresh.tracker.launch = { ...fresh.tracker.launch, unreadable: 'rikki' };
    const page = await openedWith(takes);
    expect([...texts(page, FIELD), ...others(page)]).toEqual(['Jatko', 'Ilman yhteyttä']);
  });
});

test('words that have arrived are no second version', async () => {
  await worked(one, { [FIELD]: 'Alku' });
  await worked(one, { [FIELD]: 'Perillä' });
  await savedWithoutDatabase(often);
  const page = await openedBeforeDatabase();
  expect([...texts(page, FIELD), ...others(page)]).toEqual(['Jatko 6']);
});

describe('where local storage lacks what the database has, a page without the database saves under no name of those who had read it', () => {
  test('as it was full', async () => {
    await worked(one, { [FIELD]: 'Alku' });
    one.storage.full = true;
    await wroteCutOff({ [SECOND]: 'Ilman yhteyttä' });
    await wentOnWithoutDatabase(often);
    expect(texts(await opened(one), FIELD, SECOND)).toEqual(['Jatko 6', 'Ilman yhteyttä']);
  });

  test.each([
    [SECOND, []],
    [FIELD, ['Ilman yhteyttä']],
  ])('as the computer went off before the browser had it on the disk: words in %s', async (field, versions) => {
    await worked(one, { [FIELD]: 'Alku' });
    const before = [...one.storage.entries];
    await wroteCutOff({ [field]: 'Ilman yhteyttä' });
    one.storage.clear();
    for (const [name, text] of before) one.storage.setItem(name, text);
    await wentOnWithoutDatabase(often);
    const page = await openedBeforeDatabase();
    expect(others(page)).toEqual(versions);
    expect(texts(page, FIELD, SECOND)).toEqual(['Jatko 6', field === SECOND ? 'Ilman yhteyttä' : '']);
  });

  test('the next page, which has read all of it, saves under the one name again', async () => {
    await worked(one, { [FIELD]: 'Alku' });
    await wentOnWithoutDatabase(often);
    await worked(one, { [FIELD]: 'Loppu' });
    expect(inLms(fresh, note.saves)[0]).toMatch(/^\w+:\d+$/);
  });
});

describe('where a page that is left open at another computer has saved its old state over hers, and the two places do not know each other', () => {
  const SAVED = { [SECOND]: 'Tallennettu' };

  /** @returns saves there */
  async function leftOpenElsewhere(): Promise<() => Promise<void>> {
    const page = await opened(computer(fresh));
    return async () => {
      await saved(page, { 'a.thoughts.secret': 'Vanha sivu' });
      await closed(page);
    };
  }

  test.each([1, 6])('what lies sealed in the database comes back beside a later one in local storage: %i saves', async (saves) => {
    await worked(one, { [FIELD]: 'Alku' });
    const saveOver = await leftOpenElsewhere();
    await worked(one, SAVED);
    await saveOver();
    await savedWithoutDatabase(often.slice(-saves));
    const page = await opened(one);
    expect([page.phase, ...texts(page, FIELD, SECOND), ...others(page)]).toEqual(['open', 'Jatko 6', 'Tallennettu']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(inLms(fresh, SECOND)).toEqual(['Tallennettu']);
  });

  test('what lies sealed in local storage comes back beside words in the database that the LMS has never had', async () => {
    await worked(one, { [FIELD]: 'Alku' });
    await wroteCutOff({ [FIELD]: 'Ilman yhteyttä' });
    const saveOver = await leftOpenElsewhere();
    await savedWithoutDatabase([SAVED]);
    await saveOver();
    const page = await opened(one);
    expect([page.phase, ...texts(page, FIELD, SECOND), ...others(page)]).toEqual(['open', 'Ilman yhteyttä', 'Tallennettu']);
  });

  test('what she has removed or written anew since then does not', async () => {
    const row = 'b.ideas.ideas.k001';
    await worked(one, { [FIELD]: 'Alku', [row]: '1', [`${row}.what`]: 'Rivi' });
    await savedWithoutDatabase([{ [FIELD]: 'Aivan muuta', [row]: '' }]);
    const page = await opened(one);
    expect([page.phase, ...texts(page, FIELD, row), ...others(page)]).toEqual(['open', 'Aivan muuta', '']);
  });
});

test.each([true, false])(
  'words that the LMS does not take now either are offered beside those of another computer: it keeps one state %s',
  async (replaces) => {
    const { answer } = fresh.tracker;
    await worked(one, { [FIELD]: 'Alku' });
    await wroteCutOff({ [FIELD]: 'Ilman yhteyttä' });
    one.storage.entries.clear();
    one.storage.database.habits.takes = 1_500;
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    const opening = opened(one, {}, replaces);
    await vi.advanceTimersByTimeAsync(LONG);
    await closed(await opening);
    fresh.tracker.answer = answer;
    one.storage.database.habits.takes = 0;
    await vi.advanceTimersByTimeAsync(60_000);
    const elsewhere = await opened(computer(fresh), {}, replaces);
    await saved(elsewhere, { [FIELD]: 'Toisella koneella' });
    await closed(elsewhere);
    const page = await opened(one, {}, replaces);
    expect([...texts(page, FIELD), ...others(page)]).toEqual(['Toisella koneella', 'Ilman yhteyttä']);
  },
);

test.each([3, 7, 14, 24, 60])(
  'a page that she left before it answered, and that is gone after %i seconds, puts nothing over them',
  async (seconds) => {
    await worked(one, { [FIELD]: 'Alku' });
    await wroteCutOff({ [SECOND]: 'Ilman yhteyttä' });
    one.storage.entries.clear();
    one.storage.database.habits.takes = 8_000;
    let isAlive = true;
    const page = await opened(one, { databases: one.storage.database.factory({ isAlive: () => isAlive, lands: () => true }) });
    page.store.change({ [FIELD]: 'Jatko' });
    await vi.advanceTimersByTimeAsync(1_000);
    void page.exit();
    await vi.advanceTimersByTimeAsync(2_500);
    expect(page.phase).toBe('closed');
    await vi.advanceTimersByTimeAsync(seconds * 1_000);
    isAlive = false;
    await vi.advanceTimersByTimeAsync(60_000);
    one.storage.database.habits.takes = 0;
    expect(texts(await opened(one), FIELD, SECOND)).toEqual(['Jatko', 'Ilman yhteyttä']);
  },
);
