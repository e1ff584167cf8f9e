/** forma.lms: its page holds the data model as XML, and sends all of it at each commit. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12, strict2004 } from './standard.ts';

/** The whole LMS (PHP 8.4, MariaDB 11.8) in Chromium 156. */
const seenIn = (source: string): HabitSource => ({ source, version: '4.0.19, 2026-11-29', seen: 'run' });

const script = seenIn('appLms/modules/scorm/ScormApi.js, commonRequest, forceFinish');
const types = seenIn('appLms/modules/scorm/ScormTypes.js, scormItemTrackData-1.2.xml');
const identifiers = seenIn('appLms/modules/scorm/ScormTypes.js, scormTypes_itentifier_type');
const server = seenIn('appLms/modules/scorm/soaplms.php');

const sending = {
  path: 'appLms/modules/scorm/soaplms.php',
  answerType: 'text/xml',
  sends: 'everything',
  // From then on for good: after beforeunload the page takes itself for one that goes.
  beaconIn: ['beforeunload'],
  beaconUntil: 'pageshow',
  beaconBelieved: true,
  beaconBody: 'xml',
  finishesIn: ['beforeunload'],
  finishesBy: 'commonLMSFinish',
} as const;

const sources: LmsHabits['sources'] = {
  'limits.state': types,
  'limits.identifier': types,
  'sending.answerType': server,
  'sending.sends': script,
  'sending.beaconIn': script,
  'sending.beaconUntil': script,
  'sending.beaconBelieved': script,
  'sending.beaconBody': script,
  'sending.finishesIn': script,
  'sending.finishesBy': script,
};

export const forma12: LmsHabits = {
  ...strict12,
  limits: {
    ...strict12.limits,
    state: 64_000,
    identifier: Infinity,
    asciiState: false,
    refusesNewline: false,
    responseForms: false,
  },
  answers: { ...strict12.answers, globals: ['ScormApiUI'] },
  sending: { ...strict12.sending, ...sending },
  keeping: { ...strict12.keeping, unsetStatusCompletes: 'never' },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
  sources: { ...sources, 'answers.globals': script },
};

/** No identifier may have a dot, a hyphen or an underscore there: it refuses every one of the course's. */
export const forma2004: LmsHabits = {
  ...strict2004,
  limits: { ...strict2004.limits, location: 4000, shortResponse: 4000, identifier: 0, description: Infinity, refusesNewline: false },
  answers: { ...strict2004.answers, globals: forma12.answers.globals },
  sending: { ...strict2004.sending, ...sending },
  // Nothing by which the course, or who reads the report, could tell what it is.
  keeping: { ...strict2004.keeping, interactions: 'not-kept', objectives: 'not-kept', needsSuspend: false, blanksExitAtLaunch: false },
  modes: forma12.modes,
  sources: { ...forma12.sources, 'limits.identifier': identifiers, 'keeping.interactions': identifiers, 'keeping.objectives': identifiers },
};
