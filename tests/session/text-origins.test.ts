/** Two computers of one LMS that keeps one state, of which one is left open: what of her texts whoever saved there had read is told by browsers' saves, not by clocks. */
import { expect, test, vi } from 'vitest';
import { FIELD, freshSurroundings } from './fresh-session.ts';
import { closed, computer, opened, others, saved, texts, worked } from './one-lms.ts';

const SECOND = 'b.colleague.meaning';
const LIST = 'b.ideas.ideas';
const fresh = freshSurroundings();

test('she is not asked about a text of the page that was left open, which she has changed there since', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  const leftOpen = await opened(one);
  await saved(leftOpen, { [FIELD]: 'Ensin ä' });
  await worked(two, { [SECOND]: 'Toisella koneella' });
  await saved(leftOpen, { [FIELD]: 'Takaisin' });
  const again = await opened(two);
  expect([...texts(again, FIELD, SECOND), ...others(again)]).toEqual(['Takaisin', 'Toisella koneella']);
});

test('nor where she had written there before, in a session that the page had read', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(two, { [FIELD]: 'Ensin' });
  const leftOpen = await opened(one);
  await worked(two, { [SECOND]: 'Toisella koneella' });
  await saved(leftOpen, { [FIELD]: 'Takaisin' });
  const again = await opened(two);
  expect([...texts(again, FIELD, SECOND), ...others(again)]).toEqual(['Takaisin', 'Toisella koneella']);
});

test('the text that the page still shows is no news where she has written over it', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(two, { [FIELD]: 'Ensin' });
  const leftOpen = await opened(one);
  await worked(two, { [FIELD]: 'Sitten' });
  await saved(leftOpen, { [SECOND]: 'Ensimmäisellä koneella' });
  const again = await opened(two);
  expect([...texts(again, FIELD, SECOND), ...others(again)]).toEqual(['Sitten', 'Ensimmäisellä koneella']);
});

test('a text that she has chosen again does not take the place of one that was written over it elsewhere', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one);
  await worked(two, { [FIELD]: 'Toisen loppu' });
  await saved(leftOpen, { [FIELD]: 'Ensimmäisen loppu' });
  const page = await opened(two);
  const [conflict] = page.conflicts;
  if (!conflict) throw new Error('not asked');
  fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  leftOpen.store.change({ [FIELD]: 'Uusi' });
  await vi.advanceTimersByTimeAsync(20_000);
  page.resolve(conflict, 'current');
  await closed(page);
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
  leftOpen.saveSoon();
  await vi.advanceTimersByTimeAsync(60_000);
  const again = await opened(two);
  expect([...texts(again, FIELD), ...others(again)]).toContain('Uusi');
});

test('nor are the words of a row that she has removed', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(two, { [`${LIST}.aaaa`]: '1', [`${LIST}.aaaa.what`]: 'Rivi' });
  const leftOpen = await opened(one);
  await worked(two, { [`${LIST}.aaaa`]: '' });
  await saved(leftOpen, { [SECOND]: 'Ensimmäisellä koneella' });
  const again = await opened(two);
  expect([...texts(again, `${LIST}.aaaa`, SECOND), ...others(again)]).toEqual(['', 'Ensimmäisellä koneella']);
});

test('another text of the same second, by a clock that is ahead, is not taken for the one that stood there', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  const now = (): number => Date.now() + 90_000;
  const page = await opened(one, { now });
  const written = now();
  await saved(page, { [FIELD]: 'Alku' });
  fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
  page.store.change({ [FIELD]: 'Ensimmäisen koneen jatko' });
  await closed(page);
  fresh.tracker.answer = ({ revision }) => ({ result: 'saved', revision });
  const other = await opened(two);
  await vi.advanceTimersByTimeAsync(written - Date.now());
  await saved(other, { [FIELD]: 'Toisen koneen jatko' });
  await closed(other);
  const again = await opened(one, { now });
  expect([...texts(again, FIELD), ...others(again)].sort()).toEqual(['Ensimmäisen koneen jatko', 'Toisen koneen jatko']);
});

test('a row that she removed in the page that was left open comes back with words that it had not read', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(two, { [`${LIST}.aaaa`]: '1', [`${LIST}.aaaa.what`]: 'Rivi' });
  const leftOpen = await opened(one);
  await worked(two, { [`${LIST}.aaaa.what`]: 'Rivi ja enemmän' });
  await saved(leftOpen, { [`${LIST}.aaaa`]: '' });
  const again = await opened(two);
  expect(texts(again, `${LIST}.aaaa.what`)).toEqual(['Rivi ja enemmän']);
  expect(texts(again, `${LIST}.aaaa`)).not.toEqual(['']);
});

test.each([-3_600_000, 3_600_000])('so it is where the clock of one computer is wrong by %i ms', async (ahead) => {
  const now = (): number => Date.now() + ahead;
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(one, { [FIELD]: 'Alku' });
  const leftOpen = await opened(one, { now });
  const page = await opened(two);
  await saved(page, { [FIELD]: 'Toinen loppu' });
  await closed(page);
  await saved(leftOpen, { [FIELD]: 'Ensimmäinen loppu' });
  const again = await opened(two);
  expect([...texts(again, FIELD), ...others(again)].sort()).toEqual(['Ensimmäinen loppu', 'Toinen loppu']);
});

test('a browser is known by one name, however often the course is opened there', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(two, { [SECOND]: 'Toisella' });
  for (let session = 0; session < 30; session += 1) await worked(one, { [FIELD]: `Istunto ${String(session)}` });
  const names = fresh.tracker.last?.answers.get('@saves')?.text.split(' ') ?? [];
  expect(names).toHaveLength(2);
});

test('a page that unseals for ever is opened all the same', async () => {
  const one = computer(fresh);
  await worked(one, { [FIELD]: 'Teksti' });
  const hanging = { newKey: () => '', close: () => new Promise<string>(() => {}), open: () => new Promise<string>(() => {}) };
  const starting = opened(one, { seal: hanging });
  await vi.advanceTimersByTimeAsync(12_000);
  expect(texts(await starting, FIELD)).toEqual(['Teksti']);
});
