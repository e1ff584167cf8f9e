/** Every message for authors in the sources: what follows the tag `say`, as `build/translated-messages/` names it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');

export interface SaidMessage {
  /** From the project's root, with the line. */
  readonly place: string;
  /** With `{1}`, `{2}` where the program puts something in. */
  readonly finnish: string;
  /** Made when it is told, and not when its module is loaded. */
  readonly isTimely: boolean;
}

/** The program of the authors' commands. */
export function authorSources(): { readonly path: string; readonly tree: ts.SourceFile }[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'build', 'src/exercises'], {
    cwd: root,
    encoding: 'utf8',
  });
  return listed
    .split('\n')
    .filter((path) => /^build\/.*\.ts$|\/schema(-keys)?\.ts$/.test(path))
    .map((path) => ({ path, tree: ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true) }));
}

export function saidIn(path: string, tree: ts.SourceFile): SaidMessage[] {
  const said: SaidMessage[] = [];
  walk(tree, (node) => {
    if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'say') return;
    const { template } = node;
    const finnish = ts.isTemplateExpression(template)
      ? template.head.text + template.templateSpans.map(({ literal }, index) => `{${index + 1}}${literal.text}`).join('')
      : template.text;
    said.push({ place: placeOf(path, tree, node), finnish, isTimely: ts.findAncestor(node, ts.isFunctionLike) !== undefined });
  });
  return said;
}

/** Finnish words beside `say`, and what an author is told without it. */
export function unsaidIn(path: string, tree: ts.SourceFile): string[] {
  const unsaid: string[] = [];
  walk(tree, (node) => {
    const text = textOf(node);
    if (text === undefined || ts.isTaggedTemplateExpression(node.parent)) return;
    if (/[äö]|^[^“]*\p{L}[^“]*”|^[^“]*”[^“]*\p{L}/iu.test(text) || isTold(node)) unsaid.push(`${placeOf(path, tree, node)}: ${text}`);
  });
  return unsaid;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join(' ');
  return undefined;
}

/** Calls and properties whose words reach an author. */
const TOLD = /^(?:what|instead)$/;
const TELLING = /(?:^|\.)(?:mistake|message|NoPlace|Unanswered)$/;

/** True for a text that is itself an argument of such a call or the value of such a property, or one of two to choose between; quotes, arrows and signs are no words. */
function isTold(node: ts.Node): boolean {
  if (!/\p{L}{3}/u.test(textOf(node) ?? '')) return false;
  let [inner, outer]: [ts.Node, ts.Node] = [node, node.parent];
  while (ts.isParenthesizedExpression(outer) || (ts.isConditionalExpression(outer) && outer.condition !== inner)) {
    [inner, outer] = [outer, outer.parent];
  }
  if (ts.isPropertyAssignment(outer)) return TOLD.test(outer.name.getText());
  return (ts.isCallExpression(outer) || ts.isNewExpression(outer)) && TELLING.test(outer.expression.getText());
}

function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => walk(child, look));
}

function placeOf(path: string, tree: ts.SourceFile, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`;
}
