import type { CourseProblem } from '../../../licence-course.ts';
import type { Excess } from '../../../sources/report-limits.ts';
import type { FilesText } from '../fi/files.ts';
import { en as page } from '../../hr-page/en.ts';
import { writing } from '../writing.ts';

const { number, counted, megabytes, names } = writing('en-GB', 'MB', page);

/** What is too much in a file: goes on from its name. */
function tooMuch(excess: Excess): string {
  switch (excess.kind) {
    case 'file':
      return `is larger than the ${megabytes(excess.most)} that are read`;
    case 'unpacked':
      return `unpacks to ${megabytes(excess.bytes)}, and at most ${megabytes(excess.most)} are read`;
    case 'parts':
      return `has ${number(excess.count)} parts, and at most ${number(excess.most)} are read`;
    case 'part':
      return `has a part ${excess.name} that is larger than it says`;
    case 'row':
      return `has a row of more than the ${number(excess.most)} cells that are read`;
    case 'reach':
      return `reaches to row ${number(excess.row)} and column ${number(excess.column)}; at most ${number(excess.cells)} cells in ${number(excess.columns)} columns are read`;
  }
}

function wrongCourse(problem: CourseProblem): string {
  switch (problem.kind) {
    case 'not-yaml':
      return `line ${problem.line} is no YAML.`;
    case 'unknown-classes':
      return `its licence asks for ${problem.classes.join(', ')}, and it has no such class.`;
    case 'rule':
      return problem.at === ''
        ? 'something is missing at the end of the licence’s rule.'
        : `the licence’s rule has an unexpected “${problem.at}”.`;
    case 'rule-order':
      return 'each rule of the licence but the first has a day (from), later than the one before.';
    case 'period':
      return 'validFor is years, months or days, at most 100 years: 3y, 18m, 90d.';
    case 'wrong-value':
      return `the value of ${problem.place} is missing or wrong.`;
  }
}

/** What the records command says of files in English, besides the words of HR's page. */
export const files: FilesText = {
  files: {
    unreadable: (path) => [`The file ${path} cannot be read.`, 'Check the path and its rights.'],
    missing: (path) => [`There is no file or folder ${path}.`, 'Check the path given with --file.'],
    noReports: (folder, endings) => [`The folder ${folder} has no reports (${endings.join(', ')}).`, 'Check the path given with --file.'],
    tooMuch: (file, excess) => [
      `The file ${file} ${tooMuch(excess)}.`,
      'Download it again with the columns of people and completions only, or save it as CSV in parts.',
    ],
    openQuote: (file, line) => [
      `The file ${file} breaks off or is no table: a quote in line ${number(line)} is never closed.`,
      'Download it again.',
    ],
    unknownHeads: (file, heads) => [
      `The file ${file} is no report that is known. Its heads are: ${names(heads, ' | ')}.`,
      'Say which column is what: --columns map.yaml (a starting point is written if that file does not exist). If it is none, move it out of the folder.',
    ],
    nameActivity: 'Say what it is called there: --activity-name "…". If it is not there, leave the file out.',
    lacksMoodles: (file, head) => [
      `The file ${file} lacks the column “${head}” of Moodle’s report.`,
      'Download the report again with all its columns.',
    ],
    lacksColumn: (file, head, heads) => [
      `The file ${file} has no column “${head}”. It has ${names(heads, ' | ')}.`,
      'Mend the file given with --columns.',
    ],
    itsHeads: (heads) => `Its heads are: ${names(heads, ' | ')}.`,
    read: (rows, reports) => `${counted(rows, 'row', 'rows')} of ${reports.join(', ')}.`,
    unreadSheets: (given, place) => `Not read: ${names(given)} in ${place}. Save such spreadsheets as XLSX or CSV.`,
    unsureItems:
      'The column map names neither a day nor a status for its items: each row counts as earned. Name item.day or item.status where the report has them.',
    orNameActivity: 'You can also say what the activity is called: --activity-name "…".',
    monthFirst:
      'Some days have the month first: 3/4/2026 is read as 3 April, so other days may be wrong. Download the report again without opening it in a spreadsheet program, or read it by a column map (dayOrder: mdy).',
  },
  columns: {
    none: (path) => [`There is no column map ${path}.`, 'Give --file too, and a starting point is written from its heads.'],
    begun: (path, report) => [
      `There was no column map yet: a starting point with the heads of ${report} is now in ${path}.`,
      'Complete it and run again.',
    ],
    unreadable: (path) => [`The column map ${path} cannot be read.`, 'Check its rights.'],
    mend: 'Mend it, or delete it to get a new starting point.',
  },
  course: {
    unreadable: (path) => [`The course ${path} cannot be read.`, 'Give the path of its course.yaml with --course-file.'],
    notUnderstood: (path, problem) => [`The course ${path} is not understood: ${wrongCourse(problem)}`, 'Mend course.yaml.'],
  },
};
