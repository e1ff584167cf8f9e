/**
 * A page that was left open on one computer while the learner went on at another one: an LMS that keeps one state (SCORM) loses to it what the other one
 * wrote. Each browser keeps that sealed, and her next launch there brings it back.
 */
import { describe, expect, test, vi } from 'vitest';
import { note } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { FIELD, freshSurroundings, takenOver, type Surroundings } from './fresh-session.ts';
import { MemorySeal } from './memory-seal.ts';
import { closed, computer, inLms, kept, opened, others, saved, texts, worked } from './one-lms.ts';

const SECOND = 'b.colleague.meaning';
const LIST = 'b.ideas.ideas';
const fresh = freshSurroundings();

/** @returns the other computer, whose words the LMS has lost */
async function overwritten(
  there: Readonly<Record<string, string>>,
  ...here: readonly Readonly<Record<string, string>>[]
): Promise<Surroundings> {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  await worked(two, there);
  for (const each of here) await saved(leftOpen, each);
  await closed(leftOpen);
  return two;
}

test('the next launch at the other computer brings back what the page has written over, and the LMS has it again', async () => {
  const two = await overwritten({ [SECOND]: 'Toisella koneella' }, { [FIELD]: 'Alku ja jatko' });
  expect(inLms(fresh, FIELD, SECOND)).toEqual(['Alku ja jatko', '']);
  const page = await opened(two);
  expect([page.phase, ...texts(page, FIELD, SECOND), ...others(page)]).toEqual(['open', 'Alku ja jatko', 'Toisella koneella']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(inLms(fresh, FIELD, SECOND)).toEqual(['Alku ja jatko', 'Toisella koneella']);
});

test.each([1_200, 5_000])('and where the browser takes %i milliseconds to unseal it', async (takes) => {
  const two = await overwritten(
    { [SECOND]: 'Toisella koneella' },
    ...['Alku ja', 'Alku ja jatko', 'Alku ja loppu'].map((text) => ({ [FIELD]: text })),
  );
  const seal = Object.assign(new MemorySeal(), { takes });
  const opening = opened(two, { seal });
  await vi.advanceTimersByTimeAsync(takes);
  const page = await opening;
  expect([page.phase, ...texts(page, FIELD, SECOND)]).toEqual(['open', 'Alku ja loppu', 'Toisella koneella']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(inLms(fresh, FIELD, SECOND)).toEqual(['Alku ja loppu', 'Toisella koneella']);
});

test('of a field that was changed at both she keeps which she likes', async () => {
  const two = await overwritten({ [SECOND]: 'Toisella koneella', [FIELD]: 'Toinen loppu' }, { [FIELD]: 'Ensimmäinen loppu' });
  const page = await opened(two);
  expect([...texts(page, FIELD, SECOND), ...others(page)]).toEqual(['Ensimmäinen loppu', 'Toisella koneella', 'Toinen loppu']);
});

test('so it is where she wrote there before all else that the LMS lacks', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  const page = await opened(two);
  await saved(page, { [FIELD]: 'Toinen loppu' });
  await saved(page, { [SECOND]: 'Toisella koneella' });
  await closed(page);
  await saved(leftOpen, { [FIELD]: 'Ensimmäinen loppu' });
  const again = await opened(two);
  expect([...texts(again, FIELD, SECOND), ...others(again)]).toEqual(['Ensimmäinen loppu', 'Toisella koneella', 'Toinen loppu']);
});

test('and where the LMS lacks nothing but has saved less often than she did there', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  const page = await opened(two);
  for (const text of ['Toinen', 'Toinen loppu', 'Toinen loppu on tämä']) await saved(page, { [FIELD]: text });
  await closed(page);
  await saved(leftOpen, { [FIELD]: 'Ensimmäinen loppu' });
  const again = await opened(two);
  expect([again.phase, ...texts(again, FIELD), ...others(again)]).toEqual(['open', 'Ensimmäinen loppu', 'Toinen loppu on tämä']);
});

test('and where the LMS lacks nothing and has saved more often since', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  await worked(two, { [FIELD]: 'Toinen loppu' });
  for (const text of ['Ensimmäinen', 'Ensimmäinen loppu', 'Ensimmäinen loppu on tämä', 'Ensimmäinen loppu, tai tämä'])
    await saved(leftOpen, { [FIELD]: text });
  await closed(leftOpen);
  const again = await opened(two);
  expect([...texts(again, FIELD), ...others(again)]).toEqual(['Ensimmäinen loppu, tai tämä', 'Toinen loppu']);
});

