/** OpenOlat. */
import type { LmsHabits } from '../lms-profile.ts';
import { strict12 } from './standard.ts';

export const openOlat12: LmsHabits = {
  ...strict12,
  limits: { ...strict12.limits, state: 1_048_576, asciiState: false, responseForms: false },
  answers: { ...strict12.answers, throwsOnWriteOnly: true, undefinedForUnknown: true },
  sending: {
    ...strict12.sending,
    path: 'scorm/ajax',
    transport: 'asynchronous',
    delay: 505,
    inParallel: true,
    sends: 'everything',
    receipt: 'always-true',
    beaconIn: [],
    lostIn: ['pagehide', 'unload'],
    finishAtOnce: true,
    finishNeedsCommit: true,
  },
  keeping: { ...strict12.keeping, interactions: 'not-kept', collapsesWhiteSpace: true, controlCharactersLoseBatch: true },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'nothing' },
};
