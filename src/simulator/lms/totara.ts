/** Totara: Moodle's player in standards mode. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { moodle12, moodle2004 } from './moodle.ts';
import { closing } from './standard.ts';

const settings: HabitSource = { source: 'woon5118/totara_ub, server/mod/scorm/settings.php', version: '13', seen: 'read' };
const request: HabitSource = { source: 'mod/scorm/request.js of Totara', version: '12.9', seen: 'run' };

/** Standards mode is on by default, and the player page is not cached. */
export const totara12: LmsHabits = {
  ...moodle12,
  limits: { ...moodle12.limits, state: 4096, location: 255, response: 255 },
  // Version 12 knows no beacon, and Chromium bars its synchronous requests while the page goes away.
  answers: { ...moodle12.answers, globals: ['M'] },
  sending: {
    ...moodle12.sending,
    receipt: 'honest',
    beaconIn: [],
    beaconUntil: 'event-over',
    lostIn: closing,
    finishLostIn: closing,
    cachesPlayerPage: false,
  },
  sources: { ...moodle12.sources, 'limits.state': settings, 'sending.lostIn': request, 'sending.finishLostIn': request },
};

/** With the beacon of version 13. */
export const totara13: LmsHabits = {
  ...totara12,
  answers: moodle12.answers,
  sending: { ...moodle12.sending, beaconUntil: 'pageshow', cachesPlayerPage: false },
  sources: { ...moodle12.sources, 'limits.state': settings, 'sending.beaconUntil': { ...request, version: '13' } },
};

export const totara2004: LmsHabits = { ...moodle2004, sending: { ...moodle2004.sending, cachesPlayerPage: false } };
