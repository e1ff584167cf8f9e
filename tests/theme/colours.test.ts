/** Every colour has its one place in `src/theme/`; the pages of the records, which are no Lit components, repeat the palette's values. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dark, light, type Palette } from '../../src/theme/palette.ts';

const root = join(import.meta.dirname, '../..');
const COLOUR = /[:,("'`] ?#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![\w-])/i;
/** Style sheets that a page outside of the course is drawn with. */
const OWN_SHEETS = ['src/records/page/page.css', 'src/preview/pages/preview.css'];

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((path) => join('src', path))
  .filter((path) => /\.(ts|css)$/.test(path));

/** Colours written in a file, by its lines; a private member, a link or an id is none. */
function coloursIn(path: string): string[] {
  return readFileSync(join(root, path), 'utf8')
    .split('\n')
    .flatMap((line, index) => (COLOUR.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : []));
}

test('no colour is written outside of the theme', () => {
  const allowed = (path: string): boolean => path.startsWith('src/theme/') || OWN_SHEETS.includes(path);
  expect(sources.filter((path) => !allowed(path)).flatMap(coloursIn)).toEqual([]);
});

test('the ring around what has the focus is the same in the course and in the pages of the records', () => {
  const [course, records] = ['src/theme/tokens.ts', 'src/records/page/page.css'].map(
    (path) => /--focus-ring: ([^;]+);/.exec(readFileSync(join(root, path), 'utf8'))?.[1],
  );
  expect(course).toBeDefined();
  expect(records).toBe(course);
});

/** The custom properties of the first `:root` after a place in a style sheet. */
function rolesAfter(css: string, from: number): Map<string, string> {
  const block = css.slice(css.indexOf(':root', from), css.indexOf('}', css.indexOf(':root', from)));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, role = '', colour = '']) => [role, colour]));
}

describe.each(OWN_SHEETS)('%s has the palette’s colours', (path) => {
  const css = readFileSync(join(root, path), 'utf8');
  test.each([
    ['by day', light, 0],
    ['by night', dark, css.indexOf('prefers-color-scheme: dark')],
  ] as [string, Palette, number][])('%s', (_when, palette, from) => {
    const roles = rolesAfter(css, from);
    const shared = [...roles.keys()].filter((role) => role in palette);
    expect(shared.length).toBeGreaterThan(8);
    expect(Object.fromEntries(shared.map((role) => [role, roles.get(role)]))).toEqual(
      Object.fromEntries(shared.map((role) => [role, palette[role as keyof Palette]])),
    );
  });
});
