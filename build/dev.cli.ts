/** `npm run dev`: the course in the browser beside its sources; what is saved shows at once. */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { openBrowser } from '../src/preview/open-browser.ts';
import { portNumber } from '../src/preview/port-number.ts';
import { startDevSite } from './dev/dev-site.ts';
import { checkFolder } from './given-folder.ts';

interface Options {
  readonly content: string;
  readonly port: number;
  readonly open: boolean;
}

/** A page that was left open has found the server again by then. Milliseconds. */
const RETURNS = 4_000;

const command = new Command('dev')
  .description('Shows the course in the browser while its content is written: what is saved is there at once, with the answers kept.')
  .option('--content <dir>', 'folder of the content', fileURLToPath(new URL('../content', import.meta.url)))
  .option('--port <number>', 'where to listen; when taken, the next free port', portNumber, 8180)
  .option('--no-open', 'do not open the browser')
  .action(async ({ content, port, open }: Options) => {
    await checkFolder(content);
    const site = await startDevSite({ content, port, say: (line) => console.log(line) });
    console.log(`The course: ${site.url}  (for this machine only; stop with Ctrl+C)`);
    const stop = (): void => void site.close().then(() => process.exit(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    if (!open) return;
    setTimeout(() => {
      if (site.pages === 0) openBrowser(site.url);
    }, RETURNS).unref();
  });

try {
  await command.parseAsync();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
