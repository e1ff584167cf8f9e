/** `npm run house`: the numbers of the house. Ends with 1 where one of them is worse than its limit. */
import { join } from 'node:path';
import { Command } from 'commander';
import { figuresOf } from './figures.ts';
import { isBroken, reportOf } from './report.ts';
import { productFiles, testFiles } from './source-file.ts';

new Command('house')
  .description('Prints the sizes of the code, and ends with 1 where one is worse than its limit.')
  .argument('[project]', 'folder of another project', join(import.meta.dirname, '../..'))
  .action((project: string) => {
    const figures = figuresOf(productFiles(project), testFiles(project));
    console.log(reportOf(figures));
    if (figures.some(isBroken)) process.exitCode = 1;
  })
  .parse();
