import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adviceText } from '../../src/own-package/lms-advice-entry.ts';
import { lmsAdvices } from '../../src/own-package/lms-advice.ts';
import { withLmsTable } from '../../src/own-package/lms-docs-table.ts';
import { lmsProfiles, type ProfileId } from '../../src/simulator/lms-profiles.ts';

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

/** Systems that the simulator plays in more than one setting: one entry says what to set. */
const TOLD_UNDER: Partial<Record<ProfileId, string>> = {
  'moodle-strict': 'moodle',
  'ilias-1.2-checked': 'ilias',
  'ilias-1.2-unchecked': 'ilias',
  'ilias-1.2-last-launch': 'ilias',
  'ilias-2004': 'ilias',
  'ilias-2004-session': 'ilias',
  'chamilo-locking': 'chamilo',
  'totara-12': 'totara',
};
/** The standards themselves, and a run-time that many systems are made of: nobody uploads to these. */
const NO_SYSTEMS: readonly ProfileId[] = ['strict-1.2', 'strict-2004', 'strict-2004-3rd', 'scorm-again-bridge'];

test.each(lmsProfiles.map(({ id }) => id).filter((id) => !NO_SYSTEMS.includes(id)))(
  '%s, which the simulator plays, has an entry that an administrator finds',
  (id) => {
    expect(lmsAdvices.map((advice) => advice.id)).toContain(TOLD_UNDER[id] ?? id);
  },
);
