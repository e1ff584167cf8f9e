/** Packages of a course in two languages: the second one is a file of its own, which the page lets run and the checks know. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, type BuildResult } from '../../build/build.ts';
import { bundleLanguage } from '../../build/bundle-language.ts';
import { checkPackage } from '../../build/check-package.ts';
import { ContentError } from '../../build/content-error.ts';
import { packLanguage, packScript } from '../../build/pack-script.ts';
import { packageCourse } from '../../build/package-contents.ts';
import { PackageError } from '../../build/package-error.ts';
import { launchCost, type CheckedPackage } from '../../build/package-faults.ts';
import { packageFile, packageKinds } from '../../build/packages.ts';
import { limits } from '../../build/package-and-launch-limits.ts';
import { readCourses } from '../../build/read-course.ts';
import { allFieldsOf } from '../../src/course/fields.ts';
import { makePackage } from '../../src/own-package/make-package.ts';
import { readPackage, UnusablePackage } from '../../src/own-package/read-package.ts';
import { scriptIn } from '../../src/own-package/script-contents.ts';
import { zipPackage } from '../../src/own-package/zip-package.ts';
import type { LanguagePack } from '../../src/text/language-pack.ts';
import { pathOf, withFile } from './packages-of-sample.ts';
import { bilingualContent, changed, withContent } from './sample-content.ts';

// Whole builds on a busy machine.

const entry = (): string => fileURLToPath(new URL('tiny-entry.ts', import.meta.url));

let out: string;
let result: BuildResult;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'aspa-languages-'));
  result = await withContent(bilingualContent, (content) => build({ content, out, entry }));
});

afterAll(() => rm(out, { recursive: true, force: true }));

const fileIn = (name: string, file: string): Promise<string> => readFile(join(out, packageFile(name as 'web'), file), 'utf8');

/** The script whose name without its digest this is. */
const scriptFileIn = async (name: string, file: string): Promise<string> =>
  fileIn(name, pathOf(await readdir(join(out, packageFile(name as 'web'))), file));

/** What the script of a language hands over. */
function handedOver(script: string): LanguagePack | undefined {
  let pack: LanguagePack | undefined;
  class CustomEvent {
    constructor(
      readonly type: string,
      readonly init: { readonly detail: LanguagePack },
    ) {}
  }
  const document = { dispatchEvent: ({ init }: CustomEvent) => void (pack = init.detail) };
  runInNewContext(script, { document, CustomEvent, Intl });
  return pack;
}

describe.each(packageKinds.map(({ name }) => name))('the package %s', (name) => {
  test('has the second language in a file that its page lets run', async () => {
    const script = scriptIn(await scriptFileIn(name, 'course-sv.js'));
    const pack = handedOver(script);
    expect([pack?.language, pack?.content.title, pack?.content.chapters[0]?.title]).toEqual(['sv', 'Körkort', 'Ett jämlikt bibliotek']);
    expect(pack?.text.languages.now).toBe('Kursen är nu på svenska.');
    const hash = createHash('sha256').update(script).digest('base64');
    expect(await fileIn(name, 'index.html')).toContain(`'sha256-${hash}'`);
  });

  test('has the main language alone in the script that every launch loads', async () => {
    const script = scriptIn(await scriptFileIn(name, 'course.js'));
    expect(script).toContain('Yhdenvertainen kirjasto');
    expect(script).not.toContain('Ett jämlikt bibliotek');
    expect(script).not.toContain('Kursen är nu på svenska');
  });

  test('counts a launch in the language that costs most', async () => {
    const [page, main, other] = await Promise.all([
      fileIn(name, 'index.html'),
      ...['course.js', 'course-sv.js'].map((file) => scriptFileIn(name, file)),
    ]);
    const bytes = Buffer.byteLength(`${page}${main}${other}`);
    expect(result.packages.find((made) => made.name === name)?.launch).toEqual({ requests: 4, bytes });
  });
});

test.each(['scorm12', 'scorm2004-3rd', 'scorm2004-4th'])('the manifest of %s lists the file', async (name) => {
  expect(await fileIn(name, 'imsmanifest.xml')).toContain('<file href="course-sv.js"/>');
});

test('without scripts the page says so in both languages', async () => {
  const [, words = ''] = /<noscript>([^]*)<\/noscript>/.exec(await fileIn('web', 'index.html')) ?? [];
  expect(words).toContain('<h1>Kurssi tarvitsee JavaScriptin</h1>');
  expect(words).toContain('<div lang="sv">\n<h1>Kursen behöver JavaScript</h1>');
});

test('so it does where its script is missing', async () => {
  const [, words = ''] = /<template id="not-loaded">([^]*?)<\/template>/.exec(await fileIn('web', 'index.html')) ?? [];
  expect(words).toContain('<h1>Kurssi ei latautunut</h1>');
  expect(words).toContain('<div lang="sv">\n<h1>Kursen kunde inte laddas</h1>');
});

