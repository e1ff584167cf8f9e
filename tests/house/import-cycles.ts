/** Files that import each other in a circle when they run: types are gone by then. */
import { posix } from 'node:path';
import ts from 'typescript';
import type { SourceFile } from './source-file.ts';

/** @returns each circle once, as the paths of its files, sorted */
export function importCycles(files: readonly SourceFile[]): string[][] {
  const paths = new Set(files.map(({ path }) => path));
  const imports = new Map(files.map((file) => [file.path, importsOf(file).filter((path) => paths.has(path))]));
  return circles(imports);
}

function importsOf({ path, text }: SourceFile): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  const names = source.statements.flatMap((statement) => moduleOf(statement) ?? []);
  // Most files load nothing later on, and need not be walked through.
  if (text.includes('import(')) names.push(...loadedLater(source));
  return names.filter((name) => name.startsWith('.')).map((name) => posix.join(posix.dirname(path), name));
}

/** The modules of calls of `import()`; one in a type is no call. */
function loadedLater(node: ts.Node): string[] {
  const found: string[] = [];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [name] = node.arguments;
    if (name && ts.isStringLiteral(name)) found.push(name.text);
  }
  ts.forEachChild(node, (child) => void found.push(...loadedLater(child)));
  return found;
}

/** The module that a statement loads; undefined where it loads none. */
function moduleOf(statement: ts.Statement): string | undefined {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier: name } = statement;
  const isOfTypes = ts.isExportDeclaration(statement) ? statement.isTypeOnly : takesTypesOnly(statement.importClause);
  return name && ts.isStringLiteral(name) && !isOfTypes ? name.text : undefined;
}

function takesTypesOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return !name && !!namedBindings && ts.isNamedImports(namedBindings) && namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** Tarjan's strongly connected components, those of one file that does not import itself left out. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];

  const visit = (path: string): void => {
    const number = numbers.size;
    numbers.set(path, number);
    lowest.set(path, number);
    open.push(path);
    for (const next of imports.get(path) ?? []) {
      if (!numbers.has(next)) visit(next);
      if (open.includes(next)) lowest.set(path, Math.min(lowest.get(path) ?? number, lowest.get(next) ?? number));
    }
    if (lowest.get(path) !== number) return;
    const circle = open.splice(open.indexOf(path));
    if (circle.length > 1 || imports.get(path)?.includes(path)) found.push(circle.sort());
  };

  for (const path of imports.keys()) if (!numbers.has(path)) visit(path);
  return found;
}
