/**
 * A web server that sends each request on to another address (301, 302): a browser asks there with GET where it had posted (Fetch, 4.4, "HTTP-redirect
 * fetch"; run in Chromium before a real CATAPULT and xapi-lrs 0.9.6, which had no statement of the course then). The answer is a reading, in
 * HTTP 200. A PUT stays one.
 */
import { expect, test } from 'vitest';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { course, LaunchedLearner, pass } from './launched-learner.ts';
import { licence, withLauncherClock } from './launched-licence.ts';
import { LauncherDouble, type Fault } from './launcher-double.ts';

withLauncherClock();

function readsWherePosted(double: LauncherDouble): Fault {
  return (traffic) => {
    if (traffic.method !== 'POST' || traffic.resource === 'fetch') return undefined;
    if (traffic.resource === 'statements') return Response.json({ more: '', statements: double.statements() });
    const { body: _body, ...init } = traffic.init;
    return double.answer({ ...traffic, method: 'GET', init });
  };
}

test.each(['xapi', 'rustici', 'grassblade', 'cmi5', 'catapult'] as LauncherId[])(
  '%s: the licence is in the LRS all the same',
  async (id) => {
    const double = new LauncherDouble(id);
    double.fault = readsWherePosted(double);
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
