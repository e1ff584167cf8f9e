/** YAML lets an item begin on the line below its dash: the edit mode adds one beside it as beside any other. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withItem } from '../../build/edit/yaml-list.ts';

test.each([
  ['a dash on a line of its own', 'options:\n  -\n    id: a\n    label: A\n'],
  ['a note beside the dash', 'options:\n  - # first - second\n    id: a\n    label: A\n'],
])('an item is added below %s', (_what, source) => {
  const after = withItem(source, ['options'], 1, { id: 'b', label: 'B' });
  expect(parse(after)).toEqual({ options: ['a', 'b'].map((id) => ({ id, label: id.toUpperCase() })) });
  expect(after.startsWith(source.trimEnd())).toBe(true);
});
