import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLanguage, parseWordList } from '../../build/check-language.ts';
import { readPassages } from '../../build/read-passages.ts';
import { interfacePassages } from '../../build/interface-passages.ts';
import { chapterPassages, PLACEHOLDER, yamlPassages } from '../../build/language-passages.ts';
import { installedVoikko, VoikkoMissingError, type Voikko } from '../../build/voikko.ts';

const project = join(import.meta.dirname, '../..');
const noWords = parseWordList('');

// The command is started as a program of its own.

/** Knows every word but those given, and no grammar. */
function voikkoWithout(...unknown: string[]): Voikko {
  return {
    unknownWords: (words) => new Map(words.filter((word) => unknown.includes(word)).map((word) => [word, []])),
    grammarFaults: () => [],
  };
}

/** Takes note of the words that it is asked about. */
function wordsAskedAbout(passages: Parameters<typeof checkLanguage>[0], list = noWords): string[] {
  const asked: string[] = [];
  checkLanguage(passages, list, {
    unknownWords: (words) => {
      asked.push(...words);
      return new Map();
    },
    grammarFaults: () => [],
  });
  return asked;
}

describe('what is read in a chapter', () => {
  const chapter = `---
id: koiira-tunnus
title: Otsikko
exercises:
  - kind: reflection
    id: b.koiira
    task: |
      Ensimmäinen kappale.

      Toinen kappale, jossa on koiira.
    classes: [B]
    questions:
      - id: koiira
        label: Kysymys
        help: Ohje ja koiira
---

# Otsake

::: voice Nimi Niminen, tehtävä
Ajatus, johon
koiira pääsi.
:::

::: exercise b.koiira

Katso [linkki](https://koiira.fi/koiira) ja ![kuvan seloste](koiira.svg) sekä esimerkki.fi.
`;

  test('titles, labels, helps, tasks, captions, texts and descriptions of pictures are', () => {
    expect(chapterPassages('fi/a.md', chapter).map(({ text }) => text)).toEqual([
      'Otsikko',
      'Ensimmäinen kappale.',
      'Toinen kappale, jossa on koiira.',
      'Kysymys',
      'Ohje ja koiira',
      'Otsake',
      'Nimi Niminen, tehtävä',
      'Ajatus, johon koiira pääsi.',
      'Katso linkki ja kuvan seloste sekä esimerkki.fi.',
    ]);
  });

  test('a fault is told with the line on which it stands, also in a task of several paragraphs and a text of several lines', () => {
    expect(checkLanguage(chapterPassages('fi/a.md', chapter), noWords, voikkoWithout('koiira'))).toEqual([
      { file: 'fi/a.md', line: 10, message: 'Tuntematon sana: koiira' },
      { file: 'fi/a.md', line: 15, message: 'Tuntematon sana: koiira' },
      { file: 'fi/a.md', line: 22, message: 'Tuntematon sana: koiira' },
    ]);
  });

  test('addresses, what has a figure in it and soft hyphens are kept from Voikko', () => {
    const passages = chapterPassages(
      'fi/a.md',
      '---\nid: a\n---\nSivulla esimerkki.fi on A1 ja kirjas\u00ADto sekä osoite nimi@esimerkki.fi.\n',
    );
    expect(wordsAskedAbout(passages)).toEqual(['Sivulla', 'on', 'ja', 'kirjasto', 'sekä', 'osoite']);
  });

  test('in course.yaml, titles are and settings and other languages are not', () => {
    const source =
      'id: https://esimerkki.fi\ntitle:\n  fi: Suomeksi\n  sv: På svenska\nversion: 1.0.0\nclasses:\n  - id: A1\n    title: Luokka\n';
    expect(yamlPassages('course.yaml', source).map(({ text, firstLine }) => [firstLine, text])).toEqual([
      [3, 'Suomeksi'],
      [8, 'Luokka'],
    ]);
  });
});

