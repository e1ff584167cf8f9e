/** `npm run guide`: HR's guides with pictures, beside HR's page. Needs Chromium. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GUIDES, makeGuide } from '../../build/hr-guide.ts';
import { makeHrPage } from '../../build/hr-page.ts';
import { guidePictures } from './guide-pictures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const out = join(root, 'dist');

await mkdir(out, { recursive: true });
const page = await makeHrPage(join(root, 'content/course.yaml'));
for (const guide of GUIDES) {
  const text = await makeGuide(guide, await guidePictures(page, guide.language));
  await writeFile(join(out, guide.file), text);
  console.log(`${guide.file}  ${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`);
}
