/** What an author reads where a command cannot do what she asks: what, where, what to do – and no stack, no line that no file has. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exerciseDraft } from '../../build/new/new-content.ts';
import { writeDraft } from '../../build/new/write-draft.ts';
import { readContent } from '../../build/read-course.ts';
import { runProgram } from '../programs/run-program.ts';
import { bilingualContent, changed, sampleContent, withContent, type ContentFiles } from './sample-content.ts';

const saidOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => String(error),
  );

test.each([
  ['one language', sampleContent],
  ['two languages', bilingualContent],
] as const)('an exercise whose id is taken, in a course of %s: no line is told that no file has', async (_what, files: ContentFiles) => {
  await withContent(files, async (folder) => {
    const given = { chapter: '01-b', id: 'b.channels', kind: 'reflection', classes: ['B'] };
    const said = await saidOf(exerciseDraft(folder, given).then((draft) => writeDraft(folder, draft)));
    expect(said).toMatch(
      /^NoPlace: Mitään ei kirjoitettu, koska kurssia ei voisi sen jälkeen rakentaa: .*on jo käytössä.* Keksi tehtävälle oma tunnus\.$/,
    );
    expect(said).not.toMatch(/\.md:\d|::: exercise/);
  });
});

test('a mistake that the content has by itself is told as such, with its line', async () => {
  await withContent(changed('fi/00-alku.md', '(#b)', '(#bb)'), async (folder) => {
    const draft = exerciseDraft(folder, { chapter: '01-b', id: 'b.uusi', kind: 'reflection', classes: ['B'] });
    expect(await saidOf(draft.then((made) => writeDraft(folder, made)))).toMatch(/^ContentError: [^]*fi\/00-alku\.md:\d+/);
  });
});

test('an exercise that a rule names wrongly: the one that was meant is asked for', async () => {
  const files = changed('course.yaml', 'compulsory: false }', 'compulsory: false, earnedBy: { exercises: [b.chanels] } }');
  await withContent(files, async (folder) => {
    expect(await saidOf(readContent(folder))).toContain('Tarkoititko ”b.channels”? Luokan ”B” tehtävät: b.channels.');
  });
});

test('hidden files of editors and of a Mac are no chapters', async () => {
  await withContent({ ...sampleContent, 'fi/.#01-b.md': 'x', 'fi/._01-b.md': 'x' }, async (folder) => {
    expect(await saidOf(readContent(folder))).toBe('');
  });
});

test('two rules of one day are refused: the later one has a later day', async () => {
  const rules =
    'earnedBy: [{ exercises: [b.channels] }, { from: 2026-11-26, exercises: [b.channels] }, { from: 2026-11-26, exercises: [b.channels] }]';
  await withContent(changed('course.yaml', 'compulsory: false }', `compulsory: false, ${rules} }`), async (folder) => {
    expect(await saidOf(readContent(folder))).toContain('ei ole myöhempi kuin edellisen säännön päivä');
  });
});

test('a file in the place of a folder, a folder in the place of a package, and no folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'aspa-given-'));
  try {
    const file = join(folder, 'tiedosto');
    await writeFile(file, '');
    for (const [program, words, said] of [
      ['build/build.cli.ts', ['--out', file], `${file} on tiedosto, ei kansio.`],
      ['build/dev.cli.ts', ['--content', join(folder, 'ei-ole')], `Kansiota ${join(folder, 'ei-ole')} ei ole.`],
      ['build/check-update.cli.ts', [folder], `${folder} ei avaudu.`],
    ] as const) {
      const { code, stderr } = await runProgram(program, [...words]);
      expect(stderr).toContain(said);
      expect(stderr).not.toContain('    at ');
      expect(code).not.toBe(0);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
