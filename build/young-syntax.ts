/**
 * JavaScript that the oldest browsers (`browserslist` in package.json) do not know, in a script as it is given to them: one such place is a
 * syntax error, and none of the script runs. Of ECMAScript 2022, Safari 15.4 lacks static blocks and looking behind in regular expressions.
 */
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { parse, type Node } from 'acorn';
import { fullAncestor } from 'acorn-walk';

const KNOWN = 2022;

/** @returns what is too young, in words; undefined where nothing is */
export function youngSyntax(code: string): string | undefined {
  let tree: Node;
  try {
    tree = parse(code, { ecmaVersion: KNOWN, sourceType: 'module', allowHashBang: true });
  } catch (error) {
    return (error as Error).message;
  }
  let found: string | undefined;
  fullAncestor(tree, (node, _state, ancestors) => {
    if (node.type === 'StaticBlock') found ??= 'a static block of a class';
    const expression = expressionIn(node);
    // What tries first has something else in the place of it.
    const isTried = node.type !== 'Literal' && ancestors.some(({ type }) => type === 'TryStatement');
    if (expression && !isTried && looksBehind(...expression)) found ??= `a regular expression that looks behind: ${expression[0]}`;
  });
  return found;
}

/** Pattern and flags of a regular expression, written as one or as `RegExp('…')`. */
function expressionIn(node: Node): [pattern: string, flags: string] | undefined {
  const {
    regex,
    callee,
    arguments: given,
  } = node as Partial<{
    regex: { pattern: string; flags: string };
    callee: { name?: string };
    arguments: { value?: unknown }[];
  }>;
  if (regex) return [regex.pattern, regex.flags];
  const [pattern, flags] = (given ?? []).map(({ value }) => value);
  if (callee?.name !== 'RegExp' || typeof pattern !== 'string') return undefined;
  return [pattern, typeof flags === 'string' ? flags : ''];
}

function looksBehind(pattern: string, flags: string): boolean {
  let found = false;
  const parsed = new RegExpParser({ ecmaVersion: KNOWN }).parsePattern(pattern, 0, pattern.length, flags.includes('u'));
  visitRegExpAST(parsed, {
    onAssertionEnter: ({ kind }) => {
      found ||= kind === 'lookbehind';
    },
  });
  return found;
}
