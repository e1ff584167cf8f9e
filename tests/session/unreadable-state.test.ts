/** State or a copy that cannot be read: nothing is written over it, and the learner gets it. */
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { note, textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { FIELD, freshSurroundings, heldBy, SlowTracker, startedIn, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, placesOf } from './memory.ts';
import { startedInLms } from './started-in-lms.ts';

const fresh = freshSurroundings();

describe('state that could not be read', () => {
  describe('is not written over before she writes', () => {
    test.each([
      ['in a browser that keeps it', () => fresh.storage],
      ['in one that keeps nothing', () => undefined],
    ])('%s', async (_, storage) => {
      fresh.tracker.launch = { ...fresh.tracker.launch, unreadable: 'Bvanha' };
      const open = await startedIn(fresh, placesOf(storage()));
      open.visit('a');
      await vi.advanceTimersByTimeAsync(90_000);
      open.lifecycle.hide();
      open.lifecycle.resume();
      open.lifecycle.leave();
      open.lifecycle.end();
      expect(fresh.tracker.saves).toEqual([]);
    });

    test('and the course closes by its own button too', async () => {
      fresh.tracker.launch = { ...fresh.tracker.launch, unreadable: 'Bvanha' };
      const open = await startedIn(fresh);
      await open.exit();
      expect([open.phase, open.status.state, fresh.tracker.saves]).toEqual(['closed', 'unchanged', []]);
    });

    test('nor by notes of the course itself that this browser has kept', async () => {
      fresh.tracker.launch = { ...fresh.tracker.launch, limits: { ...fresh.tracker.launch.limits, receipts: false } };
      fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
      const looked = await startedIn(fresh);
      looked.visit('a');
      await vi.advanceTimersByTimeAsync(3000);
      looked.lifecycle.end();
      const { length } = fresh.tracker.saves;
      fresh.tracker.launch = { ...fresh.tracker.launch, state: undefined, unreadable: 'Bvanha' };
      await startedIn(fresh, { createLock: new MemoryLocks().create });
      await vi.advanceTimersByTimeAsync(30_000);
      expect(fresh.tracker.saves).toHaveLength(length);
    });

    test('whatever could be read of it', async () => {
      const answers = new Map([[FIELD, { text: 'Luettu', at: Date.now() }]]);
      fresh.tracker.launch = { ...fresh.tracker.launch, unreadable: 'Bvanha', state: { answers, revision: 3 } };
      const open = await startedIn(fresh);
      await vi.advanceTimersByTimeAsync(3000);
      expect(fresh.tracker.saves).toEqual([]);
      write(open, 'Luettu ja jatkettu');
      open.lifecycle.end();
      expect(heldBy(fresh)).toBe('Luettu ja jatkettu');
    });
  });

  test('is in a real LMS as it was when she has only looked at the course', async () => {
    const lms = new LmsDouble({ profile: 'moodle', standard: 'scorm12' });
    const { api12 } = lms.launch();
    api12.LMSInitialize('');
    api12.LMSSetValue('cmi.suspend_data', 'Z of a later release');
    api12.LMSFinish('');
    const page = lms.launch();
    const window = page.window as unknown as Window;
    const session = startedInLms(window, new Scorm12Tracker({ page: window, now: Date.now }));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(session.kept).toEqual([{ name: 'lms-state', content: 'Z of a later release' }]);
    page.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lms.stored().values['cmi.suspend_data']).toBe('Z of a later release');
  });

  test('is carried in the new state where this browser keeps nothing, so that nothing is written over it', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, unreadable: 'Bvanha' };
    write(await startedIn(fresh, { ...placesOf(undefined) }), 'Uusi alku');
    await vi.advanceTimersByTimeAsync(3000);
    expect(fresh.tracker.last?.answers.get(note.unreadable)?.text).toBe('Bvanha');
    const later = new SlowTracker();
    later.launch = { ...later.launch, ...(fresh.tracker.launch.state ? { state: fresh.tracker.launch.state } : {}) };
    const again = await startedIn(fresh, { tracker: later, ...placesOf(undefined), createLock: new MemoryLocks().create });
    expect(again.kept).toEqual([{ name: 'lms-state', content: 'Bvanha' }]);
    expect(again.file.export()).not.toContain('Bvanha');
  });

  test('is not carried where this browser keeps it', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, unreadable: 'Bvanha' };
    const open = await startedIn(fresh);
    expect(open.kept).toEqual([{ name: 'lms-state', content: 'Bvanha' }]);
    write(open, 'Uusi alku');
    await vi.advanceTimersByTimeAsync(3000);
    expect(heldBy(fresh)).toBe('Uusi alku');
    expect(fresh.tracker.last?.answers.has(note.unreadable)).toBe(false);
  });

  test('an own copy that is damaged is set aside and offered', async () => {
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await startedIn(fresh);
    write(open, 'Talteen');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    const [key, text = ''] = [...fresh.storage.entries].find(([, value]) => value.includes('Talteen')) ?? ['', ''];
    fresh.storage.entries.set(key, text.slice(0, -9));
    const again = await startedIn(fresh, { createLock: new MemoryLocks().create });
    expect(again.phase).toBe('open');
    expect(again.kept).toEqual([{ name: 'local-copy', content: text.slice(0, -9) }]);
  });

  test('whatever stands in this browser’s storage, the course opens with what the LMS has', async () => {
    fresh.tracker.launch = {
      ...fresh.tracker.launch,
      state: { answers: new Map([[FIELD, { text: 'Tallessa', at: Date.now() }]]), revision: 3 },
    };
    const { launch } = fresh.tracker;
    const [key = ''] = await (async () => {
      await startedIn(fresh);
      return [...fresh.storage.entries.keys()];
    })();
    const stored = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom('[null]', '{"answers":{"a":null}}', '{"format":1}'));
    await fc.assert(
      fc.asyncProperty(fc.array(stored, { minLength: 4, maxLength: 4 }), async (texts) => {
        const damaged = new MemoryStorage();
        for (const [index, suffix] of ['', ':mark', ':others', ':kept'].entries()) damaged.setItem(`${key}${suffix}`, texts[index] ?? '');
        fresh.tracker.launch = launch;
        const open = await startedIn(fresh, { ...placesOf(damaged), createLock: new MemoryLocks().create });
        expect(open.phase).toBe('open');
        expect(textOf(open.store.answers, FIELD)).toBe('Tallessa');
        open.lifecycle.end();
      }),
    );
  });

  test('an own copy that is damaged is not lost in a storage that has no room for it twice', async () => {
    fresh.tracker.answer = ({ revision }) => ({ result: 'sent', revision });
    const open = await startedIn(fresh);
    write(open, 'Talteen '.repeat(100));
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    const [key, text = ''] = [...fresh.storage.entries].find(([, value]) => value.includes('Talteen')) ?? ['', ''];
    fresh.storage.entries.set(key, text.slice(0, -9));
    fresh.storage.room = text.length * 1.5;
    const again = await startedIn(fresh);
    expect(again.kept).toEqual([{ name: 'local-copy', content: text.slice(0, -9) }]);
  });
});
