import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromBase92, toBase92 } from '../../src/entry/base92.ts';

test('whatever the bytes and however many, they come back, and no more of them', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void expect(fromBase92(toBase92(bytes))).toEqual(bytes)));
});

test('nothing in it ends a script or the text that it stands in', () => {
  const all = toBase92(Uint8Array.from({ length: 50_000 }, (_, index) => (index * 7919) >> (index % 5)));
  expect(all).toMatch(/^[ -~]+$/);
  expect(all).not.toMatch(/["\\<]/);
  expect(new Set(all).size).toBe(92);
});

test('thirteen bits take two characters, and fourteen where there is room', () => {
  expect(toBase92(new Uint8Array(13_000).fill(0xff)).length).toBe(16_000);
  expect(toBase92(new Uint8Array(14_000)).length).toBe(16_000);
});

test('what is packed takes a four hundredth less than thirteen bits a pair', () => {
  const noise = Uint8Array.from({ length: 200_000 }, (_, index) => (Math.imul(index + 1, 2_654_435_761) >>> 13) & 0xff);
  const { length } = toBase92(noise);
  expect(length / ((noise.length * 16) / 13)).toBeCloseTo(0.9975, 3);
});
