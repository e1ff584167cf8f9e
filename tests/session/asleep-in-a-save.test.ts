/**
 * A computer falls asleep in the middle of a save, between any two of its steps before the commit, and wakes the next day. Another one has stored newer words
 * meanwhile: of what the page had already sent, nothing old goes over them.
 */
import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { everyScorm } from '../every-scorm.ts';
import { howMany } from '../how-many.ts';
import { FIELD, write } from './fresh-session.ts';
import { SleepingComputer, withFakeSleep } from './sleeping-computer.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

const sleep = withFakeSleep();

const MINUTE = 60_000;
const NIGHT = 720 * MINUTE;
const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

interface AtWork {
  readonly lms: LmsDouble;
  readonly computer: SleepingComputer;
  readonly first: Tab;
}

interface Save {
  /** Before it. */
  readonly before: (at: AtWork) => Promise<unknown>;
  readonly begins: (at: AtWork) => void;
}

const sent =
  (minutes: number) =>
  ({ computer, first: { session } }: AtWork): Promise<unknown> => {
    computer.does(() => write(session, 'Aamulla'));
    return pass(minutes * MINUTE);
  };

const SAVES: Readonly<Record<string, Save>> = {
  'she leaves by its own button': { before: sent(8), begins: ({ first: { session } }) => void session.exit() },
  'the same is sent again': { before: sent(2), begins: () => undefined },
  'its tab is looked at': {
    before: async (at) => {
      await sent(8)(at);
      at.computer.does(() => at.first.page.hide());
      await pass(5_000);
    },
    begins: ({ first: { page } }) => page.show(),
  },
  'her own way out failed, and is tried again': {
    before: async (at) => {
      await sent(4)(at);
      at.lms.server.fault = 'unavailable';
      at.computer.does(() => void at.first.session.exit());
      await pass(5_000);
      at.lms.server.fault = undefined;
      at.computer.does(() => at.first.session.stay());
    },
    begins: () => undefined,
  },
  'she turns a page': {
    before: sent(8),
    begins: ({ first: { session } }) => {
      session.visit('b/b.first');
      session.saveSoon();
    },
  },
  'nothing was written in it': { before: () => Promise.resolve(), begins: () => undefined },
};

function committed({ page }: Tab): number {
  return page.calls.filter(({ call }) => call === 'Commit').length;
}

async function worked(computer: TabbedComputer, text: string): Promise<Tab> {
  const tab = await computer.open();
  write(tab.session, text);
  await pass(8_000);
  return tab;
}

/** @param steps behind so many timers and answers it falls asleep. @returns what is there in the end; undefined where all was sent before */
async function slept(lms: LmsDouble, standard: ScormStandard, save: Save, steps: number): Promise<string[] | undefined> {
  (await worked(new TabbedComputer(lms, standard), 'Eilen')).page.close();
  await pass(30_000);
  const computer = new SleepingComputer(lms, standard);
  const first = await computer.open();
  const at = { lms, computer, first };
  // Of what the player does by itself, ten seconds after its launch at the latest.
  await pass(20_000);
  await save.before(at);
  // A player that says "true" to everything has let her out.
  if (first.session.phase !== 'open' && first.session.phase !== 'closing') return undefined;
  const before = committed(first);
  computer.fallsAsleep(steps);
  computer.does(() => save.begins(at));
  for (let passed = 0; passed < 3 * MINUTE && !computer.sleeps; passed += 50) await pass(50);
  if (!computer.sleeps || committed(first) > before || first.page.gone) return undefined;
  (await worked(new TabbedComputer(lms, standard), 'Illalla')).page.crash();
  vi.setSystemTime(Date.now() + NIGHT);
  // `performance.now()` stands still in some systems.
  if (steps % 2 === 0) sleep.counts(NIGHT);
  await computer.wakes();
  await pass(20 * MINUTE);
  const { phase, status } = first.session;
  computer.does(() => first.page.close());
  await pass(30_000);
  const third = await new TabbedComputer(lms, standard).open();
  return [
    textOf(third.session.store.answers, FIELD),
    phase,
    ['not-saved', 'saving', 'pending'].find((state) => state === status.state) ?? 'told',
  ];
}

/** In each standard with receipts, in 2004 where another launch may make the LMS forget, and without them. */
const FEW = ['moodle scorm12', 'strict-2004 scorm2004', 'chamilo scorm12', 'opigno scorm2004'];
const areAll = howMany({ gate: 0, nightly: 1 }) === 1;
const profiles = everyScorm.filter(({ id, standard }) => areAll || FEW.includes(`${id} ${standard}`));

describe.each(profiles)('$id, $standard', ({ id, standard }) => {
  test('what was never sent goes out once it wakes, and is not called saved before', async () => {
    for (let steps = 1; ; steps += 1) {
      const lms = new LmsDouble({ profile: id, standard });
      const computer = new SleepingComputer(lms, standard);
      const first = await computer.open();
      await pass(20_000);
      const before = committed(first);
      computer.fallsAsleep(steps);
      computer.does(() => write(first.session, 'Aamulla'));
      for (let passed = 0; passed < MINUTE && !computer.sleeps; passed += 50) await pass(50);
      if (!computer.sleeps || committed(first) > before) break;
      expect(['pending', 'saving']).toContain(first.session.status.state);
      // Sakai's launch lasts two hours.
      vi.setSystemTime(Date.now() + 60 * MINUTE);
      sleep.counts(60 * MINUTE);
      await computer.wakes();
      await pass(30_000);
      expect(['saved', 'sent']).toContain(first.session.status.state);
      first.page.crash();
      const next = await new TabbedComputer(lms, standard).open();
      expect(textOf(next.session.store.answers, FIELD), `behind step ${String(steps)}`).toBe('Aamulla');
    }
  });

  test.each(Object.entries(SAVES))('%s', async (what, save) => {
    for (let steps = 1; ; steps += 1) {
      const found = await slept(new LmsDouble({ profile: id, standard }), standard, save, steps);
      if (!found) break;
      const isLeft = what === 'she leaves by its own button';
      expect(found, `behind step ${String(steps)}`).toEqual(['Illalla', isLeft ? 'closed' : 'open', 'told']);
    }
  });
});
