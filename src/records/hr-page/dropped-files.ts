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
  const items = [...transfer.items].flatMap((item) =>
    item.kind === 'file' ? [{ folder: folderOf(item, item.webkitGetAsEntry()), file: item.getAsFile() }] : [],
  );
  const found: Required<Dropped>[] = [];
  for (const { folder, file } of items) {
    if (folder) {
      const { files, notOpened } = await filesUnder(await folder);
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

/** In a folder: a file or a folder of its own. */
type Inside = { readonly name: string; readonly file: () => Promise<File> } | Folder;

interface Folder {
  readonly name: string;
  readonly inside: () => AsyncIterable<Inside>;
}

/** No part of the DOM that every browser has. */
interface HandleItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>;
}

/**
 * To a page that was opened from a disk Chromium tells by entries of no folder what is in it (EncodingError; 156, run), by handles it does. Firefox and
 * Safari have no handles.
 * @returns undefined where a file was dropped
 */
function folderOf(item: DataTransferItem & HandleItem, entry: FileSystemEntry | null): Promise<Folder> | undefined {
  if (!entry?.isDirectory) return undefined;
  const byEntry = ofEntry(entry as FileSystemDirectoryEntry);
  const handle = item.getAsFileSystemHandle?.() ?? Promise.resolve(null);
  return handle.then(
    (found) => (found ? ofHandle(found as FileSystemDirectoryHandle) : byEntry),
    () => byEntry,
  );
}

/** What cannot be read, such as a folder without the rights to it or a file that was deleted meanwhile, keeps nothing else back. */
async function filesUnder(folder: Folder): Promise<Found> {
  const files: File[] = [];
  const notOpened: string[] = [];
  try {
    for await (const part of folder.inside()) {
      const found = 'inside' in part ? await filesUnder(part) : await opened(part);
      files.push(...found.files);
      notOpened.push(...found.notOpened);
    }
  } catch {
    notOpened.push(`${folder.name}/`);
  }
  return { files, notOpened };
}

async function opened({ name, file }: Exclude<Inside, Folder>): Promise<Found> {
  try {
    return { files: [await file()], notOpened: [] };
  } catch {
    return { files: [], notOpened: [name] };
  }
}

function ofHandle(handle: FileSystemDirectoryHandle): Folder {
  return {
    name: handle.name,
    inside: async function* () {
      for await (const part of handle.values())
        yield part.kind === 'directory'
          ? ofHandle(part as FileSystemDirectoryHandle)
          : { name: part.name, file: () => (part as FileSystemFileHandle).getFile() };
    },
  };
}

function ofEntry(entry: FileSystemDirectoryEntry): Folder {
  return {
    name: entry.name,
    inside: async function* () {
      const reader = entry.createReader();
      for (;;) {
        // A folder is told in parts, and an empty one is its end.
        const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
        if (entries.length === 0) return;
        for (const part of entries)
          yield part.isDirectory
            ? ofEntry(part as FileSystemDirectoryEntry)
            : { name: part.name, file: () => new Promise((resolve, reject) => (part as FileSystemFileEntry).file(resolve, reject)) };
      }
    },
  };
}
