import { seededRandom } from '../../src/simulator/in-memory/random.ts';

/** Text in no order that packs into about as many characters as it has: what fills a given room with the fewest letters to pack. */
export function denseText(length: number, seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
}
