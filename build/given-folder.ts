/** A folder that a command is given by its author. */
import { stat } from 'node:fs/promises';
import { say } from './say.ts';

/** What is named is no folder, in words for the author. */
export class NoFolder extends Error {
  override readonly name = 'NoFolder';
}

/** @param isMade it is made where there is none @throws NoFolder */
export async function checkFolder(path: string, isMade = false): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() || (isMade && !found)) return;
  throw new NoFolder(found ? say`${path} on tiedosto, ei kansio. Anna kansion nimi.` : say`Kansiota ${path} ei ole.`);
}
