/** `npm run lms-docs`: writes what the docs say of LMSs, `docs/lms-habits.md` of the simulator's tables and the table of `docs/lms.md` of the guide. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { withLmsTable } from '../src/own-package/lms-docs-table.ts';
import { habitPage } from '../src/simulator/habit-list.ts';

new Command('lms-docs')
  .description('Writes what the docs say of learning systems: their habits, and the table of packages and settings.')
  .option('--docs <dir>', 'folder of the pages', fileURLToPath(new URL('../docs', import.meta.url)))
  .action(({ docs }: { readonly docs: string }) => {
    const page = join(docs, 'lms.md');
    writeFileSync(join(docs, 'lms-habits.md'), habitPage());
    writeFileSync(page, withLmsTable(readFileSync(page, 'utf8')));
  })
  .parse();
