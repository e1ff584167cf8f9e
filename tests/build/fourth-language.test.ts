/** What is said of the languages goes by `src/course/languages.ts` alone: one that is added there needs no line here. */
import { expect, test, vi } from 'vitest';
import { authorLanguageOf } from '../../build/author-language.ts';
import { parseGlossary } from '../../build/glossary.ts';
import { changed, withContent } from './sample-content.ts';

vi.mock('../../src/course/languages.ts', () => {
  const languages = ['fi', 'sv', 'en', 'de'];
  return { LANGUAGES: languages, isLanguage: (value: unknown) => languages.includes(String(value)) };
});

test('whoever writes a course in a language that was added is spoken to in it', async () => {
  await withContent(changed('course.yaml', /^languages:.*$/m, 'languages: [de, fi]'), async (folder) => {
    expect(await authorLanguageOf(folder)).toBe('de');
  });
});

test('the glossary has terms in it', () => {
  const { terms } = parseGlossary('luokka = part of the licence\n  sv klass\n  de Klasse');
  expect(terms[0]?.words).toHaveProperty('de.term', 'Klasse');
});
