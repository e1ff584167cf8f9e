/** The licences of what others wrote and the package carries: their texts go along, as they ask. */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const licencesFile = 'licences.txt';

const fontPackage = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/atkinson-hyperlegible-next/package.json'));

/**
 * @param modules paths of all modules of a bundle
 * @returns one text, the packages in the order of their names
 * @throws Error where a package comes without its licence
 */
export async function licenceTexts(modules: readonly string[]): Promise<string> {
  const folders = new Set([fontPackage, ...modules.flatMap(packageFolder)]);
  const texts = new Map<string, string>();
  for (const folder of folders) {
    const { name } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { readonly name: string };
    const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
    if (!file)
      throw new Error(`The package ${name} is part of the bundle and has no licence file: look at its terms, then add them by hand.`);
    texts.set(name, (await readFile(join(folder, file), 'utf8')).replace(/\r\n?/g, '\n').trim());
  }
  const sections = [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${name}\n${'='.repeat(name.length)}\n\n${text}\n`);
  return `The course contains these works of others, under these licences.\n\n${sections.join('\n\n')}`;
}

/** The folder of the package that a module belongs to; none for our own. */
function packageFolder(module: string): string[] {
  const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/'))?.[1];
  return folder === undefined || module.startsWith('\0') ? [] : [folder];
}
