/**
 * A page that was left open on one computer while the learner went on at another one: an LMS that keeps one state (SCORM) loses to it what the other one
 * wrote. Each browser keeps that sealed, and her next launch there brings it back.
 */
import { expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { FIELD, freshSurroundings, startedIn, type Surroundings } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage } from './memory.ts';
import { MemorySeal } from './memory-seal.ts';

const SECOND = 'b.colleague.meaning';
const LIST = 'b.ideas';
const seal = new MemorySeal();
const fresh = freshSurroundings();

/** One LMS, and a computer of its own each time. */
function computer(): Surroundings {
  return { tracker: fresh.tracker, storage: new MemoryStorage(), locks: new MemoryLocks() };
}

/** Each page has what the LMS handed over at its launch; what it saves takes the place of all. */
async function opened(at: Surroundings, replaces = true): Promise<CourseSession> {
  fresh.tracker.launch = { ...fresh.tracker.launch, limits: { ...fresh.tracker.launch.limits, replaces } };
  const starting = startedIn(at, { seal, createLock: new MemoryLocks().create });
  await vi.advanceTimersByTimeAsync(2_000);
  return starting;
}

async function saved(page: CourseSession, texts: Readonly<Record<string, string>>): Promise<void> {
  page.store.change(texts);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(page.status.state).toBe('saved');
}

async function closed(page: CourseSession): Promise<void> {
  page.end();
  await vi.advanceTimersByTimeAsync(2_000);
}

async function worked(at: Surroundings, texts: Readonly<Record<string, string>>): Promise<void> {
  const page = await opened(at);
  await saved(page, texts);
  await closed(page);
}

const texts = ({ store }: CourseSession, ...fields: string[]): string[] => fields.map((field) => textOf(store.answers, field));
const inLms = (...fields: string[]): string[] => fields.map((field) => textOf(fresh.tracker.last?.answers ?? new Map(), field));
const others = ({ conflicts }: CourseSession): string[] => conflicts.map(({ other }) => other.text);
const kept = ({ storage }: Surroundings): string => JSON.stringify([...storage.entries, ...storage.database.rows]);

/** @returns the other computer, whose words the LMS has lost */
async function overwritten(there: Readonly<Record<string, string>>, here: Readonly<Record<string, string>>): Promise<Surroundings> {
  const [one, two] = [computer(), computer()];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  await worked(two, there);
  await saved(leftOpen, here);
  await closed(leftOpen);
  return two;
}

test('the next launch at the other computer brings back what the page has written over, and the LMS has it again', async () => {
  const two = await overwritten({ [SECOND]: 'Toisella koneella' }, { [FIELD]: 'Alku ja jatko' });
  expect(inLms(FIELD, SECOND)).toEqual(['Alku ja jatko', '']);
  const page = await opened(two);
  expect([page.phase, ...texts(page, FIELD, SECOND), ...others(page)]).toEqual(['open', 'Alku ja jatko', 'Toisella koneella']);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(inLms(FIELD, SECOND)).toEqual(['Alku ja jatko', 'Toisella koneella']);
});

test('of a field that was changed at both she keeps which she likes', async () => {
  const two = await overwritten({ [SECOND]: 'Toisella koneella', [FIELD]: 'Toinen loppu' }, { [FIELD]: 'Ensimmäinen loppu' });
  const page = await opened(two);
  expect([...texts(page, FIELD, SECOND), ...others(page)]).toEqual(['Ensimmäinen loppu', 'Toisella koneella', 'Toinen loppu']);
});

test('who works on one computer after the other is asked nothing, and nothing that she removed comes back', async () => {
  const [one, two] = [computer(), computer()];
  const row = { [`${LIST}.aaaa`]: '1', [`${LIST}.aaaa.text`]: 'Rivi', [`${LIST}.bbbb`]: '2', [`${LIST}.bbbb.text`]: 'Toinen' };
  await worked(one, { ...row, [FIELD]: 'Ensin', [SECOND]: 'Pois tästä' });
  await worked(two, { [`${LIST}.aaaa`]: '', [SECOND]: '', [FIELD]: 'Sitten' });
  const page = await opened(one);
  expect([...texts(page, `${LIST}.aaaa`, `${LIST}.bbbb.text`, SECOND, FIELD), ...others(page)]).toEqual(['', 'Toinen', '', 'Sitten']);
});

test('between sessions nobody reads at the computer what she wrote, nor the key to it', async () => {
  const one = computer();
  await worked(one, { [FIELD]: 'Vain minulle' });
  const key = inLms(note.key)[0] ?? '';
  expect(key).toHaveLength(22);
  expect(kept(one)).toContain('sealed');
  expect(kept(one)).not.toContain('Vain minulle');
  expect(kept(one)).not.toContain(key);
});

test('what another key has closed stays closed: a new attempt, or an LMS that has lost the state', async () => {
  const one = computer();
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
  const one = computer();
  const page = await opened(one, false);
  await saved(page, { [FIELD]: 'Teksti' });
  await closed(page);
  expect(inLms(note.key)).toEqual(['']);
  expect(kept(one)).not.toContain('sealed');
});

test('where the LMS has little room left, that is for her words', async () => {
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision, room: { used: 3_950, limit: 4_096 } });
  await worked(computer(), { [FIELD]: 'Teksti' });
  expect(inLms(note.key)).toEqual(['']);
});

test('what she removes from this computer leaves nothing sealed behind', async () => {
  const one = computer();
  await worked(one, { [FIELD]: 'Teksti' });
  const page = await opened(one);
  const removing = page.removeFromBrowser();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await removing).toBe(true);
  await closed(page);
  expect(kept(one)).not.toContain('sealed');
});

test('a browser that is full keeps the mark', async () => {
  const one = computer();
  const page = await opened(one);
  await saved(page, { [FIELD]: 'Pitkä teksti. '.repeat(500) });
  one.storage.room = 400;
  await closed(page);
  expect(kept(one)).not.toContain('Pitkä');
  expect([...one.storage.entries.values()].join('')).toContain('"mark":{"revision"');
});

test('a learner file does not carry the key', async () => {
  const page = await opened(computer());
  await saved(page, { [FIELD]: 'Teksti' });
  expect(page.file.export()).not.toContain(inLms(note.key)[0]);
});
