import type { TransformResult } from 'rollup';
import { expect, test } from 'vitest';
import { withoutWordsToDevelopers } from '../../build/words-to-developers.ts';

function transformed(code: string, id = '/somewhere/node_modules/lit-html/lit-html.js'): TransformResult {
  const { transform } = withoutWordsToDevelopers() as { transform: (code: string, id: string) => TransformResult };
  return transform(code, id);
}

test.each([
  ['throw Error("repeat() can only be used in text expressions");next("a")', 'throw Error();next("a")'],
  ['throw Error("Value passed: "+t+". Use \'unsafeCSS\' (or not).")})()', 'throw Error()})()'],
  ['throw Error(this.constructor.directiveName+"() called")', 'throw Error()'],
  ['class A extends Error{}throw new A("kept")', 'class A extends Error{}throw new A("kept")'],
  ['throw Error(t)', 'throw Error(t)'],
])('of Lit’s %s stays %s', (code, left) => {
  expect(transformed(code)).toEqual({ code: left, map: null });
});

test('the course’s own words stay, and those of others', () => {
  for (const id of ['/somewhere/src/entry/configured-course.ts', '/somewhere/node_modules/fflate/index.js'])
    expect(transformed('throw new Error("The page has no settings.")', id)).toBeNull();
});
