/** Where long responses are divided. */
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { splitResponse } from '../../../src/tracking/scorm/split-response.ts';

/** Letters and signs that join a neighbour, or look as if they did: accents, emoji, flags, Hangul, Thai, a sign that joins what follows it. */
const JOINING = ['\u0301', '\u200d', '🏽', '\ufe0f', '👩🏽‍🏫', '🇫', '🇮', '\u0600', '각', '\u1100', '\u1161', 'ำ', 'नि', '\r', '\n', '©', '😀'];
const PLAIN = ['a', 'b', 'ä', '–', '⏎', '…', '€', '\u00ad', ' '];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...PLAIN), fc.constantFrom(...JOINING)), { minLength: 1, maxLength: 20 })
  .map((some) => some.join(''));

/** Where each visible character ends, by the Unicode rules that the engine has. */
const endsIn = (text: string): Set<number> =>
  new Set([...new Intl.Segmenter().segment(text)].map(({ index, segment }) => index + segment.length));

test('a visible character is cut in two only where it is longer than a part by itself', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 12, max: 24 }), (text, length) => {
      const parts = splitResponse(text, length);
      expect(parts.join('')).toBe(text);
      const ends = endsIn(text);
      const longest = Math.max(0, ...[...new Intl.Segmenter().segment(text)].map(({ segment }) => segment.length));
      let end = 0;
      for (const part of parts) {
        expect(part.length).toBeLessThanOrEqual(length);
        end += part.length;
        if (longest <= length) expect(ends, JSON.stringify([text, end])).toContain(end);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('a part is as long as it may be', () => {
  expect(splitResponse('abcä'.repeat(5), 8).map(({ length }) => length)).toEqual([8, 8, 4]);
  expect(splitResponse('abc😀'.repeat(2), 4).map(({ length }) => length)).toEqual([3, 4, 3]);
});

test('ten thousand plain letters are divided without a segmenter', () => {
  const segment = Intl.Segmenter.prototype.segment;
  Intl.Segmenter.prototype.segment = () => {
    throw new Error('A segmenter was asked.');
  };
  try {
    expect(splitResponse('Kirjasto – ”palvelu” ⏎ '.repeat(435), 4_000).map(({ length }) => length)).toEqual([4_000, 4_000, 2_005]);
  } finally {
    Intl.Segmenter.prototype.segment = segment;
  }
});

test('a long text in other letters is read in windows, and no visible character is cut at their edges', () => {
  const read = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const families = '界'.repeat(998) + '👩‍👩‍👧‍👦'.repeat(200);
  const parts = splitResponse(families, 700);
  expect(Math.max(...read.mock.calls.map(([text]) => text.length))).toBeLessThanOrEqual(1_000);
  read.mockRestore();
  expect(parts.join('')).toBe(families);
  const whole = new Set([...new Intl.Segmenter().segment(families)].map(({ segment }) => segment));
  for (const part of parts) for (const { segment } of new Intl.Segmenter().segment(part)) expect(whole).toContain(segment);
});
