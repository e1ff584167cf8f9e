/** What an LMS hands over at a launch – too old, nobody’s, nothing, more than this course asks – takes nothing from anybody. */
import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import type { SaveOutcome } from '../../src/tracking/tracker.ts';
import { course } from './fixture-course.ts';
import { FIELD, freshSurroundings, SlowTracker, startedIn, takenOver, write } from './fresh-session.ts';
import { MemoryLocks, MemoryStorage, placesOf, within } from './memory.ts';
import { texts } from './one-lms.ts';

const OTHER = 'b.colleague.meaning';

const fresh = freshSurroundings();

describe('a copy that is older than what the LMS is known to have', () => {
  test('is no reason to write over it from an old page', async () => {
    const open = await startedIn(fresh);
    const old = fresh.tracker.launch;
    write(open, 'Vanhempi');
    await vi.advanceTimersByTimeAsync(500);
    const copies = [...fresh.storage.entries];
    await vi.advanceTimersByTimeAsync(3000);
    write(open, 'Uudempi');
    await vi.advanceTimersByTimeAsync(3000);
    open.lifecycle.end();
    await vi.advanceTimersByTimeAsync(100);
    for (const [key, text] of copies) fresh.storage.entries.set(key, text);
    fresh.tracker.launch = old;
    expect((await startedIn(fresh, { cameBack: true })).phase).toBe('stale');
  });
});

