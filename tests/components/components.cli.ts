/** `npm run components`: a page on which each exercise stands alone in every state, with what custom-elements.json says of its element. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import type { Package } from 'custom-elements-manifest/schema';
import { componentPage } from './make-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

await new Command('components')
  .description('Writes a page on which each exercise stands alone in every state.')
  .option('--manifest <file>', 'the list of the elements, which npm run elements writes', join(root, 'custom-elements.json'))
  .option('--out <dir>', 'folder of the page', join(root, 'gallery'))
  .action(async ({ manifest: list, out }: { readonly manifest: string; readonly out: string }) => {
    const manifest = JSON.parse(await readFile(list, 'utf8')) as Package;
    await mkdir(out, { recursive: true });
    const page = join(out, 'components.html');
    await writeFile(page, await componentPage(manifest));
    console.log(page);
  })
  .parseAsync();
