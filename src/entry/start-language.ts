/** The script of a further language: runs while it is loaded, since whoever has asked for it waits no longer (`src/text/language-pack.ts`). */
import { run } from './run-packed.ts';
import { unpack } from './unpack.ts';

/** Written by `build/pack-script.ts` into the place of the mark. */
run(unpack('@packed-script@'));
