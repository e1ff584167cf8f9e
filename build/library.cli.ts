/** `npm run library`: writes the exercises for any web page into `dist/exercises/`, with an example. */
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { buildExerciseLibrary } from './exercise-library.ts';

await new Command('library')
  .description('Writes the exercises for any web page, with an example.')
  .option('--out <dir>', 'folder for them', fileURLToPath(new URL('../dist/exercises', import.meta.url)))
  .action(async ({ out }: { readonly out: string }) => {
    await buildExerciseLibrary(out);
    console.log(out);
  })
  .parseAsync();
