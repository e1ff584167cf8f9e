/** What an editor would ask an author to look at again. Nothing here keeps a course from being built, unless `--strict` asks for it. */
import { join } from 'node:path';
import type { Language } from '../../src/course/course.ts';
import type { LanguageFault } from '../check-language.ts';
import { checkTerms } from '../check-terms.ts';
import type { ContentMistake } from '../content-error.ts';
import { readIfThere } from '../content-file.ts';
import { GlossaryError, parseGlossary, type Glossary } from '../glossary.ts';
import { readContentTexts, type ContentText } from './content-texts.ts';
import { hardSentences } from './hard-sentences.ts';
import { heavyPictures } from './heavy-pictures.ts';
import { linkForms } from './bad-links.ts';
import { longNames } from './long-names.ts';
import { takenSentences, type SourceText } from './taken-sentences.ts';
import { say } from '../say.ts';

/** The glossary of a course, in its content folder. */
const GLOSSARY = 'termit.txt';

/** @param sources texts that the course may not copy (`sources:` in course.yaml), as paths in the content folder */
export async function authorChecks(
  folder: string,
  languages: readonly Language[],
  sources: readonly string[] = [],
): Promise<ContentMistake[]> {
  const [texts, glossary, read] = await Promise.all([
    readContentTexts(folder, languages),
    textIn(folder, GLOSSARY),
    Promise.all(sources.map(async (file): Promise<SourceText> => ({ file, text: (await textIn(folder, file)) ?? '' }))),
  ]);
  const terms = glossaryOf(glossary ?? '');
  if ('line' in terms) return [terms];
  const otherWords = ({ passages, language }: ContentText): ContentMistake[] => checkTerms(passages, terms, language).map(asMistake);
  const ofWords = [hardSentences, linkForms, longNames, takenSentences(read), otherWords];
  const ofPictures = await Promise.all(texts.map((text) => heavyPictures(folder, text)));
  return [...new Map([...texts.flatMap((text) => ofWords.flatMap((check) => check(text))), ...ofPictures.flat()].map(keyed)).values()];
}

function glossaryOf(text: string): Glossary | ContentMistake {
  try {
    return parseGlossary(text);
  } catch (error) {
    if (!(error instanceof GlossaryError)) throw error;
    const instead = say`Kirjoita rivi näin: termi = selitys | vältettävä sana, toinen. Tiedoston alussa on ohje.`;
    return { file: GLOSSARY, line: error.line, column: 1, what: say`Sanaston riviä ei ymmärretä.`, instead };
  }
}

function asMistake({ file, line, message }: LanguageFault): ContentMistake {
  return { file, line, column: 1, what: message, instead: say`Sanasto on tiedostossa ${GLOSSARY}.` };
}

async function textIn(folder: string, file: string): Promise<string | undefined> {
  return (await readIfThere(join(folder, file)))?.toString('utf8');
}

/** What is in course.yaml for all languages is found once. */
function keyed(mistake: ContentMistake): [key: string, mistake: ContentMistake] {
  return [`${mistake.file}:${String(mistake.line)} ${mistake.what}`, mistake];
}
