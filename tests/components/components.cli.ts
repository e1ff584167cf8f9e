/** `npm run components`: writes custom-elements.json, and a page on which each exercise stands alone in every state. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elementsManifest, manifestText } from '../../build/custom-elements.ts';
import { componentPage } from './make-page.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = await elementsManifest();
await writeFile(join(root, 'custom-elements.json'), manifestText(manifest));
await mkdir(join(root, 'gallery'), { recursive: true });
const page = join(root, 'gallery/components.html');
await writeFile(page, await componentPage(manifest));
console.log(`custom-elements.json\n${page}`);
