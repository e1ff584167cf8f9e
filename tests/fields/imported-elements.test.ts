/** A field is drawn by its tag alone: where nothing imports the element of its type, a part of the course packed by itself shows no field at all. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SOURCES = join(import.meta.dirname, '../../src');
const EXERCISES = join(SOURCES, 'exercises');

const kinds = readdirSync(EXERCISES).filter((folder) => existsSync(join(EXERCISES, folder, 'element.ts')));

function textOf(kind: string): string {
  const folder = join(EXERCISES, kind);
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  return files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
}

/** Types whose fields a kind makes, as `scaleField(…)`, and that have an element. */
function typesMade(text: string): string[] {
  const imports = [...text.matchAll(/^import \{([^}]*)\} from '\.\.\/\.\.\/fields\/(\w+)\/definition\.ts';$/gm)];
  const made = imports.filter(([, names = '', type = '']) => names.split(',').some((name) => name.trim() === `${type}Field`));
  return [...new Set(made.map(([, , type = '']) => type))].filter((type) => existsSync(join(SOURCES, 'fields', type, 'element.ts')));
}

test.each(kinds)('%s imports the element of each type of field that it draws', (kind) => {
  const text = textOf(kind);
  // The map draws its nodes itself.
  if (!text.includes('renderField(')) return;
  const made = typesMade(text);
  expect(made).not.toEqual([]);
  for (const type of made) expect(text).toContain(`import '../../fields/${type}/element.ts';`);
});
