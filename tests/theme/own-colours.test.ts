import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast } from '../../src/theme/contrast.ts';
import { dark, light, type Role } from '../../src/theme/palette.ts';
import { nearestPassing, readColour, themeColours } from '../../src/theme/own-colours.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const grounds: readonly Role[] = ['paper', 'panel', 'field', 'tint-a', 'tint-b', 'tint-c', 'tint-d', 'tint-e', 'tint-p'];

test('whatever is chosen, what is offered is read by day, in the evening and on the band', () => {
  fc.assert(
    fc.property(colour, colour, (accent, band) => {
      const passing = { accent: nearestPassing('accent', accent), band: nearestPassing('band', band) };
      const colours = themeColours(passing);
      for (const ground of grounds) {
        expect(contrast(colours.light['accent'] ?? '', light[ground])).toBeGreaterThanOrEqual(7);
        expect(contrast(colours.dark['accent'] ?? '', dark[ground])).toBeGreaterThanOrEqual(7);
      }
      for (const { band: own = '', 'on-band': ink = '' } of [colours.light, colours.dark])
        expect(contrast(own, ink)).toBeGreaterThanOrEqual(7);
      // What passes is not changed.
      expect(nearestPassing('accent', passing.accent)).toBe(passing.accent);
      expect(nearestPassing('band', passing.band)).toBe(passing.band);
    }),
    { numRuns: 300 },
  );
});

test('a colour that passes stays, one that does not keeps its hue', () => {
  expect(nearestPassing('accent', light.accent)).toBe(light.accent);
  expect(nearestPassing('band', '#ffcc00')).toBe('#ffcc00');
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(nearestPassing('accent', '#e2001a').slice(at, at + 2), 16));
  expect(red).toBeGreaterThan(100);
  expect(Math.max(green ?? 255, blue ?? 255)).toBeLessThan(40);
});

test('colours are written with or without their sign, in any letters', () => {
  expect([readColour('#AbCdEf'), readColour(' 0c4a80 '), readColour('#fff'), readColour('punainen')]).toEqual([
    '#abcdef',
    '#0c4a80',
    undefined,
    undefined,
  ]);
});
