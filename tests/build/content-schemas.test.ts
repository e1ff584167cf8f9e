/** What editors are told of the content's files is what the build takes: the files are current, the content passes, and a slip is found. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { COURSE_SCHEMA, schemaFiles, schemaText, type JsonSchema } from '../../build/content-schemas.ts';
import { courseDraft } from '../../build/new/new-content.ts';
import { exerciseTemplates, filledTemplate } from '../../build/new/exercise-template.ts';
import { LANGUAGES } from '../../src/course/languages.ts';
import { inLanguage } from '../../build/say.ts';

const CHAPTER_SCHEMA = 'chapter.schema.json';
const ajv = new Ajv({ allErrors: true });

async function mistakesIn(name: string, value: unknown): Promise<string[]> {
  const schema = JSON.parse(await readFile(join('schemas', name), 'utf8')) as object;
  return ajv.validate(schema, value) ? [] : (ajv.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message ?? ''}`.trim());
}

const frontMatter = async (path: string): Promise<unknown> => parse((await readFile(path, 'utf8')).split(/^---$/m)[1] ?? '');

test.each(Object.entries(schemaFiles))('schemas/%s is as `npm run schemas` writes it', async (name, schema) => {
  expect(await readFile(join('schemas', name), 'utf8')).toBe(schemaText(schema));
});

test.each(Object.entries(schemaFiles))('%s says of every key what it is for', (_name, schema) => {
  /** Keys whose own name is a language. */
  const named = new Set<string>(LANGUAGES);
  const mute = (part: JsonSchema, path: string): string[] => [
    ...Object.entries(part.properties ?? {}).flatMap(([key, inner]) => [
      ...(inner.description === undefined && !named.has(key) && inner.const === undefined ? [`${path}.${key}`] : []),
      ...mute(inner, `${path}.${key}`),
    ]),
    ...[part.items, ...(part.oneOf ?? []), ...(part.anyOf ?? [])].flatMap((inner) => (inner ? mute(inner, path) : [])),
  ];
  expect([...new Set(mute(schema, ''))]).toEqual([]);
});

test.each(['content', 'tests/fixtures/welcome-desk/content'])('%s/course.yaml names its schema, and passes it', async (content) => {
  const path = join(content, 'course.yaml');
  const text = await readFile(path, 'utf8');
  const named = /^# yaml-language-server: \$schema=(.+)$/m.exec(text)?.[1] ?? '';
  expect(join(dirname(path), named)).toBe(join('schemas', COURSE_SCHEMA));
  expect(await mistakesIn(COURSE_SCHEMA, parse(text))).toEqual([]);
});

test.each(LANGUAGES)('every chapter in %s passes', async (language) => {
  const folder = join('content', language);
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.md')))
    expect([name, ...(await mistakesIn(CHAPTER_SCHEMA, await frontMatter(join(folder, name))))]).toEqual([name]);
});

test('each beginning of an exercise passes, in every language', async () => {
  for (const language of LANGUAGES) {
    for (const template of await exerciseTemplates(language)) {
      const exercises: unknown = parse(filledTemplate(template, 'b.new', ['B']));
      expect(await mistakesIn(CHAPTER_SCHEMA, { id: 'b', title: 'B', exercises })).toEqual([]);
    }
  }
});

test('a new course has the schema beside its course.yaml, which names it and passes it', async () => {
  const given = { id: 'https://learn.example.org/courses/own', title: 'Own', publisher: 'We', contact: 'we@example.org' };
  const { added } = await inLanguage('en', () => courseDraft(given));
  const text = String(added.get('course.yaml'));
  expect(text).toMatch(/^# yaml-language-server: \$schema=\.\/course\.schema\.json\n/);
  expect(added.get(COURSE_SCHEMA)).toBe(schemaText(schemaFiles[COURSE_SCHEMA]));
  expect(parse(text)).toMatchObject({ name: 'own' });
  expect(await mistakesIn(COURSE_SCHEMA, parse(text))).toEqual([]);
});

test('slips are found where they are', async () => {
  const course = parse(await readFile('content/course.yaml', 'utf8')) as Record<string, unknown>;
  expect(await mistakesIn(COURSE_SCHEMA, { ...course, lisenssi: 'A1' })).toEqual(['should NOT have additional properties']);
  expect(await mistakesIn(COURSE_SCHEMA, { ...course, completeWhen: 'often' })).toEqual([
    '.completeWhen should be equal to one of the allowed values',
  ]);
  expect(await mistakesIn(COURSE_SCHEMA, { ...course, name: 'Oma kurssi' })).toHaveLength(1);
  expect(await mistakesIn(COURSE_SCHEMA, { ...course, title: undefined })).not.toEqual([]);
  const [template] = await exerciseTemplates('en');
  const [exercise] = parse(template?.text ?? '') as Record<string, unknown>[];
  const chapter = (own: object): object => ({ id: 'b', title: 'B', exercises: [{ ...exercise, ...own }] });
  expect(await mistakesIn(CHAPTER_SCHEMA, chapter({ id: 'b.new' }))).toEqual([]);
  expect(await mistakesIn(CHAPTER_SCHEMA, chapter({ id: 'no-dot' }))).not.toEqual([]);
  expect(await mistakesIn(CHAPTER_SCHEMA, chapter({ id: 'b.new', minutes: 'ten' }))).not.toEqual([]);
});
