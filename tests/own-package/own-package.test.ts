/** A package with other settings is the one that the build would have made, and nothing else is taken for a package. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync, strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { build } from '../../build/build.ts';
import { PackageError } from '../../build/package-error.ts';
import { packageFile, packageKinds, type PackageName } from '../../build/packages.ts';
import type { CourseSettings } from '../../src/course/settings.ts';
import { makePackage } from '../../src/own-package/make-package.ts';
import { MOST_ZIP_BYTES, readPackage, UnusablePackage, type PackageProblem } from '../../src/own-package/read-package.ts';
import { scriptIn } from '../../src/own-package/script-contents.ts';
import { toBase85 } from '../../src/tracking/state/base85.ts';
import { pathOf } from '../build/packages-of-sample.ts';
import { changed, sampleContent, withContent } from '../build/sample-content.ts';

// Two whole builds on a busy machine.
vi.setConfig({ hookTimeout: 120_000 });

const entry = (): string => fileURLToPath(new URL('../build/tiny-entry.ts', import.meta.url));
const names = packageKinds.map(({ name }) => name);

/** The same in `course.yaml` and in a package's page. */
const yaml = `organization: Mallikylä
authority: Traficom, https://traficom.example
assessed: 2026-11-26
gaps: [Kartan viivat näkyvät vain kuvassa.]
contact: 'Mallikylän kirjasto: "tuki" </script> $&'
completeWhen: learner
report: completion
statusWhenComplete: passed
wipesOnCompletion: true
overflow: warn
lrs: [lrs.esimerkki.fi, 'http://moodle.esimerkki.fi:8080']
theme: { accent: '#0C4A80', band: '#ffcc00', logo: { file: logo.svg, alt: Mallikylä } }
`;
const settings: CourseSettings = {
  gaps: ['Kartan viivat näkyvät vain kuvassa.'],
  assessed: '2026-11-26',
  authority: 'Traficom, https://traficom.example',
  organization: 'Mallikylä',
  contact: 'Mallikylän kirjasto: "tuki" </script> $&',
  completeWhen: 'learner',
  report: 'completion',
  statusWhenComplete: 'passed',
  wipesOnCompletion: true,
  overflow: 'warn',
  lrs: ['https://lrs.esimerkki.fi', 'http://moodle.esimerkki.fi:8080'],
  theme: { accent: '#0c4a80', band: '#ffcc00', logo: { src: 'data:image/svg+xml,%3Csvg/%3E', alt: 'Mallikylä' } },
};

let given: string;
let wanted: string;
beforeAll(async () => {
  [given, wanted] = [await mkdtemp(join(tmpdir(), 'aspa-given-')), await mkdtemp(join(tmpdir(), 'aspa-wanted-'))];
  await withContent(sampleContent, (content) => build({ content, out: given, entry }));
  const own = changed('course.yaml', 'contact: kurssi@esimerkki.fi\n', yaml.replaceAll('$', '$$$$'), {
    ...sampleContent,
    'logo.svg': '<svg/>',
  });
  await withContent(own, (content) => build({ content, out: wanted, entry }));
});
afterAll(() => Promise.all([given, wanted].map((folder) => rm(folder, { recursive: true, force: true }))));

const zipIn = (folder: string, name: PackageName): Promise<Uint8Array> => readFile(join(folder, `${packageFile(name)}.zip`));

describe.each(names)('%s', (name) => {
  test('says what it is, and with other settings it is byte for byte the package that the build makes of them', async () => {
    const read = await readPackage(await zipIn(given, name));
    expect(read.kind.name).toBe(name);
    expect(read.contents[0]).toMatchObject({ id: 'https://esimerkki.fi/kurssit/ajokortti', version: '1.0', language: 'fi' });
    expect(read.settings).toEqual({ contact: 'kurssi@esimerkki.fi', completeWhen: 'compulsory', report: 'answers' });
    const { zip } = await makePackage(read, settings);
    expect(Buffer.from(zip).equals(await zipIn(wanted, name))).toBe(true);
    expect((await readPackage(zip)).settings).toEqual(settings);
  });
});

test('what would make the package too heavy is refused as the build refuses it', async () => {
  const read = await readPackage(await zipIn(given, 'scorm12'));
  await expect(makePackage(read, { ...settings, contact: 'x'.repeat(300_000) })).rejects.toThrow(PackageError);
});

