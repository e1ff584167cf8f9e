/** Tells when something in folders has changed. */
import { existsSync, watch } from 'node:fs';

/**
 * @param folders those that are not there are left out
 * @param settles how long nothing more may change before it is told, in milliseconds: editors write a file in several steps
 * @param changed runs once for changes that come close together
 * @returns a function that stops watching
 */
export function watchFolders(folders: readonly string[], settles: number, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(changed, settles);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
