/** Cornerstone OnDemand: while a page goes away, only Terminate saves. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { closing, strict2004 } from './standard.ts';

const unload: HabitSource = { source: 'adaptlearning/adapt_framework #2222', version: '2018', seen: 'report' };
const score: HabitSource = { source: 'adaptlearning/adapt_framework #2604', version: '2019', seen: 'report' };

export const cornerstone2004: LmsHabits = {
  ...strict2004,
  answers: { ...strict2004.answers, nullWhenBarred: true },
  sending: { ...strict2004.sending, lostIn: closing },
  keeping: { ...strict2004.keeping, scoreBeforeStatus: true },
  sources: { 'answers.nullWhenBarred': unload, 'keeping.scoreBeforeStatus': score },
};
