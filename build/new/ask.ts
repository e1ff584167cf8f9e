/** What a command was not told is asked for on a terminal; elsewhere its options are named. */
import { createInterface } from 'node:readline/promises';
import { say } from '../say.ts';

export interface Question {
  /** The option that answers it, as it is written on a command line: `--title`. */
  readonly option: string;
  readonly asks: string;
  /** What can be chosen, each with what it is. */
  readonly choices?: readonly (readonly [value: string, about: string])[];
  /** Taken where nothing is typed. */
  readonly usual?: string;
}

/** Where questions are asked: a terminal, or a test. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Somebody can answer. */
  readonly answers: boolean;
}

export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** @throws Unanswered where nobody can be asked, what was said cannot be chosen, or the author breaks off */
export async function answerTo(question: Question, given: string | undefined, terminal: Terminal): Promise<string> {
  const { option, asks, choices, usual } = question;
  const isChoice = (value: string): boolean => !choices || choices.some(([known]) => known === value);
  const known = choices ? ` (${choices.map(([value]) => value).join(', ')})` : '';
  if (given !== undefined) {
    if (isChoice(given)) return given;
    throw new Unanswered(say`${option}: arvoa ”${given}” ei ole. Valitse näistä${known}.`);
  }
  if (!terminal.answers) {
    if (usual !== undefined) return usual;
    throw new Unanswered(say`Anna valitsin ${option}: ${asks}${known}`);
  }
  return askedOn(terminal, question, isChoice);
}

async function askedOn(
  { input, output }: Terminal,
  { asks, choices, usual }: Question,
  isChoice: (value: string) => boolean,
): Promise<string> {
  const lines = createInterface({ input, output });
  try {
    for (const [value, about] of choices ?? []) output.write(`  ${value}  ${about}\n`);
    for (;;) {
      const said = (await lines.question(`${asks}${usual === undefined ? '' : ` [${usual}]`} `)).trim();
      const value = said === '' ? usual : said;
      if (value !== undefined && isChoice(value)) return value;
    }
  } catch (error) {
    // Ctrl+C or Ctrl+D.
    if (error instanceof Error && error.name === 'AbortError') {
      throw new Unanswered(say`Keskeytetty. Mitään ei kirjoitettu.`, { cause: error });
    }
    throw error;
  } finally {
    lines.close();
  }
}