describe('what is no package of this course', () => {
  const problemOf = async (zip: Uint8Array): Promise<PackageProblem | undefined> => {
    try {
      await readPackage(zip);
    } catch (error) {
      if (error instanceof UnusablePackage) return error.problem;
      throw error;
    }
    return undefined;
  };
  const filesOf = async (name: PackageName = 'scorm12'): Promise<Record<string, Uint8Array>> => unzipSync(await zipIn(given, name));
  const withText = async (path: string, change: (text: string) => string): Promise<Uint8Array> => {
    const files = await filesOf();
    const text = strFromU8(files[path] ?? new Uint8Array());
    const other = change(text);
    expect(other).not.toBe(text);
    return zipSync({ ...files, [path]: strToU8(other) });
  };

  test('another kind of file', async () => {
    expect(await problemOf(strToU8('%PDF-1.7'))).toBe('no-zip');
    expect(await problemOf(new Uint8Array())).toBe('no-zip');
  });

  test('a zip of something else, and another course’s package', async () => {
    expect(await problemOf(zipSync({ 'a.txt': strToU8('a') }))).toBe('foreign');
    expect(await problemOf(zipSync({ 'index.html': strToU8('a'), 'course.js': strToU8('alert(JSON.parse("{}"))') }))).toBe('foreign');
    expect(await problemOf(await withText('imsmanifest.xml', (text) => text.replace('"aspa-ajokortti"', '"muu-kurssi"')))).toBe('foreign');
  });

  test('one that broke off, one with a changed byte anywhere in its parts, one without its page', async () => {
    const zip = await zipIn(given, 'scorm12');
    expect(await problemOf(zip.subarray(0, zip.length / 2))).toBe('damaged');
    for (const place of [0.2, 0.3, 0.4, 0.5, 0.6, 0.7].map((share) => Math.floor(share * zip.length))) {
      const changedByte = Uint8Array.from(zip);
      changedByte[place] = (changedByte[place] ?? 0) ^ 255;
      expect(await problemOf(changedByte)).toBe('damaged');
    }
    const { 'index.html': _, ...others } = await filesOf();
    expect(await problemOf(zipSync(others))).toBe('damaged');
  });

  test('one whose script is not the one that its page lets run, or whose settings are unreadable', async () => {
    expect(await problemOf(await withText('index.html', (text) => text.replace(/sha256-...../, 'sha256-AAAAA')))).toBe('damaged');
    expect(await problemOf(await withText('index.html', (text) => text.replace('{"format"', '{"form')))).toBe('damaged');
  });

  test('one of a later release, whose settings mean something that this one does not know', async () => {
    expect(await problemOf(await withText('index.html', (text) => text.replace('"format":1', '"format":2')))).toBe('later');
  });

  test('one that is too large, packed or unpacked', async () => {
    expect(await problemOf(new Uint8Array(MOST_ZIP_BYTES + 1))).toBe('large');
    expect(await problemOf(zipSync({ 'index.html': new Uint8Array(64 * 2 ** 20) }))).toBe('large');
  });
});

test('a package of a release before there were settings in the page can be read, and says that it has none', async () => {
  const files = unzipSync(await zipIn(given, 'web'));
  const page = strFromU8(files['index.html'] ?? new Uint8Array()).replace(/<script type="application\/json"[^]*?<\/script>/, '');
  const read = await readPackage(zipSync({ ...files, 'index.html': strToU8(page) }));
  expect(read.settings).toBeUndefined();
  expect(read.contents[0].title).toBe('Asiakaspalvelun ajokortti');
});

/** Up to release 1.0 the script's name had no digest. */
function withoutScript(files: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('.js')));
}

const inBase85 = (text: string): string => toBase85(deflateSync(strToU8(text)));
/** Thirteen bits, lowest first, in two of 91 characters; a rest of at most six bits in one. */
function inBase91(text: string): string {
  const characters = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter((one) => !'"\\<'.includes(one));
  let [written, held, bits] = ['', 0, 0];
  const pair = (value: number): string => `${characters[Math.floor(value / 91)] ?? ''}${characters[value % 91] ?? ''}`;
  for (const byte of deflateSync(strToU8(text))) {
    held |= byte << bits;
    bits += 8;
    if (bits < 13) continue;
    written += pair(held & 0x1fff);
    held >>>= 13;
    bits -= 13;
  }
  return written + (bits > 6 ? pair(held) : bits > 0 ? (characters[held] ?? '') : '');
}
const inBase64 = (value: unknown): string => Buffer.from(deflateSync(strToU8(JSON.stringify(value)))).toString('base64');

test('a package of release 1.0, which packed its content by itself in a script that was not', async () => {
  const files = unzipSync(await zipIn(given, 'web'));
  const page = strFromU8(files['index.html'] ?? new Uint8Array()).replace(/<script type="application\/json"[^]*?<\/script>/, '');
  const { contents } = await readPackage(await zipIn(given, 'web'));
  const script = `(()=>{var styles=u("${inBase64(['a'.repeat(400), 'b'])}"),courses=u("${inBase64(contents)}");start(courses)})();`;
  const read = await readPackage(zipSync({ ...withoutScript(files), 'index.html': strToU8(page), 'course.js': strToU8(script) }));
  expect(read.settings).toBeUndefined();
  expect(read.contents).toEqual(contents);
});

test.each([
  ['base64', (script: string) => inBase64({ script })],
  ['JSON, in base 85', (script: string) => inBase85(JSON.stringify({ script }))],
  ['base 85', (script: string) => inBase85(script)],
  ['base 91', (script: string) => inBase91(script)],
])('a package that was built between the releases, with its whole script in %s', async (_, inOldForm) => {
  const files = unzipSync(await zipIn(given, 'web'));
  const { contents } = await readPackage(await zipIn(given, 'web'));
  const now = scriptIn(strFromU8(files[pathOf(Object.keys(files), 'course.js')] ?? new Uint8Array()));
  const script = `start("${await inOldForm(now)}")`;
  const read = await readPackage(zipSync({ ...withoutScript(files), 'course.js': strToU8(script) }));
  expect(read.contents).toEqual(contents);
});
