/** Tells when something in folders has changed. */
import { watch } from 'node:fs';

/** Editors write a file in several steps. Milliseconds. */
const SETTLES = 60;

/** @param changed runs once for changes that come close together @returns a function that stops watching */
export function watchFolders(folders: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(changed, SETTLES);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
