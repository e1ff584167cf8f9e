/** An LRS that tells the etag of what a page adds: it is that of all that stands there by then, which the page need not have read. */
import { expect, test } from 'vitest';
import type { Answers } from '../../../src/course/answers.ts';
import { lrsHabits } from '../../../src/simulator/lrs/lrs-habits.ts';
import { LaunchedLearner, pass } from '../../launchers/launched-learner.ts';
import { withLauncherClock } from '../../launchers/launched-licence.ts';
import { LauncherDouble, type Fault } from '../../launchers/launcher-double.ts';

const FIELD = 'e.feedback.together';
const OTHER = 'b.colleague.meaning';
const words = (text: string, field = FIELD): Answers => new Map([[field, { text, at: 0 }]]);

withLauncherClock();

test.each(Object.values(lrsHabits))(
  'over a $id LRS a page whose first save was not answered puts its document over nothing that it has not read',
  async (habits) => {
    const double = new LauncherDouble('xapi', { habits });
    const yesterday = await LaunchedLearner.in(double);
    await yesterday.write(words('Eilen'), 10_000);
    await yesterday.exit();
    // So long that what was added then is folded in.
    await pass(24 * 3_600_000);
    const before = double.traffic.length;
    // It is cut off from its first write on.
    let cutOff: string | undefined;
    const isCutOff: Fault = ({ method, href }) => {
      if (method !== 'GET') cutOff ??= new URL(href).pathname.split('/')[2];
      return cutOff !== undefined && href.includes(cutOff) ? Promise.reject(new TypeError('Failed to fetch')) : undefined;
    };
    double.fault = isCutOff;
    const here = await LaunchedLearner.in(double);
    await pass(1_000);
    expect(double.traffic.slice(before).some(({ method }) => method === 'PUT')).toBe(true);
    const there = await LaunchedLearner.in(double);
    await there.write(words('Toisella koneella', OTHER), 10_000);
    expect(there.session.status.state).toBe('saved');
    await there.exit();
    double.fault = () => undefined;
    await here.write(words('Tällä koneella'), 0);
    here.session.lifecycle.hide();
    await pass(0);
    here.session.lifecycle.resume();
    for (let passed = 0; passed < 30_000; passed += 250) await pass(250);
    expect(here.session.status.state).toBe('saved');
    const { answers } = double.held();
    expect([answers.get(FIELD)?.text, answers.get(OTHER)?.text]).toEqual(['Tällä koneella', 'Toisella koneella']);
  },
);
