/** Places that tell kinds of exercise or types of field apart outside of their rooms, where the definitions should be asked. */
import ts from 'typescript';
import { isTypeScript, type SourceFile } from './source-file.ts';

/** A folder with a room for each kind in it; a room is a folder that has a definition. */
const HOUSES = ['src/exercises', 'src/fields'];

/** @returns `path:line` of each `switch` whose cases are all kinds, and of each comparison with a kind whose name cannot mean anything else */
export function kindSwitches(files: readonly SourceFile[]): string[] {
  const rooms = HOUSES.map((house) => roomsOf(house, files));
  const found: string[] = [];
  for (const { path, text } of files.filter(isTypeScript)) {
    const own = HOUSES.flatMap((house, at) => (rooms[at] ?? []).filter((room) => path.startsWith(`${house}/${room}/`)));
    const others = rooms.map((names) => new Set(names.filter((name) => !own.includes(name))));
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (others.some((names) => tellsApart(node, names)))
        found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
      node.forEachChild(visit);
    };
    visit(source);
  }
  return found;
}

function roomsOf(house: string, files: readonly SourceFile[]): string[] {
  const definition = new RegExp(`^${house}/([^/]+)/definition\\.ts$`);
  return files.flatMap(({ path }) => definition.exec(path)?.slice(1) ?? []);
}

function tellsApart(node: ts.Node, names: ReadonlySet<string>): boolean {
  if (ts.isSwitchStatement(node)) {
    const cases = node.caseBlock.clauses.filter(ts.isCaseClause).map(({ expression }) => expression);
    return cases.length > 0 && cases.every((label) => ts.isStringLiteral(label) && names.has(label.text));
  }
  // Names of one word are words of others too: `text` and `choice` are types of interactions.
  return (
    isComparison(node) &&
    [node.left, node.right].some((side) => ts.isStringLiteral(side) && names.has(side.text) && side.text.includes('-'))
  );
}

function isComparison(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  return [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken].includes(node.operatorToken.kind);
}
