/** What the disk refuses, in words for the author: a file that Windows holds open for another program, rights, no room. */
import { say } from './say.ts';

/** A file could not be read, written or moved. */
export class DiskFault extends Error {
  override readonly name = 'DiskFault';
}

/** @throws DiskFault in the place of what the system says in its own words */
export async function toldOfDisk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const { syscall, code = '', path = '', dest = path } = cause as NodeJS.ErrnoException & { readonly dest?: string };
    if (!(cause instanceof Error) || syscall === undefined || path === '') throw cause;
    throw new DiskFault(
      code === 'ENOSPC'
        ? say`Levy on täynnä: tiedostoa ${dest} ei voi kirjoittaa. Vapauta tilaa ja aja komento uudelleen.`
        : say`Tiedosto ${dest} ei aukea, tai siihen ei saa kirjoittaa (${code}). Sulje se muissa ohjelmissa, tarkista oikeudet ja aja komento uudelleen.`,
      { cause },
    );
  }
}
