/** `npm run new`: a checked starting point for a course, a language, a chapter or an exercise. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { LANGUAGES, type Language } from '../src/course/languages.ts';
import { toAuthorOf } from './author-language.ts';
import { ContentError } from './content-error.ts';
import { readIfThere } from './content-file.ts';
import { DiskFault, toldOfDisk } from './disk-fault.ts';
import { answerTo, Unanswered, type Terminal } from './new/ask.ts';
import { exerciseTemplates } from './new/exercise-template.ts';
import { NoPlace } from './new/insert.ts';
import { languageDraft } from './new/language-draft.ts';
import { chapterDraft, COURSE, courseDraft, exerciseDraft, outlineOf, type Draft } from './new/new-content.ts';
import { writeDraft } from './new/write-draft.ts';
import { inLanguage, say, spokenLanguage } from './say.ts';

/** Each in its own words. */
const NAMES: Readonly<Record<Language, string>> = { fi: 'suomi', sv: 'svenska', en: 'English' };
/** What an author can mend. */
const TOLD = [ContentError, DiskFault, NoPlace, Unanswered];
const NAMED = LANGUAGES.map((language) => [language, NAMES[language]] as const);
const CONTENT = fileURLToPath(new URL('../content', import.meta.url));
const terminal: Terminal = { input: process.stdin, output: process.stdout, answers: process.stdin.isTTY };
/** As an id begins: `asiakas` of “Asiakas ja palvelu”. */
const ASCII: Readonly<Record<string, string>> = { ä: 'a', å: 'a', ö: 'o' };

interface Given {
  readonly id?: string;
  readonly title?: string;
  readonly chapter?: string;
  readonly kind?: string;
  readonly classes?: string;
  readonly publisher?: string;
  readonly contact?: string;
  readonly language?: string;
}

interface Options extends Given {
  readonly content: string;
}

const command = new Command('new').description(
  'Adds a chapter, an exercise or a language to the content, or begins a course. What is not given as an option is asked for. What it writes builds.',
);

command
  .command('chapter')
  .description('a chapter at the end of the course')
  .option('--content <dir>', 'folder of the content', CONTENT)
  .option('--title <text>', 'heading of the chapter')
  .option('--id <id>', 'its id in addresses, for ever: a–z, digits, hyphens')
  .action(({ content, ...given }: Options) => toAuthor(content, () => newChapter(content, given)));

command
  .command('exercise')
  .description('an exercise at the end of a chapter')
  .option('--content <dir>', 'folder of the content', CONTENT)
  .option('--chapter <name>', 'the chapter’s file without .md')
  .option('--kind <kind>', 'what it asks')
  .option('--id <id>', 'its id, for ever: chapter.exercise')
  .option('--classes <ids>', 'the classes that are earned by it, with commas between; none for no class')
  .action(({ content, ...given }: Options) => toAuthor(content, () => newExercise(content, given)));

command
  .command('course <dir>')
  .description('a small course in a folder of its own; build it with npm run build -- --content <dir> --out <other dir>')
  .option('--title <text>', 'its name')
  .option('--id <url>', 'its identifier, a web address that never changes')
  .option('--publisher <text>', 'who publishes it')
  .option('--contact <text>', 'where learners get more information')
  .option('--language <language>', 'fi, sv or en')
  .action((folder: string, given: Given) => toAuthor(folder, () => newCourse(folder, given)));

command
  .command('language')
  .description('a further language: a copy of the main one, in which each text counts as not translated until it is')
  .option('--content <dir>', 'folder of the content', CONTENT)
  .option('--language <language>', 'fi, sv or en')
  .action(({ content, ...given }: Options) => toAuthor(content, () => newLanguage(content, given)));

function toAuthor(folder: string, work: () => Promise<void>): Promise<void> {
  return toAuthorOf(folder, () => toldOfDisk(work));
}

async function newChapter(content: string, given: Given): Promise<void> {
  await outlineOf(content);
  const title = await answerTo({ option: '--title', asks: say`Osion otsikko?` }, given.title, terminal);
  const id = await answerTo({ option: '--id', asks: say`Osion tunnus, joka ei muutu?`, usual: idOf(title) }, given.id, terminal);
  await write(content, await chapterDraft(content, { id, title }));
}

