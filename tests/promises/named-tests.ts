import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Stands in a title for what differs from case to case: `%s`, `$id`, `${engine}`. */
const HOLE = '…';

/** The groups around a test and its title, as they stand in the file. */
export type TestPath = readonly string[];

const DECLARES = /^(describe|it|test)(\.(each|for|skip|only|skipIf|runIf|describe|serial|sequential|concurrent))*$/;

function withHoles(title: string): string {
  return title.replace(/%[sdifjo#]|\$[\w.]+/g, HOLE);
}

function titleOf(node: ts.Expression): string {
  if (ts.isStringLiteralLike(node)) return withHoles(node.text);
  if (!ts.isTemplateExpression(node)) return HOLE;
  return withHoles(node.head.text) + node.templateSpans.map((span) => HOLE + withHoles(span.literal.text)).join('');
}

/** The name under which a call declares a test or a group: `describe.each(…)` has it in the call that it makes. */
function declaredBy(call: ts.CallExpression): string {
  let callee: ts.Expression = call.expression;
  if (ts.isCallExpression(callee)) callee = callee.expression;
  if (ts.isTaggedTemplateExpression(callee)) callee = callee.tag;
  return callee.getText();
}

function isTest(call: ts.CallExpression): boolean {
  const isTable = /\.(each|for|skipIf|runIf)$/.test(call.expression.getText());
  return DECLARES.test(declaredBy(call)) && !isTable && call.arguments.length > 1;
}

/** Functions of the file that declare the test whose title they are given: `inEngine(engine, 'a title', …)`. */
function ownDeclarers(source: ts.SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  const declaresTest = (node: ts.Node): boolean =>
    (ts.isCallExpression(node) && isTest(node)) || (ts.forEachChild(node, (child) => declaresTest(child) || undefined) ?? false);
  source.forEachChild((node) => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined && declaresTest(node)) names.add(node.name.text);
  });
  return names;
}

/**
 * Every test of a file, found in its source without running it. A test that a function of another file declares is not
 * found: its file stands for it.
 */
export function testsOf(path: string): TestPath[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const own = ownDeclarers(source);
  const found: TestPath[] = [];
  const walk = (node: ts.Node, groups: TestPath): void => {
    if (ts.isCallExpression(node)) {
      const [first, ...rest] = node.arguments;
      if (isTest(node) && first !== undefined) {
        const here = [...groups, titleOf(first)];
        if (declaredBy(node).includes('describe')) rest.forEach((argument) => walk(argument, here));
        else found.push(here);
        return;
      }
      const title = own.has(node.expression.getText()) ? node.arguments.find(ts.isStringLiteralLike) : undefined;
      if (title !== undefined) found.push([...groups, titleOf(title)]);
    }
    ts.forEachChild(node, (child) => walk(child, groups));
  };
  walk(source, []);
  return found;
}

/** Whether a name such as `a group › a title`, or a group alone, stands for the test. */
export function isNamed(test: TestPath, name: TestPath): boolean {
  return name.every((part, index) => test[index] === part);
}
