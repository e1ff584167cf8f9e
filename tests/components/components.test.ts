/** The elements' manifest says what the sources say. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { elementsManifest, manifestText } from '../../build/custom-elements.ts';

test('custom-elements.json is as `npm run components` writes it', async () => {
  expect(await readFile('custom-elements.json', 'utf8')).toBe(manifestText(await elementsManifest()));
});
