/** Rustici Engine: SCORM Cloud, and the player inside Canvas, Blackboard and many more. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { closing, strict12 } from './standard.ts';

const cloud: HabitSource = {
  source: 'SCORM Cloud’s package properties (scormcloud-api-wrapper, attributes)',
  version: '2020',
  seen: 'vendor',
};
const client: HabitSource = { source: 'copies of the older client in public repositories', version: 'before 2020', seen: 'read' };

export const rustici12: LmsHabits = {
  ...strict12,
  limits: { ...strict12.limits, asciiState: false, refusesNewline: false, responseForms: false },
  sending: {
    ...strict12.sending,
    sendsAt: 'timer',
    transport: 'asynchronous',
    delay: 10_000,
    receipt: 'always-true',
    beaconIn: [],
    lostIn: closing,
    finishLostIn: closing,
    leavesAfterFailures: 2,
  },
  keeping: { ...strict12.keeping, unsetStatusCompletes: 'never' },
  modes: { whenCompleted: 'review', review: 'all-but-status', browse: 'nothing' },
  sources: { 'sending.sendsAt': cloud, 'sending.leavesAfterFailures': client },
};
