/** The texts of the interface, cut out of its files of TypeScript. */
import ts from 'typescript';
import { PLACEHOLDER, type Passage } from './language-passages.ts';

/** The texts in a file of TypeScript: its strings and templates, but not those that the program itself reads. */
export function interfacePassages(file: string, source: string): Passage[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const passages: Passage[] = [];
  const look = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && text.trim() !== '' && !isRead(node)) {
      const firstLine = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
      passages.push({ file, text: text.replace(/\s+/g, ' ').trim(), firstLine, source: node.getText(tree) });
    }
    ts.forEachChild(node, look);
  };
  look(tree);
  return passages;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ literal }) => PLACEHOLDER + literal.text).join('');
  return undefined;
}

/** Names of modules, properties and files, types, what is compared with, and what is given to a function of the program. */
function isRead(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) return /^[!=]==?$/.test(parent.operatorToken.getText());
  if (ts.isPropertyAssignment(parent) && (parent.name === node || parent.name.getText() === 'fileName')) return true;
  if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
  return ts.isElementAccessExpression(parent) || ts.isCaseClause(parent) || isArgument(node);
}

/** True within the arguments of a call, but not in a function that stands there. */
function isArgument(node: ts.Node): boolean {
  const { parent } = node;
  if (!parent || ts.isFunctionLike(parent)) return false;
  if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.arguments?.some((argument) => argument === node)) return true;
  return isArgument(parent);
}
