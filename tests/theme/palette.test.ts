import { describe, expect, test } from 'vitest';
import { contrast, TEXT_CONTRAST } from '../../src/theme/contrast.ts';
import { dark, light, type Palette, type Role } from '../../src/theme/palette.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'p'] as const;

describe.each<[string, Palette]>([
  ['by day', light],
  ['by night', dark],
])('%s', (_, palette) => {
  const ratio = (one: Role, other: Role): number => contrast(palette[one], palette[other]);
  const texts: Role[] = ['ink', 'ink-soft', 'accent', 'ok', 'attention', 'error'];
  const grounds: Role[] = ['paper', 'panel', 'field'];

  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))('%s is read on %s', (text, ground) => {
    expect(ratio(text, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  });

  test.each(letters)('the sign of %s has a letter that is read, and is seen on every ground', (letter) => {
    expect(ratio('paper', `class-${letter}`)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    for (const ground of grounds) expect(ratio(`class-${letter}`, ground)).toBeGreaterThanOrEqual(3);
  });

  test.each(letters)('text and links are read on the tint of %s', (letter) => {
    for (const text of ['ink', 'ink-soft', 'accent'] as const) expect(ratio(text, `tint-${letter}`)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  });

  test('the border of a control, the road and the ring of the focus are seen', () => {
    for (const ground of grounds) {
      expect(ratio('control', ground)).toBeGreaterThanOrEqual(3);
      expect(ratio('focus', ground)).toBeGreaterThanOrEqual(3);
    }
  });
});

test('both palettes know the same roles', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});
