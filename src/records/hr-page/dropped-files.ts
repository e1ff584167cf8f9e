/** Files out of a drop or a chosen folder, with what of a folder is left out. */
import { REPORT_ENDINGS } from '../sources/report-file.ts';

export interface Dropped {
  readonly files: readonly File[];
  /** Names of what else lay in folders. */
  readonly skipped: readonly string[];
}

/** A column map that was saved before. */
export const MAP_ENDING = /\.ya?ml$/i;

/** Must be called while the drop is handled: afterwards the browser tells nothing more. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].flatMap((item) =>
    item.kind === 'file' ? [{ entry: item.webkitGetAsEntry(), file: item.getAsFile() }] : [],
  );
  const found: Dropped[] = [];
  for (const { entry, file } of entries) {
    if (entry?.isDirectory) found.push(sorted(await filesUnder(entry as FileSystemDirectoryEntry)));
    else if (file) found.push({ files: [file], skipped: [] });
  }
  return { files: found.flatMap(({ files }) => files), skipped: found.flatMap(({ skipped }) => skipped) };
}

/** Reports and maps among the files of a folder. */
export function sorted(files: readonly File[]): Dropped {
  // Hidden ones, and what a spreadsheet program keeps beside a file that is open in it.
  const seen = files.filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$'));
  const isReport = ({ name }: File): boolean =>
    MAP_ENDING.test(name) || REPORT_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));
  return { files: seen.filter(isReport), skipped: seen.filter((file) => !isReport(file)).map(({ name }) => name) };
}

async function filesUnder(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: File[] = [];
  for (;;) {
    // A folder is told in parts, and an empty one is its end.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return files;
    for (const entry of part) {
      if (entry.isDirectory) files.push(...(await filesUnder(entry as FileSystemDirectoryEntry)));
      else files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    }
  }
}
