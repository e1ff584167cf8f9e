/** What a folder gives that is dropped on HR's page. */
import { expect, test } from 'vitest';
import { droppedFiles } from '../../src/records/hr-page/dropped-files.ts';

type Refuse = (error: Error) => void;

function file(name: string, isThere = true): object {
  const get = (give: (file: File) => void, refuse: Refuse): void =>
    isThere ? give(new File(['x'], name)) : refuse(new Error('NotFoundError'));
  return { name, isDirectory: false, file: get };
}

function folder(name: string, entries: readonly object[], mayBeRead = true): object {
  const createReader = (): object => {
    const parts = [entries, []];
    const readEntries = (give: (part: readonly object[]) => void, refuse: Refuse): void =>
      mayBeRead ? give(parts.shift() ?? []) : refuse(new Error('NotReadableError'));
    return { readEntries };
  };
  return { name, isDirectory: true, createReader };
}

test('a file or a folder that cannot be read keeps back nothing of what lies beside it, and is named', async () => {
  const inner = folder('2025', [file('c.csv')], false);
  const entry = folder('reports', [file('a.csv'), file('gone.csv', false), inner, file('b.txt'), file('muistio.docx')]);
  const items = [{ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null }];
  const { files, skipped, notOpened } = await droppedFiles({ items } as unknown as DataTransfer);
  expect(files.map(({ name }) => name)).toEqual(['a.csv', 'b.txt']);
  expect(skipped).toEqual(['muistio.docx']);
  expect(notOpened).toEqual(['gone.csv', '2025/']);
});

/** What Chromium's handles are like, as far as they are used. */
function handle(name: string, parts: readonly object[]): object {
  return { kind: 'directory', name, values: () => parts.values() };
}

test('where a page from a disk is told by handles alone what is in a folder, those are asked', async () => {
  const getFile = (): Promise<File> => Promise.resolve(new File(['x'], 'a.csv'));
  const inner = handle('2025', [{ kind: 'file', name: 'gone.csv', getFile: () => Promise.reject(new Error('NotFoundError')) }]);
  const found = handle('reports', [{ kind: 'file', name: 'a.csv', getFile }, inner]);
  const item = {
    kind: 'file',
    webkitGetAsEntry: () => folder('reports', [], false),
    getAsFile: () => null,
    getAsFileSystemHandle: () => Promise.resolve(found),
  };
  const { files, notOpened } = await droppedFiles({ items: [item] } as unknown as DataTransfer);
  expect(files.map(({ name }) => name)).toEqual(['a.csv']);
  expect(notOpened).toEqual(['gone.csv']);
});

test('a handle that is refused leaves the folder to what else tells of it', async () => {
  const item = {
    kind: 'file',
    webkitGetAsEntry: () => folder('reports', [file('a.csv')]),
    getAsFile: () => null,
    getAsFileSystemHandle: () => Promise.reject(new Error('AbortError')),
  };
  const { files } = await droppedFiles({ items: [item] } as unknown as DataTransfer);
  expect(files.map(({ name }) => name)).toEqual(['a.csv']);
});
