import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { authorChecks } from '../../build/author-checks/author-checks.ts';
import { sentencesOf } from '../../build/author-checks/hard-sentences.ts';
import { build } from '../../build/build.ts';
import { ContentError } from '../../build/content-error.ts';
import { readContent } from '../../build/read-course.ts';
import { bilingualContent, changed, sampleContent, withContent, type ContentFiles } from './sample-content.ts';

// Whole builds on a busy machine.

async function remarksOn(files: ContentFiles): Promise<string[]> {
  return withContent(files, async (folder) => {
    const { courses, sources } = await readContent(folder);
    const remarks = await authorChecks(
      folder,
      courses.map(({ language }) => language),
      sources,
    );
    return remarks.map(({ file, line, what }) => `${file}:${String(line)} ${what}`);
  });
}

const inText = (text: string): ContentFiles => changed('fi/01-b.md', 'Ennen harjoitusta.', text);
/** Of that text. */
const LINE = ((sampleContent['fi/01-b.md'] ?? '').split('Ennen harjoitusta.')[0] ?? '').split('\n').length;

test('nothing is said of a course that reads well', async () => {
  expect(await remarksOn(bilingualContent)).toEqual([]);
});

test('the own course is remarked on nowhere, in any language', async () => {
  const content = fileURLToPath(new URL('../../content', import.meta.url));
  expect(await authorChecks(content, ['fi', 'sv', 'en'])).toEqual([]);
});

