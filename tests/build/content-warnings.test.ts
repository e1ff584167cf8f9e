import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { build } from '../../build/build.ts';
import { contentWarnings, newLockWarning } from '../../build/content-warnings.ts';
import { readCourse } from '../../build/read-course.ts';
import { changed, sampleContent, withContent } from './sample-content.ts';

const first = '{ id: first, title: Ensimmäinen ohjelma, link: https://www.esimerkki.fi/1 }';
const second = '{ id: second, title: Toinen ohjelma, link: https://www.esimerkki.fi/2 }';

test('programmes without steps are warned of by their names', async () => {
  expect(contentWarnings(await withContent(sampleContent, readCourse))).toEqual([
    expect.stringContaining('”Ensimmäinen ohjelma” ja ”Toinen ohjelma”: treeniohjelman sisältö puuttuu.'),
    expect.stringContaining(
      'kurssin tarjoaja (organization), valvontaviranomainen (authority), selosteen päivä (assessed): tieto puuttuu.',
    ),
  ]);
});

test('a programme is read with its aim, steps, tips and links, and with the particulars too nothing is warned of', async () => {
  const contents = "aim: Tavoite., steps: [Tervehdi.], tips: [Hymyile.], links: [{ title: Opas, link: 'https://www.esimerkki.fi/opas' }]";
  const whole = (programme: string): string => programme.replace(' }', `, ${contents} }`);
  const particulars = 'organization: Kunta\nauthority: Traficom\nassessed: 2026-11-26\ncontact:';
  const programmes = changed('course.yaml', second, whole(second), changed('course.yaml', first, whole(first)));
  const files = changed('course.yaml', 'contact:', particulars, programmes);
  const course = await withContent(files, readCourse);
  expect(course.programmes[0]).toEqual({
    id: 'first',
    title: 'Ensimmäinen ohjelma',
    link: 'https://www.esimerkki.fi/1',
    aim: 'Tavoite.',
    steps: ['Tervehdi.'],
    tips: ['Hymyile.'],
    links: [{ title: 'Opas', link: 'https://www.esimerkki.fi/opas' }],
  });
  expect(contentWarnings(course)).toEqual([]);
});

test('a day that there is not is a mistake', async () => {
  const files = changed('course.yaml', 'contact:', 'assessed: 2026-02-30\ncontact:');
  await expect(withContent(files, readCourse)).rejects.toThrow('Päivä ”2026-02-30” ei kelpaa.');
});

test('a build that finds no file of ids says so, since it may have been deleted; the next one has nothing to say', async () => {
  const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));
  await withContent(sampleContent, async (content) => {
    const making = { content, out: join(content, 'out'), entry, formats: ['web'] } as const;
    expect((await build(making)).isLockNew).toBe(true);
    expect((await build(making)).isLockNew).toBe(false);
  });
  expect(newLockWarning()).toContain('identifiers.lock: tiedostoa ei ollut');
});
