import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkTerms, checkTranslatedTerms } from '../../build/check-terms.ts';
import { parseGlossary } from '../../build/glossary.ts';
import { chapterPassages, localPassages } from '../../build/language-passages.ts';
import { readGuidePassages, readPassages, readTranslatedPassages } from '../../build/read-passages.ts';

const project = join(import.meta.dirname, '../..');

const glossary = parseGlossary(`# Huomautus
kollega (kolleg*) = toinen työntekijä | työkaver*, työtover*
  sv kollega (kolleg*) | arbetskamrat*
  en colleague (colleague*) | co-worker*
osio = kurssin sivu | osat, osa kerrallaan # huomautus
  sv del (del, delar)
raportit = mitä kouluttaja näkee
paitsi Yhdistys Työtoverit
`);
const passagesOf = (text: string) => chapterPassages('a.md', `---\nid: a\n---\n\n${text}\n`);
const faultsOf = (text: string, language?: 'sv' | 'en') =>
  checkTerms(passagesOf(text), glossary, language).map(({ line, message }) => `${line}: ${message}`);

describe('the glossary', () => {
  test('has a term and its meaning on a line, the words that are not used for it, and other languages below', () => {
    const [colleague, part, reports] = glossary.terms;
    expect(colleague).toEqual({
      meaning: 'toinen työntekijä',
      words: {
        fi: { term: 'kollega', forms: ['kolleg*'], avoided: ['työkaver*', 'työtover*'] },
        sv: { term: 'kollega', forms: ['kolleg*'], avoided: ['arbetskamrat*'] },
        en: { term: 'colleague', forms: ['colleague*'], avoided: ['co-worker*'] },
      },
    });
    expect(part?.words).toEqual({
      fi: { term: 'osio', forms: [], avoided: ['osat', 'osa kerrallaan'] },
      sv: { term: 'del', forms: ['del', 'delar'], avoided: [] },
    });
    expect(reports).toEqual({ meaning: 'mitä kouluttaja näkee', words: { fi: { term: 'raportit', forms: [], avoided: [] } } });
    expect(glossary.exceptions).toEqual(['Yhdistys Työtoverit']);
  });

  test('a line without a meaning, or a translation of nothing, is named with its number', () => {
    expect(() => parseGlossary('kollega = työntekijä\nosio | osa\n')).toThrow(/line 2.*Found: osio \| osa/);
    expect(() => parseGlossary('# Sanasto\n  sv kollega\n')).toThrow(/line 2.*Found: sv kollega/);
    expect(() => parseGlossary('kollega = työntekijä\n  de Kollege\n')).toThrow(/line 2.*Found: de Kollege/);
  });
});

describe('another word for the same thing', () => {
  test('is told with its line and the term to use, in every form where the glossary has a star', () => {
    expect(faultsOf('Kysy asiaa\ntyökavereilta.')).toEqual(['6: Toinen sana samasta asiasta: työkavereilta. Käytä termiä kollega.']);
    expect(faultsOf('Kurssin Osat.')).toEqual(['5: Toinen sana samasta asiasta: Osat. Käytä termiä osio.']);
    expect(faultsOf('Etene osa kerrallaan.')).toHaveLength(1);
  });

  test('is not found in a part of a word, in a form that is not listed, or in an exception', () => {
    expect(faultsOf('Osaaminen ja osatekijät. Tämä osa ei mahdu.')).toEqual([]);
    expect(faultsOf('Lähiyhdistys on Yhdistys Työtoverit.')).toEqual([]);
    expect(faultsOf('Yhdistys Työtoverit auttaa työtoveria.')).toHaveLength(1);
  });
});

describe('in another language', () => {
  test('its own words are not used, and those of the others are no matter', () => {
    expect(faultsOf('Fråga en arbetskamrat.', 'sv')).toEqual(['5: Toinen sana samasta asiasta: arbetskamrat. Käytä termiä kollega.']);
    expect(faultsOf('Fråga en arbetskamrat.', 'en')).toEqual([]);
    expect(faultsOf('Ask your co-workers.', 'en')).toHaveLength(1);
  });

  test('what the Finnish calls by a term is called by one, whatever other word stands there', () => {
    const told = (finnish: string, swedish: string): string[] => {
      const [original, translation] = [passagesOf(finnish)[0], passagesOf(swedish)[0]];
      if (!original || !translation) throw new Error('Each has one text.');
      return checkTranslatedTerms([[original, translation]], glossary, 'sv').map(({ line, message }) => `${line}: ${message}`);
    };
    expect(told('Kysy kollegalta.', 'Fråga din kollega.')).toEqual([]);
    expect(told('Kysy kollegalta.', 'Fråga någon i teamet.')).toEqual([
      '5: Suomen termiä kollega ei ole sanottu termillä kollega: ”Fråga någon i teamet.”',
    ]);
    // A term without forms is not looked for.
    expect(told('Osio B.', 'Avsnitt B.')).toEqual([]);
  });

  test('course.yaml has its texts by language', () => {
    const source = 'title: { fi: Kurssi, sv: Kursen }\nsteps:\n  - fi: Yksi\n    sv: Ett\npublisher: Kirjastot\n';
    expect(localPassages('course.yaml', source, 'sv').map(({ text, firstLine }) => [firstLine, text])).toEqual([
      [1, 'Kursen'],
      [4, 'Ett'],
    ]);
  });
});

const ownGlossary = async () => parseGlossary(await readFile(join(project, 'content/termit.txt'), 'utf8'));

test.each(['fi', 'sv', 'en'] as const)('learners, authors and HR read one word for one thing in %s', async (language) => {
  const passages = [...(await readPassages(project, language)), ...(await readGuidePassages(project, language))];
  const hr = { fi: 'src/records/HR-OHJE.md', sv: 'src/records/HR-ANVISNING.md', en: 'src/records/HR-GUIDE.md' }[language];
  const files = ['content/course.yaml', `content/${language}/09-tietoja.md`, `src/text/${language}/shell.ts`, hr];
  expect(passages.map(({ file }) => file)).toEqual(expect.arrayContaining(files));
  expect(checkTerms(passages, await ownGlossary(), language)).toEqual([]);
});

test.each(['sv', 'en'] as const)('the content in %s has the term for what the Finnish names by one', async (language) => {
  const pairs = await readTranslatedPassages(project, language);
  expect(pairs.length).toBeGreaterThan(300);
  expect(checkTranslatedTerms(pairs, await ownGlossary(), language)).toEqual([]);
});

test('every term is in all three languages', async () => {
  const { terms } = await ownGlossary();
  expect(terms.filter(({ words }) => !words.sv || !words.en)).toEqual([]);
});
