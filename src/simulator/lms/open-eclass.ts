/** Open eClass, whose player is that of Claroline 1.7: a form in a frame that nobody sees, which each commit fills in and sends. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12 } from './standard.ts';

const seenIn = (source: string): HabitSource => ({ source: `modules/learnPath/navigation/${source}`, version: '2.3', seen: 'run' });
const readIn = (source: string): HabitSource => ({ source: `modules/learnPath/navigation/${source}`, version: '3.0', seen: 'read' });

const set = seenIn('scormAPI.inc.php, LMSSetValue');
const commit = seenIn('scormAPI.inc.php, do_commit');
const server = readIn('updateProgress.php');

/** A navigation that begins in beforeunload still reaches the server in Chromium 156; one of a page that is gone does not. */
const gone = ['pagehide', 'visibilitychange', 'unload'] as const;

export const openEclass12: LmsHabits = {
  ...strict12,
  limits: {
    ...strict12.limits,
    response: Infinity,
    identifier: Infinity,
    asciiState: false,
    refusesNewline: false,
    responseForms: false,
  },
  sending: {
    ...strict12.sending,
    path: 'modules/learnPath/navigation/updateProgress.php',
    transport: 'asynchronous',
    // Another commit takes the frame away from the one before, which the server may have by then.
    inParallel: true,
    sends: 'everything',
    receipt: 'always-true',
    throwsAfterFailure: true,
    beaconIn: [],
    lostIn: gone,
    finishLostIn: gone,
  },
  keeping: { ...strict12.keeping, interactions: 'not-kept', objectives: 'not-kept', addsTime: 'since-launch' },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
  sources: {
    'limits.response': set,
    'limits.identifier': set,
    'limits.asciiState': set,
    'limits.refusesNewline': set,
    'limits.responseForms': set,
    'sending.path': commit,
    'sending.transport': commit,
    'sending.inParallel': commit,
    'sending.sends': commit,
    'sending.receipt': commit,
    'sending.throwsAfterFailure': commit,
    'sending.beaconIn': commit,
    'sending.lostIn': commit,
    'sending.finishLostIn': commit,
    'keeping.interactions': commit,
    'keeping.objectives': commit,
    'keeping.addsTime': server,
    'modes.whenCompleted': seenIn('scormAPI.inc.php, cmi.core.lesson_mode'),
    'modes.browse': seenIn('scormAPI.inc.php, cmi.core.lesson_mode'),
  },
};
