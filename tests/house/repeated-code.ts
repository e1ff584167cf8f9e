/** Places of the code that stand somewhere else again, token for token: names and values too. */
import ts from 'typescript';
import { isTypeScript, type SourceFile } from './source-file.ts';

export interface Repeat {
  /** `path:line` of both. */
  readonly places: readonly [string, string];
  readonly tokens: number;
}

/** A run of so many tokens is no coincidence: about eight full lines. */
const LEAST_TOKENS = 70;
const BASE = 1_000_003;

interface Token {
  readonly text: string;
  readonly line: number;
}

interface Place {
  readonly file: number;
  readonly at: number;
}

/** @returns each pair of places once, as long as it is, the longest first */
export function repeatedCode(files: readonly SourceFile[], least = LEAST_TOKENS): Repeat[] {
  const code = files.filter(isTypeScript);
  const tokens = code.map(tokensOf);
  const seen = new Map<number, Place>();
  const repeats: Repeat[] = [];
  for (const [file, own] of tokens.entries()) {
    let repeatedUntil = 0;
    for (const [at, hash] of windowHashes(own, least).entries()) {
      const before = seen.get(hash);
      if (!before) seen.set(hash, { file, at });
      if (!before || at < repeatedUntil) continue;
      const length = commonLength(tokens, before, { file, at });
      if (length < least) continue;
      repeats.push({ places: [nameOf(before), nameOf({ file, at })], tokens: length });
      repeatedUntil = at + length;
    }
  }
  return repeats.sort((a, b) => b.tokens - a.tokens);

  function nameOf({ file, at }: Place): string {
    return `${code[file]?.path ?? ''}:${tokens[file]?.[at]?.line ?? 0}`;
  }
}

/** A number for each run of so many tokens, by where it begins; made from that of the run before (Rabin–Karp), in 32 bits. */
function windowHashes(tokens: readonly Token[], length: number): number[] {
  const numbers = tokens.map(({ text }) => hashOf(text));
  let power = 1;
  for (let step = 0; step < length; step++) power = Math.imul(power, BASE);
  const hashes: number[] = [];
  let hash = 0;
  for (const [at, number] of numbers.entries()) {
    hash = (Math.imul(hash, BASE) + number - Math.imul(power, numbers[at - length] ?? 0)) | 0;
    if (at >= length - 1) hashes.push(hash);
  }
  return hashes;
}

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

/** Without imports, which say nothing twice, and without comments. */
function tokensOf({ path, text }: SourceFile): Token[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const lastImport = source.statements.findLast((statement) => ts.isImportDeclaration(statement));
  const tokens: Token[] = [];
  const collect = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(source);
    if (children.length > 0) return children.forEach(collect);
    const start = node.getStart(source);
    if (node.end <= start || node.end <= (lastImport?.end ?? 0)) return;
    tokens.push({ text: text.slice(start, node.end), line: source.getLineAndCharacterOfPosition(start).line + 1 });
  };
  collect(source);
  return tokens;
}

function commonLength(tokens: readonly (readonly Token[])[], first: Place, second: Place): number {
  let length = 0;
  for (;;) {
    const [a, b] = [tokens[first.file]?.[first.at + length], tokens[second.file]?.[second.at + length]];
    const meets = first.file === second.file && first.at + length >= second.at;
    if (!a || a.text !== b?.text || meets) return length;
    length += 1;
  }
}
