/** `npm start`: the preview LMS. `npm start -- --watch`: the same, and the course is built again at each change. */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { realLrsAt } from './lrs-site.ts';
import { openBrowser } from './open-browser.ts';
import { portNumber } from './port-number.ts';
import { buildCourse, rebuildOnChange } from './rebuild.ts';
import { startPreview } from './server.ts';

interface Options {
  readonly port: number;
  readonly data: string;
  readonly packages: string;
  readonly open: boolean;
  readonly watch: boolean;
  readonly lrs?: string;
}

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const command = new Command('preview')
  .description('Runs the course in an LMS on this machine. For preview, not for production.')
  .option('--port <number>', 'where to listen; when taken, the next free port', portNumber, 8170)
  .option('--data <file>', 'the SQLite file with learners and attempts', root('.cache/preview.sqlite'))
  .option('--packages <dir>', 'the folder with the packages', root('dist'))
  .option('--lrs <url>', 'a real LRS for the xAPI and cmi5 packages; its key and secret from ASPA_LRS_KEY and ASPA_LRS_SECRET')
  .option('--no-open', 'do not open the browser')
  .option('--watch', 'build the course at once and at each change', false)
  .action(async ({ port, data, packages, open, watch, lrs }: Options) => {
    if (watch) await buildCourse();
    const preview = await startPreview({ port, data, packages, ...(lrs === undefined ? {} : { lrs: realLrsAt(lrs, process.env) }) });
    if (port !== 0 && preview.port !== port) console.log(`Port ${String(port)} is taken, so the preview is at ${String(preview.port)}.`);
    console.log(`The preview LMS: ${preview.url}  (for this machine only; stop with Ctrl+C)`);
    const { user, password } = preview.lrsKey;
    if (lrs === undefined) console.log(`Its LRS:         ${preview.lrsUrl}  (user ${user}, password ${password})`);
    const stopWatching = watch ? rebuildOnChange(() => preview.rebuilt()) : () => {};
    const stop = (): void => {
      stopWatching();
      void preview.close().then(() => process.exit(0));
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (open) openBrowser(preview.url);
  });

try {
  await command.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
