/** How fast and how large completion records are: 10,000 learners out of an LRS, 100,000 rows out of files. Runs alone too. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { madeUpLearners } from '../records/learners.ts';
import { interactionsReport } from '../records/moodle-reports.ts';
import { inFolder } from '../records/run-cli.ts';

export interface BenchFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value must stay below it; undefined where it is only told. */
  readonly limit?: number;
}

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

const command = fileURLToPath(new URL('../../src/records/command/aspa-records.mjs', import.meta.url));
const lrs = fileURLToPath(new URL('bench-lrs.ts', import.meta.url));
/** Says at the end how large the process ever was, in kilobytes. */
const measure = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS '+process.resourceUsage().maxRSS+'\\n'))`;

async function run(options: readonly string[]): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', measure, command, ...options], {
    env: { ...process.env, ASPA_LRS_KEY: 'bench', ASPA_LRS_SECRET: 'bench' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`aspa-records ended with ${code}: ${said}`);
  const kilobytes = Number(/maxRSS (\d+)/.exec(said)?.[1] ?? Number.NaN);
  return { seconds: (performance.now() - started) / 1000, megabytes: kilobytes / 1024 };
}

async function withLrs<T>(learners: number, work: (endpoint: string) => Promise<T>): Promise<T> {
  const server: ChildProcess = spawn(process.execPath, ['--import', 'tsx', lrs, String(learners)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    if (!server.stdout) throw new Error('The LRS has no output.');
    const [endpoint] = (await once(createInterface(server.stdout), 'line')) as [string];
    return await work(endpoint);
  } finally {
    server.kill();
  }
}

export async function recordsBench(): Promise<BenchFigure[]> {
  return inFolder(async (folder) => {
    const toXlsx = (learners: number): Promise<Run> =>
      withLrs(learners, (endpoint) => run(['--lrs', endpoint, '--xlsx', join(folder, 'out.xlsx'), '--valid-for', '3y']));
    const nobody = await toXlsx(0);
    const thousand = await toXlsx(1000);
    const tenThousand = await toXlsx(10_000);
    const hundredThousand = await toXlsx(100_000);
    const each = (all: Run, learners: number): number => ((all.seconds - nobody.seconds) * 1000) / learners;

    const staff = madeUpLearners(10);
    await writeFile(join(folder, 'r.txt'), hundredThousandRows(interactionsReport(staff)));
    const files = await run(['--file', join(folder, 'r.txt'), '--csv', join(folder, 'out.csv')]);
    return [
      { name: 'records: 10,000 learners × 8 statements, LRS to XLSX', value: tenThousand.seconds, unit: 's', limit: 60 },
      { name: 'records: the same, memory', value: tenThousand.megabytes, unit: 'MB', limit: 200 },
      { name: 'records: a learner of 1,000', value: each(thousand, 1000), unit: 'ms' },
      { name: 'records: a learner of 10,000', value: each(tenThousand, 10_000), unit: 'ms' },
      { name: 'records: a learner of 100,000', value: each(hundredThousand, 100_000), unit: 'ms' },
      {
        name: 'records: a learner of 100,000 against one of 1,000',
        value: each(hundredThousand, 100_000) / each(thousand, 1000),
        unit: '×',
        limit: 1.5,
      },
      { name: 'records: 100,000 learners, memory', value: hundredThousand.megabytes, unit: 'MB' },
      { name: 'records: 100,000 rows, files to CSV', value: files.seconds, unit: 's', limit: 10 },
    ];
  });
}

/** Rows of a real report over and over, each of another person. */
function hundredThousandRows(report: string): string {
  const [heads = '', ...rows] = report.split('\n');
  const lines = Array.from({ length: 100_000 }, (_row, index) =>
    (rows[index % rows.length] ?? '').replace(/oppija\d+@/, `oppija${index}@`),
  );
  return [heads, ...lines].join('\n');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const figures = await recordsBench();
  for (const { name, value, unit, limit } of figures)
    process.stdout.write(
      `${name}: ${value.toFixed(2)} ${unit}${limit === undefined ? '' : ` (limit ${limit}, ${value < limit ? 'kept' : 'broken'})`}\n`,
    );
  if (figures.some(({ value, limit }) => limit !== undefined && !(value < limit))) process.exitCode = 1;
}
