/**
 * The lines of colons in a chapter's text: `::: exercise b.channels` places an exercise; `::: voice`, `::: panels`, `::: panel`,
 * `::: note`, `::: whole` and `::: part` hold text until a line of as many colons closes them. A rule for markdown-it; it makes tokens, `render-chapter.ts` HTML.
 */
import type { MarkdownIt, StateBlock } from 'markdown-it';

export const directiveNames = ['exercise', 'voice', 'panels', 'panel', 'note', 'whole', 'part'] as const;
type DirectiveName = (typeof directiveNames)[number];

/** Told about every fault, with its line in the text from 0. */
export type OnFault = (fault: DirectiveFault, line: number) => void;
export type DirectiveFault =
  | { readonly fault: 'unknown'; readonly name: string }
  | { readonly fault: 'unclosed'; readonly name: string; readonly colons: string }
  | { readonly fault: 'nothing-to-close' };

const opening = /^(:{3,})\s*(\S+)\s*(.*)$/;
const closing = /^:{3,}\s*$/;

/** Adds the rule. Tokens: `exercise`, and `<name>_open` / `<name>_close`; what follows the name is in the token's `info`. */
export function directives(markdown: MarkdownIt, onFault: OnFault): void {
  markdown.block.ruler.before(
    'fence',
    'directive',
    (state, startLine, endLine, silent) => {
      const line = lineOf(state, startLine);
      if (line === undefined || !line.startsWith(':::')) return false;
      if (silent) return true;
      state.line = startLine + 1;
      if (closing.test(line)) {
        onFault({ fault: 'nothing-to-close' }, startLine);
        return true;
      }
      const [, colons = '', name = '', rest = ''] = opening.exec(line) ?? [];
      if (!isDirective(name)) {
        onFault({ fault: 'unknown', name }, startLine);
        // What it holds is looked at all the same.
        const end = closingLine(state, colons, startLine, endLine);
        if (end !== undefined) {
          container(state, { name: 'note', info: '', startLine, end });
          state.line = end + 1;
        }
        return true;
      }
      if (name === 'exercise') {
        const token = state.push('exercise', '', 0);
        token.info = rest.trim();
        token.map = [startLine, startLine + 1];
        return true;
      }
      const end = closingLine(state, colons, startLine, endLine);
      if (end === undefined) onFault({ fault: 'unclosed', name, colons }, startLine);
      container(state, { name, info: rest.trim(), startLine, end: end ?? endLine });
      state.line = end === undefined ? endLine : end + 1;
      return true;
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  );
}

interface Container {
  readonly name: DirectiveName;
  readonly info: string;
  readonly startLine: number;
  /** The closing line. */
  readonly end: number;
}

function container(state: StateBlock, { name, info, startLine, end }: Container): void {
  const open = state.push(`${name}_open`, '', 1);
  open.info = info;
  open.block = true;
  open.map = [startLine, end];
  const { lineMax, parentType } = state;
  state.lineMax = end;
  state.parentType = 'blockquote';
  state.md.block.tokenize(state, startLine + 1, end);
  state.lineMax = lineMax;
  state.parentType = parentType;
  state.push(`${name}_close`, '', -1).block = true;
}

/** The line that closes a container: as many colons, and containers of as many colons in between closed first. */
function closingLine(state: StateBlock, colons: string, startLine: number, endLine: number): number | undefined {
  let depth = 1;
  for (let line = startLine + 1; line < endLine; line++) {
    const [, found, name] = /^(:{3,})\s*(\S*)/.exec(lineOf(state, line) ?? '') ?? [];
    if (found !== colons || name === 'exercise') continue;
    depth += name ? 1 : -1;
    if (depth === 0) return line;
  }
  return undefined;
}

/** A line without its indentation; undefined where it is indented as code is. */
function lineOf(state: StateBlock, line: number): string | undefined {
  if ((state.sCount[line] ?? 0) - state.blkIndent >= 4) return undefined;
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function isDirective(name: string): name is DirectiveName {
  return (directiveNames as readonly string[]).includes(name);
}
