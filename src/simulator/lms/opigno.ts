/** Opigno 3 (Drupal): says "true" to everything, and sends everything by beacon. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12, strict2004 } from './standard.ts';

const script: HabitSource = { source: 'opigno_scorm, js/lib/api-1.2.js, js/opigno_scorm.player.js', version: '3.0.2', seen: 'run' };
const player: HabitSource = { source: 'opigno_scorm, js/opigno_scorm.player.js', version: 'Opigno LMS 3.0.4, run 2026-11-28', seen: 'run' };
const server: HabitSource = { source: 'opigno_scorm, Controller, .install, json-schema', version: '3.0.2', seen: 'read' };

const sending = { beaconIn: 'always', sends: 'everything', receipt: 'always-true', beaconBelieved: true } as const;

export const opigno12: LmsHabits = {
  ...strict12,
  // MySQL TEXT.
  limits: { ...strict12.limits, state: 65_535, response: Infinity, asciiState: false, refusesNewline: false, responseForms: false },
  answers: { ...strict12.answers, worksFrom: 'content-loaded', refusalsSayTrue: true },
  sending: { ...strict12.sending, ...sending },
  // Their schema fits 2004 data only, so that of 1.2 none are stored.
  keeping: { ...strict12.keeping, interactions: 'not-kept', objectives: 'not-kept', responseBytes: 255 },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
  sources: {
    'answers.worksFrom': player,
    'answers.refusalsSayTrue': script,
    'sending.beaconIn': script,
    'keeping.interactions': server,
    'keeping.objectives': server,
    'keeping.responseBytes': server,
  },
};

export const opigno2004: LmsHabits = {
  ...strict2004,
  limits: { ...strict2004.limits, state: 65_535 },
  answers: opigno12.answers,
  sending: { ...strict2004.sending, ...sending },
  keeping: { ...strict2004.keeping, objectives: 'not-kept', responseBytes: 255, needsSuspend: false, blanksExitAtLaunch: false },
  modes: opigno12.modes,
  sources: opigno12.sources,
};
