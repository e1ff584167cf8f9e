import { expect, test } from 'vitest';
import { tableOf } from './four-counts.ts';

test('a system has a line with its four counts, and a dash where nobody looked', () => {
  const lines = tableOf([
    { profile: 'moodle scorm12', soak: 'two computers', runs: 3, lost: 1, saidSaved: 0, toAnother: 0, needless: 2 },
    { profile: 'xapi', soak: 'one computer', runs: 4, lost: 2, saidSaved: 1 },
  ]).split('\n');
  expect(lines.slice(2)).toEqual([
    '| moodle scorm12 | two computers | 3 | 1 | 0 | 0 | 2 |',
    '| xapi | one computer | 4 | 2 | 1 | – | – |',
    '| all |  | 7 | 3 | 1 | 0 | 2 |',
  ]);
});
