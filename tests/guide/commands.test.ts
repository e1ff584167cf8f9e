/** Every command that README, docs and guides name is known to the program that it calls; those that need no server are run as they stand. */
import { readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../build/build.ts';
import { sampleContent, withContent } from '../build/sample-content.ts';
import { runProgram } from '../programs/run-program.ts';
import { definitionOf, programOf } from './command-definitions.ts';
import { commandsIn, wordsOf, type DocumentedCommand } from './documented-commands.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['docs', 'docs/decisions', 'docs/guides', 'content', 'src/records'];
const isNightly = process.env['NIGHTLY'] !== undefined;
/**
 * Each build takes ten seconds and more: by day the one with the most options stands for the others, and the guide in Finnish for its translations.
 * The end-to-end tests are begun with it.
 */
const BUILT_BY_DAY = 'npm run build -- --release --strict --particulars-later';
/** Commands of npm and others, with what may follow them. */
const FOREIGN = [
  /^git (tag|push origin) v\d\.\d\.\d$/,
  /^npm (ci|install|pack|start|test)$/,
  /^npm ci --omit=dev$/,
  /^npm install --global \.$/,
  /^npm start -- /,
  /^npx knip$/,
  /^npx tsx node_modules\/rollup\/dist\/bin\/rollup -c rollup\.config\.ts --configPlugin esbuild$/,
  /^npx vitest run( --project (node|browser))?( tests\/\S+)*$/,
];

const markdownIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : []));
const files = ['README.md', 'CONTRIBUTING.md', ...FOLDERS.flatMap(markdownIn)];
const commands = (await Promise.all(files.map(async (file) => commandsIn(file, await readFile(join(ROOT, file), 'utf8'))))).flat();
const lineOf = ({ words }: DocumentedCommand): string => words.join(' ');
const placed = commands.map((command) => [`${command.file}:${String(command.line)}`, lineOf(command), command] as const);

/** The script that is called, and the words that its program gets; undefined where it is npm's own. */
function scriptOf({ words }: DocumentedCommand): { script: string; given: readonly string[] } | undefined {
  const [npm, run, ...rest] = words;
  if (npm === 'aspa-records') return { script: 'records', given: words.slice(1) };
  if (npm !== 'npm' || (run !== 'run' && run !== 'start')) return undefined;
  const script = run === 'start' ? 'start' : rest.find((word) => !word.startsWith('-'));
  const dashes = words.indexOf('--');
  return { script: script ?? '', given: dashes < 0 ? [] : words.slice(dashes + 1) };
}

test('there are many, in every guide', () => {
  expect(commands.length).toBeGreaterThan(60);
  for (const guide of markdownIn('docs/guides')) expect(commands.map(({ file }) => file)).toContain(guide);
});

describe('is known', () => {
  test.each(placed)('%s %s', async (_place, line, command) => {
    const called = scriptOf(command);
    if (!called)
      return expect(
        FOREIGN.some((known) => known.test(line)),
        `No test knows the command “${line}”.`,
      ).toBe(true);
    const program = programOf(called.script);
    expect(program, `There is no script “${called.script}”.`).not.toBeNull();
    if (typeof program !== 'string') return expect(called.given, `“${called.script}” takes no options.`).toEqual([]);
    await expectKnown(program, called.given, command.isWhole);
  });
});

async function expectKnown(program: string, given: readonly string[], isWhole: boolean): Promise<void> {
  if (given.length === 0) return;
  const { commands: subcommands } = await definitionOf(program);
  const [first] = given;
  const subcommand = subcommands.length > 0 && first !== undefined && !first.startsWith('--') ? first : undefined;
  if (subcommand !== undefined) expect(subcommands).toContain(subcommand);
  const { options, fewest, most } = await definitionOf(program, subcommand);
  const words = subcommand === undefined ? [...given] : given.slice(1);
  let others = 0;
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const option = options.get(word);
    if (!word.startsWith('--')) others += 1;
    else expect(option, `${program} has no option ${word}.`).toBeDefined();
    if (!option?.takesValue) continue;
    if (option.mayStandAlone && (words[0] ?? '--').startsWith('--')) continue;
    const value = words.shift();
    // Spoken of in a sentence an option may stand alone.
    if (isWhole || value !== undefined) expect(value ?? '--', `${word} takes a value.`).not.toMatch(/^--/);
    if (option.choices && value !== undefined) expect(option.choices).toContain(value);
  }
  expect(others).toBeLessThanOrEqual(most);
  if (isWhole) expect(others).toBeGreaterThanOrEqual(fewest);
}

