import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContentError } from '../../build/content-error.ts';
import { readCourses } from '../../build/read-course.ts';
import { changed, sampleContent, withContent, type ContentFiles } from './sample-content.ts';

/** What the author is told, or the words that nothing was found. */
async function told(files: ContentFiles): Promise<string> {
  return withContent(files, async (folder) => {
    try {
      await readCourses(folder);
    } catch (error) {
      if (error instanceof ContentError) return error.message;
      throw error;
    }
    return 'no mistake was found';
  });
}

const a = 'fi/00-alku.md';
const b = 'fi/01-b.md';

/** What a service path asks, with the same id in two phases. */
const steps = `group: Ryhmä
    channels: { label: Kanavat, options: [{ id: desk, label: Tiski }] }
    contact: { label: Yhteys, options: [{ id: face, label: Kasvokkain }] }
    phases:
      - { id: before, label: Ennen, steps: [{ id: need, label: Tarve }] }
      - { id: after, label: Jälkeen, steps: [{ id: need, label: Tarve }] }
    marks: [{ id: tip, label: Vinkki, note: Mitä vinkkaat? }]
---`;

/** What an induction guide asks, made of the answers of an exercise that is not there. */
const guide = `answersOf: b.questions
    heading: Otsikko
    text: Ohje
    summary: Lyhyesti
    notice: { label: Huomioi, options: [{ id: respect, label: Kunnioitus }] }
    act: { label: Toimi, options: [{ id: greeting, label: Tervehdi }] }
---`;

const letters = [...'CDEFGHIJK'];
const elevenClasses = changed(
  'course.yaml',
  'programmes:',
  `${letters.map((id) => `  - { id: ${id}, title: Luokka ${id}, compulsory: false }\n`).join('')}programmes:`,
  changed(b, 'classes: [B]', `classes: [B, ${letters.join(', ')}]`),
);

