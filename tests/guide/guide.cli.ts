/** `npm run guide`: the guides with pictures, beside the packages. Needs Chromium. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { AUTHOR_GUIDES, HR_GUIDES, makeGuide, UPLOAD_GUIDE, type Guide, type Pictures } from '../../build/guide-page.ts';
import { makeHrPage } from '../../build/hr-page.ts';
import { withCoursePictures } from './course-pictures.ts';
import { hrPictures } from './hr-pictures.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const content = join(root, 'content');

await new Command('guide')
  .description('Makes the guides for HR, authors and administrators into web pages with pictures.')
  .option('--out <dir>', 'folder of the guides', join(root, 'dist'))
  .action(guides)
  .parseAsync();

async function guides({ out }: { readonly out: string }): Promise<void> {
  await mkdir(out, { recursive: true });
  const write = async (guide: Guide, pictures: Pictures): Promise<void> => {
    const text = await makeGuide(guide, pictures);
    await writeFile(join(out, guide.file), text);
    console.log(`${guide.file}  ${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`);
  };
  const page = await makeHrPage(join(content, 'course.yaml'));
  for (const guide of HR_GUIDES) await write(guide, await hrPictures(page, guide.language));
  await withCoursePictures(content, async ({ exercises, administration }) => {
    for (const guide of AUTHOR_GUIDES) await write(guide, await exercises(guide.language));
    await write(UPLOAD_GUIDE, await administration());
  });
}
