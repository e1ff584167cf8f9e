/** What is said of the languages goes by `src/course/languages.ts` alone: one that is added there needs no line here. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changed, withContent } from './sample-content.ts';

const LIST = '../../src/course/languages.ts';

/** The modules are read anew, since those of other tests of this worker know three languages. */
beforeEach(() => {
  const languages = ['fi', 'sv', 'en', 'de'];
  vi.resetModules();
  vi.doMock(LIST, () => ({ LANGUAGES: languages, isLanguage: (value: unknown) => languages.includes(String(value)) }));
});
afterEach(() => {
  vi.doUnmock(LIST);
  vi.resetModules();
});

test('whoever writes a course in a language that was added is spoken to in it', async () => {
  const { authorLanguageOf } = await import('../../build/author-language.ts');
  await withContent(changed('course.yaml', /^languages:.*$/m, 'languages: [de, fi]'), async (folder) => {
    expect(await authorLanguageOf(folder)).toBe('de');
  });
});

test('the glossary has terms in it', async () => {
  const { parseGlossary } = await import('../../build/glossary.ts');
  const { terms } = parseGlossary('luokka = part of the licence\n  sv klass\n  de Klasse');
  expect(terms[0]?.words).toHaveProperty('de.term', 'Klasse');
});
