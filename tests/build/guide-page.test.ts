/** Guides as pages with their pictures; HR's are as the page is, in each language, with the command at the end. */
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { AUTHOR_GUIDES, HR_GUIDES as GUIDES, makeGuide, picturesIn, UPLOAD_GUIDE, type Pictures } from '../../build/guide-page.ts';
import { hrPageTextIn } from '../../src/records/text/hr-page/hr-page-text.ts';
import { outputsTextIn } from '../../src/records/text/outputs/outputs-text.ts';

const sourceOf = ({ source }: (typeof GUIDES)[number]): Promise<string> => readFile(new URL(`../../${source}`, import.meta.url), 'utf8');
const every = [...GUIDES, ...AUTHOR_GUIDES, UPLOAD_GUIDE];
const namesOf = async (guide: (typeof GUIDES)[number]): Promise<string[]> => picturesIn(await sourceOf(guide));
const picturesOf = (names: readonly string[]): Pictures =>
  Object.fromEntries(names.map((name, index) => [name, { webp: new Uint8Array([index]), width: 100 + index, height: 50 }]));

/** All texts of an interface, whatever is filled into them. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  // An empty list is written as an empty text is.
  if (typeof words === 'function') return [String((words as (...filled: unknown[]) => unknown)([], [], []))];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

describe.each(every)('$source', (guide) => {
  test('shows every picture, with words for whoever does not see it, and loads nothing', async () => {
    const names = await namesOf(guide);
    const page = await makeGuide(guide, picturesOf(names));
    const shown = [...page.matchAll(/<img src="data:image\/webp;base64,([^"]*)" width="(\d+)" height="50" alt="([^"]+)">/g)];
    expect(names.length).toBeGreaterThan(2);
    expect(shown.map(([, data, width]) => [data, width]).sort()).toEqual(
      names.map((_name, index) => [Buffer.from([index]).toString('base64'), String(100 + index)]).sort(),
    );
    for (const [, , , words] of shown) expect(words?.length).toBeGreaterThan(20);
    expect(page).toContain(`<html lang="${guide.language}">`);
    expect(page).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; font-src data:; img-src data:;/);
    expect(page).not.toMatch(/<script|kuva:|<link[^>]+href="(?!data:)/);
  });
});

describe.each(GUIDES)('the guide in $language', (guide) => {
  test('calls buttons, settings and messages as the page does', async () => {
    const words = [hrPageTextIn(guide.language), outputsTextIn(guide.language)].flatMap(textsOf);
    const named = [...(await sourceOf(guide)).matchAll(/\*\*(.+?)\*\*/g)];
    expect(named.length).toBeGreaterThan(25);
    for (const [, name = ''] of named)
      expect(
        words.some((text) => text === name || text.startsWith(name)),
        name,
      ).toBe(true);
  });

  test('begins with the page and ends with the command', async () => {
    const heads = [...(await makeGuide(guide, picturesOf(await namesOf(guide)))).matchAll(/<h2>(.+?)<\/h2>/g)].map(([, head = '']) => head);
    expect(heads.slice(0, 7).map((head) => head.slice(0, 2))).toEqual(['1.', '2.', '3.', '4.', '5.', '6.', '7.']);
    expect(heads).toHaveLength(9);
    expect(heads.at(-1)).toMatch(/^Komen|^Komman|^Command/);
    const source = await sourceOf(guide);
    expect(source.indexOf('aspa-records')).toBeGreaterThan(source.lastIndexOf('\n## '));
  });
});

test('all guides have the same steps, options and exit codes', async () => {
  const [fi = '', ...others] = await Promise.all(GUIDES.map(sourceOf));
  const partsOf = (text: string): string[] => [
    ...[...text.matchAll(/^<!-- kuva: (\S+)/gm)].map(([, name = '']) => name),
    ...[...text.matchAll(/^\| `?(--[a-z][a-z-]*|\d)/gm)].map(([, option = '']) => option).filter((option) => option !== '--language'),
  ];
  for (const other of others) expect(partsOf(other)).toEqual(partsOf(fi));
});

test.each(every)('a picture that there is not is told of: $file', async (guide) => {
  const [first = '', ...others] = await namesOf(guide);
  await expect(makeGuide(guide, picturesOf(others))).rejects.toThrow(`The guide shows a picture “${first}”.`);
});
