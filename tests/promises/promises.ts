import { readFileSync } from 'node:fs';

/** What holds a promise: a test file below `tests/`, and the groups and the title in it where not all of it does. */
export interface Holder {
  file: string;
  name: string[];
}

/** A promise of `tests/PROMISES.md`. */
export interface Promised {
  /** The promise to a person, in her words. */
  words: string;
  holders: Holder[];
}

const INSIDES = '## How it is built';

function holdersIn(lines: string): Holder[] {
  return [...lines.matchAll(/`([^`]+\.(?:test|spec)\.ts(?: › [^`]*)?)`/g)].map(([, text]) => {
    const [file = '', ...name] = (text ?? '').split(' › ');
    return { file, name };
  });
}

/** All promises with the tests that hold them, and what tests an inside. */
export function readPromises(path = 'tests/PROMISES.md'): { promises: Promised[]; insides: Holder[] } {
  const [page = '', insides = ''] = readFileSync(path, 'utf8').split(INSIDES);
  const promises = page
    .split(/^- /m)
    .slice(1)
    .map((item) => {
      const [words = '', ...tests] = (item.split(/\n(?:#|\n)/)[0] ?? '').split('\n');
      return { words, holders: holdersIn(tests.join('\n')) };
    });
  return { promises, insides: holdersIn(insides) };
}