async function newExercise(content: string, given: Given): Promise<void> {
  const { chapters, classes } = await outlineOf(content);
  const templates = await exerciseTemplates(spokenLanguage());
  const chapter = await answerTo(
    { option: '--chapter', asks: say`Mihin osioon?`, choices: chapters.map((name) => [name, '']) },
    given.chapter,
    terminal,
  );
  const kinds = templates.map(({ kind, about }) => [kind, about] as const);
  const kind = await answerTo({ option: '--kind', asks: say`Mikä tehtävä?`, choices: kinds }, given.kind, terminal);
  const id = await answerTo({ option: '--id', asks: say`Tehtävän tunnus, joka ei muutu (esimerkiksi b.kysymys)?` }, given.id, terminal);
  const earned = await answerTo(
    {
      option: '--classes',
      asks: say`Mitkä luokat tehtävästä saa (${classes.join(', ')}, pilkut väliin; none, jos ei mitään)?`,
      usual: 'none',
    },
    given.classes,
    terminal,
  );
  await write(content, await exerciseDraft(content, { chapter, id, kind, classes: earned === 'none' ? [] : earned.split(/\s*,\s*/) }));
}

/** Asks for the language first, and for the rest in it. */
async function newCourse(folder: string, given: Given): Promise<void> {
  if (await readIfThere(join(folder, COURSE))) throw new NoPlace(say`Kansiossa ${folder} on jo kurssi.`);
  const language = (await answerTo(
    { option: '--language', asks: 'Kurssin kieli? Kursens språk? Language of the course?', choices: NAMED, usual: 'fi' },
    given.language,
    terminal,
  )) as Language;
  await inLanguage(language, async () => {
    const ask = (option: string, asks: string, value: string | undefined): Promise<string> => answerTo({ option, asks }, value, terminal);
    const title = await ask('--title', say`Kurssin nimi?`, given.title);
    const id = await ask('--id', say`Kurssin pysyvä tunnus verkko-osoitteena (https://esimerkki.fi/kurssit/oma)?`, given.id);
    const publisher = await ask('--publisher', say`Kuka kurssin julkaisee?`, given.publisher);
    const contact = await ask('--contact', say`Mistä oppija saa lisätietoa (osoite tai sähköposti)?`, given.contact);
    await write(folder, await courseDraft({ id, title, publisher, contact }));
  });
}

async function newLanguage(content: string, given: Given): Promise<void> {
  const { languages } = await outlineOf(content);
  const choices = NAMED.filter(([language]) => !languages.includes(language));
  if (choices.length === 0) throw new NoPlace(say`Kurssi on jo kaikilla kielillä: ${languages.join(', ')}.`);
  const question = { option: '--language', asks: say`Mille kielelle kurssi käännetään?`, choices };
  const language = await answerTo(question, given.language, terminal);
  await write(content, await languageDraft(content, language as Language));
  console.log(say`Käännä kansion ${language} tekstit. Kääntämättömät tekstit näkyvät pääkielellä, ja rakentaminen luettelee ne.`);
}

async function write(folder: string, draft: Draft): Promise<void> {
  await writeDraft(folder, draft);
  for (const path of [...draft.added.keys(), ...draft.changed.keys()]) console.log(`${folder}/${path}`);
  console.log(say`Kurssi rakentuu. Katso se: ${`npm run dev${folder === CONTENT ? '' : ` -- --content ${quoted(folder)}`}`}`);
}

/** As a shell of any system takes it for one word. */
function quoted(path: string): string {
  return /^[\w./\\:-]+$/.test(path) ? path : `"${path}"`;
}

function idOf(title: string): string {
  const plain = [...title.toLowerCase()].map((letter) => ASCII[letter] ?? letter).join('');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^[-\d]+|-+$/g, '') || say`osio`;
}

try {
  await command.parseAsync();
} catch (error) {
  console.error(error instanceof Error && TOLD.some((Told) => error instanceof Told) ? error.message : error);
  process.exitCode = 1;
}