/** Each case: what an author did, and the content after it. */
const cases: readonly (readonly [string, ContentFiles])[] = [
  ['an unknown key with a slip of the fingers', changed(b, 'why:', 'whi:')],
  ['an unknown key like no other', changed('course.yaml', 'contact:', 'lisenssi: MIT\ncontact:')],
  ['an overflow that nobody knows', changed('course.yaml', 'contact:', 'overflow: sivut\ncontact:')],
  ['an LRS with a path', changed('course.yaml', 'contact:', 'lrs: [https://lrs.esimerkki.fi/xapi]\ncontact:')],
  ['an LRS that is any host', changed('course.yaml', 'contact:', 'lrs: ["*"]\ncontact:')],
  ['an LRS that would add to the page’s policy', changed('course.yaml', 'contact:', 'lrs: ["lrs.esimerkki.fi; script-src *"]\ncontact:')],
  ['an LRS that is no list', changed('course.yaml', 'contact:', 'lrs: lrs.esimerkki.fi\ncontact:')],
  ['a time for which the licence is valid that cannot be read', changed('course.yaml', 'contact:', 'validFor: 3 years\ncontact:')],
  ['a rule of the licence that cannot be read', changed('course.yaml', 'contact:', 'licence: A1 and B or A1\ncontact:')],
  ['a rule of the licence with a class that is not there', changed('course.yaml', 'contact:', 'licence: A1 and A3\ncontact:')],
  ['a rule that makes a compulsory class needless', changed('course.yaml', 'contact:', 'licence: A1 or B\ncontact:')],
  ['a second rule without its day', changed('course.yaml', 'contact:', 'licence: [{ rule: A1 }, { rule: A1 and B }]\ncontact:')],
  ['neither a rule nor what is compulsory', changed('course.yaml', 'Tieto verkosta, compulsory: false', 'Tieto verkosta')],
  [
    'a class made of an exercise that is not its own',
    changed('course.yaml', 'compulsory: false }', 'compulsory: false, earnedBy: { exercises: [a.training] } }'),
  ],
  ['a least number of what is not counted', changed('course.yaml', 'compulsory: false }', 'compulsory: false, earnedBy: { minimum: 2 } }')],
  ['an unknown key in a question', changed(b, 'help: Ajattele', 'hlep: Ajattele')],
  ['a chapter without a title', changed(a, 'title: Yhdenvertainen kirjasto\n', '')],
  ['an exercise without a title', changed(b, '    title: Kanavat\n', '')],
  ['an empty title', changed(a, 'title: Yhdenvertainen kirjasto', 'title:')],
  ['an empty heading', changed(a, '## Monikanavainen asiakaspalvelu', '##')],
  ['a heading of the first level', changed(a, '## Monikanavainen', '# Monikanavainen')],
  ['a heading that skips a level', changed(a, '## Monikanavainen', '#### Monikanavainen')],
  ['a panel without a heading', changed(a, '### Näy\n', '')],
  ['a duplicate chapter id', changed(b, 'id: b\n', 'id: a\n', changed(a, '(#b/b.channels)', '(#a)', changed(a, '(#b)', '(#a)')))],
  ['a duplicate exercise id', changed(b, /b\.channels/g, 'a.training', changed(a, '#b/b.channels', '#b'))],
  ['a duplicate question id', changed(b, 'id: chat', 'id: phone')],
  ['a step whose id another phase has', changed(b, /questions:[^]*?\n---/, steps, changed(b, 'kind: reflection', 'kind: service-path'))],
  ['a duplicate class id', changed('course.yaml', 'id: B,', 'id: A1,')],
  ['an id with a letter of Finnish', changed(b, 'id: phone', 'id: päivä')],
  ['an id with a space', changed(b, 'id: phone', 'id: "my phone"')],
  [
    'a guide made of the answers of an exercise that is not there',
    changed(b, /questions:[^]*?\n---/, guide, changed(b, 'kind: reflection', 'kind: orientation-guide')),
  ],
  ['an unknown kind of exercise', changed(b, 'kind: reflection', 'kind: refection')],
  ['an exercise without a kind', changed(b, '- kind: reflection\n    id', '- id')],
  ['an eleventh class, which no LMS would be told of', elevenClasses],
  ['a class without an exercise', changed(b, 'classes: [B]', 'classes: []')],
  ['an exercise for a class that is not there', changed(b, 'classes: [B]', 'classes: [B, A2]')],
  ['an exercise that is not placed', changed(b, '::: exercise b.channels\n', '')],
  ['an exercise that is placed twice', changed(b, '::: exercise b.channels\n', '::: exercise b.channels\n\n::: exercise b.channels\n')],
  [
    'an exercise that is placed but not declared',
    changed(b, '::: exercise b.channels\n', '::: exercise b.channels\n\n::: exercise b.canals\n'),
  ],
  ['an exercise inside a note', changed(a, 'Muista tauot.\n', '::: exercise a.training\n', changed(a, '::: exercise a.training\n\n', ''))],
  ['a link to a chapter that is not there', changed(a, '(#b)', '(#bb)')],
  ['a link to an exercise of another chapter', changed(a, '(#b/b.channels)', '(#b/a.training)')],
  ['a link to a file', changed(a, '(#b)', '(01-b.md)')],
  ['a link without words', changed(a, '[B](#b)', '[](#b)')],
  ['a missing picture', changed(a, 'kuva.svg', 'kuvat.svg')],
  ['a picture without words', changed(a, 'Kaksi ihmistä tiskillä', '')],
  ['a picture whose name has a space', changed(a, 'kuva.svg', 'oma kuva.svg')],
  ['a picture whose name has a letter of Finnish', changed(a, 'kuva.svg', 'käynti.svg')],
  ['a link with a space in its target', changed(a, '(#b)', '(# b)')],
  ['a link with a space before its target', changed(a, '[B](#b)', '[B] (#b)')],
  ['a link whose percent sign means no letter', changed(a, '(#b)', '(#%E4)')],
  ['a link in a task whose percent sign means no letter', changed(a, '#b/b.channels', '#b/%c3%28')],
  ['a link to a site whose name is none', changed(a, 'https://www.akepike.fi', 'https://%E4')],
  ['a picture whose percent sign means no letter', changed(a, 'kuva.svg', '%E4.svg')],
  ['a picture that is not in the content folder', changed(a, 'kuva.svg', '../../kuva.svg')],
  ['a picture that is not in the content folder, in percent codes', changed(a, 'kuva.svg', '..%2f..%2fkuva.svg')],
  ['a link that would run a script', changed(a, 'https://www.akepike.fi', 'javascript:alert(1)')],
  ['a link to what is in the address itself', changed(a, 'https://www.akepike.fi', 'data:text/html,<script>alert(1)</script>')],
  ['a programme whose link would run a script', changed('course.yaml', 'https://www.esimerkki.fi/1', '"javascript:alert(1)"')],
  ['a picture whose name is too long for a disk', changed(a, 'kuva.svg', `${'k'.repeat(300)}.svg`)],
  ['a chapter whose name is too long for a disk', changed('course.yaml', '- 01-b', `- ${'b'.repeat(300)}`)],
  ['a link in a text that is shown as it is written', changed(b, 'help: Ajattele', 'help: "[Ajattele](#b)", example: Ajattele')],
  ['a heading without a space', changed(a, '## Monikanavainen', '##Monikanavainen')],
  ['a tab in YAML', changed(b, '    why:', '\twhy:')],
  ['a byte order mark', changed(a, '---\n', '\uFEFF---\n')],
  ['a sign that nobody sees, from another program', changed('course.yaml', 'Asiakaspalvelun ajokortti', 'Asiakaspalvelun\u000Bajokortti')],
  ['the same in a text', changed(a, 'Teksti **alkaa**', 'Teksti\u0007 **alkaa**\u0096')],
  ['the same as a code of YAML', changed('course.yaml', 'title: Asiakaspalvelun ajokortti', String.raw`title: "Ajo\vkortti \uD83D"`)],
  ['an id with a sign that no LRS takes', changed('course.yaml', 'kurssit/ajokortti', 'kurssit/{ajokortti}')],
  ['a hashtag that YAML takes for a comment', changed(b, 'title: Kanavat', 'title: Vinkkaa #kirjavinkki kanavissa')],
  ['a note to oneself as in HTML', changed(a, 'Teksti **alkaa**', 'Teksti <!-- tarkista --> **alkaa**')],
  ["Windows' line ends", changed(a, /\n/g, '\r\n')],
  ['an empty file', { ...sampleContent, [b]: '' }],
  ['an empty course.yaml', { ...sampleContent, 'course.yaml': '' }],
  ['a chapter without front matter', { ...sampleContent, [b]: 'Vain tekstiä.\n' }],
  ['front matter that does not end', changed(b, '---\n\nEnnen', '\nEnnen')],
  ['a chapter without text', changed(b, /\n---\n[^]*$/, '\n---\n')],
  ['a missing file that course.yaml names', { ...sampleContent, [b]: undefined }],
  ['a file that course.yaml does not name', { ...sampleContent, 'fi/02-c.md': 'Luonnos' }],
  ['a file that course.yaml cannot name', { ...sampleContent, 'fi/01-b – kopio.md': 'Luonnos' }],
  ['a file named with its ending', changed('course.yaml', '- 01-b', '- 01-b.md')],
  ['a language whose folder lacks the files', changed('course.yaml', '[fi]', '[fi, sv]')],
  [
    'a translation with another question',
    {
      ...changed('course.yaml', '[fi]', '[fi, sv]'),
      'sv/00-alku.md': sampleContent[a],
      'sv/01-b.md': sampleContent[b]?.replace('id: chat', 'id: chatt'),
      'sv/kuva.svg': sampleContent['fi/kuva.svg'],
    },
  ],
  [
    'a translation with other rules',
    {
      ...changed('course.yaml', '[fi]', '[fi, sv]'),
      'sv/00-alku.md': sampleContent[a]?.replace('sign: A', 'sign: A\nminutes: 5'),
      'sv/01-b.md': sampleContent[b]?.replace(', optional: true', ''),
      'sv/kuva.svg': sampleContent['fi/kuva.svg'],
    },
  ],
  ['a language nobody knows', changed('course.yaml', '[fi]', '[fi, se]')],
  ['no course.yaml', { ...sampleContent, 'course.yaml': undefined }],
  ['a course id that is no address', changed('course.yaml', 'https://esimerkki.fi/kurssit/ajokortti', 'aspa-ajokortti')],
  ['a version that YAML takes for a number', changed('course.yaml', '"1.0"', '1.0')],
  ['a colon that YAML trips over', changed(b, 'title: Kanavat', 'title: Kanavat: kaikki')],
  ['a text that begins with an asterisk', changed(b, 'title: Kanavat', 'title: *Kanavat*')],
  ['a text that begins with an exclamation mark', changed(b, 'title: Kanavat', 'title: !Kanavat nyt')],
  ['a text that begins with an ampersand', changed(b, 'title: Kanavat', 'title: &Kanavat')],
  ['a text that begins with a bracket', changed(b, 'title: Kanavat', 'title: [Kanavat]')],
  ['a colon without a space', changed(b, '    title: Kanavat', '    title:Kanavat')],
  ['a line that is not indented as its neighbours', changed(b, '    title: Kanavat', '   title: Kanavat')],
  ['a bracket that is not closed', changed(b, 'classes: [B]', 'classes: [B')],
  [
    'a key given twice beside another mistake',
    changed(b, '    title: Kanavat\n', '    title: Kanavat\n    title: Kanavat\n', changed(b, 'why:', 'whi:')),
  ],
  ['a title too long for an LMS', changed('course.yaml', 'title: Asiakaspalvelun', `title: ${'Asiakaspalvelun '.repeat(14)}`)],
  ['a key given twice', changed(b, '    title: Kanavat\n', '    title: Kanavat\n    title: Kanavat\n')],
  ['a quotation mark that is not closed', changed('course.yaml', 'publisher: Esimerkkikirjastot', 'publisher: "Esimerkkikirjastot')],
  ['a list that is none', changed('course.yaml', /chapters:[^]*$/, 'chapters: 00-alku\n')],
  ['an unknown directive', changed(a, '::: note', '::: nota')],
  ['a container that is not closed', changed(a, 'Muista tauot.\n:::\n', 'Muista tauot.\n')],
  ['a closing line too many', changed(a, 'Muista tauot.\n:::\n', 'Muista tauot.\n:::\n\n:::\n')],
  ['a panel of an unknown tone', changed(a, '::: panel see', '::: panel sea')],
  ['a panel on its own', changed(a, ':::: panels\n', '', changed(a, ':::\n::::\n', ':::\n'))],
  ['a voice without a name', changed(a, '::: voice Tuire Vesterinen, kirjastonjohtaja, Muurame', '::: voice')],
  ['a heading in a task', changed(b, 'task: Vastaa omin sanoin.', 'task: "# Vastaa"')],
  ['a broken link in a task', changed(a, '#b/b.channels', '#q')],
];

