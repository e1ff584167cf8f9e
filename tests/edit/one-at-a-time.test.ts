/** A press that comes while the one before it is still at work does nothing. */
import { expect, test } from 'vitest';
import { oneAtATime } from '../../build/edit/one-at-a-time.client.ts';

test('a second press begins nothing before the first has ended, and then it does, also where the first has failed', async () => {
  const run = oneAtATime();
  const begun: string[] = [];
  let end = (): void => undefined;
  const first = run(async () => {
    begun.push('first');
    await new Promise<void>((done) => (end = done));
    throw new Error('failed');
  });
  await run(async () => void begun.push('second'));
  end();
  await expect(first).rejects.toThrow('failed');
  await run(async () => void begun.push('third'));
  expect(begun).toEqual(['first', 'third']);
});
