/** Where a kind's or a field type's line stands in its list decides nothing that the build writes. */
import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

const LISTS = { kinds: '../../src/exercises/kinds.ts', types: '../../src/fields/field-types.ts' };

/** A module's exports, the last line first. */
async function turnedRound(load: () => Promise<unknown>): Promise<object> {
  return Object.fromEntries(Object.entries((await load()) as object).reverse());
}

test('lists with their lines the other way round give the same schemas and beginnings', async () => {
  const templatesOf = async (): Promise<unknown> => (await import('../../build/new/exercise-template.ts')).exerciseTemplates('fi');
  const before = await templatesOf();
  const kindsBefore = Object.keys(await import('../../src/exercises/kinds.ts'));
  vi.resetModules();
  vi.doMock(LISTS.kinds, turnedRound);
  vi.doMock(LISTS.types, turnedRound);
  expect(Object.keys(await import('../../src/exercises/kinds.ts'))).toEqual(kindsBefore.reverse());

  const { schemaFiles, schemaText } = await import('../../build/content-schemas.ts');
  for (const [name, schema] of Object.entries(schemaFiles)) expect(schemaText(schema)).toBe(await readFile(`schemas/${name}`, 'utf8'));
  expect(await templatesOf()).toEqual(before);
});
