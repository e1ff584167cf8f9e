/** Builds the course again when its content or its code changes. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchFolders } from './watch-folders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const watched = ['content', 'src', 'build', 'manifests'];
/** A build takes seconds: it begins once nothing has changed for this long. Milliseconds. */
const settles = 300;

/** Runs the build; its own words go to the terminal. @returns whether it succeeded */
export function buildCourse(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, ['--import', 'tsx', join(root, 'build/build.cli.ts')], { cwd: root, stdio: 'inherit' });
    build.on('error', reject);
    build.on('exit', (code) => resolve(code === 0));
  });
}

/** @param onBuilt runs after each build that succeeded @returns a function that stops watching */
export function rebuildOnChange(onBuilt: () => void): () => void {
  let building = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (building) {
      again = true;
      return;
    }
    building = true;
    if (await buildCourse()) onBuilt();
    building = false;
    if (!again) return;
    again = false;
    await run();
  };
  return watchFolders(
    watched.map((folder) => join(root, folder)),
    settles,
    () => void run(),
  );
}
