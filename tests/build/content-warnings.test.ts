import { expect, test } from 'vitest';
import { contentWarnings } from '../../build/content-warnings.ts';
import { readCourse } from '../../build/read-course.ts';
import { changed, sampleContent, withContent } from './sample-content.ts';

const first = '{ id: first, title: Ensimmäinen ohjelma, link: https://www.esimerkki.fi/1 }';
const second = '{ id: second, title: Toinen ohjelma, link: https://www.esimerkki.fi/2 }';

test('programmes without steps are warned of by their names', async () => {
  expect(contentWarnings(await withContent(sampleContent, readCourse))).toEqual([
    expect.stringContaining('”Ensimmäinen ohjelma” ja ”Toinen ohjelma”: treeniohjelman sisältö puuttuu.'),
  ]);
});

test('a programme is read with its aim, steps, tips and links, and then nothing is warned of', async () => {
  const contents = "aim: Tavoite., steps: [Tervehdi.], tips: [Hymyile.], links: [{ title: Opas, link: 'https://www.esimerkki.fi/opas' }]";
  const whole = (programme: string): string => programme.replace(' }', `, ${contents} }`);
  const files = changed('course.yaml', second, whole(second), changed('course.yaml', first, whole(first)));
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
