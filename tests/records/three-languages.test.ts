/** The command speaks the language that `--language` says, Finnish where nothing is said, and ends with the same codes in each. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/course/languages.ts';
import { parseColumnMap } from '../../src/records/sources/column-map.ts';
import { ColumnMapError } from '../../src/records/sources/column-map.ts';
import { hrPageTextIn } from '../../src/records/text/hr-page/hr-page-text.ts';
import { mapReason } from '../../src/records/text/hr-page/map-reason.ts';
import { messagesTextIn } from '../../src/records/text/messages/messages-text.ts';
import { course } from './learners.ts';
import { LrsDouble } from './lrs-double.ts';
import { inFolder, runHere } from './run-cli.ts';

/** What only English says. */
const ENGLISH = /\b(the|error|warning|exit code|option|file|check|give|of|and|not|is)\b/i;
const EXIT_CODE = { fi: 'Paluukoodi', sv: 'Returkod', en: 'Exit code' };

/** Texts without parameters, by their keys. */
function plainTexts(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => plainTexts(inner, `${path}.${key}`));
}

test.each(['fi', 'sv'] as const)('no sentence of %s is the English one', (language) => {
  const english = new Map(plainTexts(messagesTextIn('en')));
  const texts = plainTexts(messagesTextIn(language));
  expect(texts.length).toBe(english.size);
  expect(texts.filter(([path, text]) => text === english.get(path) && text !== '')).toEqual([]);
});

test.each(LANGUAGES)('what was read before an error is told in %s with one colon in a sentence', (language) => {
  const { run, files, lrs, moodle } = messagesTextIn(language);
  const read = [
    files.read(4, ['a.csv (report)']),
    lrs.read('LRS example.org', 5, 2, 1),
    moodle.read('Moodle example.org', 42, 3, 1, ['Aspa-ajokortti']),
  ];
  for (const told of read) {
    const sentences = run.readUntilThen(told).split(/\. |\.$/);
    expect(sentences.filter((sentence) => sentence.split(': ').length > 2)).toEqual([]);
  }
});

test.each([
  ['fi', '12 345', '1.1.2027'],
  ['sv', '12 345', '1.1.2027'],
  ['en', '12,345', '1 Jan 2027'],
] as const)('numbers and days are told in %s as the language writes them', (language, number, day) => {
  const { run, files, lrs, moodle, table } = messagesTextIn(language);
  const many = 12345;
  for (const told of [
    run.figures(many, many, many, '2027-01-01'),
    run.unitFiles(many, many),
    files.read(many, ['a.csv (report)']),
    lrs.read('LRS example.org', many, many, many),
    moodle.read('Moodle example.org', 42, many, many, ['Aspa-ajokortti']),
    moodle.neverIn(many),
    table.future('2027-01-01'),
  ]) {
    const plain = told.replaceAll('\u00A0', ' ');
    expect(plain).not.toMatch(/12345|2027-01-01/);
    expect(plain.includes(number) || plain.includes(day)).toBe(true);
  }
  expect(run.figures(1, 1, 0, '2027-01-01')).toContain(day);
});

interface Case {
  readonly what: string;
  readonly options: (folder: string) => readonly string[];
  readonly code: number;
  readonly fi: RegExp;
  readonly sv: RegExp;
  readonly en: RegExp;
}

const MAP = 'completed: x\n';
const HALF = `,"Email address","Aspa-ajokortti",""\n"Aino","a@k.example","Lõpetatud",""\n`;
const FILES = { 'r.pdf': '%PDF-1.7', 'map.yaml': MAP, 'c.csv': HALF, 'other.csv': 'a;b\n1;2\n' };

