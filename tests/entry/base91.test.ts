import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase91, toBase91 } from '../../src/entry/base91.ts';

test('whatever the bytes and however many, they come back, and no more of them', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(fromBase91(toBase91(bytes))).toEqual(bytes)));
});

test('nothing in it ends a script or the text that it stands in', () => {
  const all = toBase91(Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) >> (index % 5)));
  expect(all).toMatch(/^[!-~]+$/);
  expect(all).not.toMatch(/["\\<]/);
  expect(new Set(all).size).toBe(91);
});

test('thirteen bits take two characters', () => {
  expect(toBase91(new Uint8Array(13_000)).length).toBe(16_000);
});
