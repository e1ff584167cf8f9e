/** Opigno 3 (Drupal): says "true" to everything, and sends everything by beacon. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12, strict2004 } from './standard.ts';

const RUN = 'Opigno LMS 3.0.4, run 2026-11-28';
const script: HabitSource = { source: 'opigno_scorm, js/lib/api-1.2.js, js/opigno_scorm.player.js', version: RUN, seen: 'run' };
const player: HabitSource = { source: 'opigno_scorm, js/opigno_scorm.player.js', version: RUN, seen: 'run' };
const poll: HabitSource = {
  source: 'opigno_notification, js/opigno_notification.js: each minute, while a notification is unread',
  version: RUN,
  seen: 'run',
};
/** Its two requests reach the server at once, and each is a PHP process of its own: under load the later words were gone. */
const race: HabitSource = {
  source: 'opigno_scorm, js/opigno_scorm.player.js, Controller',
  version: 'Opigno LMS 3.0.4, run 2026-11-29',
  seen: 'run',
};
const server: HabitSource = { source: 'opigno_scorm, Controller, .install, json-schema', version: RUN, seen: 'run' };

/** It has no such element: session_time is refused (401), and nothing counts. */
const time: HabitSource = { source: 'opigno_scorm.module, opigno_scorm_register_cmi_paths', version: RUN, seen: 'run' };

const sending = { beaconIn: 'always', sends: 'everything', receipt: 'always-true', beaconBelieved: true } as const;

export const opigno12: LmsHabits = {
  ...strict12,
  // MySQL TEXT.
  limits: { ...strict12.limits, state: 65_535, response: Infinity, asciiState: false, refusesNewline: false, responseForms: false },
  answers: { ...strict12.answers, worksFrom: 'content-loaded', putsBackEach: 60_000, refusalsSayTrue: true, secondInitialize: 'in-vain' },
  sending: { ...strict12.sending, ...sending, beaconBody: 'json', finishesIn: ['beforeunload'] },
  // Their schema fits 2004 data only.
  keeping: { ...strict12.keeping, interactions: 'not-kept', objectives: 'not-kept', addsTime: 'never' },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
  sources: {
    'answers.worksFrom': player,
    'answers.putsBackEach': poll,
    'answers.refusalsSayTrue': script,
    'answers.secondInitialize': script,
    'sending.beaconIn': script,
    'sending.beaconBody': script,
    'sending.finishesIn': player,
    'sending.commitsIn': player,
    'sending.ownCommitLate': race,
    'keeping.interactions': server,
    'keeping.objectives': server,
    'keeping.needsSuspend': server,
    'keeping.addsTime': time,
  },
};

export const opigno2004: LmsHabits = {
  ...strict2004,
  limits: { ...strict2004.limits, state: 65_535 },
  answers: { ...opigno12.answers, secondInitialize: 'refused' },
  sending: { ...strict2004.sending, ...sending, beaconBody: 'json-state-twice', commitsIn: ['beforeunload'], ownCommitLate: true },
  // Their schema wants a number as the learner's id, which is a text: no request with interactions fits it.
  keeping: {
    ...strict2004.keeping,
    interactions: 'not-kept',
    objectives: 'not-kept',
    needsSuspend: false,
    blanksExitAtLaunch: false,
    addsTime: 'never',
  },
  modes: opigno12.modes,
  sources: opigno12.sources,
};
