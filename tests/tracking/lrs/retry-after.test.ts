/** An LRS that says how long it wants to be left alone (Retry-After), and is well again before. */
import { expect, test } from 'vitest';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock, words } from '../../launchers/launched-licence.ts';
import { LauncherDouble } from '../../launchers/launcher-double.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

withLauncherClock();

/** A learner whose words the LRS did not take. */
async function turnedAway(retryAfter: string): Promise<{ double: LauncherDouble; learner: LaunchedLearner }> {
  const double = new LauncherDouble('xapi');
  const learner = await LaunchedLearner.in(double);
  await pass(5_000);
  const headers = { 'Retry-After': retryAfter, 'Access-Control-Expose-Headers': 'Retry-After' };
  double.fault = () => new Response('', { status: 503, headers });
  await learner.write(words('Odottaa'));
  await pass(5_000);
  expect(learner.session.status.state).toBe('not-saved');
  return { double, learner };
}

test.each<readonly [string, () => string]>([
  ['a month', () => '2600000'],
  ['a date, on a computer whose clock is a day behind', () => new Date(Date.now() + DAY + 30_000).toUTCString()],
])('is asked once a minute, whatever it said: %s', async (_what, retryAfter) => {
  const { double, learner } = await turnedAway(retryAfter());
  let told = 0;
  learner.session.listen(() => (told += 1));
  const before = double.traffic.length;
  await pass(5 * MINUTE);
  expect(double.traffic.length - before).toBeLessThan(10);
  expect(told).toBeLessThan(30);
  double.fault = () => undefined;
  await pass(2 * MINUTE);
  expect(JSON.stringify(double.state())).toContain('Odottaa');
  expect(learner.session.status.state).toBe('saved');
});

test('is asked at once by the exit button', async () => {
  const { double, learner } = await turnedAway('600');
  double.fault = () => undefined;
  await pass(10_000);
  expect(JSON.stringify(double.state())).not.toContain('Odottaa');
  await learner.exit();
  await learner.exit();
  expect(JSON.stringify(double.state())).toContain('Odottaa');
  expect(learner.session.phase).toBe('closed');
});

test('is asked at once when the connection is back', async () => {
  const { double, learner } = await turnedAway('600');
  double.fault = () => undefined;
  await pass(10_000);
  learner.session.lifecycle.reconnect();
  await pass(5_000);
  expect(JSON.stringify(double.state())).toContain('Odottaa');
});
