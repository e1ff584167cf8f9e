import { files } from './fi/files.ts';
import { options } from './fi/options.ts';
import { run } from './fi/run.ts';
import { servers } from './fi/servers.ts';

/** What the records command says in Finnish. Its shape is the other languages' too. */
export const fi = { ...run, ...files, ...servers, options };

export type OwnText = typeof fi;
