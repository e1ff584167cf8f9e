/** The commands that the project's pages tell readers to type. */

export interface DocumentedCommand {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly words: readonly string[];
  /** To be typed as it stands: it has a line of its own in a block of commands. */
  readonly isWhole: boolean;
}

const BLOCK = /^([ ]*)```sh\n([^]*?)^[ ]*```$/gm;
const IN_TEXT = /`((?:npm|npx) [^`\n]+)`/g;
/** Part of a sentence, not of the command: `npm run records -- …`. */
const LEFT_OUT = new Set(['…', 'OPTION']);

export function commandsIn(file: string, markdown: string): DocumentedCommand[] {
  const lineAt = (index: number): number => markdown.slice(0, index).split('\n').length;
  const blocks = [...markdown.matchAll(BLOCK)].flatMap(({ index, 2: body = '' }) =>
    body.split('\n').flatMap((text, number) =>
      text
        .split(' && ')
        .map(wordsOf)
        .filter((words) => words.length > 0 && words[0] !== 'export')
        .map((words) => ({ file, line: lineAt(index) + number + 1, words, isWhole: true })),
    ),
  );
  const outside = markdown.replaceAll(/^[ ]*```[^]*?^[ ]*```$/gm, (block) => block.replaceAll(/[^\n]/g, ' '));
  const inText = [...outside.matchAll(IN_TEXT)].flatMap(({ index, 1: text = '' }) =>
    text
      .split(' && ')
      .map((one) => ({ file, line: lineAt(index), words: wordsOf(one).filter((word) => !LEFT_OUT.has(word)), isWhole: false })),
  );
  return [...blocks, ...inText];
}

/** As a shell divides a line that has no more than words, quotes and a comment at its end. */
export function wordsOf(line: string): string[] {
  const words: string[] = [];
  for (const [, single, double, plain] of line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)) {
    if (plain?.startsWith('#')) break;
    words.push(single ?? double ?? plain ?? '');
  }
  return words;
}
