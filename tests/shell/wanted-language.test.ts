import { expect, test } from 'vitest';
import { wantedLanguage, type LanguageWishes } from '../../src/text/wanted-language.ts';

const NOBODY: LanguageWishes = { browser: [], byDefault: 'fi' };

test.each<readonly [string, Partial<LanguageWishes>, string]>([
  ['what she has chosen comes before what the LMS asks for', { chosen: 'en', lms: 'sv', browser: ['fi'] }, 'en'],
  ['the LMS comes before the browser', { lms: 'sv-FI', browser: ['en-GB', 'fi'] }, 'sv'],
  ['an LMS may write it in its own way', { lms: 'SV_fi' }, 'sv'],
  ['an LMS may name several, the best first (cmi5 11.1)', { lms: 'se-FI, sv-FI,fi', browser: ['en'] }, 'sv'],
  ['a language that the course is not in leaves it to the browser', { lms: 'de', browser: ['et', 'en-US', 'sv'] }, 'en'],
  ['where nobody asks for one of them, the course has its own', { lms: 'de', browser: ['et'] }, 'fi'],
  ['what is no language is no wish', { chosen: '', lms: '' }, 'fi'],
])('%s', (_, wishes, language) => {
  expect(wantedLanguage(['fi', 'sv', 'en'], { ...NOBODY, ...wishes })).toBe(language);
});

test('a language that this package does not have is not chosen, though another package had it', () => {
  expect(wantedLanguage(['fi', 'sv'], { ...NOBODY, chosen: 'en', browser: ['en'] })).toBe('fi');
});
