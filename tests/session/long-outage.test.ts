/** She writes for some minutes while the LMS cannot be reached; the next launch hands over what she has had before. */
import { expect, test, vi } from 'vitest';
import type { SaveOutcome } from '../../src/tracking/tracker.ts';
import { FIELD, freshSurroundings } from './fresh-session.ts';
import { closed, computer, opened, others, saved, texts } from './one-lms.ts';

const fresh = freshSurroundings();
const ROW = 'b.ideas.ideas.k001';
const WORDS = `${ROW}.what`;
const offline = (): SaveOutcome => ({ result: 'not-saved', reason: 'offline', retry: true, detail: 'offline' });

test.each([5, 45])('a row that she removes after %i pauses stays removed', async (pauses) => {
  const at = computer(fresh);
  const page = await opened(at);
  await saved(page, { [ROW]: '1', [WORDS]: 'Alku' });
  const { answer } = at.tracker;
  at.tracker.answer = offline;
  for (let pause = 0; pause < pauses; pause += 1) {
    page.store.change({ [WORDS]: `Versio ${pause}` });
    await vi.advanceTimersByTimeAsync(20_000);
  }
  page.store.change({ [ROW]: '' });
  await vi.advanceTimersByTimeAsync(20_000);
  await closed(page);
  at.tracker.answer = answer;
  await vi.advanceTimersByTimeAsync(60_000);
  const again = await opened(at);
  expect([again.phase, ...texts(again, ROW), others(again)]).toEqual(['open', '', []]);
});
test.each([15, 45])('after %i pauses she is asked nothing about the text that she has written over', async (pauses) => {
  const at = computer(fresh);
  const page = await opened(at);
  await saved(page, { [FIELD]: 'Alku' });
  const { answer } = at.tracker;
  at.tracker.answer = offline;
  for (let pause = 0; pause < pauses; pause += 1) {
    page.store.change({ [FIELD]: `Versio ${pause}` });
    await vi.advanceTimersByTimeAsync(20_000);
  }
  await closed(page);
  at.tracker.answer = answer;
  await vi.advanceTimersByTimeAsync(60_000);
  const again = await opened(at);
  expect([again.phase, texts(again, FIELD), others(again)]).toEqual(['open', [`Versio ${pauses - 1}`], []]);
});
