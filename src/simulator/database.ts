/** Opens what the preview keeps between runs, for the owner of the file alone. */
import { closeSync, constants, fchmodSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

const IN_MEMORY = ':memory:';
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = 0o700;
const OF_OTHERS = 0o077;

/**
 * SQLite gives its journals the mode of the database, so the file is there before SQLite is.
 * @param file a path, or `:memory:`; folders are made if need be
 * @throws Error where a link stands in the file's place
 */
export function openDatabase(file: string): Database.Database {
  if (file !== IN_MEMORY) {
    mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY_FOLDER });
    closeToOthers(file);
  }
  return new Database(file);
}

function closeToOthers(file: string): void {
  const descriptor = openItself(file);
  try {
    const { mode } = fstatSync(descriptor);
    if ((mode & OF_OTHERS) !== 0) fchmodSync(descriptor, mode & ~OF_OTHERS);
  } finally {
    closeSync(descriptor);
  }
}

/** Made where it is not there, and never what a link leads to. */
function openItself(file: string): number {
  try {
    return openSync(file, constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0), OWNER_ONLY);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ELOOP')) throw error;
    throw new Error(`${file} is a link. Name the file itself with --data.`, { cause: error });
  }
}
