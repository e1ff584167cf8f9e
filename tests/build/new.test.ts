/** What `npm run new` writes: it builds, it changes nothing else, and nothing is written where the course would not build. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { isScalar, parse, parseDocument, visit } from 'yaml';
import { answerTo, Unanswered } from '../../build/new/ask.ts';
import { exerciseTemplates } from '../../build/new/exercise-template.ts';
import { withExercise, withListItem } from '../../build/new/insert.ts';
import { languageDraft } from '../../build/new/language-draft.ts';
import { chapterDraft, courseDraft, exerciseDraft } from '../../build/new/new-content.ts';
import { writeDraft } from '../../build/new/write-draft.ts';
import { readContent, readCourse } from '../../build/read-course.ts';
import { inLanguage } from '../../build/say.ts';
import { exercisesOf } from '../../src/course/course.ts';
import { runProgram } from '../programs/run-program.ts';
import type { Ended } from '../programs/programs.ts';
import { bilingualContent, changed, sampleContent, withContent } from './sample-content.ts';

const templates = await exerciseTemplates('fi');
const CHAPTER = 'fi/01-b.md';

async function contentsOf(folder: string): Promise<Record<string, string>> {
  const paths = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const)),
  );
}

/** Keys, ids, kinds and figures of a template. */
function shapeOf(template: string): string[] {
  const shape: string[] = [];
  visit(parseDocument(template), {
    Pair: (_, { key, value }) => {
      const isRule = isScalar(value) && (['id', 'kind'].includes(String(key)) || typeof value.value === 'number');
      shape.push(isRule ? `${String(key)}: ${String(value.value)}` : String(key));
    },
  });
  return shape;
}

describe('an exercise', () => {
  test.each(templates)('of the kind $kind builds', async ({ kind }) => {
    await withContent(sampleContent, async (folder) => {
      await writeDraft(folder, await exerciseDraft(folder, { chapter: '01-b', id: 'b.fresh', kind, classes: ['A1', 'B'] }));
      const made = exercisesOf(await readCourse(folder)).find(({ id }) => id === 'b.fresh');
      expect(made).toMatchObject({ kind, classes: ['A1', 'B'] });
    });
  });

  test.each(['sv', 'en'] as const)('is the same in %s, in other words', async (language) => {
    const others = await exerciseTemplates(language);
    others.forEach((other, index) => {
      const finnish = templates[index];
      expect(shapeOf(other.text)).toEqual(shapeOf(finnish?.text ?? ''));
      expect([other.about, other.text]).not.toContain(finnish?.about);
      expect(other.text).not.toContain('Kerro');
    });
  });

  test('leaves every other line as it is', async () => {
    const [template] = templates;
    const before = changed(CHAPTER, 'sign: B', 'sign: B # merkki')[CHAPTER] as string;
    const after = withExercise(before, 'b.fresh', template?.text ?? '');
    const lines = after.split('\n');
    let from = 0;
    for (const line of before.split('\n').filter((one) => one !== '')) {
      from = lines.indexOf(line, from);
      expect(from, line).toBeGreaterThanOrEqual(0);
    }
  });

  test.each([
    ['without exercises', '---\nid: x\ntitle: X\n---\n\nTeksti.\n'],
    ['with an empty list', '---\nid: x\ntitle: X\nexercises: []\n---\n\nTeksti.\n'],
    ['with a list that is not indented', '---\nid: x\nexercises:\n- kind: reflection\n  id: x.first\ntitle: X\n---\n\nTeksti.\n'],
  ])('goes into a chapter %s', async (_name, chapter) => {
    const template = templates.find(({ kind }) => kind === 'reflection');
    const text = withExercise(chapter, 'x.fresh', template?.text ?? '');
    const front = parse(text.split('---\n')[1] ?? '') as { exercises: { kind: string }[]; title: string };
    expect(front.exercises.at(-1)?.kind).toBe('reflection');
    expect(front.title).toBe('X');
    expect(text.endsWith('Teksti.\n\n::: exercise x.fresh\n')).toBe(true);
  });

  test('that would not build is not written', async () => {
    await withContent(sampleContent, async (folder) => {
      const before = await contentsOf(folder);
      const draft = await exerciseDraft(folder, { chapter: '01-b', id: 'b.channels', kind: 'reflection', classes: ['B'] });
      await expect(writeDraft(folder, draft)).rejects.toThrow('on jo käytössä');
      expect(await contentsOf(folder)).toEqual(before);
    });
  });

  test.each([
    ['a dash on a line of its own', '  -\n    kind: r\n    id: x.a'],
    ['a note beside the dash', '  - # first - second\n    kind: r\n    id: x.a'],
  ])('stands below %s', (_what, item) => {
    const text = withExercise(`---\nid: x\nexercises:\n${item}\ntitle: X\n---\n\nTeksti.\n`, 'x.fresh', '- kind: r\n  id: x.fresh\n');
    expect(parse(text.split('---\n')[1] ?? '')).toEqual({
      id: 'x',
      title: 'X',
      exercises: ['x.a', 'x.fresh'].map((id) => ({ kind: 'r', id })),
    });
  });

  test('takes the place of an empty list that is written on two lines', () => {
    const text = withExercise('---\nid: x\nexercises: [\n  ]\n---\n\nTeksti.\n', 'x.fresh', '- kind: r\n  id: x.fresh\n');
    expect(parse(text.split('---\n')[1] ?? '')).toEqual({ id: 'x', exercises: [{ kind: 'r', id: 'x.fresh' }] });
  });

  test('that has the id of another kind is refused for its id, though a translation comes first by its name', async () => {
    await withContent(sampleContent, async (folder) => {
      await writeDraft(folder, await languageDraft(folder, 'en'));
      const draft = exerciseDraft(folder, { chapter: '01-b', id: 'b.channels', kind: 'reflection', classes: ['B'] });
      await expect(draft).rejects.toThrow('on jo käytössä');
    });
  });
});

