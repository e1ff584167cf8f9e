/** `npm run new` beside files that are there: none is replaced, none is written before the draft is seen to build, mistakes are told as such. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../programs/run-program.ts';
import { changed, sampleContent, withContent } from './sample-content.ts';

const particulars = ['--title', 'X', '--id', 'https://example.org/x', '--publisher', 'X', '--contact', 'x@example.org', '--language', 'fi'];

describe('npm run new', () => {
  test('course: begun there, worked on, and with a mistake in course.yaml at present, stays', async () => {
    await withContent({}, async (folder) => {
      await runProgram('build/new.cli.ts', ['course', folder, ...particulars]);
      const [settings, chapter] = [join(folder, 'course.yaml'), join(folder, 'fi/00-alku.md')];
      // Hours of work, and a quotation mark that is not closed.
      await writeFile(settings, `${await readFile(settings, 'utf8')}# Sovittu Mailin kanssa 3.11.\nlead: "Tervetuloa\n`);
      await writeFile(chapter, `${await readFile(chapter, 'utf8')}\nTuntien työ.\n`);
      const { stdout, stderr } = await runProgram('build/new.cli.ts', ['course', folder, ...particulars]);
      expect(await readFile(chapter, 'utf8'), stdout + stderr).toContain('Tuntien työ.');
      expect(await readFile(settings, 'utf8'), stdout + stderr).toContain('Sovittu Mailin kanssa');
    });
  });

  test('course: a chapter and a guide of another name that lie in the folder stay', async () => {
    await withContent({ 'fi/00-alku.md': 'Oma tekstini.\n', 'OHJE.md': 'Oma ohjeeni.\n' }, async (folder) => {
      const { stdout, stderr } = await runProgram('build/new.cli.ts', ['course', folder, ...particulars]);
      expect(await readFile(join(folder, 'fi/00-alku.md'), 'utf8'), stdout + stderr).toBe('Oma tekstini.\n');
      expect(await readFile(join(folder, 'OHJE.md'), 'utf8')).toBe('Oma ohjeeni.\n');
    });
  });

  test('chapter: a chapter that is not in the list at present stays', async () => {
    await withContent({ ...sampleContent, 'fi/02-palaute.md': 'Luonnos, jota en halua menettää.\n' }, async (folder) => {
      const { stdout, stderr } = await runProgram('build/new.cli.ts', [
        'chapter',
        '--content',
        folder,
        '--title',
        'Palaute',
        '--id',
        'palaute',
      ]);
      expect(await readFile(join(folder, 'fi/02-palaute.md'), 'utf8'), stdout + stderr).toBe('Luonnos, jota en halua menettää.\n');
    });
  });

  test('chapter: a mistake in course.yaml is told with its line, not as a stack', async () => {
    const broken = changed('course.yaml', 'title: Asiakaspalvelun ajokortti', 'title: "Asiakaspalvelun ajokortti');
    await withContent(broken, async (folder) => {
      const { stderr } = await runProgram('build/new.cli.ts', ['chapter', '--content', folder, '--title', 'Palaute']);
      expect(stderr).not.toContain('    at ');
      expect(stderr).toContain('course.yaml:');
    });
  });

  test('exercise: Windows line ends are told as such', async () => {
    const windows = { ...sampleContent, 'fi/01-b.md': (sampleContent['fi/01-b.md'] ?? '').replaceAll('\n', '\r\n') };
    await withContent(windows, async (folder) => {
      const words = ['exercise', '--content', folder, '--chapter', '01-b', '--kind', 'reflection', '--id', 'b.uusi', '--classes', 'B'];
      const { stderr } = await runProgram('build/new.cli.ts', words);
      expect(stderr).toContain('CRLF');
    });
  });

  test('exercise: a note beside an empty list stays', async () => {
    const chapter = '---\nid: c\ntitle: Kolmas\nexercises: [] # Palaute tulee tähän, kysy Mailta\n---\n\nTeksti.\n';
    const files = { ...changed('course.yaml', '  - 01-b\n', '  - 01-b\n  - 02-c\n'), 'fi/02-c.md': chapter };
    await withContent(files, async (folder) => {
      const words = ['exercise', '--content', folder, '--chapter', '02-c', '--kind', 'reflection', '--id', 'c.uusi', '--classes', 'B'];
      const { stdout, stderr } = await runProgram('build/new.cli.ts', words);
      expect(await readFile(join(folder, 'fi/02-c.md'), 'utf8'), stdout + stderr).toContain('# Palaute tulee tähän, kysy Mailta');
    });
  });

  test('a content folder that is a link works', async () => {
    await withContent(sampleContent, async (folder) => {
      const holder = await mkdtemp(join(tmpdir(), 'aspa-link-'));
      const link = join(holder, 'kurssi');
      await symlink(folder, link);
      const { code, stderr } = await runProgram('build/new.cli.ts', ['chapter', '--content', link, '--title', 'Palaute']);
      expect(stderr).toBe('');
      expect(code).toBe(0);
      await rm(holder, { recursive: true });
    });
  });

  test('a folder behind a link is not written before the draft is seen to build', async () => {
    await withContent(sampleContent, async (folder) => {
      const elsewhere = await mkdtemp(join(tmpdir(), 'aspa-elsewhere-'));
      await cp(join(folder, 'fi'), elsewhere, { recursive: true });
      await rm(join(folder, 'fi'), { recursive: true });
      await symlink(elsewhere, join(folder, 'fi'));
      const before = await readFile(join(elsewhere, '01-b.md'), 'utf8');
      // The id is taken: the course would not build.
      const words = ['exercise', '--content', folder, '--chapter', '01-b', '--kind', 'reflection', '--id', 'b.channels', '--classes', 'B'];
      const { stderr, code } = await runProgram('build/new.cli.ts', words);
      expect(code).not.toBe(0);
      expect(await readFile(join(elsewhere, '01-b.md'), 'utf8'), stderr).toBe(before);
      await rm(elsewhere, { recursive: true });
    });
  });
});
