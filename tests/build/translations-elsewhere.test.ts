/** A text that nobody has translated, or that is older than its original, stays known as such when its file, its exercise or its place is another. */
import { describe, expect, test } from 'vitest';
import { NEVER, TRANSLATIONS_FILE } from '../../build/outdated-translations.ts';
import { readContent } from '../../build/read-course.ts';
import { bilingualContent, changed, withContent, type ContentFiles } from './sample-content.ts';

async function read(files: ContentFiles): Promise<{ readonly faults: string[]; readonly lock: string }> {
  const { marks } = await withContent(files, (folder) => readContent(folder));
  return { faults: marks.faults.map(({ kind, key }) => `${kind} ${key}`), lock: marks.lock ?? '' };
}

/** The sample after a build; its task and its first text are known to be not translated. */
const { lock } = await read(bilingualContent);
const untranslated = lock
  .replace(/( b\.channels\.task) [0-9a-f]{8} /, `$1 ${NEVER} `)
  .replace(/(sv\/01-b\.md teksti 1) [0-9a-f]{8} /, `$1 ${NEVER} `);
const marked: ContentFiles = { ...bilingualContent, [TRANSLATIONS_FILE]: untranslated };
const FAULTS = ['outdated b.channels.task', 'outdated teksti 1'];

const everywhere = (change: (text: string) => string): ContentFiles =>
  Object.fromEntries(Object.entries(marked).map(([path, text]) => [path, path.endsWith('.md') ? change(text ?? '') : text]));

const item = (words: string): string =>
  `exercises:\n  - kind: reflection\n    id: b.first\n    title: ${words}\n    why: ${words}\n    task: ${words}\n    classes: [B]\n    questions:\n      - { id: q, label: ${words} }\n`;
const inserted = (text = '', words: string): string =>
  text.replace('exercises:\n', item(words)).replace('\n---\n\n', `\n---\n\n${words}\n\n::: exercise b.first\n\n`);

test('as things are', async () => {
  expect((await read(marked)).faults).toEqual(FAULTS);
});

test('where the chapter’s file has another name', async () => {
  const { 'fi/01-b.md': fi, 'sv/01-b.md': sv, ...rest } = marked;
  const renamed = { ...rest, 'course.yaml': rest['course.yaml']?.replace('01-b', '02-b'), 'fi/02-b.md': fi, 'sv/02-b.md': sv };
  const { faults, lock: after } = await read(renamed);
  expect(faults).toEqual(FAULTS);
  // A build in between forgets nothing either.
  expect((await read({ ...renamed, [TRANSLATIONS_FILE]: after })).faults).toEqual(FAULTS);
});

test('where the exercise has another id', async () => {
  const files = everywhere((text) => text.replaceAll('b.channels', 'b.ways'));
  expect((await read(files)).faults).toEqual(['outdated b.ways.task', 'outdated teksti 1']);
});

test('where the exercise has moved into the file of another chapter', async () => {
  const list = /^exercises:\n[^]*?(?=^---$)/m;
  const moved = (text = ''): readonly [from: string, to: string] => [
    text.replace(list, '').replace('::: exercise b.channels', ''),
    `---\nid: c\ntitle: C\n${list.exec(text)?.[0] ?? ''}---\n\n::: exercise b.channels\n`,
  ];
  const linked = everywhere((text) => text.replaceAll('#b/b.channels', '#c/b.channels'));
  const [[fi, fiThere], [sv, svThere]] = [moved(linked['fi/01-b.md']), moved(linked['sv/01-b.md'])];
  const there = { 'fi/01-b.md': fi, 'fi/02-c.md': fiThere, 'sv/01-b.md': sv, 'sv/02-c.md': svThere };
  const files = { ...changed('course.yaml', /^(\s*- )01-b$/m, '$101-b\n$102-c', linked), ...there };
  const { faults, lock: after } = await read(files);
  expect(faults).toContain('outdated b.channels.task');
  // A build in between forgets nothing either.
  expect((await read({ ...files, [TRANSLATIONS_FILE]: after })).faults).toContain('outdated b.channels.task');
});

test('where an exercise and a text come before it', async () => {
  const files = {
    ...marked,
    'fi/01-b.md': inserted(marked['fi/01-b.md'], 'Ensin'),
    'sv/01-b.md': inserted(marked['sv/01-b.md'], 'Först'),
  };
  expect((await read(files)).faults).toEqual(['outdated b.channels.task', 'outdated teksti 2']);
});

describe('nothing is outdated', () => {
  test('where a translation that fits has moved along', async () => {
    const fresh: ContentFiles = { ...bilingualContent, [TRANSLATIONS_FILE]: lock };
    const files = { ...fresh, 'fi/01-b.md': inserted(fresh['fi/01-b.md'], 'Ensin'), 'sv/01-b.md': inserted(fresh['sv/01-b.md'], 'Först') };
    expect((await read(files)).faults).toEqual([]);
  });

  test('where a new text is translated by the words of another, which stands where it stood', async () => {
    const words = 'Hur går telefonen?';
    const sv = changed('sv/01-b.md', 'Miten puhelin sujuu?', words, bilingualContent)['sv/01-b.md'];
    const built = await read({ ...bilingualContent, 'sv/01-b.md': sv });
    const files = {
      ...bilingualContent,
      [TRANSLATIONS_FILE]: built.lock,
      'fi/01-b.md': inserted(bilingualContent['fi/01-b.md'], 'Ensin'),
      'sv/01-b.md': inserted(sv, words),
    };
    expect((await read(files)).faults).toEqual([]);
  });

  test('where the author has said that the old translation is good, by removing its line', async () => {
    const files = { ...marked, [TRANSLATIONS_FILE]: untranslated.replace(/^sv sv\/01-b\.md b\.channels\.task .*\n/m, '') };
    expect((await read(files)).faults).toEqual(['outdated teksti 1']);
  });
});
