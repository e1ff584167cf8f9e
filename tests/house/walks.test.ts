/** The walks of docs/architecture.md and the guides of docs/guides/develop.md are true as long as every step in them is there, and calls the next where an arrow says so. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const STEP = /`([\w/.-]+\.ts):([#\w]+)`/g;
const walksOf = (path: string): string[] => readFileSync(join(ROOT, path), 'utf8').split(/^## /m).slice(1);
const [through, adding] = [walksOf('docs/architecture.md'), walksOf('docs/guides/develop.md')];
const walks = [...through, ...adding];

/** Each step; and each `#name` that stands alone, in the file that was named last before it. */
function stepsOf(walk: string): [path: string, name: string][] {
  let last = '';
  return [...walk.matchAll(/`(?:([\w/.-]+\.ts)(?::([#\w]+))?|(#\w+))`/g)].flatMap(([, path = last, name, alone = '']) => {
    last = path;
    return (name ?? alone) ? [[path, name ?? alone] as [string, string]] : [];
  });
}

/** `a → b → c`: two calls. */
function callsOf(walk: string): [caller: string, called: string][] {
  const chain = new RegExp(`${STEP.source}(?:\\s*→\\s*${STEP.source})+`, 'g');
  return [...walk.matchAll(chain)].flatMap(([steps]): [string, string][] => {
    const names = [...steps.matchAll(STEP)].map(([, path = '', name = '']) => `${path}:${name}`);
    return names.slice(1).map((called, index) => [names[index] ?? '', called]);
  });
}

/** What a file declares that can be called, or read, with its text: functions, methods and getters, and variables with a function. */
function declaredIn(text: string): Map<string, string> {
  const names = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    const isFunction = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isGetAccessor(node);
    const holdsFunction =
      (ts.isVariableDeclaration(node) || ts.isPropertyDeclaration(node)) && node.initializer && ts.isArrowFunction(node.initializer);
    if ((isFunction || holdsFunction) && node.name) names.set(node.name.getText(), node.getText());
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return names;
}

const declarations = new Map<string, Map<string, string>>();

/** The same of a file of the project, read once. */
function declaredInFile(path: string): Map<string, string> {
  const known = declarations.get(path) ?? declaredIn(readFileSync(join(ROOT, path), 'utf8'));
  declarations.set(path, known);
  return known;
}

/** Whether a function's text calls another, as its own, or of what it was given. */
function calls(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w#])${name}(?:\\?\\.|<[^(]*>)?\\(`).test(text.slice(text.search(/[{>]/)));
}

test('eight lead through the code, each in five steps at least, and five say how something is added', () => {
  expect(through.map((walk) => stepsOf(walk).length >= 5)).toEqual(Array(8).fill(true));
  expect(adding.map((walk) => stepsOf(walk).length > 0)).toEqual(Array(5).fill(true));
});

describe.each(walks.map((walk) => [walk.split('\n', 1)[0] ?? '', walk] as const))('%s', (_title, walk) => {
  test.each(stepsOf(walk))('%s has %s', (path, name) => {
    expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect([...declaredInFile(path).keys()]).toContain(name);
  });

  test.each(callsOf(walk))('%s calls %s', (caller, called) => {
    const [path = '', name = ''] = caller.split(':');
    const text = declaredInFile(path).get(name) ?? '';
    expect(calls(text, called.split(':')[1] ?? '')).toBe(true);
  });

  test('every file that it names is there', () => {
    const files = [...walk.matchAll(/`((?:src|build|manifests|tests)\/[\w/.-]+)[:`]/g)].map(([, path = '']) => path);
    expect(files.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

test('what is only called in a file is not declared there', () => {
  expect([
    ...declaredIn('function one() { two(); } class A { get three() { return 1; } #four() {} five = 5; six = () => 6; }').keys(),
  ]).toEqual(['one', 'three', '#four', 'six']);
});

test('a private name that stands alone is of the file before it', () => {
  expect(stepsOf('`src/a.ts:one` (`#two`), `three`, in `src/b.ts` `#four` and `src/c.ts:five`')).toEqual([
    ['src/a.ts', 'one'],
    ['src/a.ts', '#two'],
    ['src/b.ts', '#four'],
    ['src/c.ts', 'five'],
  ]);
});

test('an arrow is true where the one calls the other, and nowhere else', () => {
  const { one = '', two = '' } = Object.fromEntries(
    declaredIn('function one() { this.#two(); nothree(); } function two() { return four; }'),
  );
  expect([calls(one, '#two'), calls(one, 'two'), calls(one, 'three'), calls(two, 'four')]).toEqual([true, false, false, false]);
  expect(callsOf('`src/a.ts:one` →\n   `src/b.ts:#two` → `src/c.ts:three`, `src/d.ts:four`')).toEqual([
    ['src/a.ts:one', 'src/b.ts:#two'],
    ['src/b.ts:#two', 'src/c.ts:three'],
  ]);
});

test('most steps of the walks through the code stand in an arrow', () => {
  const inArrows = new Set(through.flatMap(callsOf).flat());
  const all = new Set(through.flatMap(stepsOf).map(([path, name]) => `${path}:${name}`));
  expect(inArrows.size / all.size).toBeGreaterThan(0.6);
});
