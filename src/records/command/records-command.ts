/** The command line: its options, and what is said when it ends. */
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../../course/course.ts';
import { IDENTIFIERS, type Identifier } from '../people/join-people.ts';
import { CSV_DELIMITER } from '../outputs/write-csv.ts';
import { OWN_COURSE } from './course-file.ts';
import type { Period } from '../local-day.ts';
import { address, day, delimiter, gathered, identifiers, language, moment, period, whole, zone } from './option-values.ts';
import { sameSpelling } from './output-place.ts';
import { Messages, type MessageStream } from './progress-line.ts';
import { EXIT_CODES, RecordsError } from '../records-error.ts';
import { mayBeOfUnit, type RunOptions } from './run-options.ts';
import { runRecords } from './run-records.ts';
import { Secrets } from './secrets.ts';

interface CliOptions {
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
  validFor?: Period;
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

function command(out: NodeJS.WritableStream, err: MessageStream): Command {
  return new Command('aspa-records')
    .description(
      'Who has earned which class of the customer service licence, and when: out of an LRS, Moodle or report files. Never an answer.',
    )
    .optionsGroup('Sources (any number together):')
    .option('--lrs <url>', 'xAPI endpoint of an LRS; ASPA_LRS_KEY and ASPA_LRS_SECRET', address)
    .option('--activity <iri>', 'another id under which the course is launched there (repeatable)', gathered)
    .option('--page-size <count>', 'statements asked for at once', whole(1, 10_000), 500)
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
    .option('--valid-for <period>', 'how long a licence is valid: 3y, 18m, 90d', period)
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

/** What surrounds the command. */
export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  readonly out: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly err: MessageStream;
}

/** @param options as on the command line, without the program's name. @returns the exit code */
export async function recordsCommand(options: readonly string[], surroundings: Surroundings): Promise<number> {
  const code = await run(options, surroundings);
  // Whoever types a command does not see its exit code.
  if (code !== EXIT_CODES.done) surroundings.err.write(`Exit code ${code}.\n`);
  return code;
}

async function run(options: readonly string[], { environment, out, err }: Surroundings): Promise<number> {
  let messages = new Messages(err, false);
  try {
    const cli = command(out, err).parse(options, { from: 'user' }).opts<CliOptions>();
    const secrets = await Secrets.read(cli.secrets, environment);
    messages = new Messages(err, cli.quiet === true, (text) => secrets.redact(text));
    return await runRecords(runOptions(cli, out.isTTY === true), secrets, messages, out);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODES.done : EXIT_CODES.usage;
    if (error instanceof RecordsError) {
      messages.error(`${error.message} ${error.next}`);
      if (error.readUntilThen !== undefined) messages.error(`Read until then: ${error.readUntilThen}`);
      if (error.code !== 'output') messages.error('No output was written; earlier ones and the state are as they were.');
      return error.exitCode;
    }
    messages.error(`A defect of this program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return EXIT_CODES.fault;
  }
}

function runOptions(cli: CliOptions, terminal: boolean): RunOptions {
  const { csv, xlsx, json, html, ics, moodle, course } = cli;
  if (!cli.lrs && !moodle && !cli.file) throw usage('No source is given.', 'Give --lrs, --moodle or --file; --help shows all.');
  if (moodle && course === undefined)
    throw usage('--moodle needs --course.', 'Give the number at the end of the course’s address in Moodle.');
  if (!moodle && course !== undefined) throw usage('--course goes with --moodle.', 'The course’s own file is given with --course-file.');
  const outputs = { ...given({ csv, xlsx, json, html, ics }) };
  const splitByUnit = cli.splitBy === 'unit';
  if (Object.keys(outputs).length === 0) outputs.csv = '-';
  if (splitByUnit && Object.values(outputs).includes('-'))
    throw usage('--split-by makes several files, and standard output is one.', 'Give each output a path.');
  if (ics !== undefined && !cli.validFor)
    throw usage('--ics needs --valid-for: without it no licence expires.', 'Say how long it is valid: --valid-for 3y.');
  if (cli.state === '-') throw usage('The state cannot go to standard output.', 'Give a path.');
  checkPaths(cli, [...Object.values(outputs), ...(cli.state === undefined ? [] : [cli.state])]);
  checkUnitPaths(cli, { outputs, splitByUnit });
  if (outputs.xlsx === '-' && terminal) throw usage('A spreadsheet is nothing for a terminal.', 'Give a path, or lead it into a file.');
  return {
    ...given({
      lrs: cli.lrs,
      until: cli.until,
      columns: cli.columns,
      people: cli.people,
      validFor: cli.validFor,
      asOf: cli.asOf,
      state: cli.state,
    }),
    ...(moodle && course !== undefined ? { moodle: { site: moodle, courseId: course } } : {}),
    activities: cli.activity ?? [],
    pageSize: cli.pageSize,
    atOnce: cli.atOnce,
    files: cli.file ?? [],
    activityNames: cli.activityName ?? [],
    identify: cli.identify,
    courseFile: cli.courseFile,
    zone: cli.zone,
    outputs,
    splitByUnit,
    delimiter: cli.delimiter,
    bom: cli.bom,
    language: cli.language,
    pseudonymous: cli.pseudonymous ?? false,
    full: cli.full ?? false,
    timeout: cli.timeout * 1000,
    patience: cli.patience * 1000,
  };
}

/** Outputs that would go over each other or over what is read. */
function checkPaths({ file, people, columns, secrets, courseFile }: CliOptions, written: readonly string[]): void {
  if (written.includes('')) throw usage('An output has no path.', 'Give one, or - for standard output.');
  const places = written.map((path) => (path === '-' ? path : sameSpelling(path)));
  if (new Set(places).size < places.length) throw usage('Two outputs go to the same place.', 'Give each its own path; only one can be -.');
  const read = [...(file ?? []), people, columns, secrets, courseFile].filter((path) => path !== undefined).map(sameSpelling);
  const over = written.find((path, index) => read.includes(places[index] ?? ''));
  if (over !== undefined) throw usage(`${over} is what is read: it would be written over.`, 'Give another path.');
}

/** Files of units that could go over what is read, whatever the units are called. */
function checkUnitPaths(
  { file, people, columns, secrets, courseFile, state }: CliOptions,
  options: Pick<RunOptions, 'outputs' | 'splitByUnit'>,
): void {
  const other = [...(file ?? []), people, columns, secrets, courseFile, state].filter((path) => path !== undefined);
  const over = other.find((path) => mayBeOfUnit(options, path));
  if (over !== undefined)
    throw usage(`A unit’s file could be written over ${over}.`, 'Give the outputs a folder of their own, or another name.');
}

function usage(what: string, next: string): RecordsError {
  return new RecordsError('usage', what, next);
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
