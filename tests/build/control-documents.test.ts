import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readControlDocuments, type ControlDocuments } from '../../build/control-documents.ts';

const editions: readonly (readonly [ControlDocuments, number, string])[] = [
  ['scorm12edition', 4, 'imscp_rootv1p1p2.xsd'],
  ['scorm20043rdedition', 17, 'imscp_v1p1.xsd'],
  ['scorm20044thedition', 17, 'imscp_v1p1.xsd'],
];
const installed = join(dirname(createRequire(import.meta.url).resolve('node-scorm-packager/package.json')), 'lib/schemas/definitionFiles');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aspa-documents-'));
  await cp(installed, folder, { recursive: true });
});

afterEach(() => rm(folder, { recursive: true }));

describe.each(editions)('the control documents of %s', (edition, count, main) => {
  test('are those that packages have carried since 1.0.0', async () => {
    const documents = await readControlDocuments(edition);
    expect(documents.size).toBe(count);
    expect(documents.has(main)).toBe(true);
    expect(await readControlDocuments(edition, folder)).toEqual(documents);
  });

  test.each<readonly [string, (edition: string) => Promise<void>]>([
    ['a byte more', (in_) => appendFile(join(in_, main), '\n')],
    ['a file more', (in_) => writeFile(join(in_, 'other.xsd'), '<xs:schema/>')],
    ['a file less', (in_) => rm(join(in_, main))],
    ['two files whose contents were moved from one to the other', (in_) => cp(join(in_, main), join(in_, 'ims_xml.xsd'))],
  ])('stop the build where there is %s', async (_what, change) => {
    await change(join(folder, edition));
    await expect(readControlDocuments(edition, folder)).rejects.toThrow('are not those of the standard. Install them again: npm ci');
  });
});
