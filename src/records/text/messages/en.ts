import type { OwnText } from './fi.ts';
import { files } from './en/files.ts';
import { options } from './en/options.ts';
import { run } from './en/run.ts';
import { servers } from './en/servers.ts';

/** What the records command says in English. */
export const en: OwnText = { ...run, ...files, ...servers, options };
