/** The course's own content with marks: every text is found in its file, and without the marks it is what learners get. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { SourceMarking } from '../../build/edit/mark-sources.ts';
import { beginMark, END_MARK, marksIn, SourceTable, withoutMarks } from '../../build/edit/source-marks.ts';
import { readText } from '../../build/edit/source-text.ts';
import { readContent } from '../../build/read-course.ts';

const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));
/** What is no text: ids, settings, and what a link leads to. */
const NO_TEXTS = ['id', 'kind', 'type', 'sign', 'classes', 'answersOf', 'link', 'language', 'version', 'publisher', 'contact', 'moved'];
const SETTINGS = [
  'completeWhen',
  'report',
  'statusWhenComplete',
  'overflow',
  'lrs',
  'organization',
  'authority',
  'assessed',
  'theme',
  'defaultLanguage',
  'licence',
  'earnedBy',
];

test('marks are found again, wherever a text is cut', () => {
  for (const number of [0, 1, 3, 4, 1202, 99_999]) {
    const text = `Alku ${beginMark(number)}Teksti${END_MARK} loppu`;
    expect(marksIn(text)).toEqual([
      { number, index: 5 },
      { number: undefined, index: text.indexOf(END_MARK) },
    ]);
    expect(withoutMarks(text)).toBe('Alku Teksti loppu');
  }
});

test('every text of the content has a mark that leads to its words, and nothing else has', async () => {
  const [table, texts] = [new SourceTable(), new Map<string, string>()];
  const plain = await readContent(CONTENT);
  const marked = await readContent(CONTENT, undefined, new SourceMarking(table, texts));
  const json = JSON.stringify(marked.courses);
  expect(withoutMarks(json)).toBe(JSON.stringify(plain.courses));
  const numbers = marksIn(json).flatMap(({ number }) => number ?? []);
  expect(numbers.length).toBeGreaterThan(1000);
  for (const number of numbers) {
    const place = table.places[number];
    expect(place && readText(texts.get(place.file) ?? '', place)?.text, JSON.stringify(place)).toBeTruthy();
  }
  // A course's own name is no text, as that of a list's entry is.
  expect(marked.courses.flatMap(({ name: _short, ...course }) => unmarked(course))).toEqual([]);
});

function unmarked(value: unknown, key = ''): string[] {
  if ([...NO_TEXTS, ...SETTINGS].includes(key)) return [];
  if (typeof value === 'string') return marksIn(value).length > 0 ? [] : [`${key}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => unmarked(inner, Array.isArray(value) ? key : name));
}