describe('what is read in the texts of the interface', () => {
  test('strings and templates are, with a placeholder where the program puts something in', () => {
    const source = "export const a = {\n  one: 'Yksi asia',\n  many: (count: number) => `${count} asiaa, ${count}:n`,\n};\n";
    const passages = interfacePassages('a.ts', source);
    expect(passages.map(({ text, firstLine }) => [firstLine, text])).toEqual([
      [2, 'Yksi asia'],
      [3, `${PLACEHOLDER} asiaa, ${PLACEHOLDER}:n`],
    ]);
    expect(wordsAskedAbout(passages)).toEqual(['Yksi', 'asia', 'asiaa']);
  });

  test('what only the program reads is not', () => {
    const source = `import { a } from './moduuli.ts';
export const b = {
  'avain-sana': 'Näkyy',
  kind: (kind: 'laji') => (kind === 'vertailu' ? 'Myös tämä' : a['hakusana']),
  day: new Intl.DateTimeFormat('kieli', { day: 'asetus' }),
  list: [1].map(() => 'Tämäkin näkyy').join('väli'),
};
`;
    expect(interfacePassages('b.ts', source).map(({ text }) => text)).toEqual(['Näkyy', 'Myös tämä', 'Tämäkin näkyy']);
  });
});

describe('the word list', () => {
  const list = parseWordList('# huomautus\npike*\naspa # ajokortti\n\nOma työkirja\n');
  const passage = (text: string) => [{ file: 'a.md', text, firstLine: 1, source: text }];

  test('takes a word in any case, and with a star any ending', () => {
    expect(wordsAskedAbout(passage('Aspa ja PiKen, PiKellä sekä pike:n, aspan'), list)).toEqual(['ja', 'sekä', 'aspan']);
  });

  test('takes a word as a part of a compound, whose other part is still checked', () => {
    expect(wordsAskedAbout(passage('aspa-ajokortti'), list)).toEqual(['ajokortti']);
    expect(checkLanguage(passage('aspa-ajokotti'), list, voikkoWithout('ajokotti'))).toEqual([
      { file: 'a.md', line: 1, message: 'Tuntematon sana: aspa-ajokotti' },
    ]);
  });

  test('does not take a compound apart that has no listed part', () => {
    expect(wordsAskedAbout(passage('kirjasto-kortti'), list)).toEqual(['kirjasto-kortti']);
  });
});

test.each([
  ['Hienoa!', 'Huutomerkki. Päätä virke pisteeseen.'],
  ['Sano "hei".', 'Suora lainausmerkki ". Käytä merkkiä ”.'],
  ["Raa'at marjat.", "Suora heittomerkki: a'a. Käytä merkkiä ’."],
  ['Hetki - kohta.', 'Yhdysmerkki ajatusviivana. Käytä merkkiä –, jonka ympärillä on välit.'],
  ['Odota...', 'Kolme pistettä. Käytä merkkiä ….'],
  ['Tallennettu 14:05', 'Kellonaika 14:05. Käytä pistettä: 14.05.'],
])('typography: %s', (text, message) => {
  expect(checkLanguage([{ file: 'a.md', text, firstLine: 3, source: text }], noWords, voikkoWithout())).toEqual([
    { file: 'a.md', line: 3, message },
  ]);
});

const voikkoIsHere = isVoikkoHere();

function isVoikkoHere(): boolean {
  try {
    return installedVoikko().unknownWords(['koira', 'koiira']).has('koiira');
  } catch (error) {
    if (error instanceof VoikkoMissingError) return false;
    throw error;
  }
}

