/** A write of the state of which only a proxy, or nobody, has answered, and which arrives when newer words are there already. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { eachLauncher } from '../../each-habit.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble, type Traffic } from '../../launchers/launcher-double.ts';

const FIELD = 'e.feedback.together';
const words = (text: string): Answers => new Map([[FIELD, { text, at: 0 }]]);

withLauncherClock();

describe.each(eachLauncher())('%s', (id) => {
  test.each([0, 408, 500, 502, 503, 504])('answered with %i, puts nothing old over what is newer', async (status) => {
    const double = new LauncherDouble(id);
    const learner = await LaunchedLearner.in(double);
    await learner.write(words('Alku'), 30_000);
    const late: Traffic[] = [];
    double.fault = (traffic) => {
      const isLate = late.length === 0 && traffic.resource === 'activities/state' && traffic.body.includes('Vanha');
      if (!isLate) return undefined;
      late.push(traffic);
      return status === 0 ? Promise.reject(new TypeError('Failed to fetch')) : new Response('', { status });
    };
    await learner.write(words('Vanha'), 4_000);
    await learner.write(words('Uusi'), 20_000);
    expect(learner.session.status.state).toBe('saved');
    for (const traffic of late) await double.answer(traffic);
    expect(late).toHaveLength(1);
    // Where only the whole document is put, and nothing guards it, the page that is still there finds it when it looks.
    if (late[0]?.method === 'PUT') await pass(60_000);
    expect(double.held().answers.get(FIELD)?.text).toBe('Uusi');
  });
});
