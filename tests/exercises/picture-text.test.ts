import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapText, type Measure, type TextLook } from '../../src/exercises/shared/picture-text.ts';

const look: TextLook = { size: 10, weight: 400 };
/** Each character one wide, as on a typewriter. */
const typewriter: Measure = (text) => [...text].length;
const wrapped = (text: string, width: number, most?: number): string[] => wrapText(text, width, look, most, typewriter);

test('lines break between words and where the writer broke them', () => {
  expect(wrapped('yksi kaksi kolme\nneljä', 10)).toEqual(['yksi kaksi', 'kolme', 'neljä']);
  expect(wrapped('ylä\n\nala', 10)).toEqual(['ylä', '', 'ala']);
});

test('a word wider than the line is broken, an emoji never', () => {
  expect(wrapped('asiakaspalvelu nyt', 6)).toEqual(['asiaka', 'spalve', 'lu nyt']);
  expect(wrapped('😀😀😀', 2)).toEqual(['😀😀', '😀']);
});

test('what does not fit ends in an ellipsis without a comma before it', () => {
  expect(wrapped('yksi, kaksi, kolme', 6, 1)).toEqual(['yksi…']);
  expect(wrapped('yksi kaksi kolme neljä', 10, 2)).toEqual(['yksi kaksi', 'kolme…']);
});

test('nothing but white space is no line', () => {
  expect(wrapped(' \n\t ', 10)).toEqual([]);
});

test('no line is wider than its room, and no character is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const lines = wrapped(text, width);
      for (const line of lines) expect(typewriter(line, look)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});
