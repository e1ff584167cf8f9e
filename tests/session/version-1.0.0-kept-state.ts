/**
 * Hands a state of version 1.0.0 to today's course, by doubles of the systems that hold it. The states are frozen; this file knows today's
 * sessions, trackers and doubles, and changes with them.
 */
import { vi } from 'vitest';
import type { Course } from '../../src/course/course.ts';
import { listIdsOf } from '../../src/course/fields.ts';
import { livingAnswers } from '../../src/course/list-items.ts';
import { currentId, moveAnswers } from '../../src/course/moved-ids.ts';
import { objectiveId } from '../../src/course/course-identifiers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../../src/simulator/lms-profiles.ts';
import { agentKey } from '../../src/simulator/lrs/statement-filter.ts';
import { CourseSession } from '../../src/session/course-session.ts';
import { followPage } from '../../src/session/page-events.ts';
import { Scorm12Tracker } from '../../src/tracking/scorm/scorm12-tracker.ts';
import { Scorm2004Tracker } from '../../src/tracking/scorm/scorm2004-tracker.ts';
import type { Tracker } from '../../src/tracking/tracker.ts';
import { WebTracker } from '../../src/tracking/web-tracker.ts';
import { course, pass, settled, trackerOf } from '../launchers/launched-learner.ts';
import { LauncherDouble, verbOf } from '../launchers/launcher-double.ts';
import { FaultyServer } from '../../src/simulator/in-memory/faulty-server.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import { LmsWindow } from '../../src/simulator/in-memory/lms-window.ts';
import { MemoryLocks, MemoryStorage, placesOf } from './memory.ts';
import type { Expected, Fixture, Where, Written } from './version-1.0.0-fixture.ts';

const { moved } = course;

/** An expectation under the ids of now. */
export function asOfNow(expected: Expected): Expected {
  const written = new Map(Object.entries(expected.answers).map(([id, [text, at]]) => [id, { text, at: Date.parse(at) }]));
  return {
    ...expected,
    answers: Object.fromEntries([...moveAnswers(written, moved)].map(([id, { text, at }]) => [id, [text, inSeconds(at)]])),
    conflicts: expected.conflicts.map((conflict) => ({ ...conflict, field: currentId(conflict.field, moved) })),
  };
}

/** What an opened course shows, in the form of an expectation. */
export function shownBy(session: CourseSession): Expected {
  // What is left of removed rows is nothing that a learner sees.
  const answers = livingAnswers(session.store.answers, listIdsOf(course));
  const own = [...answers].filter(([id]) => !id.startsWith('@'));
  const written = ({ text, at }: { readonly text: string; readonly at: number }): Written => [text, inSeconds(at)];
  const notes = [...answers].filter(([id, { text }]) => id.startsWith('@earned.') && text !== '');
  return {
    answers: Object.fromEntries(own.map(([id, answer]) => [id, written(answer)])),
    earned: Object.fromEntries(notes.map(([id, { text }]) => [id.slice('@earned.'.length), text])),
    done: [...session.progress.doneExercises],
    completed: answers.get('@completed')?.text ?? null,
    place: session.place,
    conflicts: session.conflicts.map(({ field, current, other }) => ({ field, current: written(current), other: written(other) })),
    kept: session.kept.map(({ name, content }) => ({ name, content })),
  };
}

