import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guideRows, lmsGuides } from '../../src/own-package/lms-guide.ts';

test('the table of docs/lms.md says of each LMS what the administrator’s page says', () => {
  const text = readFileSync(new URL('../../docs/lms.md', import.meta.url), 'utf8');
  const [head = '', , ...lines] = text.split('\n').filter((line) => line.startsWith('|'));
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  expect(cells(head)).toEqual(['LMS', 'take', 'settings that matter', 'how sure']);
  expect(lines.map(cells)).toEqual(guideRows());
});

test('each LMS has an id of its own, and its Finnish is plain text', () => {
  const ids = lmsGuides.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, settings, orTake, seen } of lmsGuides)
    for (const text of [name, settings, orTake, seen]) expect(text?.fi ?? '').not.toMatch(/[`*_]{2}|\*\w|`/);
});
