/** What the course shows only at times: that too can be read in 320 pixels, with letters of twice the size, and with spaced text. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Conflict } from '../../src/course/merge-answers.ts';
import { beginTest } from '../../src/session/storage-test.ts';
import { SUPPORT_PAGE } from '../../src/shell/navigation/route.ts';
import { TrackingError } from '../../src/tracking/tracking-error.ts';
import { doubleLetters, layoutFaults, spaceText } from '../e2e/layout-faults.ts';
import { FakeSession } from './fake-session.ts';
import { drawn, goTo, showCourse } from './shown-course.ts';

const long = 'Kirjastoautonkuljettajakoulutuksen perehdytyssuunnitelma';
const conflict: Conflict = { field: 'b.second.first', current: { text: long, at: 2 }, other: { text: 'Vanha', at: 1 } };
const not = (reason: 'refused' | 'full' | 'session-ended' | 'other-page', local: boolean): Parameters<FakeSession['set']>[0] => ({
  status: { state: 'not-saved', reason, local, retryAt: Date.now() },
  roomLeft: 0.04,
});

/** What happens to a session, by its name. */
const STATES: Readonly<Record<string, (session: FakeSession) => void | Promise<void>>> = {
  'a refused save': (session) => session.set(not('refused', false)),
  'another page in the place of the LMS’s answer': (session) => session.set(not('other-page', true)),
  'a full LMS': (session) => session.set(not('full', true)),
  'an ended session, while the class is earned': async (session) => {
    session.set(not('session-ended', true));
    await userEvent.fill(page.getByRole('textbox', { name: 'Miten kohtaat asiakkaan?' }), long);
  },
  'two versions of an answer, and a file that could not be read': (session) =>
    session.set({ conflicts: [conflict], kept: [{ name: 'lms-state', content: 'rikki' }] }),
  'the choice before completion wipes the answers': (session) => {
    session.set({ course: { ...session.course, wipesOnCompletion: true } });
    session.store.change({ 'a.meeting.first': long });
  },
  'the page for support, with its test': async (session) => {
    session.set(not('refused', true));
    session.store.change(beginTest(SUPPORT_PAGE, Date.now() - 60_000));
    await goTo(SUPPORT_PAGE);
  },
  browsing: (session) => session.launchAs('browse'),
  'an unknown site': (session) =>
    session.set({
      phase: 'unconfirmed',
      strangers: ['https://a-rather-long-tenant-name.learning-records.example.org:8443', 'http://lrs.local'],
    }),
  'no LMS': (session) => session.set({ phase: 'no-lms', problem: new TrackingError('unreachable', `no answer from ${long}`) }),
  'words that wait for a save': (session) => session.set({ status: { state: 'pending' } }),
  'a new attempt, with a copy of an earlier one': (session) =>
    session.set({ earlier: new Map([['a.meeting.first', { text: long, at: 1 }]]) }),
  'a new attempt': (session) => session.set({ earlier: new Map() }),
  closing: (session) => session.set({ phase: 'closing', status: { state: 'saving', local: true } }),
  'closing, though a session has ended': (session) => session.set({ phase: 'closing', ...not('session-ended', false) }),
  'another tab': (session) => session.set({ phase: 'elsewhere' }),
  'an old page': (session) => session.set({ phase: 'stale' }),
  'closed, not known yet how': (session) => session.set({ phase: 'closed', status: { state: 'saving', local: true } }),
  'closed unsaved': (session) => session.set({ phase: 'closed', status: { state: 'not-saved', reason: 'refused', local: true } }),
};

beforeEach(() => page.viewport(320, 640));
afterEach(() => {
  document.documentElement.style.fontSize = '';
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !('spaced' in sheet));
  document.body.replaceChildren();
});

describe.each(Object.entries(STATES))('%s', (_state, happens) => {
  test.each([
    ['as it is', () => {}],
    ['with letters of twice the size', doubleLetters],
    ['with spaced text', spaceText],
  ] as const)('%s', async (_how, reads) => {
    const session = new FakeSession();
    const { app } = await showCourse(session, 'a');
    await happens(session);
    await drawn(app);
    reads();
    await drawn(app);
    expect(layoutFaults()).toEqual([]);
  });
});
