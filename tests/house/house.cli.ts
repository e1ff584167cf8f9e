/** `npm run house`: the numbers of the house. Ends with 1 where one of them is worse than its limit. */
import { join } from 'node:path';
import { figuresOf } from './figures.ts';
import { isBroken, reportOf } from './report.ts';
import { productFiles } from './source-file.ts';

/** Another project's folder may be given. */
const figures = figuresOf(productFiles(process.argv[2] ?? join(import.meta.dirname, '../..')));
console.log(reportOf(figures));
if (figures.some(isBroken)) process.exitCode = 1;
