import { runInNewContext } from 'node:vm';
import nodeResolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { expect, test } from 'vitest';
import { compileTypescript } from '../../build/compile-typescript.ts';
import { packed, packMarked, packTexts } from '../../build/pack-texts.ts';
import { unpack } from '../../src/entry/unpack.ts';

const sheet = `:host { content: "ä $& \\\\201d"; } ${'.a { color: red; } '.repeat(20)}`;
const data = `öljy "quoted" $1 ${'x'.repeat(300)}`;

/** Bundles modules that are given as text; the first is the entry. @returns the code */
async function bundleOf(modules: Readonly<Record<string, string>>): Promise<string> {
  const [input = ''] = Object.keys(modules);
  const bundle = await rollup({
    input,
    plugins: [
      { name: 'modules', resolveId: (id) => (id in modules ? id : null), load: (id) => modules[id] ?? null },
      nodeResolve(),
      compileTypescript(),
      packTexts(),
    ],
  });
  const { output } = await bundle.generate({ format: 'iife' });
  return packMarked(output[0].code);
}

/** What the code hands to `show`. */
function shownBy(code: string): unknown[] {
  const shown: unknown[] = [];
  const css = (strings: readonly string[], ...values: unknown[]): unknown => [[...strings], ...values];
  runInNewContext(code, {
    css,
    show: (...values: unknown[]) => shown.push(...(JSON.parse(JSON.stringify(values)) as unknown[])),
    atob,
    Uint8Array,
    TextDecoder,
  });
  return shown;
}

test('whatever is packed is unpacked the same', () => {
  const value = ['ä – ”', '\u2028 🙂', { deep: ['$&'] }];
  expect(unpack(packed(value))).toEqual(value);
});

test('a style sheet and a long string are out of the code, and the page gets them as they were', async () => {
  const code = await bundleOf({ 'entry.ts': `show(css\`${sheet}\`, ${JSON.stringify(data)});` });
  expect(code).not.toContain('color: red');
  expect(code).not.toContain('öljy');
  expect(shownBy(code)).toEqual([[[sheet.replace('\\\\', '\\')]], data]);
});

test('texts of several modules go into one whole, and those that nobody uses into none', async () => {
  const code = await bundleOf({
    'entry.ts': `import { a } from 'a.ts'; import { b } from 'b.ts'; show(a, b);`,
    'a.ts': `export const a = ${JSON.stringify(`a${data}`)};`,
    'b.ts': `export const b = ${JSON.stringify(`b${data}`)}; export const unused = ${JSON.stringify(`c${data}`)};`,
  });
  expect(shownBy(code)).toEqual([`a${data}`, `b${data}`]);
  const [, whole = ''] = /unpack\(['"]([^'"]+)/.exec(code) ?? [];
  expect(unpack(whole)).toEqual([`a${data}`, `b${data}`]);
});

test('a style sheet with values in it and short texts stay where they are', async () => {
  const code = await bundleOf({ 'entry.ts': `show(css\`${sheet}\${1}\`, 'lyhyt');` });
  expect(code).toContain('color: red');
  expect(code).not.toContain('packed');
});
