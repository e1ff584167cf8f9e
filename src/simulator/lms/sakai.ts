/** Sakai: SCORM 2004 only, and every call is a request that the page waits for. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { closing, strict2004 } from './standard.ts';

const launcher: HabitSource = { source: 'sakaiproject/sakai, scormplayer, scorm-rest-launcher.js', version: '2025', seen: 'read' };
const registry: HabitSource = { source: 'sakaiproject/sakai, scormplayer, ScormLaunchSessionRegistry', version: '2025', seen: 'read' };

export const sakai2004: LmsHabits = {
  ...strict2004,
  answers: { ...strict2004.answers, callTakes: 20 },
  sending: {
    ...strict2004.sending,
    sendsAt: 'set',
    sends: 'changes',
    failedValues: 'forgotten',
    beaconIn: [],
    // Chromium bars synchronous requests of a page that goes away; Terminate goes by a request of its own, and always says "true".
    lostIn: closing,
    launchLasts: 2 * 3_600_000,
  },
  keeping: { ...strict2004.keeping, blanksExitAtLaunch: false },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'nothing' },
  sources: { 'answers.callTakes': launcher, 'sending.sendsAt': launcher, 'sending.launchLasts': registry },
};
