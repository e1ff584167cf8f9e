/** Voikko's two programs, which read from standard input: `voikkospell` a word a line, `voikkogc` a paragraph a line. */
import { spawnSync } from 'node:child_process';

/** Voikko or its Finnish dictionary is not on this machine. */
export class VoikkoMissingError extends Error {
  override readonly name = 'VoikkoMissingError';
}

interface GrammarFault {
  /** The paragraph's number, from 0. */
  readonly paragraph: number;
  /** What sort of fault, by libvoikko's `voikko_grammar_error_code`. */
  readonly code: number;
  readonly start: number;
  readonly length: number;
  /** What is wrong, in Finnish. */
  readonly explanation: string;
  readonly suggestions: readonly string[];
}

/** What the check needs of Voikko. */
export interface Voikko {
  /** The words that Voikko does not know, with what it would write instead. */
  unknownWords(words: readonly string[]): ReadonlyMap<string, readonly string[]>;
  grammarFaults(paragraphs: readonly string[]): GrammarFault[];
}

/** The installed Voikko. Its calls throw `VoikkoMissingError` where there is none. */
export function installedVoikko(): Voikko {
  return {
    unknownWords(words) {
      const unknown = new Map<string, string[]>();
      let last: string[] = [];
      for (const line of run('voikkospell', ['-s', 'ignore_dot=1'], words)) {
        if (line.startsWith('W: ')) unknown.set(line.slice(3), (last = []));
        else if (line.startsWith('S: ')) last.push(line.slice(3));
      }
      return unknown;
    },
    grammarFaults(paragraphs) {
      const options = ['accept_titles=1', 'accept_unfinished_paragraphs=1', 'accept_bulleted_lists=1', 'explanation_language=fi'];
      return run('voikkogc', ['-n', ...options], paragraphs).flatMap((line): GrammarFault[] => {
        const found = /^(\d+) \[code=(\d+), level=\d+, descr="[^"]*", stpos=(\d+), len=(\d+), suggs=\{(.*)\}\] \((.*)\)$/.exec(line);
        if (!found) return [];
        const [, paragraph, code, start, length, suggestions = '', explanation = ''] = found;
        return [
          {
            paragraph: Number(paragraph) - 1,
            code: Number(code),
            start: Number(start),
            length: Number(length),
            explanation,
            suggestions: Array.from(suggestions.matchAll(/"([^"]*)"/g), ([, suggestion = '']) => suggestion),
          },
        ];
      });
    },
  };
}

function run(program: string, options: readonly string[], lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const { error, status, stdout, stderr } = spawnSync(program, options, {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error && 'code' in error && error.code === 'ENOENT') throw new VoikkoMissingError(`${program} is not installed`, { cause: error });
  if (error) throw new Error(`${program} could not be run: ${error.message}`, { cause: error });
  // Without a dictionary both programs say so and end with 1.
  if (status !== 0 && /dictionar/i.test(stdout + stderr)) throw new VoikkoMissingError(`${program} has no Finnish dictionary`);
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${(stderr || stdout).trim()}`);
  return stdout.split('\n');
}