describe('a hard sentence', () => {
  const long = `${Array.from({ length: 22 }, () => 'se').join(' ')} on.`;

  test('is named by its length with file and line, and a shorter one is not', async () => {
    expect(await remarksOn(inText(`Lyhyt virke.\nSiinä ${long}`))).toEqual([
      expect.stringMatching(new RegExp(`^fi/01-b.md:${String(LINE + 1)} Virke on vaikea lukea \\(24 sanaa, LIX 24\\): ”Siinä se se`)),
    ]);
    expect(await remarksOn(inText(`Siinä on. Tämä ${long.replace('se se se ', '')}`))).toEqual([]);
  });

  test('is named by its long words', async () => {
    const words = Array.from({ length: 13 }, () => 'asiakaspalvelu').join(' ');
    expect(await remarksOn(inText(`${words}.`))).toEqual([expect.stringContaining('13 sanaa, LIX 113')]);
  });

  test('at most five of a file, the longest first', async () => {
    const sentences = Array.from({ length: 7 }, (_, more) => `A${' se'.repeat(23 + more)}.`);
    const remarks = await remarksOn(inText(sentences.join('\n\n')));
    expect(remarks.map((remark) => /\((\d+) sanaa/.exec(remark)?.[1])).toEqual(['30', '29', '28', '27', '26']);
  });

  test('is found in an exercise and in the other language by that language’s limit', async () => {
    const task = changed('sv/01-b.md', 'task: Vastaa omin sanoin.', `task: Om${' du'.repeat(30)}.`, bilingualContent);
    expect(await remarksOn(task)).toEqual([expect.stringMatching(/^sv\/01-b\.md:\d+ Virke .* \(31 sanaa/)]);
    expect(await remarksOn(changed('sv/01-b.md', 'Om du', 'Om', task))).toEqual([]);
  });

  test('ends at a full stop before a capital, not at one within a number', () => {
    expect(sentencesOf('Avoinna klo 9.30. Tule käymään.').map(({ text, words }) => [text, words])).toEqual([
      ['Avoinna klo 9.30.', 3],
      ['Tule käymään.', 2],
    ]);
  });
});

test.each([
  ['https://www.example.org/opas', 'ei vie oppijaa mihinkään'],
  ['https://192.168.1.4/opas', 'ei vie oppijaa mihinkään'],
  ['https://intra/opas', 'ei vie oppijaa mihinkään'],
  ['http://www.kirjasto.fi/opas', 'on suojaamaton'],
  ['https://bit.ly/3abc', 'on lyhennetty'],
  ['https://kunta.sharepoint.com/sites/opas', 'vain niille, joilla on tunnus'],
  ['https://www.kirjasto.fi/opas?utm_source=kirje', 'käynnin tai mainoksen tunniste'],
])('the link %s %s', async (address, words) => {
  expect(await remarksOn(inText(`Lue [opas](${address}).`))).toEqual([
    expect.stringMatching(new RegExp(`^fi/01-b.md:${String(LINE)} .*${words}`)),
  ]);
});

test('links of course.yaml are looked at, its comments and links that hold are not', async () => {
  const programme = changed('course.yaml', 'link: https://www.esimerkki.fi/1', 'link: http://www.esimerkki.fi/1');
  expect(await remarksOn(programme)).toEqual([
    expect.stringMatching(/^course\.yaml:12 Linkki http:\/\/www\.esimerkki\.fi\/1 on suojaamaton/),
  ]);
  expect(await remarksOn(changed('course.yaml', 'chapters:', '# katso http://www.esimerkki.fi\nchapters:'))).toEqual([]);
  expect(await remarksOn(inText('Lue [opas](https://www.kirjasto.fi/opas?sivu=2#alku).'))).toEqual([]);
});

test('the identifier of the course is no link: it need not open, and is never changed', async () => {
  expect(await remarksOn(changed('course.yaml', /^id: .*$/m, 'id: http://kirjasto.example/kurssi'))).toEqual([]);
});

test('a heavy picture is named where it stands', async () => {
  const heavy = { ...sampleContent, 'fi/kuva.svg': `<svg xmlns="http://www.w3.org/2000/svg"><!--${'x'.repeat(30_000)}--></svg>` };
  expect(await remarksOn(heavy)).toEqual([expect.stringMatching(/^fi\/00-alku\.md:\d+ Kuva kuva\.svg on raskas: 31 kt/)]);
});

test('names that an LMS shows cut, and answers longer than its reports', async () => {
  const name = changed('fi/01-b.md', 'label: Miten puhelin sujuu?', `label: ${'Miten? '.repeat(36)}`);
  expect(await remarksOn(name)).toEqual([expect.stringMatching(/^fi\/01-b\.md:13 Teksti on 251 merkkiä/)]);
  const answer = changed('fi/01-b.md', 'optional: true', 'optional: true, maxLength: 4001');
  expect(await remarksOn(answer)).toEqual([expect.stringMatching(/^fi\/01-b\.md:14 Vastaus saa olla 4001 merkkiä/)]);
  expect(await remarksOn(changed('fi/01-b.md', '4001', '4000', answer))).toEqual([]);
});

test('a word against the glossary of the content folder, and a glossary that cannot be read', async () => {
  const text = inText('Avaa verkkokurssi.');
  expect(await remarksOn({ ...text, 'termit.txt': 'kurssi = tämä | verkkokurssi*\n' })).toEqual(
    [
      `fi/01-b.md:${String(LINE)} Toinen sana samasta asiasta: verkkokurssi. Käytä termiä kurssi.`,
      expect.stringContaining('course.yaml:3 '),
    ].sort(),
  );
  expect(await remarksOn({ ...text, 'termit.txt': '# ok\nkurssi\n' })).toEqual(['termit.txt:2 Sanaston riviä ei ymmärretä.']);
});

describe('sentences of a source', () => {
  const withSource = changed('course.yaml', 'chapters:', 'sources: [lahteet/kirja.txt]\nchapters:', {
    ...sampleContent,
    'lahteet/kirja.txt': 'Hyvä palvelu syntyy siitä, että asiakas tulee\nkuulluksi joka päivä. Muuta ei tarvita.',
  });
  const written = (text: string): ContentFiles => changed('fi/01-b.md', 'Ennen harjoitusta.', text, withSource);

  test('are found by seven words in a row, whatever stands between them', async () => {
    expect(await remarksOn(written('Meillä palvelu syntyy siitä että *asiakas* tulee kuulluksi.'))).toEqual([
      `fi/01-b.md:${String(LINE)} Seitsemän sanaa peräkkäin on samoja kuin lähteessä lahteet/kirja.txt: ”palvelu syntyy siitä että asiakas tulee kuulluksi”`,
    ]);
  });

  test('are not where six words meet, or where they are quoted', async () => {
    expect(await remarksOn(written('Palvelu syntyy siitä, että asiakas tulee.'))).toEqual([]);
    expect(await remarksOn(written('Kirja sanoo: ”Palvelu syntyy siitä, että asiakas tulee kuulluksi.”'))).toEqual([]);
  });

  test.each(['lahteet/toinen.txt', '../kirja.txt', '/etc/hostname'])('%s is no source', async (name) => {
    const files = changed('course.yaml', 'lahteet/kirja.txt', name, withSource);
    await expect(withContent(files, readContent)).rejects.toThrow(`Lähdettä ”${name}” ei löydy sisältökansiosta.`);
  });
});

test('a strict build stops at a remark with its place and writes nothing; another only tells', async () => {
  const out = await mkdtemp(join(tmpdir(), 'aspa-strict-'));
  const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));
  const files = inText('Lue [opas](http://www.kirjasto.fi).');
  const made = (strict: boolean) => withContent(files, (content) => build({ content, out, formats: ['web'], entry, strict }));
  await expect(made(true)).rejects.toThrow(ContentError);
  await expect(made(true)).rejects.toThrow(`fi/01-b.md:${String(LINE)}:1\n  Linkki http://www.kirjasto.fi on suojaamaton`);
  expect(await readdir(out)).toEqual([]);
  expect((await made(false)).remarks).toHaveLength(1);
  await rm(out, { recursive: true });
});
