/** `npm run check`: the Finnish of the content and of the interface. Ends with 1 where something is to be mended. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLanguage, parseWordList, readPassages } from './check-language.ts';
import { installedVoikko, VoikkoMissingError } from './voikko.ts';

/** Another project's folder may be given. */
const root = process.argv[2] ?? join(import.meta.dirname, '..');
const wordList = 'content/fi/sanasto.txt';

async function main(): Promise<void> {
  const passages = await readPassages(root);
  try {
    const faults = checkLanguage(passages, parseWordList(await readFile(join(root, wordList), 'utf8')), installedVoikko());
    for (const { file, line, message } of faults) console.error(`${file}:${line}: ${message}`);
    if (faults.length === 0) {
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

await main();