describe.skipIf(!voikkoIsHere)('with the installed Voikko', () => {
  const faultsOf = (text: string, words = '') =>
    checkLanguage([{ file: 'a.md', text, firstLine: 1, source: text }], parseWordList(words), installedVoikko()).map(
      ({ message }) => message,
    );

  test('a misspelt word is told with what to write instead', () => {
    expect(faultsOf('Tämä koiira on oma.')).toEqual([expect.stringMatching(/^Tuntematon sana: koiira \(koiira → koira, /)]);
  });

  test('a doubled word and a space before a comma are told', () => {
    expect(faultsOf('Tämä on on virhe , ja se korjataan.')).toEqual([
      'Sana on kirjoitettu kahteen kertaan.: ”on on” → ”on”?',
      'Ylimääräinen väli välimerkin edessä: ”,” → ”,”?',
    ]);
  });

  test('a sentence that lost its verb is told, a label without one is not', () => {
    expect(faultsOf('Some, mitkä?')).toEqual([]);
    expect(faultsOf('Työkirja monikanavaiseen palveluun, keskusteluihin työyhteisössä ja perehdytykseen.')).toEqual([
      expect.stringContaining('pääverbi'),
    ]);
  });

  test('a capital within a sentence is told unless it begins a listed name', () => {
    expect(faultsOf('Avaa Oma työkirja ja tulosta se.')).toEqual([expect.stringContaining('”Oma” → ”oma”?')]);
    expect(faultsOf('Avaa Oma työkirja ja tulosta se.', 'Oma työkirja')).toEqual([]);
  });

  test('an exclamation mark is right in a listed name only', () => {
    expect(faultsOf('Työkirja on Tekoja. Nyt!')).toContainEqual(expect.stringContaining('Huutomerkki'));
    expect(faultsOf('Työkirja on Tekoja. Nyt!', 'Tekoja. Nyt!')).toEqual([]);
    expect(faultsOf('Lue Tekoja. Nyt! Heti!', 'Tekoja. Nyt!')).toContainEqual(expect.stringContaining('Huutomerkki'));
  });

  test('all of Finnish that learners read is looked at', async () => {
    const files = new Set((await readPassages(project)).map(({ file }) => file));
    for (const file of ['content/course.yaml', 'content/fi/00-esipuhe.md', 'content/fi/09-tietoja.md', 'src/text/fi/exercise.ts']) {
      expect(files).toContain(file);
    }
  });
});

describe('the command', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'check-language-'));
    await mkdir(join(folder, 'content/fi'), { recursive: true });
    await mkdir(join(folder, 'src/text/fi'), { recursive: true });
    await mkdir(join(folder, 'bin'));
    await writeFile(join(folder, 'content/course.yaml'), 'title: Kurssi\n');
    await writeFile(join(folder, 'content/fi/sanasto.txt'), '');
    await writeFile(join(folder, 'content/fi/a.md'), '---\nid: a\ntitle: Otsikko\n---\n\nTämä koiira on oma.\n');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = (path: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', join(project, 'build/check-language.cli.ts'), folder], {
      cwd: project,
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });

  test.skipIf(!voikkoIsHere)('ends with 1 and names file and line, and with 0 once the word is listed', async () => {
    const faulty = run(process.env['PATH'] ?? '');
    expect(faulty.stderr).toMatch(/^content\/fi\/a\.md:6: Tuntematon sana: koiira/);
    expect(faulty.status).toBe(1);
    await writeFile(join(folder, 'content/fi/sanasto.txt'), 'koiira\n');
    const mended = run(process.env['PATH'] ?? '');
    expect(mended.stderr).toBe('');
    expect(mended.stdout).toBe('Finnish: 3 texts checked, nothing to mend.\n');
    expect(mended.status).toBe(0);
  });

  test('says in one line what to install where Voikko is missing, and ends with 0', () => {
    const { status, stdout, stderr } = run(join(folder, 'bin'));
    expect(stdout).toBe(
      'Finnish was not checked: voikkospell is not installed. Install voikko-fi and libvoikko-dev (apt-get install voikko-fi libvoikko-dev).\n',
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('says the same where the programs are there and the Finnish dictionary is not', async () => {
    await writeFile(
      join(folder, 'bin/voikkospell'),
      `#!${process.execPath}\nconsole.log('E: Initialization of Voikko failed: No valid dictionaries were found');\nprocess.exitCode = 1;\n`,
      { mode: 0o755 },
    );
    const { status, stdout } = run(join(folder, 'bin'));
    expect(stdout).toContain('Finnish was not checked: voikkospell has no Finnish dictionary.');
    expect(status).toBe(0);
  });

  test('a Voikko that fails otherwise is told as a failure', async () => {
    await writeFile(join(folder, 'bin/voikkospell'), `#!${process.execPath}\nconsole.error('odd');\nprocess.exitCode = 3;\n`, {
      mode: 0o755,
    });
    const { status, stderr } = run(join(folder, 'bin'));
    expect(stderr).toContain('voikkospell ended with 3: odd');
    expect(status).not.toBe(0);
  });
});
