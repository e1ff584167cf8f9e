/** Builds the content of one folder into another and prints the packages' digests as JSON: a process of its own, so that a test can move its time zone. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../build/build.ts';
import { packageFile } from '../../build/packages.ts';

const [content = '', out = ''] = process.argv.slice(2);
const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));
const { packages } = await build({ content, out, entry });
const digests: Record<string, string> = {};
for (const { name } of packages) {
  digests[name] = createHash('sha256')
    .update(await readFile(join(out, `${packageFile(name)}.zip`)))
    .digest('hex');
}
console.log(JSON.stringify(digests));
