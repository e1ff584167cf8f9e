/** LMSs that give no receipts, and a learner's computers in front of them. */
import { vi } from 'vitest';
import { textOf } from '../../src/course/answers.ts';
import { LmsDouble } from '../../src/simulator/in-memory/lms-double.ts';
import type { ScormStandard } from '../../src/simulator/lms-profile.ts';
import { FIELD, write } from './fresh-session.ts';
import { TabbedComputer, type Tab } from './tabbed-computer.ts';

export const WITHOUT_RECEIPTS = [
  ['chamilo', 'scorm12'],
  ['openolat', 'scorm12'],
  ['open-edx', 'scorm12'],
  ['opigno', 'scorm12'],
  ['opigno', 'scorm2004'],
] as const;

type Which = readonly [profile: (typeof WITHOUT_RECEIPTS)[number][0], standard: ScormStandard];

export interface AtLms {
  readonly lms: LmsDouble;
  readonly first: Tab;
}

interface Computers {
  /** On a computer of its own each time. */
  opened(lms: LmsDouble): Promise<Tab>;
  /** What a computer reads that has no words of its own. */
  elsewhere(lms: LmsDouble): Promise<string>;
  /** A page whose words have been sent twice, and whose connection is gone then. */
  cutOff(): Promise<AtLms>;
}

export function computersAt([profile, standard]: Which): Computers {
  const opened = (lms: LmsDouble): Promise<Tab> => new TabbedComputer(lms, standard).open();
  return {
    opened,
    async elsewhere(lms) {
      const { session } = await opened(lms);
      return textOf(session.store.answers, FIELD);
    },
    async cutOff() {
      const lms = new LmsDouble({ profile, standard });
      const first = await opened(lms);
      write(first.session, 'Aamulla');
      await vi.advanceTimersByTimeAsync(120_000);
      lms.server.fault = 'offline';
      return { lms, first };
    },
  };
}
