import { expect, test } from 'vitest';
import { packed } from '../../build/packed.ts';
import { unpack } from '../../src/entry/unpack.ts';

test('whatever is packed is unpacked the same', async () => {
  const text = 'ä – ” \u2028 🙂 "$&" \\ \n';
  expect(unpack(await packed(text))).toBe(text);
});
