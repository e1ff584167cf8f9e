import { expect, test } from 'vitest';
import { GivenFiles } from '../../src/records/hr-page/given-files.ts';
import type { FileState, ReportToMap } from '../../src/records/hr-page/file-state.ts';
import type { ColumnMap } from '../../src/records/sources/column-map.ts';

const file = new File(['Nimi;Tila\n'], 'raportti.csv', { lastModified: 1 });
const toMap = (...heads: string[]): ReportToMap => ({
  kind: 'to-map',
  columns: heads.map((head) => ({ head, examples: [], values: [] })),
  guess: {},
});

function given(): { files: GivenFiles; note: (outcome: FileState['outcome']) => boolean; id: number } {
  const files = new GivenFiles();
  const id = files.add(file) ?? 0;
  return { files, id, note: (outcome) => files.note({ id, name: file.name, outcome }) };
}

test('what was said of columns stays when the file is looked at again, as at a change of a setting', () => {
  const { files, note } = given();
  note(toMap('Nimi', 'Tila'));
  const draft = files.mappings[0]?.draft;
  if (draft) draft.meanings[0] = 'name';
  note(toMap('Nimi', 'Tila'));
  expect(files.mappings[0]?.draft.meanings).toEqual(['name', 'none']);
  note(toMap('Henkilö'));
  expect(files.mappings[0]?.draft.meanings).toEqual(['none']);
});

test('a file that was read asks for no columns any more', () => {
  const { files, note, id } = given();
  note(toMap('Nimi'));
  files.setLack(id, { kind: 'who' });
  expect(files.mappings[0]?.lack).toEqual({ kind: 'who' });
  note({ kind: 'staff', people: 1, breaksOff: false, hasOtherSheets: false, byNameOnly: [] });
  expect(files.mappings).toEqual([]);
});

test('the same file is taken once, and what is told of one that was taken away is not kept', () => {
  const { files, note, id } = given();
  expect(files.add(file)).toBeUndefined();
  files.remove(id);
  expect(note({ kind: 'staff', people: 1, breaksOff: false, hasOtherSheets: false, byNameOnly: [] })).toBe(false);
  expect(files.states).toEqual([]);
  expect(files.add(file)).toBe(id + 1);
});

test('a map outlives a new reading, unless its columns are to be named anew', () => {
  const { files, id } = given();
  const map: ColumnMap = { dayOrder: 'dmy', done: [], notDone: [], name: 'Nimi' };
  files.setMap(id, map);
  files.reread(id, { forgetMap: false });
  expect(files.mapOf(id)).toEqual(map);
  files.reread(id, { forgetMap: true });
  expect(files.mapOf(id)).toBeUndefined();
});
