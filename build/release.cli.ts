/** `npm run release`: makes what is handed on, with hashes and notes, from what is committed. */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { UnfitForRelease } from './build.ts';
import { ContentError } from './content-error.ts';
import { PackageError } from './package-error.ts';
import { ReleaseRefused } from './release-checks.ts';
import { release, type ReleaseOptions } from './release.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** What a developer or author can mend; anything else is a fault of the build, and its stack helps. */
const MENDABLE = [ContentError, PackageError, ReleaseRefused, UnfitForRelease];

const command = new Command('release')
  .description(
    'Makes the zips and pages of a release, SHA256SUMS and NOTES.md: of what is committed, under one version that the change log dates.',
  )
  .option('--content <dir>', 'folder of the content', fileURLToPath(new URL('../content', import.meta.url)))
  .option('--out <dir>', 'folder for the release', fileURLToPath(new URL('../dist/release', import.meta.url)))
  .option('--particulars-later', 'each organization fills in its own particulars in the packages')
  .action(async (options: Pick<ReleaseOptions, 'content' | 'out' | 'particularsLater'>) => {
    const files = await release({ ...options, root: ROOT });
    for (const { name, bytes, hash } of files) console.log(`${hash}  ${name}  ${(bytes / 1000).toFixed(1)} kB`);
    console.log(`\n${String(files.length)} files, SHA256SUMS and NOTES.md in ${options.out}.`);
  });

try {
  await command.parseAsync();
} catch (error) {
  console.error(error instanceof Error && MENDABLE.some((kind) => error instanceof kind) ? error.message : error);
  process.exitCode = 1;
}
