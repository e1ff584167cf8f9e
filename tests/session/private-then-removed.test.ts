/** A question was reported, became private, and is asked no more: what she wrote there does not come back into the report. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { ScormLearner } from '../tracking/scorm/scorm-learner.ts';
import { reportedIn } from './found-in-report.ts';

const SECRET = 'a.thoughts.secret';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:00Z') }));
afterEach(() => vi.useRealTimers());

test.each(['scorm12', 'scorm2004'] as const)('%s', async (standard) => {
  const lms = new LmsDouble({ profile: 'moodle', standard });
  const reported = await ScormLearner.in(lms, standard);
  await reported.write({ [SECRET]: 'Salaisuus', 'a.thoughts.first': 'Ensin' }).save();
  await reported.closeTab();
  expect(reportedIn(lms)).toContain(`${SECRET} = Salaisuus`);
  for (const release of ['private', 'removed', 'removed']) {
    const learner = await ScormLearner.in(lms, standard);
    if (release === 'private') learner.withheld = new Set([SECRET]);
    else learner.isAsked = (id) => id !== SECRET;
    await learner.write({ 'a.thoughts.first': `Sitten ${Date.now()}` }).save();
    await learner.closeTab();
    expect(reportedIn(lms)).toEqual([expect.stringContaining('Sitten')]);
  }
});
