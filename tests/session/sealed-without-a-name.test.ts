/** Sealed words at a computer whose LMS says neither who the learner is nor her name: each tab has a copy of its own, and several people use the tab. */
import { beforeEach, expect, test } from 'vitest';
import { note } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings, SlowTracker } from './fresh-session.ts';
import { within } from './memory.ts';
import { later, offered, refuses } from './nameless-lms.ts';
import { closed, computer, inLms, kept, opened, saved, texts, worked } from './one-lms.ts';

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

test('who takes another’s words as hers keeps the key that she had, and nobody reads the other one here', async () => {
  const one = computer(fresh);
  const hers = new SlowTracker();
  hers.launch = { ...hers.launch, learner };
  const elsewhere = { ...computer(fresh), tracker: hers };
  await worked(elsewhere, {});
  const own = inLms(elsewhere, note.key);
  await worked(one, {});
  const [key = ''] = inLms(fresh, note.key);
  const first = await opened(one);
  refuses(fresh.tracker);
  first.store.change({ [FIELD]: 'Toisen sanat' });
  await later(3_000);
  await closed(first);
  const next = await opened({ ...one, tracker: hers });
  await later();
  expect(kept(one)).toContain('Toisen sanat');
  expect(kept(one)).not.toContain(key);
  await within(5_000, next.takeStrays());
  expect(texts(next, FIELD, note.key)).toEqual(['Toisen sanat', ...own]);
});
