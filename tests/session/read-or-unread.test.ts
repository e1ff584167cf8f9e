/** Whether a text had been read where it was written over, in sessions that make this hard to tell: names that are missing, databases that fail, tabs by turns. */
import { expect, test, vi } from 'vitest';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome, Snapshot } from '../../src/tracking/tracker.ts';
import { FIELD, freshSurroundings, takenOver, type Surroundings } from './fresh-session.ts';
import { MemoryStorage } from './memory.ts';
import { closed, computer, opened, others, saved, texts, worked } from './one-lms.ts';

const SECOND = 'b.colleague.meaning';
const THIRD = 'b.colleague.more';
const ROW = 'b.ideas.ideas.aaaa';
const WORDS = `${ROW}.what`;
const row = { [ROW]: '1', [WORDS]: 'Rivi' };
const fresh = freshSurroundings();
const sent = ({ revision }: Snapshot): SaveOutcome => ({ result: 'sent', revision });

/** While the network is away. */
async function closedOffline(page: CourseSession, changes: Readonly<Record<string, string>>): Promise<void> {
  const { answer } = fresh.tracker;
  fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  page.store.change(changes);
  await vi.advanceTimersByTimeAsync(5_000);
  await closed(page);
  fresh.tracker.answer = answer;
}

/** All that she is shown or offered of a field, once everything was opened again. */
async function seenAt(computers: readonly Surroundings[], field: string): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  for (const at of [...computers, ...computers]) {
    const page = await opened(at);
    if (page.phase === 'stale') page.goOnAnyway();
    for (const text of [...texts(page, field), ...others(page)]) seen.add(text);
    await vi.advanceTimersByTimeAsync(20_000);
    await closed(page);
  }
  return seen;
}

test('a text of a computer that keeps nothing is offered where it was read, when a page that had not read it wrote over it', async () => {
  const [home, library, desk] = [computer(fresh), computer(fresh), computer(fresh)];
  const first = await opened(home);
  await saved(first, { [FIELD]: 'Alku' });
  first.store.change({ [FIELD]: 'Alku ja jatko' });
  await closed(first);
  const leftOpen = await opened(desk);
  await worked(library, { [SECOND]: 'Kirjastossa' });
  const page = await opened(home);
  expect(texts(page, FIELD, SECOND)).toEqual(['Alku ja jatko', 'Kirjastossa']);
  await vi.advanceTimersByTimeAsync(20_000);
  await closed(page);
  await saved(leftOpen, { [SECOND]: 'Pöydän ääressä' });
  const again = await opened(home);
  expect([...texts(again, SECOND), ...others(again)].sort()).toEqual(['Kirjastossa', 'Pöydän ääressä']);
});

test('so it is where that page is an older tab', async () => {
  const [home, office] = [computer(fresh), computer(fresh)];
  const { create } = office.locks;
  const first = await opened(home);
  await saved(first, { [FIELD]: 'Alku' });
  first.store.change({ [FIELD]: 'Alku ja jatko' });
  await closed(first);
  const tab = await opened(office, { createLock: create });
  const other = await opened(office, { createLock: create, tabId: 'tab-2' });
  await takenOver(other);
  await saved(other, { [SECOND]: 'Toisessa välilehdessä' });
  await closed(other);
  const page = await opened(home);
  expect(texts(page, SECOND)).toEqual(['Toisessa välilehdessä']);
  await vi.advanceTimersByTimeAsync(20_000);
  await closed(page);
  await takenOver(tab);
  expect(tab.phase).toBe('stale');
  tab.goOnAnyway();
  await saved(tab, { [SECOND]: 'Ensimmäisessä' });
  await closed(tab);
  const seen = await seenAt([home, office], SECOND);
  expect(seen).toContain('Toisessa välilehdessä');
});

test('and where the database answered late meanwhile', async () => {
  const [home, library, desk] = [computer(fresh), computer(fresh), computer(fresh)];
  await worked(home, { [FIELD]: 'Alku ja jatko' });
  const leftOpen = await opened(desk);
  await worked(library, { [SECOND]: 'Kirjastossa' });
  // Database late & local storage emptied at login: the sealed copy is not there at opening.
  home.storage.clear();
  home.storage.database.habits.takes = 2_500;
  const page = await opened(home);
  await vi.advanceTimersByTimeAsync(20_000);
  home.storage.database.habits.takes = 0;
  await closed(page);
  await saved(leftOpen, { [SECOND]: 'Pöydän ääressä' });
  const again = await opened(home);
  expect([...texts(again, SECOND), ...others(again)].sort()).toEqual(['Kirjastossa', 'Pöydän ääressä']);
});

