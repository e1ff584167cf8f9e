/** `npm run build`: makes the packages in `dist/` and says what they weigh. */
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { LANGUAGES, type Language } from '../src/course/languages.ts';
import { toAuthorOf } from './author-language.ts';
import { build, UnfitForRelease, type BuildResult } from './build.ts';
import { ContentError, describe } from './content-error.ts';
import { contentWarnings, newLockWarning } from './content-warnings.ts';
import { DiskFault, toldOfDisk } from './disk-fault.ts';
import { writeHrPage } from './hr-page.ts';
import { UnknownPart } from './make-packages.ts';
import { checkFolder, NoFolder } from './given-folder.ts';
import { PackageError } from './package-error.ts';
import { writePackagePage } from './package-page.ts';
import { packageKinds, type PackageName } from './packages.ts';
import { translationWarnings } from './outdated-translations.ts';
import { describeStateSize } from './state-size.ts';

interface Options {
  readonly content: string;
  readonly out: string;
  readonly format?: readonly PackageName[];
  /** The earlier name of `format`. */
  readonly only?: readonly PackageName[];
  readonly split?: true | readonly string[];
  readonly language?: Language;
  readonly release?: boolean;
  readonly particularsLater?: boolean;
  readonly strict?: boolean;
}

/** What an author can mend. */
const TOLD = [ContentError, DiskFault, NoFolder, PackageError, UnfitForRelease, UnknownPart];
const names = packageKinds.map(({ name }) => name);
const root = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const command = new Command('build')
  .description('Builds the course into packages for learning management systems: zips, and a folder beside each.')
  .option('--content <dir>', 'folder of the content', root('content'))
  .option('--out <dir>', 'folder for the packages', root('dist'))
  .option('--format <names>', `only these packages, with commas between: ${names.join(', ')}`, readNames)
  .addOption(new Option('--only <names>', 'the earlier name of --format').argParser(readNames).hideHelp())
  .option(
    '--split [parts]',
    'a package for each part of the course in place of the whole: chapters whose exercises count for the same class. ' +
      'For systems where each activity is followed by itself. Or only the named parts: --split b,c (cmi5: one package with all parts)',
    readParts,
  )
  .option('--release', 'for learners: stops where a translation is missing or outdated, or a particular that the law asks for')
  .option('--particulars-later', 'with --release: each organization fills in its own particulars in the packages')
  .option(
    '--strict',
    'stops at what an editor would ask to look at again: hard sentences, forms of links, heavy pictures, heavy packages, other words',
  )
  .addOption(new Option('--language <language>', 'the one language of the packages').choices(LANGUAGES))
  .action(async (options: Options) => {
    await toAuthorOf(options.content, () => toldOfDisk(() => run(options)));
  });

async function run({ only, format = only, ...options }: Options): Promise<void> {
  const { content, out } = options;
  await checkFolder(out, true);
  const start = performance.now();
  const result = await build({ ...options, ...(format ? { formats: format } : {}) });
  report(result, performance.now() - start);
  if (format) return;
  for (const { file, bytes } of [await writeHrPage(content, out), await writePackagePage(result.courses[0], out)])
    console.log(`${file}  ${kilobytes(bytes)}`);
}

/** Given twice, an option adds to what it named before. */
function readNames(value: string, before: readonly PackageName[] = []): PackageName[] {
  const read = value.split(',').map((name) => {
    const known = names.find((each) => each === name.trim());
    if (known === undefined) throw new InvalidArgumentError(`There is no package “${name}”. The packages are ${names.join(', ')}.`);
    return known;
  });
  return [...before, ...read];
}

function readParts(value: string, before: string[] | true = []): string[] {
  return [...(before === true ? [] : before), ...value.split(',').map((key) => key.trim())];
}

function report({ courses, packages, translationFaults, remarks, isLockNew }: BuildResult, milliseconds: number): void {
  const rows = packages.map(({ file, zipBytes, launch }) => [
    `${file}.zip`,
    kilobytes(zipBytes),
    `${launch.requests}`,
    kilobytes(launch.bytes),
  ]);
  const table = [['package', 'zip', 'requests', 'launch'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  for (const row of table)
    console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
  console.log(`\n${packages.length} ${packages.length === 1 ? 'package' : 'packages'} in ${(milliseconds / 1000).toFixed(1)} s.\n`);
  for (const line of describeStateSize(courses[0])) console.log(line);
  const warnings = [
    ...(isLockNew ? [newLockWarning()] : []),
    ...contentWarnings(courses[0]),
    ...translationWarnings(translationFaults),
    ...remarks.map(describe),
    ...packages.flatMap(({ file, warnings }) => warnings.map((warning) => `${file}.zip: ${warning}`)),
  ];
  for (const warning of warnings) console.warn(`\n${warning}`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Rollup's words for a module that cannot be bundled, with the lines it means. */
function brokenModule(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'RollupError') return undefined;
  const { frame } = error as Error & { readonly frame?: string };
  return frame === undefined ? error.message : `${error.message}\n\n${frame}`;
}

try {
  await command.parseAsync();
} catch (error) {
  // What an author or developer can mend is told in its own words; anything else is a fault of the build, and its stack helps.
  console.error(error instanceof Error && TOLD.some((Told) => error instanceof Told) ? error.message : (brokenModule(error) ?? error));
  process.exitCode = 1;
}
