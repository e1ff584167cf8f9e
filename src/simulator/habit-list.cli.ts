/** `npm run lms-habits`: writes `docs/lms-habits.md` of the simulator's tables. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { habitPage } from './habit-list.ts';

writeFileSync(fileURLToPath(new URL('../../docs/lms-habits.md', import.meta.url)), habitPage());
