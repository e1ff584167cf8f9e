/** The options of the command line, as they are typed and as `--help` tells of them. */
import { Command, Option } from 'commander';
import type { Language } from '../../course/course.ts';
import type { ValidPeriod } from '../../course/licence-validity.ts';
import { CSV_DELIMITER } from '../outputs/write-csv.ts';
import { IDENTIFIERS, type Identifier } from '../people/person-keys.ts';
import { STATEMENTS_AT_ONCE } from '../sources/statement-pages.ts';
import { EXIT_CODES } from './exit-codes.ts';
import { OWN_COURSE } from './course-file.ts';
import { RecordsError } from '../records-error.ts';
import { gathered, optionValues } from './option-values.ts';
import type { OptionsText } from '../text/messages/fi/options.ts';

/** The municipalities' own. */
export const DEFAULT_LANGUAGE: Language = 'fi';

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

/** Of two of them only the last would count, and what the other one has would be missing without a word. */
const ONCE = ['lrs', 'moodle', 'course', 'people', 'columns', 'state', 'csv', 'xlsx', 'json', 'html', 'ics'] as const;

/**
 * @param out where the help goes; a wrong option is thrown as a CommanderError, for `wrong-options.ts` to tell of
 * @param words in which the help is, and what values have to be
 */
export function recordsProgram(out: NodeJS.WritableStream, { give, help }: OptionsText): Command {
  const { address, day, delimiter, identifiers, language, moment, splitBy, validPeriod, whole, zone } = optionValues(give);
  const { groups, options: says } = help;
  const program = new Command('aspa-records')
    .description(help.description)
    .usage(help.placeholder)
    .helpOption('-h, --help', help.help)
    .optionsGroup(groups.sources)
    .option('--lrs <url>', says.lrs, address)
    .option('--activity <iri>', says.activity, gathered)
    .option('--page-size <count>', says.pageSize, whole(1, 10_000), STATEMENTS_AT_ONCE)
    .option('--until <moment>', says.until, moment)
    .option('--moodle <url>', says.moodle, address)
    .option('--course <number>', says.course, whole(1, 1e9))
    .option('--at-once <count>', says.atOnce, whole(1, 16), 4)
    .option('--file <path>', says.file, gathered)
    .option('--columns <map.yaml>', says.columns)
    .option('--activity-name <name>', says.activityName, gathered)
    .option('--secrets <path>', says.secrets)
    .optionsGroup(groups.people)
    .option('--people <staff.csv>', says.people)
    .addOption(new Option('--identify <by>', says.identify).argParser(identifiers).default([...IDENTIFIERS], IDENTIFIERS.join()))
    .option('--pseudonymous', says.pseudonymous)
    .optionsGroup(groups.rules)
    .option('--valid-for <period>', says.validFor, validPeriod)
    .option('--as-of <date>', says.asOf, day)
    .option('--zone <name>', says.zone, zone, 'Europe/Helsinki')
    .option('--course-file <path>', says.courseFile, OWN_COURSE)
    .optionsGroup(groups.outputs)
    .option('--csv <path>', says.csv)
    .option('--xlsx <path>', says.xlsx)
    .option('--json <path>', says.json)
    .option('--html <path>', says.html)
    .option('--ics <path>', says.ics)
    .option('--split-by <unit>', says.splitBy, splitBy)
    .option('--delimiter <sign>', says.delimiter, delimiter, CSV_DELIMITER)
    .option('--no-bom', says.bom)
    .option('--language <code>', says.language, language, DEFAULT_LANGUAGE)
    .optionsGroup(groups.runs)
    .option('--state <path>', says.state)
    .option('--full', says.full)
    .option('--timeout <seconds>', says.timeout, whole(1, 3600), 30)
    .option('--patience <seconds>', says.patience, whole(0, 86_400), 120)
    .option('--quiet', says.quiet)
    .addHelpText('after', `\n${help.exitCodes}: ${exitCodes(help.codes)}`)
    .configureHelp({ styleTitle: (title) => titleIn(title, help), optionDescription: (option) => described(option, help) })
    .configureOutput({ writeOut: (text) => void out.write(text), writeErr: () => undefined })
    .exitOverride();
  refuseTwice(program);
  return program;
}

function refuseTwice(program: Command): void {
  const given = new Set<keyof CommandOptions>();
  for (const name of ONCE)
    program.on(`option:${name}`, () => {
      if (given.has(name)) throw new RecordsError('usage', ({ options }) => options.twice(`--${name}`));
      given.add(name);
    });
}

function exitCodes(says: OptionsText['help']['codes']): string {
  return Object.entries(EXIT_CODES)
    .map(([name, code]) => `${code} ${says[name as keyof typeof EXIT_CODES]}`)
    .join(', ');
}

/** The two titles that are Commander's own. */
function titleIn(title: string, { usage, others }: OptionsText['help']): string {
  return { 'Usage:': usage, 'Options:': others }[title] ?? title;
}

/** With the default, as far as it says something: Commander's own words for it are English. */
function described({ description, defaultValue, defaultValueDescription }: Described, { byDefault }: OptionsText['help']): string {
  const isTold = typeof defaultValue === 'string' || typeof defaultValue === 'number' || defaultValueDescription !== undefined;
  return isTold ? `${description} ${byDefault(defaultValueDescription ?? String(defaultValue))}` : description;
}

type Described = Pick<Option, 'description' | 'defaultValue' | 'defaultValueDescription'>;
