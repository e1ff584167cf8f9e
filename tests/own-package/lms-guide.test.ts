import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guideRows, guideText, lmsGuides } from '../../src/own-package/lms-guide.ts';

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

test('each LMS has an id of its own, and what the page says of it is plain text, in each language', () => {
  const ids = lmsGuides.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, settings, orTake, seen } of lmsGuides)
    for (const language of ['fi', 'sv', 'en'] as const)
      for (const text of [name, settings, orTake, seen]) if (text) expect(guideText(text, language)).not.toMatch(/[`*]|\b_|_\b|^[,;]/);
  expect(guideText({ fi: '', sv: '', en: '; `scorm2004-3rd` if **LRS_ENDPOINT** is _set_' }, 'en')).toBe(
    'scorm2004-3rd if LRS_ENDPOINT is set',
  );
});
