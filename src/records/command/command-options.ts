/** The options of the command line, as they are typed and as `--help` tells of them. */
import { Command, Option } from 'commander';
import type { Language } from '../../course/course.ts';
import type { ValidPeriod } from '../../course/licence-validity.ts';
import { CSV_DELIMITER } from '../outputs/write-csv.ts';
import { IDENTIFIERS, type Identifier } from '../people/person-keys.ts';
import { STATEMENTS_AT_ONCE } from '../sources/statement-pages.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { OWN_COURSE } from './course-file.ts';
import { address, day, delimiter, gathered, identifiers, language, moment, validPeriod, whole, zone } from './option-values.ts';
import type { MessageStream } from './progress-line.ts';

/** What was typed, each option checked by itself; how they go together is checked in `checked-options.ts`. */
export interface CommandOptions {
  lrs?: URL;
  activity?: string[];
  pageSize: number;
  until?: string;
  moodle?: URL;
  course?: number;
  atOnce: number;
  file?: string[];
  columns?: string;
  activityName?: string[];
  people?: string;
  identify: Identifier[];
  courseFile: string;
  zone: string;
  validFor?: ValidPeriod;
  asOf?: string;
  csv?: string;
  xlsx?: string;
  json?: string;
  html?: string;
  ics?: string;
  splitBy?: 'unit';
  delimiter: ';' | ',';
  bom: boolean;
  language: Language;
  pseudonymous?: boolean;
  state?: string;
  full?: boolean;
  secrets?: string;
  timeout: number;
  patience: number;
  quiet?: boolean;
}

/** @param out where the help goes. @param err where a wrong option is told of */
export function recordsProgram(out: NodeJS.WritableStream, err: MessageStream): Command {
  return new Command('aspa-records')
    .description('Who has earned which class of the licence, and when: out of an LRS, Moodle or report files. Never an answer.')
    .optionsGroup('Sources (any number together):')
    .option('--lrs <url>', 'xAPI endpoint of an LRS; ASPA_LRS_KEY and ASPA_LRS_SECRET', address)
    .option('--activity <iri>', 'another id under which the course is launched there (repeatable)', gathered)
    .option('--page-size <count>', 'statements asked for at once', whole(1, 10_000), STATEMENTS_AT_ONCE)
    .option('--until <moment>', 'only what the LRS had stored by then, ISO 8601', moment)
    .option('--moodle <url>', 'address of a Moodle; ASPA_MOODLE_TOKEN', address)
    .option('--course <number>', 'the course’s number in that Moodle (…/course/view.php?id=)', whole(1, 1e9))
    .option('--at-once <count>', 'learners asked of Moodle at the same time', whole(1, 16), 4)
    .option('--file <path>', 'a downloaded report, or a folder of them (repeatable)', gathered)
    .option('--columns <map.yaml>', 'which column of the reports is what; written from their heads if it does not exist')
    .option('--activity-name <name>', 'what the course is called in reports, if not by its title (repeatable)', gathered)
    .option('--secrets <path>', 'file with lines such as “ASPA_LRS_KEY: …”, instead of the environment')
    .optionsGroup('People:')
    .option('--people <staff.csv>', 'list of people, CSV or XLSX: adds unit and manager, shows who has not begun')
    .addOption(
      new Option('--identify <by>', 'what makes records one person’s: employee, email, account')
        .argParser(identifiers)
        .default([...IDENTIFIERS], IDENTIFIERS.join()),
    )
    .option('--pseudonymous', 'no names or other identifiers, for statistics')
    .optionsGroup('Rules:')
    .option('--valid-for <period>', 'how long a licence is valid: 3y, 18m, 90d (default: validFor of the course)', validPeriod)
    .option('--as-of <date>', 'the state at the end of a past day, 2026-12-31', day)
    .option('--zone <name>', 'time zone that days are in', zone, 'Europe/Helsinki')
    .option('--course-file <path>', 'course.yaml with the classes and which are compulsory', OWN_COURSE)
    .optionsGroup('Outputs (- is standard output; without any: --csv -):')
    .option('--csv <path>', 'table of people × classes')
    .option('--xlsx <path>', 'spreadsheet: people, units, months')
    .option('--json <path>', 'a line of JSON a person')
    .option('--html <path>', 'a page to look at, search and print')
    .option('--ics <path>', 'calendar of what expires, an event a person; goes with --valid-for')
    .addOption(new Option('--split-by <what>', 'a file of each output for each unit: out.xlsx becomes out-Muurame.xlsx').choices(['unit']))
    .option('--delimiter <sign>', 'of the CSV: semicolon or comma', delimiter, CSV_DELIMITER)
    .option('--no-bom', 'leaves the byte order mark out of the CSV')
    .option('--language <code>', 'of heads and page: fi, sv, en', language, 'fi')
    .optionsGroup('Runs:')
    .option('--state <path>', 'remembers how far was read, so that the next run fetches only what is new')
    .option('--full', 'reads everything again in spite of --state')
    .option('--timeout <seconds>', 'for one answer', whole(1, 3600), 30)
    .option('--patience <seconds>', 'to wait for a server that is down, busy or asks to wait', whole(0, 86_400), 120)
    .option('--quiet', 'only warnings and errors')
    .addHelpText(
      'after',
      `\nExit codes: ${Object.entries(EXIT_CODES)
        .map(([name, code]) => `${code} ${name}`)
        .join(', ')}`,
    )
    .configureOutput({
      writeOut: (text) => void out.write(text),
      writeErr: (text) => void err.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'Error: ')),
    })
    .exitOverride();
}