describe('an LMS that does not say who the learner is', () => {
  test('shows nobody what another wrote in the same tab, as long as it says a name', async () => {
    fresh.tracker.answer = () => ({ result: 'not-saved', reason: 'offline', retry: true });
    fresh.tracker.launch = { ...fresh.tracker.launch, learner: { id: '', name: 'Kirjastonen, Aino' } };
    const first = await startedIn(fresh);
    write(first, 'Ainon oma');
    await vi.advanceTimersByTimeAsync(3000);
    first.lifecycle.end();
    const other = new SlowTracker();
    other.launch = { ...other.launch, learner: { id: '', name: 'Lainaaja, Onni' } };
    expect(textOf((await startedIn(fresh, { tracker: other })).store.answers, FIELD)).toBe('');
    expect(textOf((await startedIn(fresh, { createLock: new MemoryLocks().create })).store.answers, FIELD)).toBe('Ainon oma');
  });

  describe('and no name either', () => {
    const OFFLINE: SaveOutcome = { result: 'not-saved', reason: 'offline', retry: true };
    const everywhere = (): string => [...fresh.storage.entries.values(), fresh.storage.database.texts].join();
    const reopened = (tracker: SlowTracker): Promise<CourseSession> => startedIn(fresh, { tracker, createLock: new MemoryLocks().create });

    /** An LMS of one learner, which may have something of hers. */
    function lmsWith(text?: string): SlowTracker {
      const lms = new SlowTracker();
      const state = text === undefined ? undefined : { answers: new Map([[OTHER, { text, at: Date.now() - 60_000 }]]), revision: 3 };
      lms.launch = { ...lms.launch, learner: { id: '' }, state };
      return lms;
    }

    async function leftUnsaved(tracker: SlowTracker, text = 'Ainon oma', field = FIELD): Promise<void> {
      const first = await reopened(tracker);
      tracker.answer = () => OFFLINE;
      write(first, text, field);
      await ended(first);
    }

    async function ended(session: CourseSession): Promise<void> {
      await vi.advanceTimersByTimeAsync(3000);
      session.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
    }

    test.each([
      ['nothing', undefined],
      ['words of her own', 'Onnin oma'],
    ])(
      'shows the next learner in the tab, of whom it has %s, no word of the first, whose words stay and can be fetched',
      async (_what, own) => {
        await leftUnsaved(lmsWith());
        const lms = lmsWith(own);
        const next = await reopened(lms);
        write(next, 'Jatkoa', OTHER);
        await vi.advanceTimersByTimeAsync(5000);
        expect([textOf(next.store.answers, FIELD), next.conflicts, next.earlier]).toEqual(['', [], undefined]);
        next.lifecycle.end();
        await vi.advanceTimersByTimeAsync(100);
        expect(textOf(lms.last?.answers ?? new Map(), FIELD)).toBe('');
        expect(everywhere()).toContain('Ainon oma');
        const hers = await reopened(lmsWith());
        expect(hers.strays?.get(FIELD)?.text).toBe('Ainon oma');
        await within(0, hers.takeStrays());
        expect(textOf(hers.store.answers, FIELD)).toBe('Ainon oma');
      },
    );

    test('puts nothing over what it has where the Back button brings a launch of before that, and her words can be fetched', async () => {
      await leftUnsaved(lmsWith());
      const cached = lmsWith();
      const again = await startedIn(fresh, { tracker: cached, createLock: new MemoryLocks().create, cameBack: true });
      await vi.advanceTimersByTimeAsync(20_000);
      expect([again.phase, cached.saves]).toEqual(['stale', []]);
      again.lifecycle.end();
      const loaded = await reopened(lmsWith());
      expect([loaded.phase, loaded.strays?.get(FIELD)?.text]).toEqual(['open', 'Ainon oma']);
    });

    test('shows nobody what another has open in a tab of which this one is a duplicate, when he takes the course over there', async () => {
      const [ainos, onnis] = [lmsWith(), lmsWith('Onnin oma')];
      write(await startedIn(fresh, { tracker: ainos }), 'Ainon oma');
      await vi.advanceTimersByTimeAsync(10_000);
      const second = await startedIn(fresh, { tracker: onnis });
      expect(second.phase).toBe('elsewhere');
      await takenOver(second);
      await vi.advanceTimersByTimeAsync(10_000);
      expect([second.phase, ...texts(second, FIELD, OTHER)]).toEqual(['open', '', 'Onnin oma']);
      expect(textOf(onnis.last?.answers ?? new Map(), FIELD)).toBe('');
      expect(textOf(second.strays ?? new Map(), FIELD)).toBe('Ainon oma');
    });

    test('shows her what she has open in a tab of which this one is a duplicate', async () => {
      const lms = lmsWith('Aiempi');
      write(await startedIn(fresh, { tracker: lms }), 'Ainon oma');
      const second = await startedIn(fresh, { tracker: lms });
      await takenOver(second);
      expect([second.phase, ...texts(second, FIELD, OTHER), second.strays]).toEqual(['open', 'Ainon oma', 'Aiempi', undefined]);
    });

    test('shows nobody the other versions between which the first has not chosen', async () => {
      const lms = lmsWith();
      const first = await reopened(lms);
      write(first, 'Ainon oma');
      await vi.advanceTimersByTimeAsync(3000);
      lms.answer = ({ revision }) => ({
        result: 'saved',
        revision,
        elsewhere: { answers: new Map(), agreedAt: 0, readUntil: new Map(), unread: [[FIELD, { text: 'Ainon toinen', at: Date.now() }]] },
      });
      write(first, 'Ainon viimeinen');
      await vi.advanceTimersByTimeAsync(3000);
      expect(first.conflicts).toHaveLength(1);
      first.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
      const next = await reopened(lmsWith());
      expect(next.conflicts).toEqual([]);
      expect(everywhere()).toContain('Ainon toinen');
      await within(0, next.takeStrays());
      expect(next.conflicts).toMatchObject([{ other: { text: 'Ainon toinen' } }]);
    });

    test('keeps a file of state that could not be read, and other versions, once she has taken them as hers', async () => {
      const lms = lmsWith();
      lms.launch = { ...lms.launch, unreadable: 'Ainon lukematon' };
      await leftUnsaved(lms);
      const hers = await reopened(lmsWith());
      await within(0, hers.takeStrays());
      expect(hers.kept).toMatchObject([{ content: 'Ainon lukematon' }]);
      await vi.advanceTimersByTimeAsync(3000);
      hers.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
      expect(everywhere()).toContain('Ainon lukematon');
    });

    test('takes nothing of her own from her where another’s words come out of a database that answers late', async () => {
      await leftUnsaved(lmsWith());
      fresh.storage.entries.clear();
      fresh.storage.database.habits.takes = 5000;
      const lms = lmsWith('Onnin oma');
      lms.launch = { ...lms.launch, unreadable: 'Onnin lukematon', unread: [[OTHER, { text: 'Onnin toinen', at: Date.now() - 70_000 }]] };
      const opening = reopened(lms);
      await vi.advanceTimersByTimeAsync(60_000);
      const next = await opening;
      expect([next.kept.length, next.conflicts.length]).toEqual([1, 1]);
      next.lifecycle.end();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(everywhere()).toContain('Onnin lukematon');
      expect(everywhere()).toContain('Onnin toinen');
    });

    test.each(['with', 'without'])(
      'takes away neither text where two people have written in one field, %s an LMS to the first',
      async (what) => {
        if (what === 'with') await leftUnsaved(lmsWith(), 'Ainon oma');
        else {
          const failed = new SlowTracker();
          failed.failure = new Error('no LMS');
          const first = await reopened(failed);
          await within(0, first.goOnWithoutLms());
          write(first, 'Ainon oma');
          await ended(first);
        }
        await leftUnsaved(lmsWith(), 'Bertan oma');
        const third = await reopened(lmsWith());
        await within(0, third.takeStrays());
        expect(textOf(third.store.answers, FIELD)).toBe('Bertan oma');
        expect(third.conflicts).toMatchObject([{ other: { text: 'Ainon oma' } }]);
        await ended(third);
        expect(everywhere()).toContain('Ainon oma');
      },
    );

    test('offers them in the field of now where it was renamed meanwhile', async () => {
      const old = 'a.thoughts.old';
      await leftUnsaved(lmsWith(), 'Ainon oma', old);
      await ended(await reopened(lmsWith()));
      const renamed = { ...course, moved: { fields: { [old]: FIELD }, options: {} } };
      const hers = await startedIn(fresh, { tracker: lmsWith(), createLock: new MemoryLocks().create, course: renamed });
      await within(0, hers.takeStrays());
      expect(textOf(hers.store.answers, FIELD)).toBe('Ainon oma');
    });

    test('lets go of no answers without a name that came after they were offered', async () => {
      await leftUnsaved(lmsWith());
      const hers = await reopened(lmsWith());
      expect(hers.strays?.get(FIELD)?.text).toBe('Ainon oma');
      const elsewhere = lmsWith();
      const third = await startedIn(fresh, { tracker: elsewhere, createLock: new MemoryLocks().create, tabId: 'tab-2' });
      elsewhere.answer = () => OFFLINE;
      write(third, 'Kolmannen oma');
      await vi.advanceTimersByTimeAsync(3000);
      third.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
      (await startedIn(fresh, { tracker: lmsWith(), createLock: new MemoryLocks().create, tabId: 'tab-2' })).lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
      expect(everywhere()).toContain('Kolmannen oma');
      await within(0, hers.takeStrays());
      await vi.advanceTimersByTimeAsync(3000);
      expect(everywhere()).toContain('Kolmannen oma');
    });

    test('shows them where the database answers late no more than where it answers at once', async () => {
      await leftUnsaved(lmsWith());
      fresh.storage.entries.clear();
      fresh.storage.database.habits.takes = 5000;
      const lms = lmsWith();
      const opening = reopened(lms);
      await vi.advanceTimersByTimeAsync(60_000);
      const next = await opening;
      expect(textOf(next.store.answers, FIELD)).toBe('');
      next.lifecycle.end();
      await vi.advanceTimersByTimeAsync(20_000);
      expect(textOf(lms.last?.answers ?? new Map(), FIELD)).toBe('');
      expect(everywhere()).toContain('Ainon oma');
    });

    test('offers them where the database never answers', async () => {
      await leftUnsaved(lmsWith());
      fresh.storage.database.habits.opens = 'never';
      const opening = reopened(lmsWith());
      await vi.advanceTimersByTimeAsync(10_000);
      const next = await opening;
      expect([textOf(next.store.answers, FIELD), next.strays?.get(FIELD)?.text]).toEqual(['', 'Ainon oma']);
    });

    test('shows nobody a file of state that could not be read, and keeps it once', async () => {
      const lms = lmsWith();
      lms.launch = { ...lms.launch, unreadable: 'Ainon lukematon' };
      await leftUnsaved(lms);
      for (const next of [await reopened(lmsWith()), await reopened(lmsWith())]) {
        expect(next.kept).toEqual([]);
        next.lifecycle.end();
        await vi.advanceTimersByTimeAsync(100);
      }
      expect([...fresh.storage.entries.values()].join().split('Ainon lukematon')).toHaveLength(2);
    });

    test.each([
      ['some of them', OTHER],
      ['what she wrote there before', FIELD],
    ])('shows a learner her own words without asking where it has %s', async (_what, field) => {
      const lms = lmsWith();
      const first = await reopened(lms);
      write(first, 'Aino tässä', field);
      await vi.advanceTimersByTimeAsync(3000);
      lms.answer = () => OFFLINE;
      write(first, 'Ainon oma');
      await vi.advanceTimersByTimeAsync(3000);
      first.lifecycle.end();
      await vi.advanceTimersByTimeAsync(100);
      const again = await reopened(lms);
      expect(textOf(again.store.answers, FIELD)).toBe('Ainon oma');
      expect(again.strays).toBeUndefined();
    });
  });

  test('or says it with half of a character, is an LMS all the same', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, learner: { id: 'aino \ud83d' } };
    expect((await startedIn(fresh)).phase).toBe('open');
  });
});