test('a text of this browser is known as its own though its database answered late once', async () => {
  const [home, office] = [computer(fresh), computer(fresh)];
  const leftOpen = await opened(office);
  await saved(leftOpen, { [FIELD]: 'Alku' });
  await worked(home, { [SECOND]: 'Kotona' });
  // As Moodle does at a login.
  home.storage.clear();
  home.storage.database.habits.takes = 2_500;
  const page = await opened(home);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(texts(page, SECOND)).toEqual(['Kotona']);
  await closed(page);
  await vi.advanceTimersByTimeAsync(20_000);
  home.storage.database.habits.takes = 0;
  await saved(leftOpen, { [SECOND]: 'Toimistolla' });
  await closed(leftOpen);
  const seen = await seenAt([home, office], SECOND);
  expect(seen).toEqual(new Set(['Toimistolla', 'Kotona']));
});

test('words that were never sent are not lost where the database fails in a session whose saves arrive', async () => {
  const home = computer(fresh);
  await worked(home, { [FIELD]: 'Alku' });
  const page = await opened(home);
  await vi.advanceTimersByTimeAsync(5_000);
  await closedOffline(page, { [SECOND]: 'Ei lähetetty' });
  // As Moodle does at a login.
  home.storage.clear();
  home.storage.database.habits.opens = 'fails';
  const blind = await opened(home);
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await saved(blind, { [FIELD]: text });
  await closed(blind);
  home.storage.database.habits.opens = 'at-once';
  const again = await opened(home);
  expect([...texts(again, FIELD, SECOND), ...others(again)]).toEqual(['h', 'Ei lähetetty']);
});

test('nor those of the field that was written then', async () => {
  const home = computer(fresh);
  await worked(home, { [FIELD]: 'Alku' });
  const page = await opened(home);
  await vi.advanceTimersByTimeAsync(5_000);
  await closedOffline(page, { [FIELD]: 'Ei lähetetty' });
  home.storage.clear();
  home.storage.database.habits.takes = 60_000;
  const blind = await opened(home);
  await saved(blind, { [FIELD]: 'Sokkona' });
  await saved(blind, { [FIELD]: 'Sokkona vielä' });
  await closed(blind);
  home.storage.database.habits.takes = 0;
  await vi.advanceTimersByTimeAsync(300_000);
  const again = await opened(home);
  expect([...texts(again, FIELD), ...others(again)].sort()).toEqual(['Ei lähetetty', 'Sokkona vielä']);
});

test('no two saves of a browser have one number, though its process ended after it had sent more than it kept', async () => {
  const [first, office, desk] = [computer(fresh), computer(fresh), computer(fresh)];
  await worked(desk, { [FIELD]: 'Alku' });
  const old = await opened(desk);
  const page = await opened(first);
  await saved(page, { [THIRD]: 'Kotona' });
  await saved(page, { [THIRD]: 'Kotona vielä' });
  const { answer } = fresh.tracker;
  fresh.tracker.answer = sent;
  page.store.change({ [THIRD]: 'Kotona viimeksi' });
  await vi.advanceTimersByTimeAsync(500);
  page.lifecycle.hide();
  page.lifecycle.leave();
  fresh.tracker.answer = answer;
  // The process ends.
  const storage = new MemoryStorage();
  for (const [name, text] of first.storage.entries) storage.entries.set(name, text);
  storage.database.rows = new Map(first.storage.database.rows);
  const home = { ...first, storage };
  const leftOpen = await opened(office);
  await saved(old, { [FIELD]: 'Pöydän ääressä' });
  const second = await opened(home);
  await saved(second, { [SECOND]: 'Uutta kotona' });
  await vi.advanceTimersByTimeAsync(500);
  await closed(second);
  await saved(leftOpen, { [SECOND]: 'Toimistolla' });
  await closed(leftOpen);
  const seen = await seenAt([home, office, desk], SECOND);
  expect(seen).toContain('Uutta kotona');
});

test.each([false, true])(
  'what another tab has saved and sealed is there where she goes on in the older tab (writes over it: %s)',
  async (changes) => {
    const home = computer(fresh);
    const { create } = home.locks;
    await worked(home, { [FIELD]: 'Alku' });
    const tab = await opened(home, { createLock: create });
    const other = await opened(home, { createLock: create, tabId: 'tab-2' });
    await takenOver(other);
    await saved(other, { [SECOND]: 'Toisessa välilehdessä' });
    await closed(other);
    await takenOver(tab);
    expect(tab.phase).toBe('stale');
    tab.goOnAnyway();
    await vi.advanceTimersByTimeAsync(20_000);
    const seen = [...texts(tab, SECOND)];
    if (changes) await saved(tab, { [SECOND]: 'Vanhassa välilehdessä' });
    await closed(tab);
    for (let n = 0; n < 2; n += 1) {
      const again = await opened(home);
      seen.push(...texts(again, SECOND), ...others(again));
      await vi.advanceTimersByTimeAsync(20_000);
      await closed(again);
    }
    expect(seen).toContain('Toisessa välilehdessä');
  },
);

