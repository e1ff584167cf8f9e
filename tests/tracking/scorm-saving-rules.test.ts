/** One test by name for each rule that keeps work from being lost when a save fails, hurries or is the last. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { unpackState } from '../../src/tracking/state-codec.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { lmsLike, lmsOf, ScormLearner, settled } from './scorm-learner.ts';
import { commits, sets } from './scorm-calls.ts';

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
      fetch: (url: string) => honest(url).finally(() => (asked++ === 0 ? (lms.server.fault = 'offline') : undefined)),
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
      fetch: (url: string) => fetch(url).finally(() => (asked++ === 0 ? (lms.server.fault = fault) : undefined)),
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

  test.each(['chamilo', 'open-edx', 'moodle'] as const)(
    '%s: a login page in the place of the course’s own file stops the save before the commit',
    async (profile) => {
      const lms = lmsOf(profile, 'scorm12');
      const learner = await ScormLearner.in(lms, 'scorm12');
      await learner.save();
      lms.server.fault = 'html';
      const before = commits(learner.page.calls).length;
      expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'session-ended', retry: true });
      expect(commits(learner.page.calls)).toHaveLength(before);
      lms.server.fault = undefined;
      expect((await learner.save()).result).not.toBe('not-saved');
    },
  );

  test('where no file says which version it is, that is no sign of a login page', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = new ScormLearner(lms.launch(), 'scorm12');
    learner.page.window.fileHasVersion = false;
    await learner.open();
    for (const text of ['x', 'y']) expect(await learner.write({ 'b.one': text }).save()).toMatchObject({ result: 'saved' });
  });

  test('a session that has ended is told from a lost connection', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    lms.server.fault = 'session-expired';
    expect(await learner.write({ 'b.one': 'x' }).save()).toMatchObject({ result: 'not-saved', reason: 'session-ended' });
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
    ['open-edx', 'html', 'session-ended'],
    ['openolat', 'unavailable', 'refused'],
    ['openolat', 'html', 'session-ended'],
    ['chamilo', 'unavailable', 'refused'],
  ] as const)('%s, %s: a request that fails after the commit returned makes it not saved', async (profile, fault, reason) => {
    const lms = lmsOf(profile, 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const { fetch } = learner.page.window;
    // The connection breaks after the probe.
    Object.assign(learner.page.window, { fetch: (url: string) => fetch(url).finally(() => (lms.server.fault = fault)) });
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
    const random = seededRandom(3);
    const noise = Array.from({ length: 9000 }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
    const outcome = await learner.write({ 'b.two': noise }).save();
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

describe('a save that does not wait', () => {
  test.each(['hidden', 'leaving'] as const)('%s: the one that waited for the probe does not write older work over it', async (occasion) => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const { fetch } = learner.page.window;
    Object.assign(learner.page.window, {
      fetch: (url: string) => new Promise((resolve) => setTimeout(() => resolve(fetch(url)), 4000)),
    });
    const waiting = learner.write({ 'b.one': 'Vanha' }).begin();
    await vi.advanceTimersByTimeAsync(2000);
    await learner.write({ 'b.one': 'Uusi' }).save(occasion);
    await settled(waiting);
    await vi.advanceTimersByTimeAsync(3000);
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('a tab that another has taken over from sends nothing that still waits, and may begin anew', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    const waiting = learner.write({ 'b.one': 'Vanha välilehti' }).begin();
    learner.abandon();
    expect(await settled(waiting)).toMatchObject({ result: 'not-saved' });
    expect(commits(learner.page.calls)).toHaveLength(before);
    expect(await learner.save()).toMatchObject({ result: 'saved' });
  });

  test('hidden in the middle of a move into pages, the course goes on with pages afterwards', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const random = seededRandom(5);
    const noise = (length: number): string => Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
    const before = commits(learner.page.calls).length;
    const moving = learner.write({ 'b.one': noise(3000), 'b.two': noise(3000) }).begin();
    while (commits(learner.page.calls).length === before) await vi.advanceTimersByTimeAsync(50);
    await learner.write({ 'b.three': 'Piiloon mennessä' }).save('hidden');
    await settled(moving);
    await vi.advanceTimersByTimeAsync(3000);
    expect(await learner.write({ 'b.four': 'Takaisin tultua' }).save()).not.toMatchObject({ result: 'not-saved' });
    learner.page.crash();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('what only a beacon carried while the page was hidden is sent again when it is seen again', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Alku' }).save();
    await vi.advanceTimersByTimeAsync(3000);
    learner.complete = true;
    learner.write({ 'b.one': 'Piilossa kirjoitettu' });
    lms.server.fault = 'offline';
    learner.page.window.document.addEventListener('visibilitychange', () => void learner.save('hidden'), { once: true });
    learner.page.hide();
    await vi.advanceTimersByTimeAsync(3000);
    lms.server.fault = undefined;
    learner.page.show();
    await learner.save();
    expect(lms.stored().values).toMatchObject({ 'cmi.core.lesson_status': 'completed', 'cmi.interactions.6.id': 'b.one' });
    expect(lms.stored().values['cmi.interactions.6.student_response']?.trim()).toBe('Piilossa kirjoitettu');
  });
});

describe('leaving', () => {
  test('the time of the session is set once, right before Finish', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    await learner.closeTab();
    const times = learner.page.calls
      .map(({ call, element }) => (element === 'cmi.core.session_time' ? 'time' : call))
      .filter((call) => call === 'time' || call === 'Commit' || call === 'Finish');
    expect(times.slice(-3)).toEqual(['Commit', 'time', 'Finish']);
    expect(times.filter((call) => call === 'time')).toHaveLength(1);
    expect(lms.stored().seconds).toBe(61);
  });

  test.each(['scorm12', 'scorm2004'] as const)(
    '%s: the state is the first thing set when the page closes, since Open edX lets only the first out',
    async (standard) => {
      const learner = await ScormLearner.in(lmsOf('open-edx', standard), standard);
      await learner.save();
      await vi.advanceTimersByTimeAsync(3000);
      const from = learner.page.calls.length;
      learner.complete = true;
      await learner.write({ 'b.one': 'Viimeiset sanat' }).closeTab();
      expect(sets(learner.page.calls.slice(from))[0]?.[0]).toBe('cmi.suspend_data');
    },
  );

  test('close does all that matters before its first await, and only once', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    void learner.write({ 'b.one': 'Viime hetkellä' }).close();
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    void learner.close();
    expect(learner.page.calls.filter(({ call }) => call === 'Finish')).toHaveLength(1);
  });

  test('ILIAS hears what is committed in beforeunload, since it hears nothing in pagehide', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    learner.write({ 'b.one': 'Kesken' });
    await learner.closeTab();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('after an outage a closing sends what is new, not the whole model again, which a beacon would not take', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const texts = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`x.f${index}`, `Vastaus ${index}: ${'sanoja ja ääniä '.repeat(40)}`]),
    );
    await learner.write(texts).save();
    lms.server.fault = 'unavailable';
    await learner.write({ 'x.f0': 'Muuttui katkolla' }).save();
    lms.server.fault = undefined;
    await learner.closeTab();
    expect((await ScormLearner.in(lms, 'scorm12')).launch.state?.answers).toEqual(learner.answers);
  });

  test('inside a click nothing is committed', async () => {
    const lms = lmsOf('ilias-1.2-checked', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(learner.page.calls).length;
    let during = -1;
    let saving: Promise<unknown> = Promise.resolve();
    learner.page.click(() => {
      saving = learner.write({ 'b.one': 'x' }).begin();
      during = commits(learner.page.calls).length;
    });
    await settled(saving);
    expect(during).toBe(before);
    expect(commits(learner.page.calls)).toHaveLength(before + 1);
  });

  test('nor where there is nothing to probe, and so nothing that leads out of the click', async () => {
    const page = lmsOf('ilias-1.2-checked', 'scorm12').launch();
    Object.assign(page.window, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
    const learner = new ScormLearner(page, 'scorm12');
    await learner.open();
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    const before = commits(page.calls).length;
    page.window.event = { type: 'click' };
    const saving = learner.write({ 'b.one': 'x' }).begin();
    for (let microtask = 0; microtask < 50; microtask++) await Promise.resolve();
    expect(commits(page.calls)).toHaveLength(before);
    page.window.event = undefined;
    expect(await settled(saving)).toMatchObject({ result: 'saved' });
  });

  test('a place of any length is a location that fits', async () => {
    const lms = lmsOf('strict-1.2', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.place = `b/b.${'x'.repeat(400)}`;
    await learner.save();
    expect(lms.stored().values['cmi.core.lesson_location']).toMatch(/^b\.b\.x{200,250}$/);
  });

  test('the location has only characters that no LMS stumbles over', async () => {
    const lms = lmsOf('chamilo', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    learner.place = "b/b.channels'ä";
    await learner.save();
    await vi.advanceTimersByTimeAsync(3000);
    expect(lms.stored().values['cmi.core.lesson_location']).toMatch(/^[A-Za-z0-9_.-]+$/);
  });
});

describe('the state between two saves', () => {
  test('goes out by the player’s own timer, though the browser ends before the next commit', async () => {
    const lms = lmsOf('rustici', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.write({ 'b.one': 'Ennen taukoa' }).save();
    await learner.write({ 'b.one': 'Ennen taukoa, ja sen jälkeen' }).set();
    expect(commits(learner.page.calls)).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_500);
    learner.page.crash();
    const again = await ScormLearner.in(lms, 'scorm12');
    expect(again.launch.state?.answers.get('b.one')?.text).toBe('Ennen taukoa, ja sen jälkeen');
  });

  test('is set again by the save, since nobody knows what has become of it', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    await learner.save();
    await learner.write({ 'b.one': 'x' }).set();
    const before = sets(learner.page.calls).length;
    expect(await learner.save()).toMatchObject({ result: 'saved' });
    expect(
      sets(learner.page.calls)
        .slice(before)
        .map(([element]) => element),
    ).toContain('cmi.suspend_data');
  });

  test('is not set before the first save, nor in a turn that is over', async () => {
    const lms = lmsOf('moodle', 'scorm12');
    const learner = await ScormLearner.in(lms, 'scorm12');
    const before = sets(learner.page.calls).length;
    await learner.write({ 'b.one': 'x' }).set();
    expect(sets(learner.page.calls)).toHaveLength(before);
    await learner.save();
    const saved = sets(learner.page.calls).length;
    const setting = learner.write({ 'b.one': 'y' }).tracker.set?.(learner.snapshot(), { isOver: true, rest: () => Promise.resolve(false) });
    await settled(setting ?? Promise.reject(new Error('SCORM trackers set')));
    expect(sets(learner.page.calls)).toHaveLength(saved);
  });
});

describe('an LMS in which every call holds the page up (Sakai: 20 ms)', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`b.field${index}`, `Vastaus ${index}`]));

  /** @returns milliseconds of the calls of one save */
  async function heldUp(learner: ScormLearner, save: () => Promise<unknown>): Promise<number> {
    const before = learner.page.calls.length;
    await save();
    return (learner.page.calls.length - before) * 20;
  }

  test('the state and some of the answers go first, and the rest with the next saves, though nothing more is written', async () => {
    const lms = lmsOf('sakai', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save();
    learner.write(many);
    const held = await heldUp(learner, async () => expect(await learner.save()).toMatchObject({ dueIn: 3_000 }));
    expect(held).toBeLessThan(700);
    expect(unpackState(lms.stored().values['cmi.suspend_data'] ?? '')).toMatchObject({ state: { answers: learner.answers } });
    let saves = 1;
    for (; saves < 40; saves += 1) {
      const outcome = await learner.save();
      if (outcome.result === 'not-saved' || outcome.dueIn === undefined) break;
    }
    expect(saves).toBeGreaterThan(3);
    const told = Object.entries(lms.stored().values).filter(([element]) => element.endsWith('learner_response'));
    expect(told.map(([, response]) => response.trim())).toEqual(expect.arrayContaining(Object.values(many)));
  });

  test('the learner’s own goodbye tells all of it', async () => {
    const lms = lmsOf('sakai', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save();
    await settled(learner.write(many).close());
    await vi.advanceTimersByTimeAsync(10_000);
    const told = Object.entries(lms.stored().values).filter(([element]) => element.endsWith('learner_response'));
    expect(told.map(([, response]) => response.trim())).toEqual(expect.arrayContaining(Object.values(many)));
  });

  test('an LMS whose calls cost nothing is told all at once', async () => {
    const lms = lmsOf('strict-2004', 'scorm2004');
    const learner = await ScormLearner.in(lms, 'scorm2004');
    await learner.save();
    expect(await learner.write(many).save()).not.toHaveProperty('dueIn');
  });
});
