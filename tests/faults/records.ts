import type { FaultsByPromise } from './fault.ts';

/** Completion records for HR. */
export const completionRecords: FaultsByPromise = {
  'One person is one row, however the systems write her; two people are never made one without a word.': [
    {
      id: 'shared-address',
      broken: 'Two employees who share an address become one person, with the classes of both.',
      near: 'records/joining.test.ts',
      file: 'src/records/people/two-people.ts',
      find: 'return !!one.face && !!other.face && one.face.address !== other.face.address && differ(one.face.name, other.face.name);',
      replace: 'return false;',
    },
    {
      id: 'accents-in-two-signs',
      broken: 'A name whose ä a Mac writes in two signs is another person.',
      near: 'records/joining.test.ts',
      file: 'src/records/people/identity-text.ts',
      find: "text.normalize('NFC').replace(TURNS",
      replace: 'text.replace(TURNS',
    },
    {
      id: 'two-numbers-one-person',
      broken: 'Two employee numbers under one address make one person.',
      near: 'records/joining.test.ts',
      file: 'src/records/people/two-people.ts',
      find: 'if (one.number !== undefined && other.number !== undefined && one.number !== other.number) return true;',
      replace: '',
    },
  ],
  'A class has the day on which it was earned, or says “at the latest”.': [
    {
      id: 'latest-is-called-exact',
      broken: 'A day that is known “at the latest” stands in the table as the very day.',
      near: 'records/renewal.test.ts',
      file: 'src/records/outputs/output-columns.ts',
      find: 'earned?.exact === false && earned.day !== undefined ? [head] : []',
      replace: 'earned?.exact === true && earned.day === undefined ? [head] : []',
    },
    {
      id: 'month-and-day-change-places',
      broken: '3.5.2026 is read as the fifth of March.',
      near: 'records/read-day.test.ts',
      file: 'src/records/read-day.ts',
      find: 'dayFrom(year, first, second) : dayFrom(year, second, first);',
      replace: 'dayFrom(year, second, first) : dayFrom(year, first, second);',
    },
    {
      id: 'evening-in-another-zone',
      broken: 'What was earned late in the evening has the day before.',
      near: 'records/local-day.test.ts',
      file: 'src/records/local-day.ts',
      find: "new Intl.DateTimeFormat('sv-SE', { timeZone: zone,",
      replace: "new Intl.DateTimeFormat('sv-SE', { timeZone: zone && 'UTC',",
    },
  ],
  'A licence is had from the day on which the rule of that day was met, and for as long as the course says.': [
    {
      id: 'expired-a-day-early',
      broken: 'On its last day a licence is told as expired.',
      near: 'records/rules.test.ts',
      file: 'src/records/people/licence-status.ts',
      find: "if (expires < today) return 'expired';",
      replace: "if (expires <= today) return 'expired';",
    },
  ],
  'A renewal counts from the day on which all was earned again.': [
    {
      id: 'half-a-renewal',
      broken: 'One class that was earned anew renews the whole licence.',
      near: 'records/renewal.test.ts',
      file: 'src/records/people/renewal.ts',
      find: 'if (attempts.length < 2) return undefined;',
      replace:
        'if (attempts.length < 2) return undefined;\n  if (attempts.at(-1)) return { day: (attempts.at(-1) as Attempt).first, exact: true };',
    },
  ],
  'What comes from a learner’s own file is marked so, and what was voided does not count.': [
    {
      id: 'file-is-not-told',
      broken: 'A class out of a learner’s own file looks as if the course had seen it.',
      near: 'records/from-file.test.ts',
      file: 'src/records/people/earned.ts',
      find: 'return filed ? { ...filed, fromFile: true } : own;',
      replace: 'return filed ?? own;',
    },
    {
      id: 'voided-counts',
      broken: 'A class that was voided in the LRS still makes a licence.',
      near: 'records/completion-proof.test.ts',
      file: 'src/records/people/earned.ts',
      find: '    if (!again) return undefined;',
      replace: '    if (!again) continue;',
    },
  ],
  'CSV, Excel and JSON open right in a Finnish spreadsheet, and run nothing.': [
    {
      id: 'formula-runs',
      broken: 'A learner called =HYPERLINK(…) runs a formula on HR’s computer.',
      near: 'records/outputs.test.ts',
      file: 'src/records/outputs/write-csv.ts',
      find: 'return text.replace(FORMULA, "$1$2\'");',
      replace: 'return text;',
    },
    {
      id: 'umlauts-are-broken',
      broken: 'Excel shows “JÃ¤rvinen”.',
      near: 'records/outputs.test.ts',
      file: 'src/records/outputs/write-csv.ts',
      find: "yield (bom ? '\\uFEFF' : '') + write(",
      replace: "yield (bom ? '' : '') + write(",
    },
  ],
  'A table for others names nobody and shows no unit of fewer than five people.': [
    {
      id: 'unit-of-one',
      broken: 'A table without names shows a unit of one person.',
      near: 'records/pseudonyms.test.ts',
      file: 'src/records/people/pseudonyms.ts',
      find: 'const SMALLEST_UNIT = 5;',
      replace: 'const SMALLEST_UNIT = 1;',
    },
  ],
  'Keys, secrets and tokens are in no output and no message.': [
    {
      id: 'token-in-a-message',
      broken: 'An error message shows the token to whoever reads the log.',
      near: 'records/secrets.test.ts',
      file: 'src/records/command/secrets.ts',
      find: "clean = clean.replaceAll(value, '•••');",
      replace: "clean = clean.replace(`key ${value}`, '•••');",
    },
  ],
  'Outputs are there whole or not at all, for their owner only, and never go over what is read.': [
    {
      id: 'read-by-everybody',
      broken: 'The table of all employees can be read by every account of the machine.',
      near: 'records/output-files.test.ts',
      file: 'src/records/command/output-files.ts',
      find: 'const OWNER_ONLY = 0o600;',
      replace: 'const OWNER_ONLY = 0o644;',
    },
  ],
  'A server that is restarted is waited for; one that never ends or lies is not.': [
    {
      id: 'busy-server-ends-the-run',
      broken: 'A server that is overloaded for a minute ends the nightly run.',
      near: 'records/lrs-source.test.ts',
      file: 'src/records/sources/http-client.ts',
      find: 'if (status === 429 || status >= 500) return new TryLater(',
      replace: 'if (status === 429) return new TryLater(',
    },
  ],
  'Moodle’s reports are read in every form in which it gives them.': [
    {
      id: 'full-score-in-percent',
      broken: 'Who has “100,00 %” in Moodle’s report has no licence.',
      near: 'records/report-file.test.ts',
      file: 'src/records/sources/moodle-scorm-report.ts',
      find: 'return /^100([.,]0+)?\\s*%?$/.test(cell.trim());',
      replace: "return cell.trim() === '100';",
    },
  ],
  'What is no report, is cut off, or is made to do harm is told in words, and spoils nothing of the rest.': [
    {
      id: 'last-row-is-believed',
      broken: 'A report that broke off in the middle of a row makes a person of half a name.',
      near: 'records/broken-off.test.ts',
      file: 'src/records/sources/report-file.ts',
      find: 'ending.breaksOff = last.length < (above?.length ?? 0) &&',
      replace: 'ending.breaksOff = last.length < 1 &&',
    },
  ],
};
