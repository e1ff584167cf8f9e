/** Whether the options of the command line go together, and the run that they ask for. */
import { RecordsError } from '../records-error.ts';
import type { CommandOptions } from './command-options.ts';
import { sameSpelling } from './output-place.ts';
import type { OptionsText } from '../text/messages/fi/options.ts';
import type { Told } from '../text/messages/told.ts';
import { mayBeOfUnit, type RunOptions } from './run-options.ts';

type Outputs = RunOptions['outputs'];

/**
 * @param terminal standard output is one, and no file or program
 * @throws RecordsError usage, where options are missing or speak against each other
 */
export function checkedOptions(typed: CommandOptions, terminal: boolean): RunOptions {
  const source = checkedSources(typed);
  const outputs = outputsOf(typed);
  const splitByUnit = typed.splitBy === 'unit';
  checkOutputs(typed, outputs);
  checkPaths(typed, [...Object.values(outputs), ...(typed.state === undefined ? [] : [typed.state])]);
  checkUnitPaths(typed, { outputs, splitByUnit });
  if (outputs.xlsx === '-' && terminal) throw usage(({ sheetOnTerminal }) => sheetOnTerminal);
  const { until, columns, people, validFor, asOf, state } = typed;
  const { pageSize, atOnce, identify, courseFile, zone, delimiter, bom, language } = typed;
  return {
    ...source,
    ...given({ until, columns, people, validFor, asOf, state }),
    pageSize,
    atOnce,
    identify,
    courseFile,
    zone,
    outputs,
    splitByUnit,
    delimiter,
    bom,
    language,
    activities: typed.activity ?? [],
    files: typed.file ?? [],
    activityNames: typed.activityName ?? [],
    pseudonymous: typed.pseudonymous ?? false,
    full: typed.full ?? false,
    timeout: typed.timeout * 1000,
    patience: typed.patience * 1000,
  };
}

/** The servers that are read; report files can be a source alone. */
function checkedSources({ lrs, moodle, course, file }: CommandOptions): Pick<RunOptions, 'lrs' | 'moodle'> {
  if (!lrs && !moodle && !file) throw usage(({ noSource }) => noSource);
  if (moodle && course === undefined) throw usage(({ moodleNeedsCourse }) => moodleNeedsCourse);
  if (!moodle && course !== undefined) throw usage(({ courseNeedsMoodle }) => courseNeedsMoodle);
  return { ...given({ lrs }), ...(moodle && course !== undefined ? { moodle: { site: moodle, courseId: course } } : {}) };
}

/** A CSV on standard output where none is asked for. */
function outputsOf({ csv, xlsx, json, html, ics }: CommandOptions): Outputs {
  const outputs = given({ csv, xlsx, json, html, ics });
  return Object.keys(outputs).length === 0 ? { csv: '-' } : outputs;
}

function checkOutputs({ splitBy, state }: CommandOptions, outputs: Outputs): void {
  if (splitBy === 'unit' && Object.values(outputs).includes('-')) throw usage(({ splitNeedsPaths }) => splitNeedsPaths);
  if (state === '-') throw usage(({ stateNeedsPath }) => stateNeedsPath);
}

/** Outputs that would go over each other or over what is read. */
function checkPaths({ file, people, columns, secrets, courseFile }: CommandOptions, written: readonly string[]): void {
  if (written.includes('')) throw usage(({ noPath }) => noPath);
  const places = written.map((path) => (path === '-' ? path : sameSpelling(path)));
  if (new Set(places).size < places.length) throw usage(({ samePlace }) => samePlace);
  const read = [...(file ?? []), people, columns, secrets, courseFile].filter((path) => path !== undefined).map(sameSpelling);
  const over = written.find((path, index) => read.includes(places[index] ?? ''));
  if (over !== undefined) throw usage(({ isRead }) => isRead(over));
}

/** Files of units that could go over what is read, whatever the units are called. */
function checkUnitPaths(
  { file, people, columns, secrets, courseFile, state }: CommandOptions,
  options: Pick<RunOptions, 'outputs' | 'splitByUnit'>,
): void {
  const other = [...(file ?? []), people, columns, secrets, courseFile, state].filter((path) => path !== undefined);
  const over = other.find((path) => mayBeOfUnit(options, path));
  if (over !== undefined) throw usage(({ unitIsRead }) => unitIsRead(over));
}

function usage(said: (options: OptionsText) => Told): RecordsError {
  return new RecordsError('usage', ({ options }) => said(options));
}

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}
