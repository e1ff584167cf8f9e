/**
 * A web server that sends each request on to another address (301, 302): what was posted is answered by a reading, in HTTP 200, and has not come
 * (run before a real CATAPULT and xapi-lrs 0.9.6, which had no statement of the course then). A PUT stays one.
 */
import { expect, test } from 'vitest';
import { launcherProfile, type LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { course, LaunchedLearner, pass } from './launched-learner.ts';
import { licence, withLauncherClock } from './launched-licence.ts';
import { LauncherDouble } from './launcher-double.ts';

withLauncherClock();

test.each(['xapi', 'rustici', 'grassblade', 'cmi5', 'catapult'] as LauncherId[])(
  '%s: the licence is in the LRS all the same',
  async (id) => {
    const profile = launcherProfile(id);
    const double = new LauncherDouble({ ...profile, endpoint: { ...profile.endpoint, sentOn: true } });
    const learner = await LaunchedLearner.in(double);
    await learner.write(licence, 200);
    await pass(30_000);
    expect(learner.session.status.state).toBe('saved');
    await learner.exit();
    const verbs = double.verbs();
    expect(verbs.filter((verb) => verb === 'earned')).toHaveLength(course.classes.length);
    expect(verbs.filter((verb) => verb === 'completed')).toHaveLength(1);
    expect(verbs[0]).toBe('initialized');
    expect(verbs.at(-1)).toBe('terminated');
    expect([...double.held().answers.keys()]).toEqual(expect.arrayContaining([...licence.keys()]));
  },
);
