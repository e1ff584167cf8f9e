/** OpenOlat. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12 } from './standard.ts';

const mapper: HabitSource = {
  source: 'OpenOLAT, org.olat.modules.scorm.ScormAgainMapper, ResultMediaResource',
  version: '5e74dbd',
  seen: 'read',
};

export const openOlat12: LmsHabits = {
  ...strict12,
  limits: { ...strict12.limits, state: 1_048_576, asciiState: false, responseForms: false },
  answers: { ...strict12.answers, throwsOnWriteOnly: true, undefinedForUnknown: true },
  sending: {
    ...strict12.sending,
    path: 'scorm/ajax',
    answerType: '',
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
  sources: { 'sending.answerType': mapper },
};
