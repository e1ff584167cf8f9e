/** The same slips made in a Finnish, a Swedish and an English course: their authors are told of the same thing, each in her language. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ContentError, type ContentMistake } from '../../build/content-error.ts';
import { readContent } from '../../build/read-course.ts';
import { allMessages } from '../../build/say.ts';
import { translationWarnings } from '../../build/outdated-translations.ts';
import type { Language } from '../../src/course/course.ts';
import { runProgram } from '../programs/run-program.ts';
import { changed, sampleContent, withContent, type ContentFiles } from './sample-content.ts';

const OTHERS = ['sv', 'en'] as const;
const catalogue = allMessages().flatMap(({ messages }) => messages);

/** The sample as a course in this language alone. Its words stay Finnish: an author's text is none of the program's. */
function sampleIn(language: Language): ContentFiles {
  return Object.fromEntries(
    Object.entries(sampleContent).map(([path, text]) => [
      inFolder(path, language),
      text?.replace('languages: [fi]', `languages: [${language}]`),
    ]),
  );
}

function inFolder(path: string, language: Language): string {
  return path.replace(/^fi\//, `${language}/`);
}

const c = 'course.yaml';
const a = 'fi/00-alku.md';
const b = 'fi/01-b.md';

type Slip = readonly [file: string, from: string | RegExp, to: string];

const slips: readonly Slip[] = [
  [c, 'title: Asiakaspalvelun ajokortti\n', ''],
  [c, 'title: Asiakaspalvelun ajokortti', 'title:'],
  [c, 'contact:', 'contcat:'],
  [c, 'version: "1.0"', 'version: 1.0'],
  [c, 'id: https://esimerkki.fi/kurssit/ajokortti', 'id: ajokortti'],
  [c, 'contact:', 'report: answer\ncontact:'],
  [c, 'contact:', 'assessed: 2026-13-01\ncontact:'],
  [c, 'contact:', 'lrs: ["*"]\ncontact:'],
  [c, 'contact:', "theme: { accent: '#eeeeee' }\ncontact:"],
  [c, 'contact:', 'theme: { logo: { file: logo.png, alt: Logo } }\ncontact:'],
  [c, 'contact:', 'defaultLanguage: no\ncontact:'],
  [c, 'id: B,', 'id: A1,'],
  [c, 'compulsory: true', 'compulsory: ehkä'],
  [c, '  - 01-b', '  - 01-b\n  - 01-b'],
  [c, '  - 01-b', '  - 01-b.md'],
  [c, '  - 01-b', '  - 01-c'],
  [c, 'https://www.esimerkki.fi/1', 'www.esimerkki.fi'],
  [c, 'publisher: ', 'publisher '],
  [a, 'title: Yhdenvertainen kirjasto\n', ''],
  [a, 'id: habit', 'id: tapa-1'],
  [a, '---\n\nTeksti', '\n\nTeksti'],
  [a, '## Monikanavainen', '# Monikanavainen'],
  [a, '## Monikanavainen', '##Monikanavainen'],
  [a, '(#b)', '(#bb)'],
  [a, '(#b)', '(# b)'],
  [a, '[B](#b)', '[](#b)'],
  [a, 'kuva.svg', 'kuvat.svg'],
  [a, 'Kaksi ihmistä tiskillä', ''],
  [a, '::: voice Tuire Vesterinen, kirjastonjohtaja, Muurame', '::: voice'],
  [a, '::: panel see', '::: panel sea'],
  [a, '::: note', '::: nota'],
  [a, 'Muista tauot.\n:::\n', 'Muista tauot.\n'],
  [b, 'kind: reflection', 'kind: refection'],
  [b, 'classes: [B]', 'classes: [B, A2]'],
  [b, 'classes: [B]', 'classes: []'],
  [b, '::: exercise b.channels\n', ''],
  [b, 'id: chat', 'id: phone'],
  [b, 'help: Ajattele', 'hlep: Ajattele'],
  [b, 'optional: true', 'optional: joo'],
  [b, 'label: Miten puhelin sujuu?', 'label: "[Miten](#a) puhelin sujuu?"'],
  [b, '    why:', '\twhy:'],
  [b, 'task: Vastaa omin sanoin.', 'task: "# Vastaa"'],
  [b, 'questions:', 'minutes: 0\n    questions:'],
];

async function mistakesIn(language: Language, [file, from, to]: Slip): Promise<readonly ContentMistake[]> {
  return withContent(changed(inFolder(file, language), from, to, sampleIn(language)), async (folder) => {
    try {
      await readContent(folder);
    } catch (error) {
      if (error instanceof ContentError) return error.mistakes;
      throw error;
    }
    return [];
  });
}

/** What the Finnish messages are in another language, where `text` may be one of them with anything put in. */
function isSaid(text: string, finnish: string, language: Language): boolean {
  return catalogue.some((message) => patternOf(message.fi).test(finnish) && patternOf(message[language]).test(text));
}

function patternOf(message: string): RegExp {
  const parts = message.split(/\{\d+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`);
}

describe.each(OTHERS)('an author who writes in %s is told', (language) => {
  test.each(slips)('in %s of %j → %j', async (...slip) => {
    const [told, finnish] = await Promise.all([mistakesIn(language, slip), mistakesIn('fi', slip)]);
    expect(finnish.length).toBeGreaterThan(0);
    const places = (mistakes: readonly ContentMistake[]): string[] => mistakes.map(({ file, line, column }) => `${file}:${line}:${column}`);
    expect(places(told)).toEqual(places(finnish).map((place) => inFolder(place, language)));
    told.forEach(({ what, instead }, index) => {
      expect(isSaid(what, finnish[index]?.what ?? '', language), what).toBe(true);
      expect(isSaid(instead, finnish[index]?.instead ?? '', language), instead).toBe(true);
    });
    expect(told.map(({ what, instead }) => [what, instead])).not.toEqual(finnish.map(({ what, instead }) => [what, instead]));
  });
});

test('what no file says in so many words is told in the main language too', async () => {
  const bilingual = { ...changed(c, '[fi]', '[sv, fi]', sampleContent), ...without(sampleIn('sv'), c) };
  await withContent({ ...bilingual, 'fi/01-b.md': undefined }, async (folder) => {
    const { marks } = await readContent(folder);
    expect(marks.faults.map(({ key }) => key)).toContain('hela delen');
  });
  expect(translationWarnings([{ kind: 'missing', language: 'sv', file: 'sv/01-b.md', key: 'teksti 2' }])[0]).toContain('teksti 2');
});

function without(files: ContentFiles, path: string): ContentFiles {
  return Object.fromEntries(Object.entries(files).filter(([name]) => name !== path));
}

describe('a command', () => {
  const run = async (command: string, ...parameters: readonly string[]): Promise<string> => {
    const { code, stderr } = await runProgram(`build/${command}.cli.ts`, parameters);
    expect(code).toBeGreaterThan(0);
    return stderr;
  };

  test.each([
    ['fi', 'Sisällössä on yksi virhe.', 'Anna valitsin --title: Osion otsikko?', 'Mikä tehtävä? (channel-assessment'],
    [
      'sv',
      'Det finns ett fel i innehållet.',
      'Ange alternativet --title: Vilken rubrik ska delen ha?',
      'Vilken uppgift? (channel-assessment',
    ],
    [
      'en',
      'There is one mistake in the content.',
      'Give the option --title: What is the title of the part?',
      'Which exercise? (channel-assessment',
    ],
  ] as const)('speaks %s to the author of a course in it', async (language, heading, title, exercise) => {
    await withContent(changed(inFolder(a, language), 'kuva.svg', 'kuvat.svg', sampleIn(language)), async (folder) => {
      const [built, chapter, kind] = await Promise.all([
        run('build', '--content', folder, '--out', join(folder, 'out'), '--format', 'web'),
        run('new', 'chapter', '--content', folder),
        run('new', 'exercise', '--content', folder, '--chapter', '01-b'),
      ]);
      expect(built).toContain(heading);
      expect(chapter).toContain(title);
      expect(kind).toContain(exercise);
    });
  });
});
