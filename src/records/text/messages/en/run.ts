import { writtenDay } from '../../../written-day.ts';
import { en as page } from '../../hr-page/en.ts';
import type { RunText } from '../fi/run.ts';
import { writing } from '../writing.ts';

const { number, counted } = writing('en-GB', 'MB', page);

/** What the records command says of a run in English, besides the words of HR's page. */
export const run: RunText = {
  warning: (said) => `Warning: ${said}`,
  error: (said) => `Error: ${said}`,
  progress: {
    statements: (count) => `${number(count)} statements`,
    learners: (count, all) => `${number(count)} / ${number(all)} learners`,
    rows: (count) => `${number(count)} rows`,
  },
  run: {
    exitCode: (code) => `Exit code ${code}.`,
    defect: (reason) => `A defect of this program: ${reason}`,
    readUntilThen: (read) => `Reading got this far. ${read}`,
    nothingWritten: 'No output was written; earlier ones and the state are as they were.',
    figures: (people, valid, expired, asOf) =>
      `${counted(people, 'person', 'people')}, ${number(valid)} with the licence${expired === 0 ? '' : `, ${number(expired)} expired`}, as of ${writtenDay(asOf, 'en')}.`,
    unitFiles: (files, units) => `${counted(files, 'file', 'files')} for ${counted(units, 'unit', 'units')}.`,
    moreNotUnderstood: (count) => `Not understood, left out: ${number(count)} more.`,
    notEncrypted: (origin) => `${origin} is not encrypted: the credentials can be read on the way. Use https.`,
    nobody:
      'Nobody is named there: whoever is on the list of staff only shows as not begun. Check the address or the file, and that the key may read what all learners have done.',
    nobodyAnyMore: (source, count) => [
      `Nobody is named any more by ${source}: the run before knew ${counted(count, 'learner', 'learners')} there.`,
      'Check that it is whole, and that the key may read what all learners have done. If it is right, delete the file given with --state and run again.',
    ],
    nothingAnyMore: (source, count) => [
      `Nothing that was earned is told any more by ${source}: the run before knew ${number(count)} learners there with classes or the licence. So does a course look that was reset.`,
      'Keep the outputs of before. If it is right, delete the file given with --state and run again.',
    ],
    someVanished: (source, count) =>
      `Of ${counted(count, 'learner', 'learners')} the run before knew classes or the licence, and ${source} tells ${count === 1 ? 'her' : 'them'} no more: deleted attempts look so, and people who are not enrolled any more. The outputs of before still have them.`,
    unnamed: (count) =>
      `${counted(count, 'learner has', 'learners have')} neither a name nor an address, number or user name: nobody can see who that is. Give a list of staff with the e-mail addresses (--people), or ask whoever keeps the source.`,
  },
  state: {
    isOfOther: 'The state is for another course or time zone, or of another version: everything is read again.',
    unreadable: (path, code) => [`The state ${path} cannot be read (${code}).`, 'Check the rights of the file, and its path.'],
    damaged: (path) => [
      `The state ${path} is damaged.`,
      'Take an earlier copy, or delete it: without it the next run reads everything again.',
    ],
    foreign: (path) => [
      `The state ${path} was not written by this program.`,
      'Take an earlier copy, or delete it: without it the next run reads everything again.',
    ],
  },
  secrets: {
    openToOthers: (path) => `${path} can be read by other users of this computer. Run: chmod 600 ${path}`,
    missing: (name, option) => [`${name} is missing: ${option} needs it.`, 'Set it in the environment or in a file given with --secrets.'],
    unreadable: (path) => [`The file of secrets ${path} cannot be read.`, 'Check the path and its rights.'],
    wrongLine: (path, line, known) => [
      `The file of secrets ${path}: line ${line} is not understood.`,
      `Write lines such as ASPA_LRS_KEY: the-key; the names are ${known.join(', ')}.`,
    ],
  },
  outputs: {
    noFolder: (folder) => [`The folder ${folder} is not there.`, 'Make it, or give another path.'],
    isFolder: (path) => [`${path} is a folder.`, 'Give the path of a file.'],
    refused: (path, code) => [
      `${path} cannot be written (${code}).`,
      'Check the rights to it and to its folder, and close it where it is open, for one in a spreadsheet program.',
    ],
    noRoom: (path, code) => [`There is no room on the disk for ${path} (${code}).`, 'Make room.'],
    noReader: ['Whoever reads standard output went away before its end.', 'Read it to the end, or give the path of a file.'],
    failed: (path, reason) => [`${path ?? 'Standard output'} cannot be written: ${reason}.`, 'Check the path, its rights and the disk.'],
    unchanged: 'What was there before is unchanged.',
    newAlready: (paths) => `New already: ${paths.join(', ')}; the rest is as it was.`,
  },
};
