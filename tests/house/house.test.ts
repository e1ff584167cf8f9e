import { describe, expect, test } from 'vitest';
import { figuresOf } from './figures.ts';
import { functionSizes } from './function-sizes.ts';
import { importCycles } from './import-cycles.ts';
import { kindSwitches } from './kind-switches.ts';
import { repeatedCode } from './repeated-code.ts';
import { isBroken, reportOf } from './report.ts';
import { linesOf, type SourceFile } from './source-file.ts';

const file = (path: string, ...lines: string[]): SourceFile => ({ path, text: lines.map((line) => `${line}\n`).join('') });

describe('circles of imports', () => {
  test('three files in a circle are one, in whatever order they come', () => {
    const files = [
      file('src/a.ts', "import { b } from './b.ts';"),
      file('src/b.ts', "export { c } from './deep/c.ts';"),
      file('src/deep/c.ts', "import '../a.ts';"),
      file('src/d.ts', "import { a } from './a.ts';"),
    ];
    expect(importCycles(files)).toEqual([['src/a.ts', 'src/b.ts', 'src/deep/c.ts']]);
    expect(importCycles([...files].reverse())).toEqual([['src/a.ts', 'src/b.ts', 'src/deep/c.ts']]);
  });

  test('a file that imports itself is one', () => {
    expect(importCycles([file('src/a.ts', "import { a } from './a.ts';")])).toEqual([['src/a.ts']]);
  });

  test.each(["import type { B } from './b.ts';", "import { type B } from './b.ts';", "export type { B } from './b.ts';"])(
    'types make none: %s',
    (statement) => {
      expect(importCycles([file('src/a.ts', statement), file('src/b.ts', "import { a } from './a.ts';")])).toEqual([]);
    },
  );

  test('a file that is loaded later on makes one too, a type of it does not', () => {
    const [later, type] = ["const later = () => import('./a.ts');", "let a: import('./a.ts').A;"];
    const importing = file('src/a.ts', "import { b } from './b.ts';");
    expect(importCycles([importing, file('src/b.ts', later)])).toEqual([['src/a.ts', 'src/b.ts']]);
    expect(importCycles([importing, file('src/b.ts', type)])).toEqual([]);
  });

  test('those of tests are found too', () => {
    const tests = [file('tests/a.ts', "import './b.ts';"), file('tests/b.ts', "import './a.ts';")];
    const found = figuresOf([], tests).find(({ name }) => name === 'circles of imports');
    expect(found).toMatchObject({ value: 1, places: ['tests/a.ts tests/b.ts'] });
  });

  test('two ways to the same file make none', () => {
    const files = [
      file('src/a.ts', "import './b.ts';", "import './c.ts';"),
      file('src/b.ts', "import './d.ts';"),
      file('src/c.ts', "import './d.ts';"),
      file('src/d.ts'),
    ];
    expect(importCycles(files)).toEqual([]);
  });
});

describe('repeated code', () => {
  const body = [
    'export function sum(values: number[]): number {',
    '  let all = 0;',
    '  for (const one of values) all += one;',
    '  return all;',
    '}',
  ];
  const files = [file('src/a.ts', 'const first = 1;', ...body), file('src/b.ts', "import { x } from './x.ts';", '', ...body)];

  test('is found where names and values are the same too, with its lines', () => {
    expect(repeatedCode(files, 20)).toEqual([{ places: ['src/a.ts:2', 'src/b.ts:3'], tokens: 33 }]);
  });

  test('other names are other code', () => {
    const other = file('src/b.ts', ...body.map((line) => line.replaceAll('all', 'total')));
    expect(repeatedCode([files[0] as SourceFile, other], 20)).toEqual([]);
  });

  test('shorter runs are no repeats', () => {
    expect(repeatedCode(files, 34)).toEqual([]);
  });

  test('neither imports nor comments are code', () => {
    const talk = [
      '/** The same words stand here and there, and they stand here and there again. */',
      "import { a, b, c, d } from './e.ts';",
    ];
    expect(repeatedCode([file('src/a.ts', ...talk, 'a();'), file('src/b.ts', ...talk, 'b();')], 5)).toEqual([]);
  });

  test('a row of equal lines is a repeat of itself no further than where it begins again', () => {
    const row = file('src/a.ts', ...Array.from({ length: 8 }, () => 'call(1);'));
    expect(repeatedCode([row], 10).map(({ tokens }) => tokens)).toEqual([20, 10]);
  });
});