describe('a chapter', () => {
  test('builds, in each language, and stands last', async () => {
    await withContent(sampleContent, async (folder) => {
      await writeDraft(folder, await chapterDraft(folder, { id: 'uusi', title: 'Uusi: osio' }));
      expect((await readCourse(folder)).chapters.at(-1)).toMatchObject({ id: 'uusi', title: 'Uusi: osio' });
      expect(Object.keys(await contentsOf(folder))).toContain('fi/02-uusi.md');
    });
  });

  test.each([
    [
      'chapters:\n  - 00-alku # ensimmäinen\n  - 01-b # toinen\n# loppu\n',
      'chapters:\n  - 00-alku # ensimmäinen\n  - 01-b # toinen\n  - 02-x\n# loppu\n',
    ],
    ['chapters: [00-alku, 01-b]\n', 'chapters: [00-alku, 01-b, 02-x]\n'],
    ['chapters:\n- 00-alku\nid: x\n', 'chapters:\n- 00-alku\n- 02-x\nid: x\n'],
  ])('is added to the list %j', (before, after) => {
    expect(withListItem(before, 'chapters', '02-x')).toBe(after);
  });
});

describe('a course', () => {
  test('builds as it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'aspa-new-course-'));
    try {
      const course = {
        id: 'https://example.org/course',
        title: 'Own',
        publisher: 'We',
        contact: 'we@example.org',
      };
      await writeDraft(join(folder, 'own'), await inLanguage('en', () => courseDraft(course)));
      expect(await readFile(join(folder, 'own/GUIDE.md'), 'utf8')).toMatch(/^# How to edit the course/);
      expect(await readCourse(join(folder, 'own'))).toMatchObject({
        id: course.id,
        language: 'en',
        programmes: [],
        chapters: [{ id: 'start', title: 'First part' }],
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('without programmes cannot ask for one', async () => {
    await withContent(changed('course.yaml', /programmes:\n(?: {2}- .*\n)+/, ''), async (folder) => {
      expect((await readCourse(folder)).programmes).toEqual([]);
      const draft = await exerciseDraft(folder, { chapter: '01-b', id: 'b.fresh', kind: 'training-programme', classes: ['B'] });
      await expect(writeDraft(folder, draft)).rejects.toThrow('ei ole mitään valittavaa');
    });
  });
});

describe('a language', () => {
  const picture = { ...sampleContent, 'fi/kuva.png': 'PNG', 'fi/tavutus.txt': 'asia-kas\n' };

  test('is a copy that learners see in the main language until it is translated, text by text', async () => {
    await withContent(picture, async (folder) => {
      await writeDraft(folder, await languageDraft(folder, 'sv'));
      expect(Object.keys(await contentsOf(folder)).sort()).toEqual(
        [...Object.keys(picture), 'sv/00-alku.md', 'sv/01-b.md', 'sv/kuva.png', 'sv/kuva.svg', 'translations.lock'].sort(),
      );
      const before = await readContent(folder);
      expect(before.courses.map(({ language }) => language)).toEqual(['fi', 'sv']);
      const keys = before.marks.faults.map(({ kind, file, key }) => `${kind} ${file} ${key}`);
      expect(keys).toEqual(
        expect.arrayContaining(['outdated sv/01-b.md title', 'outdated sv/01-b.md b.channels.task', 'outdated sv/01-b.md teksti 1']),
      );
      const path = join(folder, 'sv/01-b.md');
      await writeFile(path, (await readFile(path, 'utf8')).replace('title: Tieto verkosta', 'title: Information på webben'));
      const after = await readContent(folder);
      expect(after.courses[1]?.chapters[1]?.title).toBe('Information på webben');
      expect(after.marks.faults.map(({ kind, file, key }) => `${kind} ${file} ${key}`)).toEqual(
        keys.filter((key) => key !== 'outdated sv/01-b.md title'),
      );
    });
  });

  test('keeps what somebody has begun, and is not begun twice', async () => {
    const path = 'sv/01-b.md';
    await withContent({ ...sampleContent, [path]: bilingualContent[path] }, async (folder) => {
      const draft = await languageDraft(folder, 'sv');
      expect([...draft.added.keys(), ...draft.changed.keys()]).not.toContain(path);
      await writeDraft(folder, draft);
      const { faults } = (await readContent(folder)).marks;
      expect(new Set(faults.map(({ file }) => file))).toEqual(new Set(['sv/00-alku.md']));
      await expect(languageDraft(folder, 'sv')).rejects.toThrow('Kurssilla on jo kieli ”sv”.');
    });
  });
});

describe('the command', () => {
  const run = (...parameters: readonly string[]): Promise<Ended> => runProgram('build/new.cli.ts', parameters);
  const refusal = async (...parameters: readonly string[]): Promise<string> => {
    const { code, stderr } = await run(...parameters);
    expect(code).toBeGreaterThan(0);
    return stderr;
  };

  test('says which option lacks where nobody can be asked', async () => {
    await withContent(sampleContent, async (folder) => {
      expect(await refusal('exercise', '--content', folder, '--chapter', '01-b')).toContain('--kind');
      expect(await refusal('exercise', '--content', folder, '--chapter', '09-x')).toContain('00-alku, 01-b');
      const { code, stdout } = await run('chapter', '--content', folder, '--title', 'Äänestä 3 kertaa!');
      expect(code).toBe(0);
      expect(stdout).toContain('fi/02-aanesta-3-kertaa.md');
    });
  });

  test('begins no course where there is one', async () => {
    await withContent(sampleContent, async (folder) => {
      expect(await refusal('course', folder, '--title', 'X')).toContain('on jo kurssi');
      const empty = join(folder, 'empty');
      await mkdir(empty);
      const particulars = ['--title', 'X', '--id', 'no address', '--publisher', 'X', '--contact', 'X'];
      const refused = await refusal('course', empty, ...particulars);
      expect(refused).toContain('ei kelpaa');
      // The file is not there: there is no line of it to look at.
      expect(refused).not.toContain('course.yaml:');
      expect(await readdir(empty)).toEqual([]);
      await refusal('course', join(folder, 'other'), ...particulars);
      expect(await readdir(folder)).not.toContain('other');
    });
  });

  test('says which place takes no file, in a word and not in a stack', async () => {
    await withContent(sampleContent, async (folder) => {
      const particulars = ['--title', 'X', '--id', 'https://x.fi/x', '--publisher', 'X', '--contact', 'X', '--language', 'en'];
      const refused = await refusal('course', join(folder, 'course.yaml', 'own'), ...particulars);
      expect(refused).toContain(join(folder, 'course.yaml', 'own'));
      expect(refused).not.toContain(' at ');
    });
  });

  test('gives the next command as it can be pasted, where a folder has a space in its name', async () => {
    await withContent(sampleContent, async (folder) => {
      const own = join(folder, 'oma kurssi');
      const { stdout } = await run('course', own, '--title', 'X', '--id', 'https://x.fi/x', '--publisher', 'X', '--contact', 'X');
      expect(stdout).toContain(`npm run dev -- --content "${own}"`);
    });
  });

  test('asks on a terminal, again where the answer cannot be chosen', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const answer = answerTo({ option: '--kind', asks: 'Which?', choices: [['one', 'the first']] }, undefined, {
      input,
      output,
      answers: true,
    });
    input.write('two\n');
    setTimeout(() => input.write('one\n'), 50);
    expect(await answer).toBe('one');
  });

  test.each([
    ['Ctrl+C', '\x03'],
    ['Ctrl+D', '\x04'],
  ])('is broken off on a terminal with %s, in a word and not in a stack', async (_key, typed) => {
    const input = new PassThrough();
    const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    const answer = answerTo({ option: '--title', asks: 'Which?' }, undefined, { input, output, answers: true });
    input.write(typed);
    await expect(answer).rejects.toThrow(new Unanswered('Keskeytetty. Mitään ei kirjoitettu.'));
  });

  test('says how an exercise becomes one that builds, where the course lacks what it needs', async () => {
    await withContent(sampleContent, async (folder) => {
      await writeFile(join(folder, 'course.yaml'), (sampleContent['course.yaml'] ?? '').replace(/^programmes:[^]*?(?=^\S)/m, ''));
      const given = ['--chapter', '01-b', '--kind', 'training-programme', '--id', 'b.ohjelma', '--classes', 'B'];
      expect(await refusal('exercise', '--content', folder, ...given)).toContain('course.yaml avaimeen ”programmes”');
    });
  });
});
