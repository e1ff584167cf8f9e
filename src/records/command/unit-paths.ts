/** Where the files of units go: beside the path that was given for all of them, by its name. */
import { basename, dirname, extname, join } from 'node:path';
import { sameSpelling } from './output-place.ts';

/** `ajokortit.xlsx` of the unit Muurame is `ajokortit-Muurame.xlsx`. @param fileName of the unit, fit for a file's name */
export function unitPath(path: string, fileName: string): string {
  const [before, after] = around(path);
  return join(dirname(path), `${before}${fileName}${after}`);
}

/** Whether some unit's file could be at that place. */
export function mayBeUnitPath(place: string, path: string): boolean {
  const [before, after] = around(path);
  const name = basename(place).toLowerCase();
  return (
    sameSpelling(dirname(place)) === sameSpelling(dirname(path)) &&
    name.startsWith(before.toLowerCase()) &&
    name.endsWith(after.toLowerCase())
  );
}

function around(path: string): [before: string, after: string] {
  const ending = extname(path);
  return [`${basename(path, ending)}-`, ending];
}
