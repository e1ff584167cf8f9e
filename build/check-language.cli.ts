/** `npm run check`: the words of the content and of the interface in every language, and their Finnish. Ends with 1 where something is to be mended. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { LANGUAGES, type Language } from '../src/course/languages.ts';
import { toAuthorOf } from './author-language.ts';
import { checkLanguage, parseWordList, type LanguageFault } from './check-language.ts';
import { checkTerms, checkTranslatedTerms } from './check-terms.ts';
import { parseGlossary } from './glossary.ts';
import { readGuidePassages, readPassages, readTranslatedPassages } from './read-passages.ts';
import { installedVoikko, VoikkoMissingError } from './voikko.ts';

const wordList = 'content/fi/sanasto.txt';
const glossary = 'content/termit.txt';

async function main(root: string): Promise<void> {
  const passages = await readPassages(root);
  const otherWords = await otherWordsIn(root, LANGUAGES);
  for (const { file, line, message } of otherWords) console.error(`${file}:${line}: ${message}`);
  if (otherWords.length > 0) {
    console.error(`Terms: ${otherWords.length} to mend. The words to use are in ${glossary}.`);
    process.exitCode = 1;
  }
  try {
    const faults = checkLanguage(passages, parseWordList(await readFile(join(root, wordList), 'utf8')), installedVoikko());
    for (const { file, line, message } of faults) console.error(`${file}:${line}: ${message}`);
    if (faults.length === 0) {
      if (otherWords.length > 0) return;
      console.log(`Finnish: ${passages.length} texts checked, nothing to mend.`);
      return;
    }
    console.error(`Finnish: ${faults.length} to mend. A word that is right goes into ${wordList}.`);
    process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof VoikkoMissingError)) throw error;
    console.log(
      `Finnish was not checked: ${error.message}. Install voikko-fi and libvoikko-dev (apt-get install voikko-fi libvoikko-dev).`,
    );
  }
}

/** Things that are called by another word than the glossary's. */
async function otherWordsIn(root: string, languages: readonly Language[]): Promise<LanguageFault[]> {
  const terms = parseGlossary(await readFile(join(root, glossary), 'utf8').catch(ifMissing));
  const faults = languages.map(async (language) => [
    ...checkTerms([...(await readPassages(root, language)), ...(await readGuidePassages(root, language))], terms, language),
    ...(language === 'fi' ? [] : checkTranslatedTerms(await readTranslatedPassages(root, language), terms, language)),
  ]);
  return (await Promise.all(faults)).flat();
}

/** A project may have no glossary. */
function ifMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
  throw error;
}

await new Command('check-language')
  .description('Checks the words of the content and the interface in each language, and their Finnish with Voikko.')
  .argument('[project]', 'folder of another project', join(import.meta.dirname, '..'))
  .action((project: string) => toAuthorOf(join(project, 'content'), () => main(project)))
  .parseAsync();