test('functions are measured as ESLint does, the largest first', () => {
  const files = [
    file('src/a.ts', 'export function short(): void {}'),
    file('src/b.ts', 'export const chosen = (a?: number, b = 1): number => {', '  if (a && b) return a;', '  return a ?? b;', '};'),
  ];
  expect(functionSizes(files)).toEqual({
    complexity: [
      { place: 'src/b.ts:1', size: 5 },
      { place: 'src/a.ts:1', size: 1 },
    ],
    lines: [
      { place: 'src/b.ts:1', size: 4 },
      { place: 'src/a.ts:1', size: 1 },
    ],
  });
});

test('a file that cannot be read is no file without functions', () => {
  expect(() => functionSizes([file('src/a.ts', 'export function (')])).toThrow('src/a.ts:1');
});

describe('kinds', () => {
  const rooms = [
    file('src/exercises/service-path/definition.ts'),
    file('src/fields/text/definition.ts'),
    file('src/fields/list/definition.ts'),
  ];
  const found = (path: string, ...lines: string[]): string[] => kindSwitches([...rooms, file(path, ...lines)]);

  test('are told apart by a switch, or by a comparison', () => {
    expect(found('src/shell/page.ts', '', "switch (field.type) { case 'text': case 'list': break; default: }")).toEqual([
      'src/shell/page.ts:2',
    ]);
    expect(found('src/shell/page.ts', "const wide = exercise.kind === 'service-path';")).toEqual(['src/shell/page.ts:1']);
    expect(found('src/shell/page.ts', "const wide = 'service-path' !== exercise.kind;")).toEqual(['src/shell/page.ts:1']);
  });

  test('a room may name itself, and no other', () => {
    expect(found('src/exercises/service-path/element.ts', "const own = kind === 'service-path';")).toEqual([]);
    expect(found('src/exercises/other/element.ts', "const own = kind === 'service-path';")).toEqual(['src/exercises/other/element.ts:1']);
  });

  test('words that are not kinds alone are something else', () => {
    expect(found('src/tracking/lrs/statements.ts', "switch (type) { case 'text': break; case 'likert': break; }")).toEqual([]);
    expect(found('src/tracking/lrs/statements.ts', "const free = type === 'text';")).toEqual([]);
  });
});

describe('the report', () => {
  const long = file('src/long.ts', ...Array.from({ length: 1000 }, () => ''));
  const figures = figuresOf([
    long,
    file('src/a.ts', "import './b.ts';"),
    file('src/b.ts', "import './a.ts';"),
    file('src/c.css', 'a {}', ''),
  ]);
  const figure = (name: string): (typeof figures)[number] | undefined => figures.find((one) => one.name === name);

  test('has the number of each figure', () => {
    expect(figure('lines of TypeScript')?.value).toBe(1002);
    expect(figure('lines of styles')?.value).toBe(2);
    expect(figure('files of TypeScript')?.value).toBe(3);
    expect(figure('lines of a file, median')?.value).toBe(1);
    expect(figure('lines of a file, nine of ten at most')?.value).toBe(1000);
    expect(figure('circles of imports')?.value).toBe(1);
  });

  test('names what breaks a limit, and fails for it', () => {
    expect(figures.filter(isBroken).map(({ name }) => name)).toContain('lines of the longest file');
    expect(reportOf(figures)).toMatch(/lines of the longest file +1000 {2}more than \d+\n {4}src\/long\.ts \(1000\)/);
  });

  test('says no more of what keeps to its limit than the number', () => {
    expect(reportOf(figures)).toMatch(/repeated pieces of code +0 {2}\(at most \d+\)\n/);
    expect(figures.filter(isBroken).map(({ name }) => name)).not.toContain('repeated pieces of code');
  });
});

test('a line counts where it ends', () => {
  expect(linesOf(file('src/a.ts', 'one', 'two'))).toBe(2);
});
