/** How much of each language the state holds: the codec's primer is Finnish, and frozen. */
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { readCourse } from '../../../build/read-course.ts';
import { readPassages } from '../../../build/read-passages.ts';
import type { Answer, Answers } from '../../../src/course/answers.ts';
import type { Course, Language } from '../../../src/course/course.ts';
import { allFieldsOf } from '../../../src/course/fields.ts';
import { lettersIn4096 } from './codec-figures.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What is written into a field that the invented licence does not have. */
const USUAL_LENGTH = 90;
/** Shorter ones are dates, marks and names. */
const SHORTEST_PROSE = 20;

let course: Course;

beforeAll(async () => {
  course = await readCourse(`${root}/content`);
});

/** The course's own prose, which says the same in every language, as one text without end. */
async function proseOf(language: Language): Promise<(length: number) => string> {
  const passages = (await readPassages(root, language)).filter(({ file }) => file.endsWith('.md'));
  const words = passages.flatMap(({ text }) => (text.length < SHORTEST_PROSE * 3 ? [] : text.split(/\s+/)));
  expect(words.length).toBeGreaterThan(2000);
  let next = 0;
  return (length) => {
    let text = '';
    while (text.length < length) text += `${words[next++ % words.length] ?? ''} `;
    return text.slice(0, length);
  };
}

/** A whole licence: the fields, times and lengths of the invented Finnish one, and every field that it leaves out. */
async function licenceIn(language: Language): Promise<Answers> {
  const prose = await proseOf(language);
  const answers = new Map<string, Answer>(
    [...FINNISH_ANSWERS].map(([id, { text, at }]) => [
      id,
      { text: text.length > SHORTEST_PROSE && text.includes(' ') ? prose(text.length) : text, at },
    ]),
  );
  const left = allFieldsOf(course).filter(({ id, type }) => type === 'text' && !answers.has(id));
  expect(left.length).toBeGreaterThan(0);
  const at = Math.max(...[...answers.values()].map((answer) => answer.at));
  for (const [index, { id }] of left.entries()) answers.set(id, { text: prose(USUAL_LENGTH), at: at + index * 60_000 });
  return answers;
}

test('4,096 characters hold at least four fifths as many Swedish and English letters as Finnish ones', async () => {
  const finnish = lettersIn4096(await licenceIn('fi'));
  expect(finnish).toBeGreaterThan(8000);
  for (const language of ['sv', 'en'] as const)
    expect.soft(lettersIn4096(await licenceIn(language)) / finnish, language).toBeGreaterThanOrEqual(0.8);
});
