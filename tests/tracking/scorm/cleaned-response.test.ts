import { expect, test } from 'vitest';
import { cleanResponse } from '../../../src/tracking/scorm/cleaned-response.ts';

test('what XML has no room for is not told: one such character stopped every save in forma.lms', () => {
  expect(cleanResponse('Pysty\u000bsarkain \ufffe\uffff loppu', { unencoded: false, withoutEmoji: false })).toBe('Pystysarkain  loppu');
});

test('half of a character stands as one that is not known, and a whole one stays', () => {
  const clean = (text: string): string => cleanResponse(text, { unencoded: false, withoutEmoji: false });
  expect(clean('a\ud83d b\ude00 c\ud83d\ude00')).toBe('a\ufffd b\ufffd c\ud83d\ude00');
});
