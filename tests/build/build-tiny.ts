/**
 * Builds the content of one folder into another around the script of `tiny-entry.ts`: a process of its own, so that a test can move its time
 * zone or fill its disk. `tsx build-tiny.ts <content> <out> [<name of a package>…]`
 */
import { fileURLToPath } from 'node:url';
import { build } from '../../build/build.ts';
import type { PackageName } from '../../build/packages.ts';

const [content = '', out = '', ...names] = process.argv.slice(2);
const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));
await build({ content, out, entry, ...(names.length > 0 ? { formats: names as PackageName[] } : {}) });