describe('runs', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aspa-commands-'));
    const out = join(folder, 'packages');
    const entry = (): string => fileURLToPath(new URL('../build/tiny-entry.ts', import.meta.url));
    await withContent(sampleContent, (content) => build({ content, out, entry, formats: ['scorm12'] }));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const runnable = commands
    .filter(({ isWhole, words }) => isWhole && /^npm run (new -- |build -- |check-update )/.test(words.join(' ')))
    .map((command) => [lineOf(command), command] as const);
  const distinct = [...new Map(runnable).entries()];

  test('one of the builds is what the end-to-end tests are begun with', async () => {
    expect(distinct.map(([line]) => line)).toContain(BUILT_BY_DAY);
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    expect(scripts['test']).toMatch(/ test:built$/);
    expect(scripts['test:built']).toBe(`${BUILT_BY_DAY} && npm run test:e2e`);
  });

  test.each(distinct.filter(([line, { file }]) => isNightly || !(isBuildOfCourse(line) || /ANVISNING|GUIDE/.test(file))))(
    '%s',
    async (line, { words }) => {
      const place = await mkdtemp(join(folder, 'run-'));
      const project = join(place, 'project');
      await mkdir(join(project, 'dist'), { recursive: true });
      const { script = '', given = [] } = scriptOf({ words, file: '', line: 0, isWhole: true }) ?? {};
      if (script === 'check-update') {
        for (const path of given.filter((word) => word.endsWith('.zip')))
          await cp(join(folder, 'packages/aspa-ajokortti-scorm12.zip'), join(project, path), { recursive: true });
      } else await cp(join(ROOT, 'content'), join(project, 'content'), { recursive: true });
      const own = /^npm run build -- --content (\S+)/.exec(line)?.[1];
      if (own !== undefined)
        await run('new', wordsOf(`course ${own} --title T --id https://a.example/t --publisher P --contact C --language en`), project);
      if (/new -- language --language/.test(line)) await asCourseInFinnish(project);
      await run(script, [...given, ...inProject(script, given)], project);
    },
  );
});

const isBuildOfCourse = (line: string): boolean => line.startsWith('npm run build');

/** The folders that a program takes by itself are those of this project: here it gets the ones of the copy. One kind of package is enough. */
function inProject(script: string, given: readonly string[]): string[] {
  const unless = (option: string, ...words: string[]): string[] => (given.includes(option) ? [] : [option, ...words]);
  if (script === 'check-update') return given.length > 1 ? [] : [given[0] ?? ''];
  const content = given[0] === 'course' ? [] : unless('--content', 'content');
  return script === 'build' ? [...content, ...unless('--out', 'dist'), ...unless('--format', 'web')] : content;
}

async function asCourseInFinnish(project: string): Promise<void> {
  await rm(join(project, 'content'), { recursive: true });
  await run('new', wordsOf('course content --title T --id https://a.example/t --publisher P --contact C --language fi'), project);
}

async function run(script: string, words: readonly string[], project: string): Promise<void> {
  expect(await runProgram(programOf(script) ?? '', words, project)).toMatchObject({ code: 0 });
}

test('each system of the table has its way of being updated', async () => {
  const systemsOf = async (file: string): Promise<string[]> =>
    [...(await readFile(join(ROOT, file), 'utf8')).matchAll(/^\| ([^|]+?) +\| /gm)].map(([, name = '']) => name);
  const systems = await systemsOf('docs/lms.md');
  expect(systems.length).toBeGreaterThan(20);
  expect(await systemsOf('docs/guides/upload.md')).toEqual(systems);
});

test('an unknown command, script or option is found', async () => {
  const [unknown] = commandsIn('a.md', '```sh\nnpm run build -- --contents x # a note\n```\n');
  expect(unknown?.words).toEqual(['npm', 'run', 'build', '--', '--contents', 'x']);
  await expect(expectKnown('build/build.cli.ts', ['--contents', 'x'], true)).rejects.toThrow('has no option --contents');
  expect(programOf('bild')).toBeNull();
  expect(FOREIGN.some((known) => known.test('make dist'))).toBe(false);
});
