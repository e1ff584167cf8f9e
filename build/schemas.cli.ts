/** `npm run schemas`: writes the form of the content's files for editors, as JSON Schemas, into `schemas/`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { schemaFiles, schemaText } from './content-schemas.ts';

await new Command('schemas')
  .description('Writes JSON Schemas of course.yaml and of a chapter’s front matter, by which editors complete and check them.')
  .option('--out <dir>', 'folder for them', fileURLToPath(new URL('../schemas', import.meta.url)))
  .action(async ({ out }: { readonly out: string }) => {
    await mkdir(out, { recursive: true });
    for (const [name, schema] of Object.entries(schemaFiles)) {
      await writeFile(join(out, name), schemaText(schema));
      console.log(join(out, name));
    }
  })
  .parseAsync();
