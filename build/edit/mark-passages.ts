/** Marks every passage of a chapter's Markdown on its way to HTML: a paragraph, a heading, an item of a list, a caption. */
import type { Token } from 'markdown-it';
import type { Lines } from './source-place.ts';

/** @returns what is put before and after the passage of these lines */
export type PassageMarks = (lines: Lines) => readonly [before: string, after: string];

export function markPassages(tokens: readonly Token[], marksOf: PassageMarks): void {
  const voices: Token[] = [];
  for (const token of tokens) {
    if (token.type === 'inline' && token.map && token.children) {
      const [before, after] = marksOf({ from: token.map[0] + 1, to: token.map[1] + 1 });
      token.children = [textToken(token, before), ...token.children, textToken(token, after)];
    } else if (token.type === 'voice_open') {
      voices.push(token);
    } else if (token.type === 'voice_close') {
      const from = (voices.pop()?.map?.[0] ?? 0) + 1;
      const [before, after] = marksOf({ from, to: from + 1 });
      token.info = before + token.info + after;
    }
  }
}

function textToken(like: Token, content: string): Token {
  const token = Object.assign(Object.create(Object.getPrototypeOf(like) as object) as Token, like);
  return Object.assign(token, { type: 'text', content, children: null, map: null });
}
