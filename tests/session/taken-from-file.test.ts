/** What is taken in from a file, or from another attempt, is in sight at once, and takes the place of nothing that she has not been shown. */
import { expect, test } from 'vitest';
import { textOf, type Answers } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { writeLearnerFile } from '../../src/session/file/learner-file-format.ts';
import { itemsOf } from '../../src/course/list-items.ts';
import { course } from './fixture-course.ts';
import { FIELD, freshSurroundings, startedIn, write } from './fresh-session.ts';

const fresh = freshSurroundings();
const AT = Date.parse('2026-11-24T08:00:00Z');
const LIST = 'b.ideas.ideas';

const answersOf = (texts: Readonly<Record<string, string>>): Answers =>
  new Map(Object.entries(texts).map(([id, text]) => [id, { text, at: AT }]));
const fileOf = (texts: Readonly<Record<string, string>>): string => writeLearnerFile(course, answersOf(texts), AT);
const versions = ({ conflicts }: CourseSession): string[][] =>
  conflicts.map(({ field, current, other }) => [field, current.text, other.text]);

test('an answer to a question that is not asked any more takes no other one’s place: she is shown both', async () => {
  const open = await startedIn(fresh);
  open.store.change({ 'z.old.q': 'Uudempi' });
  const file = fileOf({ 'z.old.q': 'Vanhempi', 'z.old.other': 'Toinen' });
  open.file.import(file, true, open.file.preview(file));
  expect(textOf(open.store.answers, 'z.old.q')).toBe('Uudempi');
  expect(textOf(open.store.answers, 'z.old.other')).toBe('Toinen');
  expect(versions(open)).toEqual([['z.old.q', 'Uudempi', 'Vanhempi']]);
});

test('of another attempt, what she has written otherwise since is shown beside that', async () => {
  const open = await startedIn(fresh);
  write(open, 'Uusi alku');
  write(open, 'Sama', 'a.thoughts.secret');
  open.file.importEarlier(answersOf({ [FIELD]: 'Aiempi', 'a.thoughts.secret': 'Sama', '@place': 'b' }));
  expect(textOf(open.store.answers, FIELD)).toBe('Uusi alku');
  expect(versions(open)).toEqual([[FIELD, 'Uusi alku', 'Aiempi']]);
});

test.each(['file', 'attempt'] as const)(
  'words of a question that was moved into a list stand in a row at once: of a %s',
  async (source) => {
    const moved = { fields: { 'b.old.what': `${LIST}.*.what` }, options: {} };
    const open = await startedIn(fresh, { course: { ...course, moved } });
    const texts = { 'b.old.what': 'Pelejä' };
    if (source === 'file') open.file.import(fileOf(texts), false);
    else open.file.importEarlier(answersOf({ [`${LIST}.first.what`]: 'Pelejä' }));
    expect(itemsOf(open.store.answers, LIST).map(({ id }) => id)).toEqual(['first']);
  },
);

test('what stays as it is counts answers, and neither rows nor what is empty', async () => {
  const open = await startedIn(fresh);
  const texts = { [FIELD]: 'Näin', [`${LIST}.k001`]: '1', [`${LIST}.k001.what`]: 'Pelejä', 'a.thoughts.secret': '' };
  open.store.change(texts);
  expect(open.file.preview(fileOf(texts)).same).toEqual([FIELD, `${LIST}.k001`, `${LIST}.k001.what`]);
});