describe('an author is told of', () => {
  test.each(cases)('%s', async (_name, files) => {
    const message = await told(files);
    expect(message).not.toBe('no mistake was found');
    expect(message).toMatchSnapshot();
  });

  test('every mistake of every file at once, in the order of files and lines', async () => {
    const files = changed(
      'course.yaml',
      'publisher:',
      'julkaisija:',
      changed(a, 'kuva.svg', 'puuttuu.svg', changed(a, 'lead:', 'led:', changed(b, 'id: phone', 'id: ääni'))),
    );
    expect(await told(files)).toMatchSnapshot();
  });
});

test.each(['utf-16le', 'utf-16be'] as const)(
  'a file that Windows calls Unicode (%s) is read, and its author told what it is',
  async (form) => {
    await withContent(sampleContent, async (folder) => {
      const bytes = Buffer.from(`\uFEFF${sampleContent[b] ?? ''}`, 'utf16le');
      await writeFile(join(folder, b), form === 'utf-16be' ? bytes.swap16() : bytes);
      await expect(readCourses(folder)).rejects.toMatchObject({
        mistakes: [{ file: b, line: 1, what: 'Tiedosto on tallennettu muodossa UTF-16.' }],
      });
    });
  },
);

test('a note to oneself after a text, with a space after its sign, does no harm', async () => {
  await expect(told(changed(b, 'title: Kanavat', 'title: Kanavat # nimi sovittu'))).resolves.toBe('no mistake was found');
});

