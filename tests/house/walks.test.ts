/** The walks of docs/architecture.md and docs/guides/develop.md are true as long as every step in them is there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const STEP = /`([\w/.-]+\.ts):([#\w]+)`/g;
const walksOf = (path: string): string[] => readFileSync(join(ROOT, path), 'utf8').split(/^## /m).slice(1);
const [through, adding] = [walksOf('docs/architecture.md'), walksOf('docs/guides/develop.md')];
const walks = [...through, ...adding];
const stepsOf = (walk: string): [path: string, name: string][] => [...walk.matchAll(STEP)].map(([, path = '', name = '']) => [path, name]);

/** Names of what a file declares that can be called, or read: functions, methods and getters, and variables with a function. */
function declaredIn(text: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isFunction = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node);
    const holdsFunction =
      (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.initializer && ts.isArrowFunction(node.initializer);
    if ((isFunction || holdsFunction) && node.name) names.add(node.name.getText());
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return names;
}

test('five lead through the code, each in five steps at least, and four say how something is added', () => {
  expect(through.map((walk) => stepsOf(walk).length >= 5)).toEqual([true, true, true, true, true]);
  expect(adding.map((walk) => stepsOf(walk).length > 0)).toEqual([true, true, true, true]);
});

describe.each(walks.map((walk) => [walk.split('\n', 1)[0] ?? '', walk] as const))('%s', (_title, walk) => {
  test.each(stepsOf(walk))('%s has %s', (path, name) => {
    expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect(declaredIn(readFileSync(join(ROOT, path), 'utf8'))).toContain(name);
  });

  test('every file that it names is there', () => {
    const files = [...walk.matchAll(/`((?:src|build|manifests|tests)\/[\w/.-]+)[:`]/g)].map(([, path = '']) => path);
    expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test('what is only called in a file is not declared there', () => {
  expect([...declaredIn('function one() { two(); } class A { get three() { return 1; } #four() {} five = 5; six = () => 6; }')]).toEqual([
    'one',
    'three',
    '#four',
    'six',
  ]);
});