/** More than a state names. */
async function workedAtManyOthers(): Promise<void> {
  for (const name of 'bcdefghi') await worked(computer(fresh), { [SECOND]: name });
}

test('a row that she removed at a tenth computer stays removed at the first, which the state names no more', async () => {
  const a = computer(fresh);
  await worked(a, row);
  await workedAtManyOthers();
  await worked(computer(fresh), { [ROW]: '' });
  const again = await opened(a);
  expect([...texts(again, ROW), ...others(again)]).toEqual(['']);
});

test('nor is she asked there about a text that she replaced at the tenth', async () => {
  const a = computer(fresh);
  await worked(a, { [FIELD]: 'Ensin' });
  await workedAtManyOthers();
  await worked(computer(fresh), { [FIELD]: 'Sitten' });
  const again = await opened(a);
  expect([...texts(again, FIELD), ...others(again)]).toEqual(['Sitten']);
});

test('a row of an earlier release that she removed elsewhere stays removed beside unsent words', async () => {
  const [home, office] = [computer(fresh), computer(fresh)];
  const at = Date.now() - 3_600_000;
  fresh.tracker.launch = {
    ...fresh.tracker.launch,
    state: {
      revision: 3,
      answers: new Map([
        [ROW, { text: '1', at }],
        [WORDS, { text: 'Rivi', at }],
      ]),
    },
  };
  const page = await opened(home);
  await saved(page, { [SECOND]: 'x' });
  await closedOffline(page, { [FIELD]: 'Ei vielä lähetetty' });
  await worked(office, { [ROW]: '' });
  const again = await opened(home);
  expect([...texts(again, ROW, FIELD), ...others(again)]).toEqual(['', 'Ei vielä lähetetty']);
});

test('so does one that came from another tab', async () => {
  const [home, office] = [computer(fresh), computer(fresh)];
  const { create } = home.locks;
  const tab = await opened(home, { createLock: create });
  await saved(tab, { [FIELD]: 'Alku' });
  await worked(office, row);
  const other = await opened(home, { createLock: create, tabId: 'tab-2' });
  await takenOver(other);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(texts(other, WORDS)).toEqual(['Rivi']);
  await takenOver(tab);
  if (tab.phase === 'stale') tab.goOnAnyway();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([tab.phase, ...texts(tab, WORDS)]).toEqual(['open', 'Rivi']);
  await saved(tab, { [ROW]: '' });
  await closed(tab);
  const again = await opened(office);
  expect([...texts(again, ROW), ...others(again)]).toEqual(['']);
});

test('and one of which a computer has only read that it is gone, when an old page brings it back', async () => {
  const [home, office, desk] = [computer(fresh), computer(fresh), computer(fresh)];
  await worked(home, row);
  const leftOpen = await opened(desk);
  await worked(office, { [ROW]: '' });
  await worked(home, { [SECOND]: 'Kotona' });
  await saved(leftOpen, { [FIELD]: 'Pöydän ääressä' });
  const again = await opened(home);
  expect([...texts(again, ROW, SECOND), ...others(again)]).toEqual(['', 'Kotona']);
});

test('and one that a computer has brought back from its copy', async () => {
  const [home, office, desk] = [computer(fresh), computer(fresh), computer(fresh)];
  await worked(home, { [SECOND]: 'Alku' });
  const leftOpen = await opened(desk);
  await worked(office, row);
  await worked(home, { [SECOND]: 'Kotona' });
  await saved(leftOpen, { [FIELD]: 'Pöydän ääressä' });
  const page = await opened(home);
  expect(texts(page, WORDS)).toEqual(['Rivi']);
  await saved(page, { [ROW]: '' });
  await closed(page);
  const again = await opened(office);
  expect([...texts(again, ROW), ...others(again)]).toEqual(['']);
});

test('a browser whose local storage was emptied keeps its name', async () => {
  const [home, office] = [computer(fresh), computer(fresh)];
  await worked(home, row);
  const page = await opened(office);
  expect(texts(page, WORDS)).toEqual(['Rivi']);
  await vi.advanceTimersByTimeAsync(20_000);
  await closedOffline(page, { [FIELD]: 'Ei lähetetty' });
  home.storage.clear();
  home.storage.database.habits.opens = 'fails';
  await worked(home, { [SECOND]: 'x' });
  home.storage.database.habits.opens = 'at-once';
  await worked(home, { [ROW]: '' });
  const again = await opened(office);
  expect([...texts(again, ROW, FIELD), ...others(again)]).toEqual(['', 'Ei lähetetty']);
});
