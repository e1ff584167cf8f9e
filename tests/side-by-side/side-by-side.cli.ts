/** Runs scripts of package.json at the same time: each of them keeps one core busy, and there are two. */
import { spawn } from 'node:child_process';
import { Command } from 'commander';

interface Running {
  readonly script: string;
  /** From now on its output is shown as it comes; what it has said so far comes first. */
  show(): void;
  /** The last lines that it has said so far. */
  lastLines(): string;
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** So much of a script that failed is repeated: what a runner of tests says of a few failures, and its summary. */
const REPEATED_LINES = 80;

function start(script: string): Running {
  // A pipe has no colours by itself.
  const env = process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env;
  const child = spawn('npm', ['run', '--silent', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const held: (() => void)[] = [];
  let isShown = false;
  let last = '';
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Buffer) => {
      const write = (): boolean => process[stream].write(chunk);
      last = lastLinesOf(last + chunk.toString());
      if (isShown) write();
      else held.push(write);
    });
  return {
    script,
    show: () => {
      isShown = true;
      for (const write of held.splice(0)) write();
    },
    lastLines: () => last,
    ended: new Promise((resolve, reject) => child.once('error', reject).once('close', resolve)),
  };
}

function lastLinesOf(text: string): string {
  return text.split('\n').slice(-REPEATED_LINES).join('\n');
}

new Command('side-by-side')
  .description(
    'Runs scripts of package.json at the same time, and shows the output of one after that of another. Where one fails its last lines are repeated at the end, and the command ends with 1.',
  )
  .argument('<scripts...>', 'their names')
  .action(async (scripts: readonly string[]) => {
    const failed: Running[] = [];
    for (const running of scripts.map(start)) {
      running.show();
      if ((await running.ended) !== 0) failed.push(running);
    }
    if (failed.length === 0) return;
    // Where the output is long, or only its end is kept, what failed stands far above.
    for (const { script, lastLines } of failed) console.error(`\nThe end of npm run ${script}:\n${lastLines()}`);
    console.error(`Failed: npm run ${failed.map(({ script }) => script).join(', npm run ')}`);
    process.exitCode = 1;
  })
  .parse();
