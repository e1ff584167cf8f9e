/** The sheets that are taken to a talk and to a meeting: each is one A4 page, with nothing written and with much. */
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { readCourse } from '../../build/read-course.ts';
import { exercisesOf, type Course } from '../../src/course/course.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { openStrictPage, pagesOf, type StrictPage } from './strict-page.ts';

const A4 = ['0 0 595 842'];
const written = Object.fromEntries([...FINNISH_ANSWERS].map(([field, { text }]) => [field, text]));
const CHANNELS = ['desk', 'spaces', 'phone', 'email', 'chat'];
const LONG = 'Kysyn aina tarkentavan kysymyksen, ennen kuin alan hakea, ja opettelen uuden lähteen joka viikko. '.repeat(8);

let strict: StrictPage;
let course: Course;

beforeAll(async () => {
  course = await readCourse(fileURLToPath(new URL('../../content', import.meta.url)));
  strict = await openStrictPage();
  // For what hangs, as in the other tests.
  strict.page.setDefaultTimeout(120_000);
});

afterAll(() => strict.browser.close());

/** The sheet of an exercise as it goes to the printer, and all that it says. */
async function prints(
  tag: string,
  id: string,
  texts: Record<string, string>,
  before?: () => Promise<void>,
): Promise<{ readonly pages: string[]; readonly words: string }> {
  const { page, show } = strict;
  await show(
    tag,
    exercisesOf(course).find((exercise) => exercise.id === id),
    texts,
    { course },
  );
  await page.evaluate(() => {
    document.documentElement.removeAttribute('data-printed');
    window.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await page.locator('.sheet summary').click();
  await before?.();
  await page.getByRole('button', { name: /^Tulosta/ }).click();
  await page.waitForSelector('html[data-printed]');
  const words = await page.locator('.aspa-printed-sheet .flow').evaluate((flow) => flow.textContent);
  // Chromium says that it has printed, and so the sheet is gone afterwards.
  return { words, pages: pagesOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })) };
}

/** As the browser says when the printing is over. */
afterEach(() => strict.page.evaluate(() => dispatchEvent(new Event('afterprint'))));

test.each([
  ['nothing', {}],
  ['what an invented learner wrote', written],
  [
    'long texts',
    Object.fromEntries(
      CHANNELS.flatMap((channel) => [
        [`b.channels.${channel}.skill`, 'fluent'],
        [`b.channels.${channel}.development`, LONG],
      ]),
    ),
  ],
])('the sheet for a talk is one A4 page with %s', async (_what, texts) => {
  expect((await prints('aspa-channel-assessment', 'b.channels', texts)).pages).toEqual(A4);
});

test('the sheet for a talk shows the chosen channels, their development and what to talk about; what she takes off is not on it', async () => {
  const texts = {
    'b.channels.mine': 'desk chat',
    'b.channels.desk.skill': 'fluent',
    'b.channels.desk.development': 'Opettelen uuden lähteen.',
    'b.channels.chat.development': 'Teen yhden vuoron parina.',
    'b.colleague.talk': 'Kollegasta ei mitään paperille.',
  };
  const { words: all } = await prints('aspa-channel-assessment', 'b.channels', texts);
  for (const words of ['Palvelupiste', 'Palvelu sujuu hyvin', 'Opettelen uuden lähteen.', 'Teen yhden vuoron parina.', 'Mitä sovimme'])
    expect(all).toContain(words);
  for (const words of ['Puhelin', 'Kollegasta']) expect(all).not.toContain(words);
  const { words: chosen } = await prints('aspa-channel-assessment', 'b.channels', texts, () =>
    strict.page.locator('aspa-channel-talk').getByRole('checkbox', { name: 'Chat' }).uncheck(),
  );
  expect(chosen).toContain('Opettelen uuden lähteen.');
  expect(chosen).not.toContain('Teen yhden vuoron parina.');
});

const heard = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      [`c.ideas.ideas.i${index}`, String(index + 1)],
      [`c.ideas.ideas.i${index}.what`, `Ajatus ${index + 1}. ${LONG}`],
    ]).flat(),
  );

test.each([
  ['nothing', {}],
  ['what an invented learner wrote', written],
  ['many long thoughts of users', heard(12)],
])('the plan of the meeting is one A4 page with %s', async (_what, texts) => {
  expect((await prints('aspa-customer-profiles', 'e.profiles', texts)).pages).toEqual(A4);
});

test('the plan says who does what in how many minutes, what users have said, and leaves two profiles to fill in', async () => {
  const { words } = await prints('aspa-customer-profiles', 'e.profiles', heard(7));
  for (const part of [
    '10\u00a0min',
    'Palautteet esiin',
    'Kokoonkutsuja tuo palautteet',
    'Ajatus 5.',
    'Osiossa C on vielä 2 ajatusta',
    'Keitä meillä käy? Kirjoittakaa',
  ])
    expect(words).toContain(part);
  expect(words.match(/Toteutumisen varmistaminen/g)).toHaveLength(2);
});

test('the policy refused nothing', () => {
  expect(strict.refused).toEqual([]);
});