test('a page that looks old, of which nothing says that another one has written over it, is not saved before she says so', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const { state } = fresh.tracker.launch;
  await worked(one, { [FIELD]: 'Alku ja jatko' });
  await worked(two, { [SECOND]: 'Toisella koneella' });
  fresh.tracker.launch = { ...fresh.tracker.launch, state };
  const old = await opened(one);
  expect(old.phase).toBe('stale');
  old.goOnAnyway();
  expect(texts(old, FIELD)).toEqual(['Alku ja jatko']);
});

test('and where the clock there was a minute ahead, so that the older of the two looks newer', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  const now = (): number => Date.now() + 60_000;
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  const page = await opened(two, { now });
  await saved(page, { [SECOND]: 'Vanhempi' });
  await closed(page);
  await saved(leftOpen, { [SECOND]: 'Uudempi' });
  const again = await opened(two, { now });
  expect([...texts(again, SECOND), ...others(again)]).toEqual(['Vanhempi', 'Uudempi']);
});

test('who works on one computer after the other is asked nothing, and nothing that she removed comes back', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  const row = { [`${LIST}.aaaa`]: '1', [`${LIST}.aaaa.what`]: 'Rivi', [`${LIST}.bbbb`]: '2', [`${LIST}.bbbb.what`]: 'Toinen' };
  await worked(one, { ...row, [FIELD]: 'Ensin', [SECOND]: 'Pois tästä' });
  await worked(two, { [`${LIST}.aaaa`]: '', [SECOND]: '', [FIELD]: 'Sitten' });
  const page = await opened(one);
  expect([...texts(page, `${LIST}.aaaa`, `${LIST}.bbbb.what`, SECOND, FIELD), ...others(page)]).toEqual(['', 'Toinen', '', 'Sitten']);
});

test('between sessions nobody reads at the computer what she wrote, nor the key to it', async () => {
  const one = computer(fresh);
  await worked(one, { [FIELD]: 'Vain minulle' });
  const key = inLms(fresh, note.key)[0] ?? '';
  expect(key).toHaveLength(22);
  expect(kept(one)).toContain('sealed');
  expect(kept(one)).not.toContain('Vain minulle');
  expect(kept(one)).not.toContain(key);
});

test('what another key has closed stays closed: a new attempt, or an LMS that has lost the state', async () => {
  const one = computer(fresh);
  await worked(one, { [FIELD]: 'Ensimmäinen yritys' });
  fresh.tracker.launch = { ...fresh.tracker.launch, state: undefined };
  const page = await opened(one);
  expect(texts(page, FIELD)).toEqual(['']);
  await closed(page);
  expect(texts(await opened(one), FIELD)).toEqual(['']);
});

test('a database that answers late brings it while the course is open', async () => {
  const two = await overwritten({ [SECOND]: 'Toisella koneella' }, { [FIELD]: 'Alku ja jatko' });
  // As Moodle does at a login.
  two.storage.clear();
  two.storage.database.habits.takes = 2_500;
  const page = await opened(two);
  expect(texts(page, SECOND)).toEqual(['']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect([...texts(page, FIELD, SECOND), ...others(page)]).toEqual(['Alku ja jatko', 'Toisella koneella']);
});

test('an LMS that puts together what several pages save needs none of it', async () => {
  const one = computer(fresh);
  const page = await opened(one, {}, false);
  await saved(page, { [FIELD]: 'Teksti' });
  await closed(page);
  expect(inLms(fresh, note.key)).toEqual(['']);
  expect(kept(one)).not.toContain('sealed');
});

test('where the LMS has little room left, that is for her words', async () => {
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision, room: { used: 3_950, limit: 4_096 } });
  const answers = new Map([[FIELD, { text: 'Aiemman version kirjoittama', at: 1_795_000_000 }]]);
  fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers, revision: 1 } };
  await worked(computer(fresh), { [FIELD]: 'Teksti' });
  expect(inLms(fresh, note.key)).toEqual(['']);
});

test('her first save has the key already, so a page that another computer opens then has no other one', async () => {
  const page = await opened(computer(fresh));
  expect(page.status.state).toBe('saved');
  expect(fresh.tracker.saves[0]?.snapshot.answers.get(note.key)?.text).toHaveLength(22);
});

test('an LMS that gives no receipts: what it has handed over again is sealed, and comes back', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  fresh.tracker.launch = { ...fresh.tracker.launch, limits: { ...fresh.tracker.launch.limits, receipts: false } };
  fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
  const leftOpen = await opened(one);
  const sent = async (page: CourseSession, words: Readonly<Record<string, string>>): Promise<void> => {
    page.store.change(words);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(page.status.state).toBe('sent');
  };
  const page = await opened(two);
  await sent(page, { [SECOND]: 'Toisella koneella' });
  await closed(page);
  expect(kept(two)).toContain('Toisella koneella');
  const proving = await opened(two);
  await vi.advanceTimersByTimeAsync(20_000);
  await closed(proving);
  expect(kept(two)).not.toContain('Toisella koneella');
  await sent(leftOpen, { [FIELD]: 'Avoimella sivulla' });
  await closed(leftOpen);
  expect(inLms(fresh, FIELD, SECOND)).toEqual(['Avoimella sivulla', '']);
  const again = await opened(two);
  expect([...texts(again, FIELD, SECOND), ...others(again)]).toEqual(['Avoimella sivulla', 'Toisella koneella']);
});

