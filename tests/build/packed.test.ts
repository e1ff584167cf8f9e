import { expect, test } from 'vitest';
import { packed } from '../../build/packed.ts';
import { unpack } from '../../src/entry/unpack.ts';

test('whatever is packed is unpacked the same', async () => {
  const value = ['ä – ”', '\u2028 🙂', { deep: ['$&'] }];
  expect(unpack(await packed(value))).toEqual(value);
});
