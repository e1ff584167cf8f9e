import type { Plugin } from 'rollup';

/** `Error("…")`, and what is put together of strings and names. */
const WORDS = /\bError\((?=[^()]*")(?:"[^"]*"|[+\w.])+\)/g;

/**
 * Leaves out what Lit says in its errors. It throws them where a template or a directive is written wrongly, which is seen in development, and the
 * words would be a part of each launch.
 */
export function withoutWordsToDevelopers(): Plugin {
  return {
    name: 'without-words-to-developers',
    transform(code, id) {
      return /\/node_modules\/(@lit|lit)/.test(id) ? { code: code.replace(WORDS, 'Error()'), map: null } : null;
    },
  };
}
