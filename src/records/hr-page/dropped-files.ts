/** Files out of a drop or a chosen folder, with what of a folder is left out. */
import { REPORT_ENDINGS } from '../sources/report-file.ts';

export interface Dropped {
  readonly files: readonly File[];
  /** Names of what else lay in folders. */
  readonly skipped: readonly string[];
  /** Names of what could not be opened: a folder's ends with a slash. */
  readonly notOpened?: readonly string[];
}

/** A column map that was saved before. */
export const MAP_ENDING = /\.ya?ml$/i;

/** Must be called while the drop is handled: afterwards the browser tells nothing more. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) =>
    item.kind === 'file' ? [{ entry: item.webkitGetAsEntry(), file: item.getAsFile() }] : [],
  );
  const found: Required<Dropped>[] = [];
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) {
      const { files, notOpened } = await filesUnder(entry as FileSystemDirectoryEntry);
      found.push({ ...sorted(files), notOpened });
    } else if (file) found.push({ files: [file], skipped: [], notOpened: [] });
  }
  return {
    files: found.flatMap(({ files }) => files),
    skipped: found.flatMap(({ skipped }) => skipped),
    notOpened: found.flatMap(({ notOpened }) => notOpened),
  };
}

/** Reports and maps among the files of a folder. */
export function sorted(files: readonly File[]): Dropped {
  // Hidden ones, and what a spreadsheet program keeps beside a file that is open in it.
  const seen = files.filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$'));
  const isReport = ({ name }: File): boolean =>
    MAP_ENDING.test(name) || REPORT_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
  return { files: seen.filter(isReport), skipped: seen.filter((file) => !isReport(file)).map(({ name }) => name) };
}

type Found = Pick<Required<Dropped>, 'files' | 'notOpened'>;

/** What cannot be read, such as a folder without the rights to it or a file that was deleted meanwhile, keeps nothing else back. */
async function filesUnder(folder: FileSystemDirectoryEntry): Promise<Found> {
  const reader = folder.createReader();
  const files: File[] = [];
  const notOpened: string[] = [];
  try {
    for (;;) {
      // A folder is told in parts, and an empty one is its end.
      const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
      if (part.length === 0) break;
      for (const entry of part) {
        const inside = entry.isDirectory ? await filesUnder(entry as FileSystemDirectoryEntry) : await fileOf(entry as FileSystemFileEntry);
        files.push(...inside.files);
        notOpened.push(...inside.notOpened);
      }
    }
  } catch {
    notOpened.push(`${folder.name}/`);
  }
  return { files, notOpened };
}

async function fileOf(entry: FileSystemFileEntry): Promise<Found> {
  try {
    return { files: [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))], notOpened: [] };
  } catch {
    return { files: [], notOpened: [entry.name] };
  }
}
