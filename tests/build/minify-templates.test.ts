import { rollup } from 'rollup';
import { describe, expect, test } from 'vitest';
import { minifyCss, minifyHtml, minifyTemplates } from '../../build/minify-templates.ts';

describe('in an html template', () => {
  test('a line end and its indentation become one space, so that words stay apart', () => {
    expect(minifyHtml('<b>yksi</b>\n    <i>kaksi</i>')).toBe('<b>yksi</b> <i>kaksi</i>');
  });

  test('a tag that ends on a line of its own ends without a space', () => {
    expect(minifyHtml('<b\n  class="a"\n  >yksi</b\n>')).toBe('<b class="a">yksi</b>');
  });

  test('white space within a line stays', () => {
    expect(minifyHtml('<p>a  b</p>')).toBe('<p>a  b</p>');
  });

  test('preformatted text leaves the whole template alone', () => {
    expect(minifyHtml('\n  <pre>a\n  b</pre>')).toBe('\n  <pre>a\n  b</pre>');
    expect(minifyHtml('\n  </textarea>', '<textarea>\n  </textarea>')).toBe('\n  </textarea>');
  });
});

describe('in a css template', () => {
  test('white space and comments go', () => {
    expect(minifyCss('\n  /* why */\n  :host {\n    color: red;\n    margin: 0 auto;\n  }\n')).toBe(' :host{color:red;margin:0 auto}');
  });

  test('a selector keeps the space that makes it a descendant', () => {
    expect(minifyCss('.a :hover { top: 0; }')).toBe('.a :hover{top:0}');
  });

  test('a child is told from its parent without spaces', () => {
    expect(minifyCss('.a > .b { top: 0; }')).toBe('.a>.b{top:0}');
  });

  test('a number below one loses its zero, and no other does', () => {
    expect(minifyCss('.a { margin: 0.5em -0.25em 10.5em; flex: 0 0 calc(0.5 * var(--a0.5)); }')).toBe(
      '.a{margin:.5em -.25em 10.5em;flex:0 0 calc(.5 * var(--a0.5))}',
    );
  });

  test('a sum keeps the spaces it needs', () => {
    expect(minifyCss('.a { width: calc(1px + 2px); }')).toBe('.a{width:calc(1px + 2px)}');
  });

  test('quoted text stays as it is', () => {
    expect(minifyCss(`.a::after { content: ' ;  – '; }`)).toBe(`.a::after{content:' ;  – '}`);
  });
});

test('only tagged templates are touched, and values in them keep their places', async () => {
  const source = [
    'export const a = html`<p>\n  ${1}\n  ${html`<b>\n</b>`}\n</p>`;',
    'export const b = `line\n  line`;',
    'export const c = css`a {\n  top: ${2};\n}`;',
  ].join('\n');
  const bundle = await rollup({
    input: 'entry',
    treeshake: false,
    plugins: [{ name: 'source', resolveId: (id) => id, load: () => source }, minifyTemplates()],
  });
  const { output } = await bundle.generate({});
  expect(output[0].code).toContain('html`<p> ${1} ${html`<b> </b>`} </p>`');
  expect(output[0].code).toContain('`line\n  line`');
  expect(output[0].code).toContain('css`a{top:${2}}`');
});
