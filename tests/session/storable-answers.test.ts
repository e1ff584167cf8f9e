/** Text that some databases and JSON parsers refuse, with all that comes with it: NUL, and half of a surrogate pair. */
import { expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings, heldBy, startedIn, write } from './fresh-session.ts';

const fresh = freshSurroundings();
const CUT = `Iloinen ${'😀'.slice(0, 1)} ja\u0000 kokonainen 😀`;
const STORABLE = 'Iloinen \ufffd ja kokonainen 😀';

test('neither a tracker nor this browser gets them, and the field shows what she has written', async () => {
  const session = await startedIn(fresh);
  write(session, CUT);
  await vi.advanceTimersByTimeAsync(4000);
  expect(heldBy(fresh)).toBe(STORABLE);
  const sent = fresh.tracker.last?.interactions.find(({ response }) => response.some((text) => text.startsWith('Iloinen')));
  expect(sent?.response).toEqual([STORABLE]);
  expect([...fresh.storage.entries.values(), fresh.storage.database.texts].join('\n')).not.toMatch(/\\u0000|\\ud83d/);
  expect(textOf(session.store.answers, FIELD)).toBe(CUT);
});

test('she is not asked to choose between the two at the next launch', async () => {
  const session = await startedIn(fresh);
  write(session, CUT);
  await vi.advanceTimersByTimeAsync(4000);
  session.lifecycle.end();
  const again = await startedIn(fresh);
  expect(again.conflicts).toEqual([]);
  expect(textOf(again.store.answers, FIELD)).toBe(STORABLE);
});
