/** What an author is told where the disk refuses a file. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build } from '../../build/build.ts';
import { ContentError } from '../../build/content-error.ts';
import { DiskFault, toldOfDisk } from '../../build/disk-fault.ts';
import { changed, sampleContent, withContent } from './sample-content.ts';

const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));

test('a place that takes no file is named', async () => {
  await withContent(sampleContent, async (content) => {
    const out = join(content, 'course.yaml', 'dist');
    const told = toldOfDisk(() => build({ content, out, entry, formats: ['web'] }));
    await expect(told).rejects.toThrow(DiskFault);
    await expect(told).rejects.toThrow(`Tiedosto ${out} ei aukea, tai siihen ei saa kirjoittaa (ENOTDIR).`);
  });
});

test('of a file that was to be moved, the place is named where it was to come', async () => {
  const refused = Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'rename', path: 'dist/a.new.zip', dest: 'dist/a.zip' });
  await expect(toldOfDisk(() => Promise.reject(refused))).rejects.toThrow('Tiedosto dist/a.zip ei aukea');
  await expect(toldOfDisk(() => Promise.reject(Object.assign(refused, { code: 'ENOSPC' })))).rejects.toThrow('Levy on täynnä');
});

test('a mistake in the content is told as ever', async () => {
  const content = withContent(changed('course.yaml', 'contact:', 'kontakti:'), (folder) =>
    toldOfDisk(() => build({ content: folder, out: join(folder, 'out'), entry, formats: ['web'] })),
  );
  await expect(content).rejects.toThrow(ContentError);
});
