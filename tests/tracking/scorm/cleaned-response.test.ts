import { expect, test } from 'vitest';
import { cleanResponse } from '../../../src/tracking/scorm/cleaned-response.ts';

test('what XML has no room for is not told: one such character stopped every save in forma.lms', () => {
  expect(cleanResponse('Pysty\u000bsarkain \ufffe\uffff loppu', { unencoded: false, withoutEmoji: false })).toBe('Pystysarkain  loppu');
});