const cases: readonly Case[] = [
  {
    what: 'an option that is not there',
    options: () => ['--quite'],
    code: 2,
    fi: /^Virhe: Valitsinta --quite ei ole\. Tarkoititko --quiet\?$/m,
    sv: /^Fel: Alternativet --quite finns inte\. Menade du --quiet\?$/m,
    en: /^Error: There is no option --quite\. Did you mean --quiet\?$/m,
  },
  {
    what: 'an option that is like no other',
    options: () => ['--xyzzy'],
    code: 2,
    fi: /^Virhe: Valitsinta --xyzzy ei ole\. Kaikki valitsimet näet valitsimella --help\.$/m,
    sv: /^Fel: Alternativet --xyzzy finns inte\. Alla alternativ ser du med --help\.$/m,
    en: /^Error: There is no option --xyzzy\. --help shows all\.$/m,
  },
  {
    what: 'an option without its value',
    options: () => ['--csv'],
    code: 2,
    fi: /^Virhe: Valitsimelta --csv <path> puuttuu arvo\.$/m,
    sv: /^Fel: Alternativet --csv <path> saknar ett värde\.$/m,
    en: /^Error: The option --csv <path> lacks its value\.$/m,
  },
  {
    what: 'words without an option',
    options: () => ['raportit', 'kaikki'],
    code: 2,
    fi: /^Virhe: Komennossa on sanoja, jotka eivät kuulu mihinkään valitsimeen\./m,
    sv: /^Fel: Kommandot har ord som inte hör till något alternativ\./m,
    en: /^Error: The command has words that belong to no option\./m,
  },
  {
    what: 'a value that says the words of a value that is none',
    options: () => ['--as-of', "it's' is invalid. Oh"],
    code: 2,
    fi: /^Virhe: Valitsimen --as-of <date> arvo ”it's' is invalid\. Oh” ei kelpaa\. Anna päivä, esimerkiksi 2026-12-31\.$/m,
    sv: /^Fel: Värdet ”it's' is invalid\. Oh” duger inte för alternativet --as-of <date>\. Ange ett datum, till exempel 2026-12-31\.$/m,
    en: /^Error: “it's' is invalid\. Oh” is no value of the option --as-of <date>\. Give a day such as 2026-12-31\.$/m,
  },
  {
    what: 'no source',
    options: () => [],
    code: 2,
    fi: /^Virhe: Lähde puuttuu\. Anna --lrs, --moodle tai --file\./m,
    sv: /^Fel: Källan saknas\. Ange --lrs, --moodle eller --file\./m,
    en: /^Error: No source is given\. Give --lrs, --moodle or --file/m,
  },
  {
    what: 'a file that is not there',
    options: (folder) => ['--file', join(folder, 'no.csv')],
    code: 2,
    fi: /^Virhe: Tiedostoa tai kansiota \S+no\.csv ei ole\. [^]*^Virhe: Tuloksia ei kirjoitettu: aiemmat tiedostot ovat ennallaan\.$/m,
    sv: /^Fel: Det finns ingen fil eller mapp \S+no\.csv\. [^]*^Fel: Inga resultat skrevs: de tidigare filerna är som förut\.$/m,
    en: /^Error: There is no file or folder \S+no\.csv\. [^]*^Error: No output was written; /m,
  },
  {
    what: 'a file that is no report, in the words of HR’s page',
    options: (folder) => ['--file', join(folder, 'r.pdf')],
    code: 6,
    fi: /^Virhe: \S+r\.pdf: Tämä on PDF\. Lataa raportti CSV-, teksti- tai Excel-tiedostona\.$/m,
    sv: /^Fel: \S+r\.pdf: Det här är en PDF\. Ladda ner rapporten som CSV-, text- eller Excel-fil\.$/m,
    en: /^Error: \S+r\.pdf: This is a PDF\. Download the report as a CSV, text or Excel file\.$/m,
  },
  {
    what: 'a report that is not known',
    options: (folder) => ['--file', join(folder, 'other.csv')],
    code: 6,
    fi: /^Virhe: Tiedosto \S+other\.csv ei ole tunnettu raportti\. Sen otsikot ovat: a \| b\./m,
    sv: /^Fel: Filen \S+other\.csv är ingen känd rapport\. Dess rubriker är: a \| b\./m,
    en: /^Error: The file \S+other\.csv is no report that is known\. Its heads are: a \| b\./m,
  },
  {
    what: 'a column map that lacks who',
    options: (folder) => ['--file', join(folder, 'other.csv'), '--columns', join(folder, 'map.yaml')],
    code: 2,
    fi: /^Virhe: \S+map\.yaml: Saraketiedostoa ei ymmärretä: mikään sarake ei kerro, kenestä on kyse \(/m,
    sv: /^Fel: \S+map\.yaml: Kolumnfilen går inte att förstå: ingen kolumn säger vem det gäller \(/m,
    en: /^Error: \S+map\.yaml: The column map is not understood: no column says who \(/m,
  },
  {
    what: 'a place that cannot be written',
    options: (folder) => ['--file', join(folder, 'c.csv'), '--csv', join(folder, 'no', 'out.csv')],
    code: 7,
    fi: /^Virhe: Kansiota \S+no ei ole\. Luo se tai anna toinen polku\. Aiemmat tiedostot ovat ennallaan\.$/m,
    sv: /^Fel: Mappen \S+no finns inte\. Skapa den eller ange en annan sökväg\. De tidigare filerna är som förut\.$/m,
    en: /^Error: The folder \S+no is not there\. Make it, or give another path\. What was there before is unchanged\.$/m,
  },
  {
    what: 'what is not understood of a report',
    options: (folder) => ['--file', join(folder, 'c.csv'), '--csv', join(folder, 'out.csv')],
    code: 8,
    fi: /^Varoitus: Sarakkeessa ”Aspa-ajokortti” on soluja, joita ei ymmärretä: 1\. [^]*^1 henkilö, voimassa olevia ajokortteja 0\. Tilanne \d+\.\d+\.\d{4}\.$/m,
    sv: /^Varning: I kolumnen ”Aspa-ajokortti” finns celler som inte går att förstå: 1\. [^]*^1 person, giltiga körkort 0\. Läget \d+\.\d+\.\d{4}\.$/m,
    en: /^Warning: Cells of “Aspa-ajokortti” that are not understood: 1\. [^]*^1 person, 0 with the licence, as of \d+ [A-Z][a-z]{2} \d{4}\.$/m,
  },
];

describe.each(cases)('$what', ({ options, code, ...says }) => {
  test.each(LANGUAGES)('in %s', (language) =>
    inFolder(async (folder) => {
      for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
      const { code: ended, err } = await runHere(['--language', language, ...options(folder)]);
      expect(err).toMatch(says[language]);
      expect(ended).toBe(code);
      expect(err.trimEnd().split('\n').at(-1)).toBe(`${EXIT_CODE[language]} ${code}.`);
      if (language !== 'en') expect(err.replace(/”.*?”|\S*\/\S*|--\S+( <\w+>)?/g, '')).not.toMatch(ENGLISH);
    }),
  );

  test('in Finnish where nothing else is said', () =>
    inFolder(async (folder) => {
      for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
      expect((await runHere(options(folder))).err).toMatch(says.fi);
    }));
});

describe('an LRS that refuses', () => {
  test.each([
    ['fi', 'Virhe: LRS ADDRESS ei hyväksy tunnuksia (401). Tarkista, että ne ovat oikein ja yhä voimassa.\n'],
    ['sv', 'Fel: LRS ADDRESS godkänner inte nycklarna (401). Kontrollera att de är rätt och fortfarande gäller.\n'],
    ['en', 'Error: LRS ADDRESS refuses the credentials (401). Check that they are right and still valid.\n'],
  ] as const)('in %s', async (language, message) => {
    const lrs = new LrsDouble();
    const endpoint = await lrs.start();
    try {
      const wrong = { ASPA_LRS_KEY: 'väärä', ASPA_LRS_SECRET: 'avain' };
      const { code, err } = await runHere(['--lrs', endpoint.href, '--language', language], wrong);
      expect(code).toBe(3);
      expect(err).toContain(message.replace('ADDRESS', endpoint.href.replace(/\/$/, '')));
    } finally {
      await lrs.stop();
    }
  });
});

describe('the language asked for', () => {
  test.each([
    ['--language=sv', ['--nonsense', '--language=sv'], 'Fel'],
    ['the last of two', ['--language', 'sv', '--nonsense', '--language', 'en'], 'Error'],
    ['one that is none', ['--language', 'de'], 'Virhe: Valitsimen --language <code> arvo ”de” ei kelpaa. Anna fi, sv tai en.'],
  ])('%s', async (_what, options, begins) => {
    const { code, err } = await runHere(options);
    expect(code).toBe(2);
    expect(err.startsWith(begins)).toBe(true);
  });
});

describe('--help', () => {
  test.each([
    [
      'fi',
      'Käyttö: aspa-records [valitsimet]',
      'Lähteet (yksi tai useampi):',
      '(oletus: Europe/Helsinki)',
      'Paluukoodit: 0 valmis, 1 vika',
    ],
    [
      'sv',
      'Användning: aspa-records [alternativ]',
      'Källor (en eller flera):',
      '(standard: Europe/Helsinki)',
      'Returkoder: 0 klart, 1 fel',
    ],
    ['en', 'Usage: aspa-records [options]', 'Sources (any number together):', '(default: Europe/Helsinki)', 'Exit codes: 0 done, 1 fault'],
  ] as const)('in %s', async (language, ...words) => {
    const { code, out, err } = await runHere(['--help', '--language', language]);
    expect([code, err]).toEqual([0, '']);
    for (const text of words) expect(out.replace(/\s+/g, ' ')).toContain(text);
    if (language === 'en') return;
    expect(out).not.toMatch(/Usage|Options|default:|display help|\boptions\b|Exit/);
    expect((await runHere(['--help'])).out === out).toBe(language === 'fi');
  });
});

test.each(LANGUAGES)('HR’s page says in %s what a column map lacks', (language) => {
  const { mapReasons } = hrPageTextIn(language).files;
  const problemOf = (text: string): string => {
    try {
      parseColumnMap(text, 'map.yaml', course);
    } catch (error) {
      if (error instanceof ColumnMapError) return mapReason(error.problem, mapReasons);
    }
    return 'none';
  };
  expect(
    ['nmae: x\n', 'name: N\nclasses:\n  Z: x\n', 'completed: x\n', 'name: x\n', 'name: [\n', '- a\n', 'dayOrder: ymd\nname: x\n'].map(
      problemOf,
    ),
  ).toEqual([
    mapReasons.unknownKeys('nmae'),
    mapReasons.unknownClasses('Z'),
    mapReasons.lacksWho,
    mapReasons.lacksWhat,
    mapReasons.notYaml(2),
    mapReasons.notYaml(1),
    mapReasons.wrongValue('dayOrder'),
  ]);
});
