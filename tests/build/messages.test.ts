/** What is said to authors is there in each language of theirs. */
import { describe, expect, test } from 'vitest';
import { allMessages, grouped, inLanguage, listed, quoted, say, type Message } from '../../build/say.ts';
import { authorSources, saidIn, unsaidIn } from './said-messages.ts';

const sources = authorSources();
const said = sources.flatMap(({ path, tree }) => saidIn(path, tree));
const catalogue = allMessages().flatMap(({ messages }) => messages);
const byFinnish = new Map(catalogue.map((message) => [message.fi, message]));

/** Texts that are Finnish or have Finnish quotes in them and are not said to an author. */
const NOT_SAID = new Set([
  // The quotation marks of each language.
  'build/say.ts',
  // What a learner reads where no script runs, in three languages.
  'build/no-script-words.ts',
  // And where it could not be loaded.
  'build/missing-script-words.ts',
  // The edit mode speaks English.
  'build/edit/page-words.ts',
]);

function placeholdersOf(text: string): string[] {
  return (text.match(/\{\d+\}/g) ?? []).sort();
}

describe('a message', () => {
  test('is in the catalogue, wherever the sources say one', () => {
    expect(said.length).toBeGreaterThan(250);
    expect(said.filter(({ finnish }) => !byFinnish.has(finnish))).toEqual([]);
  });

  test('is in the catalogue once, and no longer than it is said', () => {
    const finnish = catalogue.map(({ fi }) => fi);
    expect(finnish.filter((text, index) => finnish.indexOf(text) !== index)).toEqual([]);
    const known = new Set(said.map((one) => one.finnish));
    expect(finnish.filter((text) => !known.has(text))).toEqual([]);
  });

  test.each(['sv', 'en'] as const)('is said in %s with the same things put in', (language) => {
    const wrong = catalogue.filter(
      (message) =>
        !message[language].trim() ||
        placeholdersOf(message[language]).join() !== placeholdersOf(message.fi).join() ||
        lines(message, language),
    );
    expect(wrong).toEqual([]);
  });

  test('is made when it is told: before that nobody knows the language', () => {
    expect(said.filter(({ isTimely }) => !isTimely)).toEqual([]);
  });

  test('is said by the tag, not written out', () => {
    const unsaid = sources.filter(({ path }) => !NOT_SAID.has(path)).flatMap(({ path, tree }) => unsaidIn(path, tree));
    expect(unsaid).toEqual([]);
  });
});

/** A message of several lines has as many in each language. */
function lines(message: Message, language: 'sv' | 'en'): boolean {
  return message[language].split('\n').length !== message.fi.split('\n').length;
}

describe('what is put in', () => {
  const told = (): string => say`Osion tunnus ”${'{2}'}” on jo käytössä (${'fi/01-b.md'}).`;

  test('stands in its place in each language, and is left as it is', () => {
    expect(told()).toBe('Osion tunnus ”{2}” on jo käytössä (fi/01-b.md).');
    expect(inLanguage('sv', told)).toBe('Delen har id:t ”{2}”, som redan används (fi/01-b.md).');
    expect(inLanguage('en', told)).toBe('The id “{2}” of the part is already in use (fi/01-b.md).');
  });

  test('is counted and listed as the language does', () => {
    const numbers = (): string => `${grouped(12_345)} ${listed(['a', 'b', 'c'])} ${quoted('d')}`;
    expect(numbers()).toBe('12\u00a0345 a, b ja c ”d”');
    expect(inLanguage('sv', numbers)).toBe('12\u00a0345 a, b och c ”d”');
    expect(inLanguage('en', numbers)).toBe('12,345 a, b and c “d”');
  });

  test('keeps its language through what is waited for, beside another', async () => {
    const later = (language: 'sv' | 'en'): Promise<string> =>
      inLanguage(language, async () => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return say`Otsikko on tyhjä.`;
      });
    expect(await Promise.all([later('sv'), later('en')])).toEqual(['Rubriken är tom.', 'The heading is empty.']);
  });
});
