import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGuidePassages, readPassages } from '../../build/check-language.ts';
import { checkTerms, parseGlossary } from '../../build/check-terms.ts';
import { chapterPassages } from '../../build/language-passages.ts';

const project = join(import.meta.dirname, '../..');

const glossary = parseGlossary(`# Huomautus
kollega = toinen työntekijä | työkaver*, työtover*
osio = kurssin sivu | osat, osa kerrallaan # huomautus
raportit = mitä kouluttaja näkee
paitsi Yhdistys Työtoverit
`);
const faultsOf = (text: string) =>
  checkTerms(chapterPassages('a.md', `---\nid: a\n---\n\n${text}\n`), glossary).map(({ line, message }) => `${line}: ${message}`);

describe('the glossary', () => {
  test('has a term and its meaning on a line, and the words that are not used for it', () => {
    expect(glossary.terms).toEqual([
      { term: 'kollega', meaning: 'toinen työntekijä', avoided: ['työkaver*', 'työtover*'] },
      { term: 'osio', meaning: 'kurssin sivu', avoided: ['osat', 'osa kerrallaan'] },
      { term: 'raportit', meaning: 'mitä kouluttaja näkee', avoided: [] },
    ]);
    expect(glossary.exceptions).toEqual(['Yhdistys Työtoverit']);
  });

  test('a line without a meaning is named with its number', () => {
    expect(() => parseGlossary('kollega = työntekijä\nosio | osa\n')).toThrow(/line 2.*Found: osio \| osa/);
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

test('learners, authors and HR read one word for one thing', async () => {
  const terms = parseGlossary(await readFile(join(project, 'content/fi/termit.txt'), 'utf8'));
  const passages = [...(await readPassages(project)), ...(await readGuidePassages(project))];
  expect(passages.map(({ file }) => file)).toEqual(expect.arrayContaining(['content/OHJE.md', 'src/records/HR-OHJE.md']));
  expect(checkTerms(passages, terms)).toEqual([]);
});
