/** `npm run lms-docs`: writes what the docs say of LMSs, `docs/lms-habits.md` of the simulator's tables and the table of `docs/lms.md` of the guide. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { withLmsTable } from '../src/own-package/lms-guide-table.ts';
import { habitPage } from '../src/simulator/habit-list.ts';

const docs = (name: string): string => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));

writeFileSync(docs('lms-habits.md'), habitPage());
writeFileSync(docs('lms.md'), withLmsTable(readFileSync(docs('lms.md'), 'utf8')));