test('a file that is given as the content folder lacks a course.yaml', async () => {
  await withContent(sampleContent, async (folder) => {
    await expect(readCourses(join(folder, 'course.yaml'))).rejects.toThrow('Tiedosto course.yaml puuttuu.');
  });
});

test('spaces after the line that begins the front matter do no harm', async () => {
  await expect(told(changed(a, '---\n', '---  \n'))).resolves.toBe('no mistake was found');
});

test.each(['OHJE.md', 'ANVISNING.md', 'GUIDE.md'])('the examples of the author’s guide %s are taken as they stand', async (name) => {
  const guide = await readFile(new URL(`../../content/${name}`, import.meta.url), 'utf8');
  const example = (language: string): string => new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(guide)?.[1] ?? '';
  const asked = changed(b, /questions:[^]*?(?=\n---)/, example('yaml').trim().replaceAll('\n', '\n    '));
  const text = changed(a, '::: exercise a.training\n', `::: exercise a.training\n\n${example('markdown')}`, asked);
  const picture = sampleContent['fi/kuva.svg'];
  await expect(told({ ...text, 'fi/bild.svg': picture, 'fi/picture.svg': picture })).resolves.toBe('no mistake was found');
  for (const key of ['label', 'help', 'example', 'optional', 'private', 'maxLength']) expect(example('yaml')).toContain(`${key}: `);
});

test('the hosts of LRSs become origins, however they are written', async () => {
  const written = 'lrs: [LRS.esimerkki.fi, "lrs.esimerkki.fi:8443", "https://moodle.esimerkki.fi/", "http://lrs.kirjasto:8080"]';
  await withContent(changed('course.yaml', 'contact:', `${written}\ncontact:`), async (folder) => {
    expect((await readCourses(folder))[0].lrs).toEqual([
      'https://lrs.esimerkki.fi',
      'https://lrs.esimerkki.fi:8443',
      'https://moodle.esimerkki.fi',
      'http://lrs.kirjasto:8080',
    ]);
  });
});

test('content without a mistake is read', async () => {
  await expect(told(sampleContent)).resolves.toBe('no mistake was found');
});