function inSeconds(at: number): string {
  return new Date(Math.floor(at / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** What the system was told, as far as it can be found in it. */
export interface Told {
  readonly completed: boolean;
  readonly earned: readonly string[];
}

/** A page with the course, until it is closed. */
export interface OpenedPage {
  readonly session: CourseSession;
  close(): Promise<void>;
}

/** A system that holds a fixture's state, and the learner's browsers. */
export interface KeptState {
  /** Opens the course in a browser with this local storage. @param its the course of another package */
  open(storage: MemoryStorage, its?: Course): Promise<OpenedPage>;
  /** What a SCORM LMS holds about completion; undefined elsewhere. */
  told(): Told | undefined;
  /** Verbs that an LRS was sent since; none elsewhere. */
  verbs(): string[];
  /** All that whoever reads reports can find: what a SCORM LMS holds beside the learner’s state, what an LRS was sent since. */
  reported(): string;
}

/** @param where a browser that was there before, or a new one */
export function storageOf({ localStorage }: Fixture, where: Where): MemoryStorage {
  const storage = new MemoryStorage();
  if (where === 'thisBrowser') for (const [key, value] of Object.entries(localStorage)) storage.setItem(key, value);
  return storage;
}

export function keptState(fixture: Fixture): KeptState {
  if (fixture.lms) return inLms(fixture, fixture.lms);
  return fixture.lrs ? inLrs(fixture, fixture.lrs) : inBrowser();
}

function inLms({ made }: Fixture, { learner, ...stored }: NonNullable<Fixture['lms']>): KeptState {
  const standard: ScormStandard = made.package.includes('scorm12') ? 'scorm12' : 'scorm2004';
  const lms = new LmsDouble({
    profile: made.in as ProfileId,
    standard,
    onFreeze: (milliseconds) => vi.setSystemTime(Date.now() + milliseconds),
  });
  const attempt = 'attempt-1';
  lms.server.put(attempt, stored);
  return {
    open: async (storage, its = course) => {
      const player = lms.launch({ attempt, learner });
      const page = player.window as unknown as Window;
      const tracker =
        standard === 'scorm12' ? new Scorm12Tracker({ page, moved: its.moved }) : new Scorm2004Tracker({ page, moved: its.moved });
      const session = await started(its, tracker, storage);
      followPage(session, page);
      return { session, close: () => leaving(() => player.close()) };
    },
    told: () => {
      const { values } = lms.stored(attempt);
      const status = values['cmi.core.lesson_status'] ?? values['cmi.completion_status'] ?? '';
      const indexes = Object.keys(values).flatMap((element) => /^cmi\.objectives\.(\d+)\.id$/.exec(element)?.[1] ?? []);
      const isEarned = (index: string): boolean =>
        ['status', 'completion_status'].some((field) => /^(completed|passed)$/.test(values[`cmi.objectives.${index}.${field}`] ?? ''));
      const earned = new Set(indexes.filter(isEarned).map((index) => values[`cmi.objectives.${index}.id`]));
      const classes = course.classes.map(({ id }) => id);
      return { completed: /^(completed|passed)$/.test(status), earned: classes.filter((id) => earned.has(objectiveId(id))) };
    },
    verbs: () => [],
    reported: () => {
      const { 'cmi.suspend_data': _state, ...values } = lms.stored(attempt).values;
      return JSON.stringify(values);
    },
  };
}

function inLrs({ made }: Fixture, { activityId, agent, registration, stateId, document }: NonNullable<Fixture['lrs']>): KeptState {
  const profile = made.in as LauncherId;
  const double = new LauncherDouble(profile);
  const learnerId = agent.account.name;
  double.book.register({ learner: learnerId, package: made.package, profile }, false, registration);
  const key = JSON.stringify([activityId, agentKey(agent), registration]);
  double.store.putDocument('state', key, stateId, JSON.stringify(document), 'application/json');
  return {
    open: async (storage, its = course) => {
      const page = await double.launch({ learnerId, package: made.package });
      const session = await started(its, trackerOf(double, page, { course: its }), storage);
      // Once in each browser: the LRS is on another site.
      if (session.phase === 'unconfirmed') await settled(session.sendThere());
      return {
        session,
        close: () =>
          leaving(async () => {
            session.lifecycle.leave();
            for (let turn = 0; turn < 20; turn++) await Promise.resolve();
            session.lifecycle.end();
          }),
      };
    },
    told: () => undefined,
    verbs: () => double.sent().map(verbOf),
    reported: () => JSON.stringify(double.sent()),
  };
}

function inBrowser(): KeptState {
  const server = new FaultyServer({ habits: habitsOf(lmsProfile('strict-1.2'), 'scorm12') });
  return {
    open: async (storage, its = course) => {
      const window = new LmsWindow(server, { path: 'no-lms', answerType: '' });
      const page = window as unknown as Window;
      const session = await started(its, new WebTracker(storage), storage);
      followPage(session, page);
      return {
        session,
        close: () =>
          leaving(() => {
            window.fire('beforeunload');
            window.fire('pagehide');
          }),
      };
    },
    told: () => undefined,
    verbs: () => [],
    reported: () => '',
  };
}

async function started(its: Course, tracker: Tracker, storage: MemoryStorage): Promise<CourseSession> {
  const createLock = new MemoryLocks().create;
  const session = new CourseSession({ course: its, tracker, ...placesOf(storage), tabId: 'tab-1', random: () => 0.5, createLock });
  await settled(session.start());
  return session;
}

/** What a page sends in leaving needs a moment. */
async function leaving(leave: () => void | Promise<void>): Promise<void> {
  await leave();
  await pass(5_000);
}
