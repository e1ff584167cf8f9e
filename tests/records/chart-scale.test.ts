/** The lines behind HR's chart by month stand at even steps, and their numbers say where. */
import { expect, test } from 'vitest';
import { progressChart } from '../../src/records/page/charts.ts';
import { en } from '../../src/records/text/outputs/en.ts';

test.each([
  [1, [0, 1]],
  [2, [0, 1, 2]],
  [3, [0, 1, 2, 3, 4]],
  [5, [0, 1, 2, 3, 4, 5]],
  [9, [0, 2, 4, 6, 8, 10]],
  [17, [0, 5, 10, 15, 20]],
  [33, [0, 10, 20, 30, 40]],
  [50, [0, 10, 20, 30, 40, 50]],
  [90, [0, 20, 40, 60, 80, 100]],
])('for %i licences', (licences, expected) => {
  const [wide = ''] = progressChart([{ month: '2026-11', licences, byClass: new Map() }], [], en).split('</svg>');
  const numbers = [...wide.matchAll(/class="tick" [^>]*>(\d+)</g)].map(([, number]) => Number(number));
  expect(numbers).toEqual(expected);
});
