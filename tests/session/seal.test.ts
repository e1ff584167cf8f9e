import { expect, test } from 'vitest';
import { browserSeal, type Seal } from '../../src/session/copy/seal.ts';

const seal = browserSeal() as Seal;
const TEXT = 'Hän kysyi ”miksi?” – 😀 \u{2028}'.repeat(3_000);

test('a text is read again with its key, and with no other', async () => {
  const key = seal.newKey();
  const sealed = await seal.close(TEXT, key);
  expect(sealed).not.toContain('kysyi');
  expect(await seal.open(sealed, key)).toBe(TEXT);
  await expect(seal.open(sealed, seal.newKey())).rejects.toThrow();
});

test('the same text looks another way each time, and a key is never made twice', async () => {
  const key = seal.newKey();
  expect(key).toMatch(/^[A-Za-z0-9+/]{22}$/);
  expect(seal.newKey()).not.toBe(key);
  expect(await seal.close('sama', key)).not.toBe(await seal.close('sama', key));
});

test.each(['', 'ei ole avain', 'ÄÖ', 'AAAA'])('%j is no key', async (key) => {
  await expect(seal.close('teksti', key)).rejects.toThrow();
});

test('what was damaged is not read', async () => {
  const key = seal.newKey();
  const sealed = await seal.close('teksti', key);
  for (const damaged of [sealed.slice(4), sealed.slice(0, -4), `${sealed.slice(0, -5)}AAAA=`, 'ei', ''])
    await expect(seal.open(damaged, key)).rejects.toThrow();
});

test('a page without https seals nothing', () => {
  expect(browserSeal({})).toBeUndefined();
  expect(browserSeal({ crypto: { getRandomValues: () => undefined } as unknown as Crypto })).toBeUndefined();
});
