/** What a tracker tells support about its LMS, and what it sees of an LMS that completes or wipes by itself. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BrowserTracker } from '../../src/tracking/browser-tracker.ts';
import { describeLrs } from '../../src/tracking/lrs/lrs-launch.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { lmsOf, ScormLearner } from './scorm/scorm-learner.ts';

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) }));
afterEach(() => void vi.useRealTimers());

describe('for support', () => {
  test.each([
    ['scorm12', 'strict-1.2', /^API in /, 'not yet read back|proven'],
    ['scorm2004', 'strict-2004', /^API_1484_11 in /, 'none'],
  ] as const)('%s says which API was found where, and what it holds', async (standard, profile, api, pages) => {
    const learner = await ScormLearner.in(lmsOf(profile, standard), standard);
    await learner.write({ 'b.channels.help': 'Salaisuus' }).save();
    const told = learner.tracker.describe?.() ?? {};
    expect(told['API']).toMatch(api);
    expect(told['objective pages']).toMatch(new RegExp(pages));
    expect(told).toMatchObject({ finished: 'false', encoded: 'true', response: expect.stringMatching(/^\d+ characters$/) as string });
    const words = Object.values(told).join();
    const { id, name } = learner.launch.learner;
    for (const own of ['Salaisuus', id, name ?? id]) expect(words).not.toContain(own);
  });

  test('without an LMS it says which API was looked for', () => {
    expect(new Scorm12Tracker({ page: {} as Window }).describe()).toEqual({ API: 'no API' });
    expect(new BrowserTracker().describe()).toEqual({ API: 'none' });
  });

  test('of an LRS only the host is told: a password or a learner’s token may stand around it', () => {
    expect(describeLrs('xAPI', 'https://aino:sala@lrs.example.org:8443/data/token-123/?auth=x')).toEqual({
      API: 'xAPI',
      LRS: 'lrs.example.org:8443',
    });
    expect(describeLrs('cmi5')).toEqual({ API: 'cmi5', LRS: '?' });
  });
});

describe('an LMS that says "completed"', () => {
  test('is taken at its word, and wipes nothing as long as the state comes back', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.complete = true;
    await learner.write({ 'b.channels.help': 'Valmis', '@completed': '2026-11-24T08:00:00.000Z' }).save();
    await learner.closeTab();
    const again = await ScormLearner.in(lms, 'scorm12');
    expect(again.launch).toMatchObject({ finished: true, limits: { wipesOnCompletion: false } });
  });

  test('and hands over no state any more was seen to wipe it', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.complete = true;
    // As Frappe LMS does: what it is given at completion is gone at the next launch.
    await learner.save();
    await learner.closeTab();
    const page = lms.launch();
    const { getValue, read } = { getValue: page.api12.LMSGetValue.bind(page.api12), read: 'cmi.suspend_data' };
    page.api12.LMSGetValue = (element: string) => (element === read ? '' : getValue(element));
    const again = new ScormLearner(page, 'scorm12');
    await again.open();
    expect(again.launch).toMatchObject({ finished: true, state: undefined, limits: { wipesOnCompletion: true } });
  });
});
