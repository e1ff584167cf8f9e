/** Runs scripts of package.json at the same time: each of them keeps one core busy, and there are two. */
import { spawn } from 'node:child_process';
import { Command } from 'commander';

interface Running {
  readonly script: string;
  /** From now on its output is shown as it comes; what it has said so far comes first. */
  show(): void;
  /** The exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>;
}

function start(script: string): Running {
  // A pipe has no colours by itself.
  const env = process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env;
  const child = spawn('npm', ['run', '--silent', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const held: (() => void)[] = [];
  let isShown = false;
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].on('data', (chunk: Buffer) => {
      const write = (): boolean => process[stream].write(chunk);
      if (isShown) write();
      else held.push(write);
    });
  return {
    script,
    show: () => {
      isShown = true;
      for (const write of held.splice(0)) write();
    },
    ended: new Promise((resolve, reject) => child.once('error', reject).once('close', resolve)),
  };
}

new Command('side-by-side')
  .description(
    'Runs scripts of package.json at the same time, and shows the output of one after that of another. Ends with 1 where one fails.',
  )
  .argument('<scripts...>', 'their names')
  .action(async (scripts: readonly string[]) => {
    const failed: string[] = [];
    for (const { script, show, ended } of scripts.map(start)) {
      show();
      if ((await ended) !== 0) failed.push(script);
    }
    if (failed.length === 0) return;
    console.error(`Failed: npm run ${failed.join(', npm run ')}`);
    process.exitCode = 1;
  })
  .parse();
