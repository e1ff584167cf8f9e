/** One test by name for each rule that keeps work from being lost when a save fails, and the truth told of it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackState } from '../../../src/tracking/state/state-codec.ts';
import { habitsOf, lmsProfile } from '../../../src/simulator/lms-profiles.ts';
import { everyScorm } from '../../every-scorm.ts';
import { denseText } from '../dense-text.ts';
import { commits, sets } from './scorm-calls.ts';
import { lmsLike, lmsOf, ScormLearner } from './scorm-learner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8) });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('failures', () => {
  test('a clock that is set back by an hour delays no commit', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    vi.setSystemTime(Date.now() - 3_600_000);
    void learner.write({ 'b.one': 'x' }).begin();
    await vi.advanceTimersByTimeAsync(2000);
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers.get('b.one')?.text).toBe('x');
  });

  test('an LMS’s window that has gone on to another origin stops no call', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    Object.defineProperty(learner.page.window, 'performance', {
      get: () => {
        throw new DOMException('Blocked a frame', 'SecurityError');
      },
    });
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'saved' });
    void learner.tracker.closeNow(learner.write({ 'b.two': 'y' }).snapshot());
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
  });

  test.each(['moodle', 'ilias-1.2-checked'] as const)('%s: values of a failed commit are sent again, changed', async (profile) => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    lms.server.fault = 'unavailable';
    await learner.write({ 'b.one': 'Katkolla kirjoitettu' }).save();
    lms.server.fault = undefined;
    await learner.save();
    expect(lms.stored().values['cmi.interactions.6.student_response']?.trim()).toBe('Katkolla kirjoitettu');
  });

  test('ILIAS 2004: lists that it takes for saved are changed in a field of each', async () => {
    const lms = lmsOf('ilias-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save();
    lms.server.fault = 'unavailable';
    await learner.write({ 'b.one': 'Katkolla kirjoitettu' }).save();
    lms.server.fault = undefined;
    await learner.save();
    expect(lms.stored().values['cmi.interactions.0.learner_response']?.trim()).toBe('Katkolla kirjoitettu');
  });

  test('offline: the probe says so before the commit, which Moodle would answer with "true"', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    lms.server.fault = 'offline';
    const before = commits(learner.page.calls).length;
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'offline', retry: true });
    expect(commits(learner.page.calls)).toHaveLength(before);
  });

  test('a beacon used while the page is in sight is not a save', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    const honest = learner.page.window.fetch;
    let asked = 0;
    // The connection breaks between the probe and the commit.
    Object.assign(learner.page.window, {
      fetch: (url: string, options?: RequestInit) =>
        honest(url, options).finally(() => (asked++ === 0 ? (lms.server.fault = 'offline') : undefined)),
    });
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'offline' });
  });

  test('a beacon of a player that has gone over to beacons is sent while the probe says up, and saved once it asks again', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    learner.page.leaveNowhere();
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'sent' });
    learner.page.hide();
    learner.page.show();
    expect(await learner.write({ 'b.one': 'y' }).save()).toMatchObject({ result: 'saved' });
    expect(learner.launch.limits.receipts).toBe(true);
  });

  test.each([
    ['unavailable', 'refused'],
    ['offline', 'offline'],
    ['session-expired', 'session-ended'],
  ] as const)('a beacon while the LMS is %s is not', async (fault, reason) => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    learner.page.leaveNowhere();
    const { fetch } = learner.page.window;
    let asked = 0;
    // It breaks between the probe and the commit.
    Object.assign(learner.page.window, {
      fetch: (url: string, options?: RequestInit) =>
        fetch(url, options).finally(() => (asked++ === 0 ? (lms.server.fault = fault) : undefined)),
    });
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason });
  });

  test('after a failure a player that has gone over to beacons is told everything again in portions that a beacon takes', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const texts = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`x.f${index}`, `Vastaus ${index}: ${'sanoja ja ääniä '.repeat(45)}`]),
    );
    await learner.write(texts).save();
    learner.page.leaveNowhere();
    await learner.write({ 'b.one': 'Ennen katkoa' }).save();
    lms.server.fault = 'unavailable';
    expect(await learner.write({ 'b.one': 'Katkolla' }).save()).toMatchObject({ result: 'not-saved' });
    lms.server.fault = undefined;
    for (let save = 0; save < 5; save++) expect(await learner.save()).toMatchObject({ result: 'sent' });
    const response = Object.entries(lms.stored().values)
      .find(([, value]) => value === 'b.one')?.[0]
      .replace(/id$/, 'student_response');
    expect(lms.stored().values[response ?? '']?.trim()).toBe('Katkolla');
  });

  test('a player that always uses a beacon gives no receipts, and is no lost connection', async () => {
    const lms = lmsOf(
      lmsLike('strict-1.2', 'scorm12', (habits) => ({ ...habits, sending: { ...habits.sending, beaconIn: 'always' } })),
      'scorm12',
    );
    const learner = await ScormLearner.in(lms, 'scorm12');
    expect(await learner.save()).toMatchObject({ result: 'sent' });
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'sent' });
    expect(learner.launch.limits.receipts).toBe(false);
  });

  test.each(['openolat', 'open-edx', 'moodle'] as const)(
    '%s: a login page in the place of the course’s own file stops the save before the commit',
    async (profile) => {
      const lms = lmsOf(profile, 'scorm12');
      const learner = await ScormLearner.in(lms, 'scorm12');
      await learner.save();
      lms.server.fault = 'html';
      const before = commits(learner.page.calls).length;
      expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'other-page', retry: true });
      expect(commits(learner.page.calls)).toHaveLength(before);
      lms.server.fault = undefined;
      expect((await learner.save()).result).not.toBe('not-saved');
    },
  );

  test.each(everyScorm.filter(({ id, standard }) => habitsOf(lmsProfile(id), standard).sending.leadsToLastAsked))(
    '$id, $standard: is asked for the activity last, to which it leads whoever logs in anew',
    async ({ id, standard }) => {
      const lms = lmsOf(id, standard);
      const learner = await ScormLearner.in(lms, standard);
      await learner.save();
      lms.server.fault = 'session-expired';
      expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ reason: 'session-ended' });
      expect(lms.server.logIn()).toBe('https://lms.example/mod/scorm/view.php?id=21');
    },
  );

  test('where no file says which version it is, that is no sign of a login page', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = new ScormLearner(lms.launch(), 'scorm12');
    learner.page.window.fileHasVersion = false;
    await learner.open();
    for (const text of ['x', 'y']) expect(await learner.write({ 'b.one': text }).save()).toMatchObject({ result: 'saved' });
  });

  describe.each([
    ['ilias-2004', 'scorm2004'],
    ['ilias-1.2-last-launch', 'scorm12'],
  ] as const)('%s, which stores from the last launch only', (profile, standard) => {
    test('says no to the page before it: that is told from a session that has ended', async () => {
      const lms = lmsOf(profile, standard);
      const learner = await ScormLearner.in(lms, standard);
      expect(await learner.save()).toMatchObject({ result: 'saved' });
      await ScormLearner.in(lms, standard);
      expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'replaced', retry: true });
    });

    test('a page of a network that comes for every request is not taken for it', async () => {
      const lms = lmsOf(profile, standard);
      const learner = await ScormLearner.in(lms, standard);
      await learner.save();
      lms.server.fault = 'html';
      expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'other-page', retry: true });
    });

    test('where no file says which version it is, the page of a login would look the same: that is told', async () => {
      const lms = lmsOf(profile, standard);
      const learner = new ScormLearner(lms.launch(), standard);
      learner.page.window.fileHasVersion = false;
      await learner.open();
      await learner.save();
      await ScormLearner.in(lms, standard);
      expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'other-page' });
    });
  });

  test('a session that has ended is told from a lost connection', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    lms.server.fault = 'session-expired';
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'session-ended' });
  });

  test.each([
    ['the session has ended', 'session-expired'],
    ['another learning path was opened in another tab', 'empty'],
    ['a captive portal answers', 'html'],
  ] as const)('Chamilo says "true" with status 200 when %s: that is told from a save that was stored', async (_name, fault) => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'sent' });
    await vi.advanceTimersByTimeAsync(3000);
    lms.server.fault = fault;
    expect(await learner.write({ 'b.one': 'y' }).save()).toMatchObject({ result: 'not-saved', reason: 'other-page', retry: true });
  });

  test('where the probe did not succeed at launch it is no signal', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const page = lms.launch();
    Object.assign(page.window, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const learner = new ScormLearner(page, 'scorm12');
    await learner.open();
    expect(await learner.save()).toMatchObject({ result: 'saved' });
  });

  test.each(['http://localhost/_app_file_/mod_scorm/1/index.html', 'moodleappfs://localhost/1/index.html', 'file:///kurssi/index.html'])(
    'at %s, where a file says nothing about the server, nothing is probed',
    async (address) => {
      const page = lmsOf('moodle-app', 'scorm12').launch();
      const fetched = vi.fn(page.window.fetch);
      Object.assign(page.window, { location: new URL(address), fetch: fetched });
      const learner = new ScormLearner(page, 'scorm12');
      await learner.open();
      expect(await learner.write({ 'b.one': 'Sovelluksessa' }).save()).not.toMatchObject({ result: 'not-saved' });
      expect(fetched).not.toHaveBeenCalled();
    },
  );

  test.each(['chamilo', 'open-edx', 'openolat'] as const)(
    '%s gives no receipt: work is "sent", and receipts are said to be none',
    async (profile) => {
      const lms = lmsOf(profile, 'scorm12');
      const learner = await ScormLearner.in(lms, 'scorm12');
      expect(await learner.save()).toMatchObject({ result: 'sent' });
      expect(learner.launch.limits.receipts).toBe(false);
    },
  );

  test.each([
    ['open-edx', 'offline', 'offline'],
    ['open-edx', 'unavailable', 'refused'],
    ['open-edx', 'html', 'other-page'],
    ['openolat', 'unavailable', 'refused'],
    ['openolat', 'html', 'other-page'],
    ['chamilo', 'unavailable', 'refused'],
  ] as const)('%s, %s: a request that fails after the commit returned makes it not saved', async (profile, fault, reason) => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const { fetch } = learner.page.window;
    // The connection breaks after the probe.
    Object.assign(learner.page.window, {
      fetch: (url: string, options?: RequestInit) => fetch(url, options).finally(() => (lms.server.fault = fault)),
    });
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason, retry: true });
  });

  test.each(['', 'application/json', 'text/html'] as const)(
    'what an LMS answers in its own way, with the type “%s”, is never taken for a captive portal',
    async (answerType) => {
      const lms = lmsOf(
        lmsLike('openolat', 'scorm12', (habits) => ({ ...habits, sending: { ...habits.sending, answerType } })),
        'scorm12',
      );
      const learner = await ScormLearner.in(lms, 'scorm12');
      for (const text of ['eka', 'toka', 'kolmas', 'neljäs']) {
        expect(await learner.write({ 'b.one': text }).save()).toMatchObject({ result: 'sent' });
        await vi.advanceTimersByTimeAsync(3000);
      }
    },
  );

  test('a request that fails later still is found out at the next save, and everything is set again', async () => {
    const lms = lmsOf('open-edx', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    lms.server.fault = 'hang';
    Object.assign(learner.page.window, {
      fetch: () => Promise.resolve({ ok: true, status: 200, type: 'basic', headers: new Headers({ ETag: '"1"' }) }),
    });
    await learner.write({ 'b.one': 'Odottaa' }).save();
    lms.server.fault = undefined;
    await vi.advanceTimersByTimeAsync(30_000);
    const from = learner.page.calls.length;
    expect(await learner.save()).toMatchObject({ result: 'sent' });
    expect(sets(learner.page.calls.slice(from)).map(([, value]) => value.trim())).toContain('Odottaa');
  });

  test('a request of the LMS’s page that has nothing to do with the save is not taken for it', async () => {
    const lms = lmsOf('openolat', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const { window } = learner.page;
    const poll = setInterval(() => {
      const now = Date.now();
      const name = 'https://lms.example/poll';
      window.resources.push({
        name,
        entryType: 'resource',
        initiatorType: 'xmlhttprequest',
        startTime: now,
        responseEnd: now,
        responseStatus: 500,
        contentType: 'text/html',
      });
    }, 700);
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'sent' });
    clearInterval(poll);
  });

  test('a state that suspend_data refuses as too long is "full", and the old one stays', async () => {
    const lms = lmsOf('strict-2004-3rd', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.write({ 'b.one': 'Mahtuu' }).save();
    const outcome = await learner.write({ 'b.two': denseText(5000, 3) }).save();
    expect(outcome).toMatchObject({ result: 'not-saved', reason: 'full', room: { limit: 4000 } });
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({
      result: 'whole',
      state: { answers: new Map([['b.one', { text: 'Mahtuu' }]]) },
    });
  });

  test('a damaged state is restored as far as it can be vouched for, and kept whole for the learner', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    lms.server.put('attempt-1', { values: { 'cmi.suspend_data': 'Something else entirely' }, launches: 1, seconds: 0, completed: false });
    const learner = await ScormLearner.in(lms, 'scorm12');
    expect(learner.launch).toMatchObject({ state: undefined, unreadable: 'Something else entirely' });
  });
});
