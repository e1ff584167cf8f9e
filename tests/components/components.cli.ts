/** `npm run components`: writes custom-elements.json, and a page on which each exercise stands alone in every state. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { elementsManifest, manifestText } from '../../build/custom-elements.ts';
import { componentPage } from './make-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

await new Command('components')
  .description('Writes custom-elements.json, and a page on which each exercise stands alone in every state.')
  .option('--manifest <file>', 'the list of the elements', join(root, 'custom-elements.json'))
  .option('--out <dir>', 'folder of the page', join(root, 'gallery'))
  .action(async ({ manifest: list, out }: { readonly manifest: string; readonly out: string }) => {
    const manifest = await elementsManifest();
    await writeFile(list, manifestText(manifest));
    await mkdir(out, { recursive: true });
    const page = join(out, 'components.html');
    await writeFile(page, await componentPage(manifest));
    console.log(`${list}\n${page}`);
  })
  .parseAsync();
