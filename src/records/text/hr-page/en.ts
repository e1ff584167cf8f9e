import { listed } from '../../counted.ts';
import type { HrPageText } from './fi.ts';

/** @param count how many names are left out of a list */
const more = (count: number): string => `${count} more`;

/** The words of HR's page in English. */
export const en: HrPageText = {
  title: (course) => `${course}: completions`,
  lead: 'This page shows who has earned which class of the licence, and when. Give it the reports that you have downloaded from your learning platform, and the list of staff if there is one.',
  privacy: 'Nothing is sent anywhere: the files are read in this browser, and nothing of them is left when you close the page.',
  language: 'Language',
  noScript: 'The page needs JavaScript. Allow it in the settings of your browser.',
  files: {
    head: 'Files',
    drop: 'Drop files or a folder here, or choose them. You can give several at once, and more later.',
    choose: 'Choose files',
    chooseFolder: 'Choose a folder',
    whereFrom: 'Where do I get the files?',
    whereFromMoodle: [
      'In Moodle, open the licence’s activity, and among its reports the Basic report. Download it in text format. If you can choose who is in the report, choose all users.',
      'Open Activity completion among the course’s reports and download it in spreadsheet format (.csv). It has the exact date of the licence.',
      'Drop both here, together with the list of staff: employee number, e-mail address or user name, and unit.',
    ],
    whereFromClasses:
      'The basic report and the completion report show the licence, but not the optional classes. Those are in the Interactions report. It holds learners’ answers too, so download it only if you may see them.',
    whereFromOther: 'A report of another learning platform can be read as a CSV or Excel file. The page asks you which column is what.',
    list: 'Files given',
    remove: (name) => `Remove ${name}`,
    removeShort: 'Remove',
    asStaff: 'Read as the list of staff',
    asReport: 'Say what the columns are',
    asCompletions: 'Read as a report',
    reading: (rows) => `Reading… Rows read so far: ${rows}`,
    kinds: {
      'activity-completion': 'Moodle’s activity completion report',
      basic: 'Moodle’s SCORM basic report',
      interactions: 'Moodle’s SCORM interactions report',
      objectives: 'Moodle’s SCORM objectives report',
      mapped: 'A report read by its column map',
    },
    rows: (count, written) => (count === 1 ? '1 row read' : `${written} rows read`),
    staff: (count, written) => (count === 1 ? 'List of staff: 1 person' : `List of staff: ${written} people`),
    map: 'A column map: the columns are known now',
    same: (name) => `${name} was given already, so it was not read again.`,
    notOpened: (names) => `Could not be opened, and is not read: ${names}. Check that the file is there and that you may open it.`,
    skipped: (names) => `Left out of the folder: ${names}. Names of reports end with .csv, .tsv, .txt or .xlsx.`,
    more,
    parts: (names) =>
      `By their names, these were taken for parts of the licence: ${listed(
        names.map((name) => `“${name}”`),
        ', ',
        more,
      )}. If one of them is no part of it, give it another name in Moodle and download the report again.`,
    notes: {
      'without-questions':
        'The report has no identifiers of questions. Tick “Question text” in the settings of the report in Moodle and download it again: it then shows the classes and their dates.',
      'unsure-items': 'Neither a date nor a status was chosen, so each row counts as completed. Choose one of them if the report has it.',
      'unsure-activity':
        'The basic report does not say which activity it is of, and neither does the name of this file. Check that it was downloaded from the licence’s activity. Do not rename the files that you download: the report of one part can be recognised only by the name of its file.',
    },
    noRows: 'The report has nobody in it. If there should be people, choose all users in Moodle and download the report again.',
    breaksOff:
      'The last row of the file breaks off. It is left out, and more rows may be missing. Download the file again. If the file is whole, put a line break at its end.',
    otherSheets:
      'Only the first sheet of the file was read, though others hold data too. If they have people or completions, save each sheet as a file of its own and give all the files.',
    staffByNameOnly: (count, names) =>
      `People on the list with a name only: ${count}${names && ` (${names})`}. Such a row shows “Not begun” whatever the person has completed. Put the employee number, e-mail address or user name on the list by which the learning platform knows the person.`,
    monthFirst:
      'The dates of this file seem to have the month first, as in the United States. The page reads 3/4/2026 as 3 April, so dates may be wrong. Download the report again and give it to the page without opening it in a spreadsheet program in between.',
    monthFirstMapped:
      'The dates of this file seem to have the month first, as in the United States. The page reads 3/4/2026 as 3 April, so dates may be wrong. Say again which column is what, and choose under “Dates and words of your own” how dates are read.',
    nameless: (count) => `Rows that do not say who they are about: ${count}. Such rows are left out.`,
    byNameOnly: (count) => `Rows with a name only: ${count}. People with the same name count as one person.`,
    doubts: (count, column, examples, hasDayToCome) =>
      `Cells of “${column}” that are not understood: ${count}. For example ${examples.map((cell) => `“${cell}”`).join(', ')}. Such cells are left out.${hasDayToCome ? ' A date that is still to come cannot be one of completion. Check whether day and month are the right way round, and whether the column holds dates of completion.' : ''}`,
    asksAnswers:
      'This report holds learners’ answers. The page reads only the dates of completion and shows no answers, but read it only if you may handle them. For the licence the basic report is enough.',
    readIt: 'Read the dates of completion',
    leaveIt: 'Leave it out',
    asksCourse: (part) => `This report is about the activity “${part}”, not about the licence. Is it the licence’s report all the same?`,
    readOther: 'Yes, read it',
    asksActivity: 'Which of these is the licence?',
    thisIsIt: 'This is it',
    failed: {
      empty: 'The file is empty. Download the report again.',
      pdf: 'This is a PDF. Download the report as a CSV, text or Excel file.',
      picture: 'This is no table but a picture or a program. Download the report as a CSV, text or Excel file.',
      archive: 'This is a ZIP archive. Unpack it, and give the reports in it.',
      'old-excel': 'This is an old Excel file (.xls). Open it in Excel and save it as .xlsx or .csv.',
      'open-document': 'This is an OpenDocument table (.ods). Download the report as CSV or Excel, or save the table as .xlsx or .csv.',
      json: 'This is a JSON file, not a table. Download the report as CSV or Excel.',
      'web-page':
        'This is a web page, not a CSV or Excel file. Sign in to the learning platform and download the report again as CSV, text or Excel.',
      'not-xlsx': 'The file cannot be read as an Excel file. Open it in a spreadsheet program and save it again.',
      'broken-off': 'The file breaks off or is no table. Download it again.',
      'too-much':
        'The file has more cells than the page can read. Download the report with people and completions only, or save it in parts as CSV files.',
      'unknown-heads': 'The report is not recognised. Say further down which column is what.',
      'lacks-attempt':
        'The report lacks the column “Attempt”, so it does not show who has completed what. Download it again with all its columns.',
      'lacks-started':
        'The report lacks the column “Started on”, so it does not show who has begun. Download it again with all its columns.',
      'lacks-score':
        'The report lacks the column “Score”, so it does not show who has the licence. Download it again with all its columns.',
      'lacks-column': 'The report lacks a column that was chosen.',
      nobody:
        'The list of staff needs a column with employee numbers, e-mail addresses or user names. Its headings can be, for example: employee number, name, email, unit, manager.',
      gone: 'The file can no longer be read. Give it again.',
    },
    tooLarge: (size, most) =>
      `The file is too large: ${size} megabytes. The page reads files of up to ${most} megabytes. The basic report is smaller than the interactions report. You can also download the report in parts, such as one group at a time, and give all parts to the page.`,
    otherActivities: (names) => `The report has no activity with the name of the licence. It has: ${names}.`,
    wrongMap: (reason) => `The column map is not understood: ${reason}`,
    mapReasons: {
      notYaml: (line) => `line ${line} is no YAML.`,
      unknownKeys: (keys) => `it has unknown keys: ${keys}.`,
      wrongValue: (place) => `the value of ${place} is wrong.`,
      unknownClasses: (classes) => `the course has no class ${classes}.`,
      lacksWho: 'no column says who (email, employeeNumber, account or name).',
      lacksWhat: 'no column says what was earned (completed, classes or item).',
    },
  },
  mapping: {
    head: (name) => `Which column is what? ${name}`,
    help: 'The page has guessed what the columns hold. Correct the guesses. At least one column has to say who, and one what was completed.',
    column: 'Column',
    examples: 'For example',
    meaning: 'What it holds',
    meanings: {
      none: 'Not needed',
      name: 'Name',
      firstName: 'First name',
      lastName: 'Last name',
      email: 'E-mail',
      employeeNumber: 'Employee number',
      account: 'User name',
      unit: 'Unit',
      manager: 'Manager',
      begun: 'Begun (date or word)',
      completed: 'Whole licence (date or word)',
      item: 'Name of the achievement (a row each)',
      itemDay: 'Date of the row',
      itemStatus: 'Status of the row',
    },
    classMeaning: (id) => `Class ${id} (date or word)`,
    items: 'What does each name mean?',
    itemsTooMany: 'The column has too many different values for names of achievements.',
    itemNone: 'Not the licence',
    itemCompleted: 'Whole licence',
    itemClass: (id) => `Class ${id}`,
    dayOrder: 'How is the date 3/4/2026 read?',
    dmy: '3 April (Finland)',
    mdy: 'March 4 (United States)',
    done: 'Words that mean “completed” besides the usual ones, with commas between.',
    notDone: 'Words that mean “not completed”, with commas between.',
    more: 'Dates and words of your own',
    read: 'Read the report like this',
    save: 'Save the columns as a file',
    load: 'Or drop a column map (.yaml) that you saved before onto the page.',
    lacksWho: 'Choose a column that says who: name, e-mail, employee number or user name.',
    lacksWhat: 'Choose a column that says what was completed: the whole licence, a class, or the name of the achievement.',
    twice: (meaning) => `“${meaning}” is chosen for two columns. Choose it for one only.`,
    lacksItem: 'Choose the column with the name of the achievement when you choose the date or the status of the row.',
    file: 'columns.yaml',
  },
  settings: {
    head: 'Settings',
    validFor: 'The licence is valid',
    forever: 'until further notice',
    units: (count) => (count === 1 ? { y: 'year', m: 'month', d: 'day' } : { y: 'years', m: 'months', d: 'days' }),
    validCount: 'How many',
    asOf: 'As of date',
    asOfHelp: 'Leave it empty for today.',
    identify: 'A person is identified by',
    identifiers: { employee: 'employee number', email: 'e-mail', account: 'user name' },
    identifyNone: 'Choose at least one.',
    pseudonymous: 'Pseudonyms instead of names',
    pseudonymousHelp: 'For statistics. Units of fewer than five people are merged. It is personal data all the same.',
    remember: 'Remember settings and columns in this browser',
    rememberHelp: 'People and completions are never remembered.',
    notRemembered: 'The browser does not let the page remember anything.',
  },
  result: {
    head: 'Completions',
    nothing: 'Completions show here once you have given the first report.',
    making: 'Working…',
    first: 'The first rows are shown. The rest is on its way.',
    save: 'Save',
    saveXlsx: 'as an Excel file',
    saveCsv: 'as a CSV file',
    saveHtml: 'as a page',
    saveIcs: 'as a calendar',
    saveZip: 'by unit (ZIP)',
    zipHelp:
      'The ZIP archive has a spreadsheet and a calendar for each unit, so that you can give each manager only the details of the manager’s own staff.',
    zipHelpSheets:
      'The ZIP archive has a spreadsheet for each unit, so that you can give each manager only the details of the manager’s own staff.',
    icsHelp: 'Once you have chosen in the settings how long a licence is valid, you can also save a calendar of what expires.',
    saveHelp: 'The saved files hold personal data. Send them only to those who may see it.',
    saved: (name) => `Saved: ${name}`,
    fileName: 'licences',
    notices: 'Please note',
    conflicts: (count, names) =>
      `Employee numbers, e-mail addresses or user names that several people have: ${count}${names && ` (${names})`}. Nobody was merged because of them, and what was completed may be in a row of its own. Give each person a number or an address of their own, both on the list of staff and in the learning platform.`,
    unlikeNames: (count, names) =>
      `People whose records have different names: ${count}${names && ` (${names})`}. Check whether the name has changed, or whether two people have the same employee number, e-mail or user name.`,
    sameNames: (count, names) =>
      `Names that stand in several rows: ${count}${names && ` (${names})`}. If the rows are one person’s, what the person has completed is split between them: put the address or number by which the learning platform knows the person on the list of staff. Give a person with two accounts two rows on the list: the same employee number, different addresses.`,
    ofSeveralUnits: (count, names) =>
      `People who are on the list of staff in several units: ${count}${names && ` (${names})`}. Each is shown only in the unit that comes first on the list, in the files by unit as well.`,
    alike: (count) =>
      `All ${count} learners have the same name. Check that the learning platform shows the real names, and that the right column was chosen for the name.`,
    mayHold: (count) =>
      `People who may have the licence by an earlier rule: ${count}. Nothing shows whether they earned the classes before the rule changed. Check the dates in the Interactions report, or with the person.`,
    undated: (count) =>
      `Completions of which it is not known whether they were there on the chosen date: ${count}. They are left out of the state as of that date.`,
    future: 'The date is still to come: you see whose licence will then be valid, by what is known today.',
    silent:
      'The activity completion report does not say who has begun: people without a licence show as “Not begun”. Give the basic report too.',
    withoutClasses: (count, files) =>
      `People who have the licence, but whose classes no report shows: ${count}. Such a row shows only the classes needed for the licence. Files in which classes are missing: ${files}.`,
    strangers: (count, names) => `Learners who are not on the list of staff: ${count}${names && ` (${names})`}.`,
    staffOnly: 'Only the list of staff has been read so far. Give a report too, and completions show.',
  },
  fault: (reason) => `The page has a defect and cannot go on. Open it again, and tell your administrator: ${reason}`,
};
