/** Sealed words at a computer whose LMS says neither who the learner is nor her name: each tab has a copy of its own, and several people use the tab. */
import { beforeEach, expect, test } from 'vitest';
import { FIELD, freshSurroundings, SlowTracker } from './fresh-session.ts';
import { offered } from './nameless-lms.ts';
import { closed, computer, kept, opened, saved, texts, worked } from './one-lms.ts';

const SECOND = 'b.colleague.meaning';
const learner = { id: '' };
const fresh = freshSurroundings();

beforeEach(() => {
  fresh.tracker.launch = { ...fresh.tracker.launch, learner };
});

test('what her own key opens is hers, though the LMS has lost every word of it, and is offered to nobody else', async () => {
  const [one, two] = [computer(fresh), computer(fresh)];
  await worked(two, {});
  const leftOpen = await opened(one);
  await worked(two, { [FIELD]: 'Ainon oma' });
  await saved(leftOpen, { [SECOND]: 'Muuta' });
  await closed(leftOpen);
  const again = await opened(two);
  expect([...texts(again, FIELD, SECOND), offered(again)]).toEqual(['Ainon oma', 'Muuta', undefined]);
  await saved(again, {});
  await closed(again);
  expect(kept(two)).not.toContain('Ainon oma');
  const tracker = new SlowTracker();
  tracker.launch = { ...tracker.launch, learner };
  expect(offered(await opened({ ...two, tracker }))).toBeUndefined();
});
