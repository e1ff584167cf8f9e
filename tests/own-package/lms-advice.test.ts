import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adviceText } from '../../src/own-package/lms-advice-entry.ts';
import { lmsAdvices } from '../../src/own-package/lms-advice.ts';
import { withLmsTable } from '../../src/own-package/lms-docs-table.ts';

test('the table of docs/lms.md says of each LMS what the administrator’s page says (`npm run lms-docs`)', () => {
  const text = readFileSync(new URL('../../docs/lms.md', import.meta.url), 'utf8');
  expect(withLmsTable(text)).toBe(text);
  for (const { name, settings } of lmsAdvices) expect([text.includes(`| ${name.en} `), text.includes(settings.en)]).toEqual([true, true]);
});

test('a page gets its table in the place of the old one, and keeps the rest', () => {
  const page = withLmsTable('Before\n\n| LMS | old |\n| --- | --- |\n| X | y |\n\nAfter');
  expect(page).toMatch(/^Before\n\n\| LMS .*\|\n\| -[^]*\|\n\nAfter$/);
  expect(page).not.toContain('| X');
  expect(() => withLmsTable('No table')).toThrow('docs/lms.md has no table');
});

test('each LMS has an id of its own, and what the page says of it is plain text, in each language', () => {
  const ids = lmsAdvices.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, settings, orTake, seen } of lmsAdvices)
    for (const language of ['fi', 'sv', 'en'] as const)
      for (const text of [name, settings, orTake, seen]) if (text) expect(adviceText(text, language)).not.toMatch(/[`*]|\b_|_\b|^[,;]/);
  expect(adviceText({ fi: '', sv: '', en: '; `scorm2004-3rd` if **LRS_ENDPOINT** is _set_' }, 'en')).toBe(
    'scorm2004-3rd if LRS_ENDPOINT is set',
  );
});
