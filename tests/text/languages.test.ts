import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interfacePassages } from '../../build/interface-passages.ts';
import { dayText } from '../../src/text/day-in-answer.ts';
import { en } from '../../src/text/en.ts';
import { fi } from '../../src/text/fi.ts';
import { sv } from '../../src/text/sv.ts';

const folder = join(import.meta.dirname, '../../src/text');

/** Every text in a language's folder. */
async function textsOf(language: string): Promise<string[]> {
  const names = (await readdir(join(folder, language))).filter((name) => name.endsWith('.ts')).sort();
  const texts = names.map(async (name) => interfacePassages(name, await readFile(join(folder, language, name), 'utf8')));
  return (await Promise.all(texts)).flat().map(({ text }) => text);
}

/** Shorter ones are too often the same by chance: "on", "se", "en". */
const wordsOf = (texts: readonly string[]): Set<string> => new Set(texts.flatMap((text) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []));

/** Keys, formats and addresses, and words that are spelt alike. */
const shared = new Set('ctrl data delete enter https kartan minne scorm suspend tietosuoja version wcag xapi'.split(' '));

describe.each([sv, en])('the interface in $language', (language) => {
  const name = language.language as 'sv' | 'en';

  test('says everything that the Finnish one says', () => {
    expect(shapeOf(language)).toEqual(shapeOf(fi));
  });

  test('has no Finnish left', async () => {
    const finnish = wordsOf(await textsOf('fi'));
    const left = [...wordsOf(await textsOf(name))].filter((word) => finnish.has(word) && !shared.has(word));
    expect(left).toEqual([]);
  });

  test('is set like print: quotation marks, apostrophes and dashes of its own, and nothing is shouted', async () => {
    const typewritten = name === 'sv' ? /["'“!]|\.\.\.| - / : /["'!]|\.\.\.| - /;
    expect((await textsOf(name)).filter((text) => typewritten.test(text))).toEqual([]);
  });
});

describe('the interface in Finnish', () => {
  test('begins no line with the hyphen of “Oma työkirja -sivu”, and ends none after it', async () => {
    const names = (await readdir(join(folder, 'fi'))).filter((name) => name.endsWith('.ts'));
    const sources = await Promise.all(names.map((name) => readFile(join(folder, 'fi', name), 'utf8')));
    const hyphens = sources.flatMap((source) => source.match(/\p{L}+(?: |\\u00A0)-(?:\\u2060)?\p{Ll}+/gu) ?? []);
    expect(hyphens.length).toBeGreaterThan(3);
    expect(hyphens.filter((hyphen) => !/\\u00A0-\\u2060/.test(hyphen))).toEqual([]);
  });
});

describe('counts', () => {
  test('in Swedish', () => {
    expect([1, 2].map(sv.trainingProgramme.entries)).toEqual(['1 anteckning', '2 anteckningar']);
    expect([1, 2].map(sv.channelAssessment.assessMore)).toEqual(['Fyll i en punkt till', 'Fyll i 2 punkter till']);
    expect([1, 2].map(sv.orientationGuide.tooLong)).toEqual(['Guiden är en rad för lång.', 'Guiden är 2 rader för lång.']);
    expect(sv.workbook.copy.added(1)).toBe('1 nytt svar');
    expect(sv.workbook.copy.added(4096)).toBe('4\u00a0096 nya svar');
  });

  test('in English', () => {
    expect([1, 2].map(en.trainingProgramme.entries)).toEqual(['1 entry', '2 entries']);
    expect([1, 2].map(en.workbook.copy.same)).toEqual(['1 answer stays as it is', '2 answers stay as they are']);
    expect([1, 2].map(en.saving.conflicts.title)).toEqual(['One answer has two versions', '2 answers have two versions']);
    expect(en.workbook.copy.added(4096)).toBe('4,096 new answers');
  });
});

test.each([fi, sv, en])('minutes stay on the line of their number, $language', ({ shell }) => {
  const told = [
    shell.chapterState('ahead', [], 1, 15),
    shell.chapterState('begun', [], 1, 15),
    shell.cover.shortOne('C', 'Kysytään käyttäjiltä', 15),
    shell.head.stepMinutes(15),
  ];
  expect(told.filter((words) => !words.includes('15\u00a0min'))).toEqual([]);
});

test.each([fi, sv, en])('the time of saving takes two lines at most where the header is narrow, $language', ({ saving }) => {
  expect(saving.localShort(Date.now()).split(' ')).toHaveLength(2);
});

test('a time stays with its “kl.” in Swedish', () => {
  const { saved, sent, local } = sv.saving;
  expect([saved, sent, local].map((told) => told(Date.now())).filter((words) => words.includes('kl. '))).toEqual([]);
});

test('what is begun is told with a capital letter beside an item too, as beside an exercise', () => {
  expect(fi.fields.unfinished).toBe(fi.exercise.steps.begun);
  expect(en.fields.unfinished).toBe(en.exercise.steps.begun);
  expect(sv.fields.unfinished).toBe('Påbörjad');
});

describe('days, times and lists', () => {
  const at = new Date(2026, 2, 4, 9, 5).getTime();

  test('are written as in Finland’s Swedish', () => {
    expect(sv.licence.issued(at)).toBe('Du tog körkortet 4.3.2026.');
    expect(sv.saving.when(at)).toBe('4.3 kl. 9.05');
    expect(sv.earned.classes(['A1', 'A2', 'B'])).toBe('Du fick klasserna A1, A2 och B.');
    expect(dayText('2026-03-04', 'sv')).toBe('ons 4.3.2026');
  });

  test('name the month in English', () => {
    expect(en.licence.issued(at)).toBe('Licence completed on 4 Mar 2026.');
    expect(en.licence.card.issued(Date.UTC(2026, 8, 30, 12))).toBe('Completed 30 Sep 2026');
    expect(en.saving.when(new Date(2026, 8, 30, 9, 5).getTime())).toBe('30 Sep at 9:05');
    expect(en.saving.when(at)).toBe('4 Mar at 9:05');
    expect(en.earned.classes(['A1', 'A2', 'B'])).toBe('You earned classes A1, A2 and B.');
    expect(dayText('2026-03-04', 'en')).toBe('Wed, 4 Mar 2026');
    expect(dayText('2026-09-30', 'en')).toBe('Wed, 30 Sep 2026');
  });

  test('stay as they are in Finnish', () => {
    expect(dayText('2026-03-04', 'fi')).toBe('ke 4.3.2026');
  });

  test('a given day that is none is shown as it was given', () => {
    expect(['2026-03-04', 'in spring'].map(sv.workbook.day)).toEqual(['4.3.2026', 'in spring']);
    expect(['2026-03-04', 'in spring'].map(en.workbook.day)).toEqual(['4 Mar 2026', 'in spring']);
  });
});

/** Names with what stands there: a text, a function or a list. */
function shapeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value === '' ? 'nothing' : typeof value;
  if (Array.isArray(value)) return value.map(shapeOf);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, shapeOf(inner)]),
  );
}
