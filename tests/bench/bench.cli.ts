/** `npm run bench`: prints one JSON document of figures; how it goes is told on standard error. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { packageFigures, timeBuild } from './build-bench.ts';
import { codecBench } from './codec-bench.ts';
import { keepsLimit, type BenchOptions, type Figure } from './figure.ts';

const groups = ['build', 'launch', 'first-paint', 'course', 'typing', 'codec', 'records', 'hr-page', 'dev'] as const;
type Group = (typeof groups)[number];
/** What is measured at built packages. */
const ofPackages: readonly Group[] = ['build', 'launch', 'first-paint', 'course', 'typing'];

interface Options {
  readonly only?: readonly Group[];
  readonly packages?: string;
  readonly quick: boolean;
}

const CODEC_ROUNDS = 5;

await new Command('bench')
  .description('Measures the course, its packages and its records. Ends with 1 where a figure breaks its limit.')
  .option('--only <groups>', `what to measure, with commas between: ${groups.join(', ')}`, readGroups)
  .option('--packages <dir>', 'folder of built packages; without it they are built anew, and that is timed', (path) => resolve(path))
  .option(
    '--quick',
    'fewer rounds, SCORM 1.2 and xAPI only for the licence, records and HR’s page only where named: to look at, not to quote',
    false,
  )
  .action(bench)
  .parseAsync();

async function bench({ only, packages, quick }: Options): Promise<void> {
  const chosen = only ?? groups.filter((group) => !(quick && (group === 'records' || group === 'hr-page')));
  const folder = mkdtempSync(join(tmpdir(), 'aspa-bench-'));
  const load = loadavg().map((value) => Number(value.toFixed(1)));
  try {
    const needsPackages = chosen.some((group) => ofPackages.includes(group));
    const built = needsPackages && packages === undefined ? await told('build', () => timeBuild(folder)) : undefined;
    const options: BenchOptions = { packages: packages ?? folder, quick, tell };
    const figures: Partial<Record<Group, readonly Figure[]>> = {};
    for (const group of chosen) figures[group] = (await told(group, () => measure(group, options, built))).map(rounded);
    const broken = Object.values(figures).flatMap((all) => all.filter((figure) => !keepsLimit(figure)).map(({ name }) => name));
    const machine = { node: process.version, processor: cpus()[0]?.model, cores: cpus().length, loadBefore: load };
    process.stdout.write(`${JSON.stringify({ quick, machine, figures, broken }, undefined, 2)}\n`);
    if (broken.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Browsers and records are loaded only where they are measured. */
async function measure(group: Group, options: BenchOptions, built: Figure | undefined): Promise<readonly Figure[]> {
  switch (group) {
    case 'build':
      return [...(built ? [built] : []), ...packageFigures(options.packages)];
    case 'launch':
      return (await import('./launch-bench.ts')).launchBench(options);
    case 'first-paint':
      return (await import('./first-paint-bench.ts')).firstPaintBench(options);
    case 'course':
      return (await import('./course-bench.ts')).courseBench(options);
    case 'typing':
      return (await import('./typing-bench.ts')).typingBench(options);
    case 'codec':
      return codecBench(options.quick ? 1 : CODEC_ROUNDS);
    case 'records':
      return (await import('./records-bench.ts')).recordsBench();
    case 'hr-page':
      return (await import('./hr-page-bench.ts')).hrPageBench();
    case 'dev':
      return (await import('./dev-bench.ts')).devBench();
  }
}

function readGroups(value: string): Group[] {
  return value.split(',').map((name) => {
    const known = groups.find((group) => group === name.trim());
    if (known === undefined) throw new InvalidArgumentError(`There is no group “${name}”. The groups are ${groups.join(', ')}.`);
    return known;
  });
}

async function told<T>(what: string, work: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  tell(what);
  const result = await work();
  tell(`${what}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function rounded<F extends Figure>(figure: F): F {
  return { ...figure, value: Number(figure.value.toFixed(2)) };
}