describe('of one language', () => {
  test('the packages have no further file, and everything in that language', async () => {
    const one = await mkdtemp(join(tmpdir(), 'aspa-one-'));
    const { courses } = await withContent(bilingualContent, (content) =>
      build({ content, out: one, formats: ['web'], language: 'sv', entry: spoken }),
    );
    const page = await readFile(join(one, packageFile('web'), 'index.html'), 'utf8');
    expect(courses.map(({ language }) => language)).toEqual(['sv']);
    expect(page).toContain('<html lang="sv">');
    // The course's script, and the page's own two.
    expect(page.match(/'sha256-/g)).toHaveLength(3);
    const script = scriptIn(
      await readFile(join(one, packageFile('web'), pathOf(await readdir(join(one, packageFile('web'))), 'course.js')), 'utf8'),
    );
    // The interface too: there is no other.
    expect(script).toContain('Kursen är nu på svenska.');
    expect(script).not.toContain('Kurssi on nyt suomeksi.');
    await rm(one, { recursive: true });
  });

  test('what a translation lacks is asked in the main language, as in packages of all languages', async () => {
    const withoutChat = changed('sv/01-b.md', /\n {6}- \{ id: chat[^\n]*/, '', bilingualContent);
    const [all, alone] = await withContent(withoutChat, async (content) => [await readCourses(content), await readCourses(content, 'sv')]);
    expect(alone).toEqual(all.slice(1));
    expect(allFieldsOf(alone[0]).map(({ id }) => id)).toContain('b.channels.chat');
  });

  test('a question that only the translation has is a mistake, and no file remembers it', async () => {
    const withTelefon = changed(
      'sv/01-b.md',
      '      - { id: phone',
      '      - { id: telefon, label: Hur? }\n      - { id: phone',
      bilingualContent,
    );
    await withContent(withTelefon, async (content) => {
      const made = build({ content, out: join(content, 'out'), formats: ['web'], language: 'sv', entry: spoken });
      await expect(made).rejects.toThrow('liikaa b.channels.telefon');
      await expect(readFile(join(content, 'identifiers.lock'))).rejects.toThrow('ENOENT');
    });
  });

  test('a translation that is out of date is not released', async () => {
    await withContent(bilingualContent, async (content) => {
      const making = { content, out: join(content, 'out'), formats: ['web'], entry: spoken, particularsLater: true } as const;
      await build(making);
      const chapter = await readFile(join(content, 'fi/01-b.md'), 'utf8');
      await writeFile(join(content, 'fi/01-b.md'), chapter.replace('Miten puhelin sujuu?', 'Miten puhelut sujuvat?'));
      await expect(build({ ...making, language: 'sv', release: true })).rejects.toThrow('sv/01-b.md');
    });
  });

  test('a language that the course is not in is a mistake', async () => {
    await expect(withContent(bilingualContent, (content) => readCourses(content, 'en'))).rejects.toThrow(ContentError);
  });

  const spoken = (): string => fileURLToPath(new URL('spoken-entry.ts', import.meta.url));
});

describe('a package is not written', () => {
  let made: CheckedPackage;

  beforeAll(async () => {
    const courses = await withContent(bilingualContent, (content) => readCourses(content));
    const [kind] = packageKinds;
    const [, swedish] = courses;
    if (!kind || !swedish) throw new Error('The sample has no second language.');
    const languages = new Map([['sv', await packLanguage('sv', await bundleLanguage(swedish))] as const]);
    const font = { rules: '', inPage: '', file: new Uint8Array([1]) };
    made = await packageCourse(kind, { courses, script: await packScript('0;'), languages, font, licences: 'MIT' });
  });

  const swedish = ({ files }: CheckedPackage): string => pathOf(files.keys(), 'course-sv.js');

  const faultsOf = async (changed: CheckedPackage): Promise<string[]> => {
    const error = await checkPackage(changed).catch((thrown: unknown) => thrown);
    return error instanceof PackageError ? error.faults.map(({ code }) => code) : [];
  };

  test('as it is, it is', async () => {
    expect(await faultsOf(made)).toEqual([]);
  });

  test('whose language is missing', async () => {
    expect(await faultsOf(withFile(made, swedish(made), () => undefined))).toEqual(['missing-file', 'language']);
  });

  test('whose page does not name the file of its language, or another one', async () => {
    const nameless = withFile(made, 'index.html', (text) => text.replace(/ data-sv="[^"]*"/, ''));
    expect(await faultsOf(nameless)).toEqual(['language']);
    const other = withFile(made, 'index.html', (text) => text.replace(/ data-sv="[^"]*"/, ' data-sv="course-sv-0000000000.js"'));
    expect(await faultsOf(other)).toEqual(['language']);
  });

  test('with the file of a language that the page does not let run', async () => {
    expect(await faultsOf(withFile(made, 'course-en.js', () => '0;'))).toEqual(['unlisted-file', 'language']);
  });

  test('whose second language makes a launch too heavy, though the first is light', async () => {
    const heavy = withFile(made, swedish(made), (text) => `${text}//${'x'.repeat(limits.launchBytes[made.kind.standard])}`);
    expect(await faultsOf(heavy)).toEqual(['launch-size']);
    expect(launchCost(heavy.files).requests).toBe(3);
  });
});

describe('the administrator’s page', () => {
  const zipOf = (name: string): Promise<Uint8Array> => readFile(join(out, `${packageFile(name as 'web')}.zip`));

  test('finds both languages, and makes a package that still has them', async () => {
    const read = await readPackage(await zipOf('scorm12'));
    expect(read.contents.map(({ language, title }) => [language, title])).toEqual([
      ['fi', 'Ajokortti'],
      ['sv', 'Körkort'],
    ]);
    if (!read.settings) throw new Error('The package has no settings.');
    const own = await makePackage(read, { ...read.settings, contact: 'kirjasto@esimerkki.fi', defaultLanguage: 'sv' });
    const swedish = pathOf(read.files.keys(), 'course-sv.js');
    expect(own.files.get(swedish)).toEqual(read.files.get(swedish));
    expect((await readPackage(own.zip)).contents).toHaveLength(2);
  });

  test('takes no package whose second language somebody has changed', async () => {
    const { files } = await readPackage(await zipOf('web'));
    const zip = zipPackage(new Map(files).set(pathOf(files.keys(), 'course-sv.js'), Buffer.from('void "course";')));
    await expect(readPackage(zip)).rejects.toThrow(UnusablePackage);
  });
});
