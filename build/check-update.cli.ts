/** `npm run check-update -- OLD.zip [NEW.zip]`: says what an update does to learners, in the course's main language. Ends with 1 where they lose something. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { comparePackages } from '../src/own-package/compare-packages.ts';
import { namedAs, readPackage, UnusablePackage, type PackageInHand } from '../src/own-package/read-package.ts';
import { ownPackageTextIn, type OwnPackageText } from '../src/own-package/text/own-package-text.ts';
import { updateWords } from '../src/own-package/update-words.ts';
import { authorLanguageOf } from './author-language.ts';
import { packageFile } from './packages.ts';

const CONTENT = fileURLToPath(new URL('../content', import.meta.url));
const MARKS = { loss: '!', attention: '-', fine: '+' } as const;

await new Command('check-update')
  .description('Says what becomes of learners’ work when a package takes the place of an older one.')
  .argument('<old>', 'the zip that is in the LMS now')
  .argument('[new]', 'the zip that is to take its place; else the built one of the same kind, in dist/')
  .action(async (old: string, given?: string) => {
    const ours = ownPackageTextIn(await authorLanguageOf(CONTENT));
    const older = await read(old, ours);
    if (!older) return;
    const path = given ?? fileURLToPath(new URL(`../dist/${packageFile(older.kind.name, namedAs(older))}.zip`, import.meta.url));
    const newer = await read(path, ours);
    if (!newer) return;
    // Whoever keeps the course reads its main language.
    const text = ownPackageTextIn(newer.contents[0].language);
    const lines = updateWords(comparePackages(older, newer), text);
    console.log(text.update.of(basename(old), basename(path)));
    for (const { weight, words, ids } of lines) console.log(`${MARKS[weight]} ${words}${ids === '' ? '' : `\n    ${ids}`}`);
    if (lines[0].weight === 'loss') process.exitCode = 1;
  })
  .parseAsync();

/** Undefined, and told, where it cannot be read; then the command ends with 2. */
async function read(path: string, text: OwnPackageText): Promise<PackageInHand | undefined> {
  try {
    return await readPackage(await readFile(path));
  } catch (error) {
    // Not there, a folder, or not allowed to be read.
    const isUnread = error instanceof Error && 'syscall' in error;
    if (!isUnread && !(error instanceof UnusablePackage)) throw error;
    console.error(`${path} ${error instanceof UnusablePackage ? text.package.problem[error.problem] : text.package.unread}`);
    process.exitCode = 2;
    return undefined;
  }
}
