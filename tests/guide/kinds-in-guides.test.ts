/** The authors' guides name every key of every kind of exercise, and say which are required: as the schemas have them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import * as kinds from '../../src/exercises/kinds.ts';
import { comparison, exercise, option, question, scale } from '../../src/exercises/shared/schema-keys.ts';
import { keysOf, type SchemaKey } from './schema-keys.ts';

const ROOT = join(import.meta.dirname, '../..');
const GUIDES = ['content/OHJE.md', 'content/ANVISNING.md', 'content/GUIDE.md'];
const YES = new Set(['kyllä', 'ja', 'yes']);
const schemas = await Promise.all(
  Object.values(kinds).map(async ({ kind }) => {
    const { schema } = (await import(`../../src/exercises/${kind}/schema.ts`)) as { schema: z.ZodType };
    return [kind, schema] as const;
  }),
);
/** In the order of the guides: what is shared by the kinds stands before them. */
const shared: readonly (readonly [name: string, schema: z.ZodType])[] = [
  ['exercise', exercise('', {})],
  ['question', question],
  ['option', option],
  ['scale', scale],
  ['comparison', comparison],
];
const sharedKeys = keysOf(exercise('', {})).map(({ key }) => key);

/** The tables below the kinds' heading, in their order, each with the words of the heading above it. */
function tablesOf(guide: string): { heading: string; keys: SchemaKey[] }[] {
  return guide
    .split(/^### /m)
    .slice(1)
    .map((section) => ({
      heading: section.split('\n', 1)[0] ?? '',
      keys: [...(section.split(/^## /m, 1)[0] ?? '').matchAll(/^\| `([\w.]+)` \| .+ \| (\S+) \|$/gm)].map(
        ([, key = '', required = '']) => ({
          key,
          required: YES.has(required),
        }),
      ),
    }))
    .filter(({ keys }) => keys.length > 0);
}

const sorted = (keys: readonly SchemaKey[]): SchemaKey[] => keys.toSorted((a, b) => a.key.localeCompare(b.key));

describe.each(GUIDES)('%s', (source) => {
  const guide = readFile(join(ROOT, source), 'utf8');

  test.each(shared.map(([name, schema], index) => [name, index, schema] as const))('has the keys of a %s', async (_name, index, schema) => {
    expect(sorted(tablesOf(await guide)[index]?.keys ?? [])).toEqual(sorted(keysOf(schema)));
  });

  test.each(schemas)('has the keys of %s', async (kind, schema) => {
    const table = tablesOf(await guide).find(({ heading }) => heading.endsWith(`(\`${kind}\`)`));
    expect(sorted(table?.keys ?? [])).toEqual(sorted(keysOf(schema).filter(({ key }) => !sharedKeys.includes(key))));
  });
});

test('a key below a key is named with both, and only its own are named where a whole is told elsewhere', () => {
  const several = keysOf(schemas.find(([kind]) => kind === 'channel-assessment')?.[1] ?? option).filter(({ key }) =>
    key.startsWith('channels'),
  );
  expect(several).toEqual([
    { key: 'channels', required: true },
    { key: 'channels.several', required: false },
    { key: 'channels.several.name', required: true },
    { key: 'channels.several.add', required: true },
  ]);
});
