/** Names that an LMS shows cut short, and answers longer than its reports hold. */
import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { ContentMistake } from '../content-error.ts';
import type { ContentText } from './content-texts.ts';
import { say } from '../say.ts';

/** `cmi.interactions.n.description` and `cmi.objectives.n.description`: smallest permitted maximum of SCORM 2004 (RTE 4.2.9, 4.2.17). */
const MOST_LETTERS_OF_NAME = 250;
/** A `fill-in` response of SCORM 2004 (RTE 4.2.9.2). */
const MOST_LETTERS_OF_ANSWER = 4_000;
/** What is reported as the name of a class, an exercise or a question. */
const names = ['title', 'label'];

export function longNames({ file, source, language }: ContentText): ContentMistake[] {
  const front = file.endsWith('.yaml') ? source : (/^---\n([^]*?\n)---/.exec(source)?.[1] ?? '');
  const firstLine = file.endsWith('.yaml') ? 0 : 1;
  const lines = new LineCounter();
  const mistakes: ContentMistake[] = [];
  const note = (offset: number, what: string, instead: string): void => {
    mistakes.push({ file, line: lines.linePos(offset).line + firstLine, column: 1, what, instead });
  };
  visit(parseDocument(front, { lineCounter: lines }), {
    Pair: (_, { key, value }) => {
      if (!isScalar(key)) return;
      const text = isMap(value) ? value.get(language) : isScalar(value) ? value.value : undefined;
      const offset = key.range?.[0] ?? 0;
      if (names.includes(String(key.value)) && typeof text === 'string' && text.length > MOST_LETTERS_OF_NAME) {
        note(
          offset,
          say`Teksti on ${String(text.length)} merkkiä. Oppimisympäristön raportissa siitä näkyy ${String(MOST_LETTERS_OF_NAME)}.`,
          say`Lyhennä otsikkoa tai kysymystä ja siirrä loput ohjeeseen (help).`,
        );
      }
      if (key.value === 'maxLength' && typeof text === 'number' && text > MOST_LETTERS_OF_ANSWER) {
        note(
          offset,
          say`Vastaus saa olla ${String(text)} merkkiä. SCORM 2004:n raporttiin siitä mahtuu ${String(MOST_LETTERS_OF_ANSWER)}.`,
          say`Kirjoita maxLength: ${String(MOST_LETTERS_OF_ANSWER)} tai pienempi luku.`,
        );
      }
    },
  });
  return mistakes;
}
