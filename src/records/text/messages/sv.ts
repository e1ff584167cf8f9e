import type { OwnText } from './fi.ts';
import { files } from './sv/files.ts';
import { options } from './sv/options.ts';
import { run } from './sv/run.ts';
import { servers } from './sv/servers.ts';

/** What the records command says in Swedish. */
export const sv: OwnText = { ...run, ...files, ...servers, options };
