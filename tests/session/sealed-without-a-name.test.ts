/** An LMS that says neither who the learner is nor her name: each tab has a copy of its own, and several people use the tab. */
import { expect, test } from 'vitest';
import { note } from '../../src/course/answers.ts';
import { FIELD, freshSurroundings } from './fresh-session.ts';
import { computer, inLms, kept, worked } from './one-lms.ts';

const fresh = freshSurroundings();

test('nothing is sealed for nobody known, and no key stands beside words that are offered to others', async () => {
  fresh.tracker.launch = { ...fresh.tracker.launch, learner: { id: '' } };
  const one = computer(fresh);
  await worked(one, { [FIELD]: 'Vain minulle' });
  expect(inLms(fresh, FIELD, note.key)).toEqual(['Vain minulle', '']);
  expect(kept(one)).not.toContain('sealed');
});