test('what she removes from this computer leaves nothing sealed behind', async () => {
  const one = computer(fresh);
  await worked(one, { [FIELD]: 'Teksti' });
  const page = await opened(one);
  const removing = page.removeFromBrowser();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await removing).toBe(true);
  await closed(page);
  expect(kept(one)).not.toContain('sealed');
});

test('a browser that is full keeps the mark', async () => {
  const one = computer(fresh);
  const page = await opened(one);
  await saved(page, { [FIELD]: 'Pitkä teksti. '.repeat(500) });
  one.storage.room = 400;
  await closed(page);
  expect(kept(one)).not.toContain('Pitkä');
  expect([...one.storage.entries.values()].join('')).toContain('"mark":{"revision"');
});

test('who opens it where nothing lay but sealed is told that words are missing which did not fit into the LMS', async () => {
  const one = computer(fresh);
  await worked(one, { [FIELD]: 'Alku' });
  fresh.tracker.launch = { ...fresh.tracker.launch, isIncomplete: true };
  expect((await opened(one)).lacksWords).toBe(true);
});

test('what she has not sent has its room before what lies sealed', async () => {
  const one = computer(fresh);
  await worked(one, { [SECOND]: 'Pitkä teksti. '.repeat(100) });
  one.storage.database.habits.opens = 'fails';
  const page = await opened(one);
  one.storage.room = 4_000;
  fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  page.store.change({ [FIELD]: 'Ei vielä lähetetty' });
  await vi.advanceTimersByTimeAsync(20_000);
  await closed(page);
  expect(texts(await opened(one), FIELD)).toEqual(['Ei vielä lähetetty']);
});

test('what found no room in local storage is opened out of the database', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  const page = await opened(two);
  await saved(page, { [SECOND]: 'Toisella koneella' });
  two.storage.room = 400;
  await closed(page);
  await saved(leftOpen, { [FIELD]: 'Alku ja jatko' });
  expect(texts(await opened(two), FIELD, SECOND)).toEqual(['Alku ja jatko', 'Toisella koneella']);
});

test('a learner file does not carry the key', async () => {
  const page = await opened(computer(fresh));
  await saved(page, { [FIELD]: 'Teksti' });
  expect(page.file.export()).not.toContain(inLms(fresh, note.key)[0]);
});

test('a tab that takes the work back after another one was closed saves nothing over what another computer has saved since', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  const { create } = one.locks;
  await worked(one, { [FIELD]: 'Alku' });
  const tab = await opened(one, { createLock: create });
  const other = await opened(one, { createLock: create, tabId: 'tab-2' });
  await takenOver(other);
  await saved(other, { [FIELD]: 'Alku ja jatko' });
  await closed(other);
  await worked(two, { [SECOND]: 'Toisella koneella' });
  await takenOver(tab);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([tab.phase, ...inLms(fresh, SECOND)]).toEqual(['stale', 'Toisella koneella']);
});

describe('a tab that has only said for hours that the course is open in another one', () => {
  const HOURS = 3 * 3_600_000;

  /** @returns the first tab, which has the course, and the one that says so */
  async function twoTabs(one: Surroundings): Promise<readonly [CourseSession, CourseSession]> {
    const { create } = one.locks;
    await worked(one, { [FIELD]: 'Alku' });
    const first = await opened(one, { createLock: create });
    await vi.advanceTimersByTimeAsync(60_000);
    return [first, await opened(one, { createLock: create, tabId: 'tab-2' })];
  }

  test('saves nothing over what another computer has saved since', async () => {
    const [, waiting] = await twoTabs(computer(fresh));
    await vi.advanceTimersByTimeAsync(HOURS);
    await worked(computer(fresh), { [SECOND]: 'Toisella koneella' });
    await takenOver(waiting);
    await vi.advanceTimersByTimeAsync(20_000);
    expect([waiting.phase, ...inLms(fresh, SECOND)]).toEqual(['stale', 'Toisella koneella']);
  });

  test('goes on at once where the other one has saved a while ago', async () => {
    const [first, waiting] = await twoTabs(computer(fresh));
    await vi.advanceTimersByTimeAsync(HOURS);
    await saved(first, { [FIELD]: 'Alku ja jatko' });
    await takenOver(waiting);
    expect([waiting.phase, ...texts(waiting, FIELD)]).toEqual(['open', 'Alku ja jatko']);
  });
});