describe('an LMS that handed over nothing', () => {
  test('where that is doubtful, nothing is written over what it may have until the learner says so', async () => {
    fresh.tracker.launch = { ...fresh.tracker.launch, doubtful: true };
    const open = await startedIn(fresh);
    expect(open.phase).toBe('stale');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fresh.tracker.saves).toHaveLength(0);
    open.goOnAnyway();
    await vi.advanceTimersByTimeAsync(0);
    expect(fresh.tracker.saves).toHaveLength(1);
  });
});

describe('what this version of the course does not ask', () => {
  test('answers to removed exercises and a newer version’s fields go through every save and both copies', async () => {
    const answers = new Map([
      ['z.removed.old', { text: 'Vanha vastaus', at: 1_700_000_000_000 }],
      ['b.future.list.k001.who', { text: 'Uudempi kenttä', at: 1_700_000_000_000 }],
    ]);
    fresh.tracker.launch = { ...fresh.tracker.launch, state: { answers, revision: 3 } };
    const open = await startedIn(fresh);
    write(open, 'Nykyinen');
    await vi.advanceTimersByTimeAsync(3000);
    expect(fresh.tracker.last?.answers).toEqual(
      new Map([...answers, ...[...(fresh.tracker.last?.answers ?? [])].filter(([id]) => !answers.has(id))]),
    );
    for (const [id, { text }] of answers) expect(textOf(fresh.tracker.last?.answers ?? new Map(), id)).toBe(text);
    const file = open.file.export();
    const other = await startedIn(fresh, {
      tracker: new SlowTracker(),
      ...placesOf(new MemoryStorage()),
      createLock: new MemoryLocks().create,
    });
    expect(other.file.preview(file).unknown).toEqual(['z.removed.old', 'b.future.list.k001.who']);
    other.file.import(file, true);
    for (const [id, { text }] of answers) expect(textOf(other.store.answers, id)).toBe(text);
  });
});
