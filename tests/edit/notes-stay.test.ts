/** Notes of the author in the YAML: what is removed takes its own along, and no other. */
import { expect, test } from 'vitest';
import { withoutItem } from '../../build/edit/yaml-list.ts';

test('a note apart from the items on both sides stays, whichever of them goes', () => {
  const list = 'l:\n  - id: a\n    label: A\n\n  # Nämä tarkistetaan vielä:\n\n  - id: b\n    label: B\n';
  expect(withoutItem(list, ['l'], 0)).toBe('l:\n  # Nämä tarkistetaan vielä:\n\n  - id: b\n    label: B\n');
  expect(withoutItem(list, ['l'], 1)).toBe('l:\n  - id: a\n    label: A\n\n  # Nämä tarkistetaan vielä:\n');
});

test('a note that is indented less than the items stays, and an item’s own goes with it', () => {
  expect(withoutItem('l:\n  - a # oma\n# Tarkista\n  - b\n', ['l'], 0)).toBe('l:\n# Tarkista\n  - b\n');
  expect(withoutItem('l:\n  - a\n  # Kohdasta b\n  - b\n  - c\n', ['l'], 1)).toBe('l:\n  - a\n  - c\n');
});

test('a note between brackets is not lost: the author is told to remove the item in the file', () => {
  for (const index of [0, 1]) expect(() => withoutItem('l: [\n  a, # Tarkista\n  b ]\n', ['l'], index)).toThrow('unsafe');
});
