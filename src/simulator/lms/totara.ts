/** Totara: Moodle's player in standards mode. */
import type { HabitSource, LmsHabits, SendingHabits } from '../lms-profile.ts';
import { moodle12, moodle2004 } from './moodle.ts';
import { closing } from './standard.ts';

const settings: HabitSource = { source: 'mod/scorm/settings.php: scorm12standard is 1', version: '12.9.1, 13', seen: 'run' };
const request: HabitSource = { source: 'mod/scorm/request.js of Totara', version: '12.9.1', seen: 'run' };

/** Of sites that began before Moodle took four bytes a character: converting is recommended, and nothing asks for it. */
const database: HabitSource = { source: 'a database of utf8_general_ci, three bytes a character', version: '12.9.1', seen: 'run' };

/** Version 12 knows no beacon, and Chromium bars its synchronous requests in the events in which the page goes away. Both standards use the same script. */
const withoutBeacon: Partial<SendingHabits> = {
  receipt: 'honest',
  beaconIn: [],
  beaconUntil: 'event-over',
  lostIn: closing,
  finishLostIn: closing,
  cachesPlayerPage: false,
};

/** Standards mode is on by default, and the player page is not cached. On a database as old as the site may be. */
export const totara12: LmsHabits = {
  ...moodle12,
  limits: { ...moodle12.limits, state: 4096, location: 255, response: 255 },
  answers: { ...moodle12.answers, globals: ['M'] },
  keeping: { ...moodle12.keeping, astralStops: true },
  sending: { ...moodle12.sending, ...withoutBeacon },
  sources: {
    ...moodle12.sources,
    'limits.state': settings,
    'keeping.astralStops': database,
    'sending.lostIn': request,
    'sending.finishLostIn': request,
  },
};

export const totara12In2004: LmsHabits = {
  ...moodle2004,
  answers: { ...moodle2004.answers, globals: ['M'] },
  keeping: { ...moodle2004.keeping, astralStops: true },
  sending: { ...moodle2004.sending, ...withoutBeacon },
  sources: { ...moodle2004.sources, 'keeping.astralStops': database, 'sending.lostIn': request, 'sending.finishLostIn': request },
};

/** With the beacon of version 13. */
export const totara13: LmsHabits = {
  ...totara12,
  answers: moodle12.answers,
  keeping: moodle12.keeping,
  sending: { ...moodle12.sending, beaconUntil: 'pageshow', cachesPlayerPage: false },
  sources: { ...moodle12.sources, 'limits.state': settings, 'sending.beaconUntil': { ...request, version: '13' } },
};

export const totara13In2004: LmsHabits = { ...moodle2004, sending: { ...moodle2004.sending, cachesPlayerPage: false } };
