/** What a file asks of its reader: its tokens, and how many ways there are through it. */
import ts from 'typescript';

/** Comments and blanks are none. */
export function tokensOf(text: string): number {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  let tokens = 0;
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens++;
  return tokens;
}

const BRANCHES = new Set([
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ConditionalExpression,
  ts.SyntaxKind.CaseClause,
  ts.SyntaxKind.CatchClause,
  ts.SyntaxKind.ForStatement,
  ts.SyntaxKind.ForInStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.WhileStatement,
  ts.SyntaxKind.DoStatement,
  // `?.`, `&&`, `||`, `??` and what assigns by them
  ts.SyntaxKind.QuestionDotToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ts.SyntaxKind.BarBarEqualsToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** Branches, members that may be absent, and parameters that are a boolean. */
export function branchesOf(text: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (BRANCHES.has(node.kind) || isOptionalMember(node) || isBooleanParameter(node)) count++;
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return count;
}

function isOptionalMember(node: ts.Node): boolean {
  const isMember = ts.isPropertySignature(node) || ts.isPropertyDeclaration(node) || ts.isMethodSignature(node) || ts.isParameter(node);
  return isMember && node.questionToken !== undefined;
}

function isBooleanParameter(node: ts.Node): boolean {
  if (!ts.isParameter(node) || node.questionToken) return false;
  const startsAsBoolean = [ts.SyntaxKind.TrueKeyword, ts.SyntaxKind.FalseKeyword].some((kind) => node.initializer?.kind === kind);
  return node.type?.kind === ts.SyntaxKind.BooleanKeyword || startsAsBoolean;
}
