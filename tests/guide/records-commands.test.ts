/** Every records command that a guide tells HR to type, run as it stands: on files of the names that it has, against an LRS and a Moodle. */
import { readdirSync, readFileSync } from 'node:fs';
import { access, chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { LrsDouble } from '../records/lrs-double.ts';
import { madeUpLearners, staffCsv } from '../records/learners.ts';
import { allStatements } from '../records/made-up-statements.ts';
import { MoodleDouble } from '../records/moodle-double.ts';
import { interactionsReport } from '../records/moodle-reports.ts';
import { inFolder, runHere } from '../records/run-cli.ts';
import { commandsIn } from './documented-commands.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['docs', 'docs/guides', 'src/records'];
const OUTPUTS = ['--csv', '--xlsx', '--html', '--json', '--ics', '--state'];
const MAPPED = ['--columns'];
/** Heads that a report of any LMS may have: a map begins with them and needs no more. */
const HEADS = ['Työntekijä', 'Henkilönumero', 'Osasto', 'A1 valmis', 'A2 valmis', 'Koko kurssi suoritettu'];

const learners = madeUpLearners(12);
const lrs = new LrsDouble();
const moodle = new MoodleDouble();
const secrets = { ASPA_LRS_KEY: lrs.key, ASPA_LRS_SECRET: lrs.secret, ASPA_MOODLE_TOKEN: moodle.token };

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith('.md') ? [join(folder, name)] : [])),
);
const commands = files
  .flatMap((file) => commandsIn(file, readFileSync(join(ROOT, file), 'utf8')))
  .filter(({ isWhole, words: [first, run, script] }) => isWhole && (first === 'aspa-records' || (run === 'run' && script === 'records')))
  .map(({ file, line, words }) => [`${file}:${String(line)}`, words.slice(words[0] === 'aspa-records' ? 1 : 4)] as const);

beforeAll(async () => {
  lrs.statements = allStatements(learners);
  moodle.learners = learners;
  await Promise.all([lrs.start(), moodle.start()]);
});
afterAll(() => Promise.all([lrs.stop(), moodle.stop()]));

test('there are some for files, for an LRS and for Moodle', () => {
  for (const option of ['--file', '--lrs', '--moodle', '--columns', '--people', '--secrets'])
    expect(commands.filter(([, words]) => words.includes(option)).length, option).toBeGreaterThan(2);
});

test.each(commands)('%s', (_place, words) =>
  inFolder(async (folder) => {
    const options = await Promise.all(words.map((word, index) => given(folder, words[index - 1] ?? '', word, words)));
    // A command says its secrets by a file, or the guide by variables above it.
    const environment = words.includes('--secrets') ? {} : secrets;
    const runs = words.includes('--columns') ? [await runHere(options, environment), await runHere(options, environment)] : [];
    // Without a map the first run writes one.
    expect(runs.slice(0, 1).map(({ code }) => code)).toEqual(runs.length > 0 ? [2] : []);
    const { code, err } = runs[1] ?? (await runHere(options, environment));
    expect(err).not.toMatch(/Error|Virhe|Fel:|not understood|ei ymmärretä|går inte att förstå/i);
    expect(code, err).toBe(0);
    for (const [index, option] of words.entries()) if (OUTPUTS.includes(option)) await expectWritten(options[index + 1] ?? '');
  }),
);

/** The word of a command as it is in this folder: what is read is made there, and an address is a double's. */
async function given(folder: string, option: string, word: string, words: readonly string[]): Promise<string> {
  if (option === '--lrs') return lrs.endpoint.href;
  if (option === '--moodle') return moodle.site.href;
  const path = join(folder, word);
  if (option === '--people') await writeTable(path, staffCsv(learners));
  else if (option === '--file')
    await writeReports(
      path,
      words.some((one) => MAPPED.includes(one)),
    );
  else if (option === '--secrets') {
    await writeFile(
      path,
      Object.entries(secrets)
        .map((pair) => `${pair.join(': ')}\n`)
        .join(''),
    );
    await chmod(path, 0o600);
  } else if (![...OUTPUTS, ...MAPPED].includes(option)) return word;
  return path;
}

async function writeReports(path: string, isOfAnotherLms: boolean): Promise<void> {
  const report = isOfAnotherLms
    ? [HEADS, ['Aino Åberg', '0042', 'Muurame', '24.11.2026', 'Kyllä', '25.11.2026']].map((row) => row.join(';')).join('\n')
    : interactionsReport(learners);
  await writeTable(extname(path) === '' ? join(path, 'Aspa-ajokortti-interactions.csv') : path, report);
}

/** @param text rows of a CSV file */
async function writeTable(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  if (extname(path) !== '.xlsx') return writeFile(path, text);
  const rows = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  await writeXlsxFile(rows.map((row) => row.split(';').map((value) => ({ value })))).toFile(path);
}

async function expectWritten(path: string): Promise<void> {
  await access(path);
  expect((await readFile(path)).length, path).toBeGreaterThan(100);
}
