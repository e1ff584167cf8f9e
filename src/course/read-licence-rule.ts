/**
 * A rule of the licence as an author writes it: `A1 and A2`, `A1 or A2`, `any 2 of B C D E`, with brackets where both kinds meet:
 * `A1 and (B or C)`, `A1 and A2 and any 2 of B C D E`.
 */
import type { LicenceRule } from './licence-rule.ts';

/** Why a text is no rule: what stands where something else was expected. */
export class RuleSyntaxError extends Error {
  override readonly name = 'RuleSyntaxError';

  /** @param at the word that cannot stand there; `''` at the end */
  constructor(readonly at: string) {
    super(`No rule of a licence: ${at === '' ? 'something is missing at the end' : `unexpected “${at}”`}`);
  }
}

const WORD = /\(|\)|[^\s()]+/g;
const CLASS = /^[A-Z][A-Z0-9]*$/;

/** @throws RuleSyntaxError */
export function readLicenceRule(text: string): LicenceRule {
  const words = new Words(text.match(WORD) ?? []);
  const rule = readJoined(words);
  if (words.next !== '') throw new RuleSyntaxError(words.next);
  return rule;
}

class Words {
  readonly #words: readonly string[];
  #at = 0;

  constructor(words: readonly string[]) {
    this.#words = words;
  }

  /** `''` at the end. */
  get next(): string {
    return this.#words[this.#at] ?? '';
  }

  take(): string {
    const word = this.next;
    this.#at += 1;
    return word;
  }

  expect(word: string): void {
    if (this.next !== word) throw new RuleSyntaxError(this.next);
    this.#at += 1;
  }
}

/** Parts joined by "and" or by "or"; both in one row would not say which comes first. */
function readJoined(words: Words): LicenceRule {
  const parts = [readPart(words)];
  const joint = words.next;
  if (joint !== 'and' && joint !== 'or') return parts[0] as LicenceRule;
  while (words.next === joint) {
    words.take();
    parts.push(readPart(words));
  }
  return { atLeast: joint === 'and' ? parts.length : 1, of: parts };
}

function readPart(words: Words): LicenceRule {
  const word = words.take();
  if (CLASS.test(word)) return word;
  if (word === 'any') return readAny(words);
  if (word !== '(') throw new RuleSyntaxError(word);
  const rule = readJoined(words);
  words.expect(')');
  return rule;
}

/** After "any": `2 of B C D E`. */
function readAny(words: Words): LicenceRule {
  const written = words.take();
  const atLeast = /^[1-9]\d?$/.test(written) ? Number(written) : undefined;
  if (atLeast === undefined) throw new RuleSyntaxError(written);
  words.expect('of');
  const of: string[] = [];
  while (CLASS.test(words.next)) of.push(words.take());
  if (of.length < atLeast) throw new RuleSyntaxError(words.next);
  return { atLeast, of };
}
