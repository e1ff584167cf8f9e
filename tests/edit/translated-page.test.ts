/** A text that is changed on a translation's page goes into the translation, also where the page shows the original. */
import { expect, test } from 'vitest';
import { marksIn } from '../../build/edit/source-marks.ts';
import { digestOf, NEVER } from '../../build/outdated-translations.ts';
import { readCourses } from '../../build/read-course.ts';
import { author } from './author.ts';
import { bilingualContent, type ContentFiles } from '../build/sample-content.ts';

test('a title of course.yaml that is translated on the Swedish page stays as it is in Finnish', async () => {
  await author(bilingualContent, async ({ session, folder }) => {
    const shown = await session.read();
    const title = shown?.courses[1]?.classes.find(({ id }) => id === 'B')?.title ?? '';
    expect(title).toContain('Tieto verkosta');
    const number = marksIn(title)[0]?.number ?? -1;
    const { hash } = await session.open(shown?.id ?? '', number);
    const outcome = await session.change(shown?.id ?? '', { number, hash, changes: [{ text: 'Information på webben' }], confirmed: false });
    const [fi, sv] = await readCourses(folder);
    const of = (course: typeof fi | undefined): string => course?.classes.find(({ id }) => id === 'B')?.title ?? '';
    expect([of(fi), of(sv)], JSON.stringify(outcome)).toEqual(['Tieto verkosta', 'Information på webben']);
  });
});

test('a paragraph whose Swedish is outdated: Swedish written in its place on the Swedish page does not go into the Finnish file', async () => {
  const outdated: ContentFiles = {
    ...bilingualContent,
    'translations.lock': `sv sv/01-b.md teksti 1 ${NEVER} ${digestOf('Ennen harjoitusta.')}\n`,
  };
  await author(outdated, async ({ session, read }) => {
    const shown = await session.read();
    const json = JSON.stringify(shown?.courses[1]);
    const at = json.indexOf('Ennen harjoitusta.');
    const number = marksIn(json.slice(0, at)).at(-1)?.number ?? -1;
    const { hash, file } = await session.open(shown?.id ?? '', number);
    const asked = { number, hash, changes: [{ text: 'Före övningen.' }], confirmed: false };
    const outcome = await session.change(shown?.id ?? '', asked).catch((error: unknown) => error);
    expect(await read('fi/01-b.md'), `${file} ${JSON.stringify(outcome)}`).toBe(outdated['fi/01-b.md']);
    expect(await read('sv/01-b.md')).toContain('Före övningen.');
  });
});

test('a hint that the Swedish file lacks: Swedish written in its place on the Swedish page does not go into the Finnish file', async () => {
  const lacking: ContentFiles = {
    ...bilingualContent,
    'sv/01-b.md': bilingualContent['sv/01-b.md']?.replace(', help: Ajattele viime viikkoa.', ''),
  };
  await author(lacking, async ({ session, read }) => {
    const shown = await session.read();
    const json = JSON.stringify(shown?.courses[1]);
    const number = marksIn(json.slice(0, json.indexOf('Ajattele viime viikkoa.'))).at(-1)?.number ?? -1;
    const { hash, file } = await session.open(shown?.id ?? '', number);
    const asked = { number, hash, changes: [{ text: 'Tänk på förra veckan.' }], confirmed: false };
    const outcome = await session.change(shown?.id ?? '', asked).catch((error: unknown) => error);
    expect(await read('fi/01-b.md'), `${file} ${JSON.stringify(outcome)}`).toBe(lacking['fi/01-b.md']);
  });
});
