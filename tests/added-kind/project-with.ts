/** A copy of this project with kinds of exercise and types of field added, as CONTRIBUTING says: a folder each, and a line each in the one list. */
import { appendFile, cp, mkdtemp, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = process.cwd();

export interface Added {
  /** What is laid over `src/`. */
  readonly folder: string;
  /** Each kind's exported name and folder. */
  readonly exercises?: readonly (readonly [name: string, folder: string])[];
  readonly fields?: readonly (readonly [name: string, folder: string])[];
  /** The course's content. */
  readonly content: string;
}

/** @returns the copy's folder, for the caller to remove */
export async function projectWith({ folder, exercises = [], fields = [], content }: Added): Promise<string> {
  const project = await mkdtemp(join(tmpdir(), 'added-kind-'));
  for (const part of ['src', 'build', 'manifests', 'package.json', 'tsconfig.json']) {
    await cp(join(here, part), join(project, part), { recursive: true });
  }
  await cp(join(here, content), join(project, 'content'), { recursive: true });
  await symlink(join(here, 'node_modules'), join(project, 'node_modules'));
  await cp(join(here, folder), join(project, 'src'), { recursive: true });
  for (const [list, added] of [
    ['exercises/kinds.ts', exercises],
    ['fields/field-types.ts', fields],
  ] as const)
    for (const [name, at] of added) await appendFile(join(project, 'src', list), `export { ${name} } from './${at}/definition.ts';\n`);
  return project;
}
