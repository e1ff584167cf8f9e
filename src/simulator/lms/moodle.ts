/** Moodle, its kin, and its app. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { closing, strict12, strict2004 } from './standard.ts';

const request: HabitSource = {
  source: 'mod/scorm/request.js, mod_scorm_monitorForBeaconRequirement',
  version: '4.5.6, 5.1.3',
  seen: 'run',
};

/** Each 30 s the page asks whether it is still logged in (`core_session_touch`), and else goes to the page of the login by itself. */
const keepalive: HabitSource = { source: 'mod/scorm/player.php, keepalive; lib/amd/src/ajax.js', version: '4.5.6, 5.1.3', seen: 'run' };

/** The answer to the course's own HEAD came with a new cookie, and the login that was answered before it was gone. */
const newSession: HabitSource = { source: 'lib/classes/session/manager.php, initialise_user_session', version: '4.5.6', seen: 'run' };

/** The course's own file, where its probe asked for that last: the course opened there outside of its player. */
const lastAsked: HabitSource = { source: 'lib/moodlelib.php, require_login, $SESSION->wantsurl', version: '4.5.6', seen: 'run' };

/**
 * A redirection (303) of the package's page and of a commit: to /course/view.php where the activity is hidden or not available yet, to /enrol/index.php
 * where the enrolment is suspended. Where the course is hidden, a page with status 200 in the place of both. Each redirection of a hidden activity leaves a
 * notice, and all of them stand on the next page of the course that is asked for.
 */
const shutOut: HabitSource = { source: 'lib/moodlelib.php, require_login', version: '4.5.6', seen: 'run' };

/**
 * Its page adds the session to the total that stood there when the page was made, and Finish sends the sum. A page that is loaded anew (F5) is made before the
 * old one has sent it (4 of 4; the total was read 0.2 s earlier), and once even before the commit of `beforeunload` was stored.
 */
const time: HabitSource = {
  source: 'mod/scorm/datamodels/scorm_12.js, scorm_13.js, TotalTime; player.php',
  version: '4.5.6, 5.1.3',
  seen: 'run',
};

const app: HabitSource = { source: 'moodlehq/moodleapp, src/addons/mod/scorm, saveTracksSync', version: '3.9.5', seen: 'run' };
/** Its constructor, `init`, and `LMSSetValue`. */
const model: HabitSource = { source: 'moodlehq/moodleapp, src/addons/mod/scorm/classes/data-model-12.ts', version: '5.3.0', seen: 'read' };

/** In its own script: each identifier has to match `^[\\w.]{1,250}$`, one of nothing too. */
const picks: HabitSource = { source: 'mod/scorm/datamodels/scorm_13.js, learner_response', version: '4.5.6, 5.1.3', seen: 'run' };

const sources: LmsHabits['sources'] = {
  'sending.beaconUntil': request,
  'sending.leavesAfterSession': keepalive,
  'sending.undoesLogin': newSession,
  'sending.leadsToLastAsked': lastAsked,
  'sending.pageAfterSession': shutOut,
  'sending.pageWhenShutOut': shutOut,
  'keeping.addsTime': time,
};

/** The second says whether the player uses beacons now. */
const globals = ['M', 'mod_scorm_useBeaconAPI'];

export const moodle12: LmsHabits = {
  ...strict12,
  limits: {
    ...strict12.limits,
    state: 64_000,
    location: 64_000,
    response: 64_000,
    asciiState: false,
    refusesNewline: false,
    responseForms: false,
  },
  answers: { ...strict12.answers, secondInitialize: 'throws', loneSurrogate: 'commit-throws', globals },
  sending: {
    ...strict12.sending,
    path: 'mod/scorm/datamodel.php',
    receipt: 'lies-offline',
    beaconUntil: 'visible',
    failedValues: 'forgotten',
    equalIsUnchanged: true,
    resendsListsFirst: true,
    cachesPlayerPage: true,
    leavesAfterSession: 30_000,
    undoesLogin: true,
    leadsToLastAsked: true,
    pageAfterSession: '/login/index.php',
    pageWhenShutOut: '/course/view.php',
  },
  keeping: { ...strict12.keeping, order: 'state-first', dropsNul: true, comparesLoosely: true, addsTime: 'finish-since-launch' },
  modes: { whenCompleted: 'review', review: 'all', browse: 'all' },
  sources,
};

/** With "SCORM standards mode" on. */
export const moodleStrict12: LmsHabits = { ...moodle12, limits: { ...moodle12.limits, state: 4096, location: 255, response: 255 } };

export const moodle2004: LmsHabits = {
  ...strict2004,
  limits: { ...strict2004.limits, neverEmpty: ['choice', 'likert'] },
  answers: { ...strict2004.answers, secondInitializeBlanksState: true, loneSurrogate: 'commit-throws', globals },
  sending: {
    ...strict2004.sending,
    path: 'mod/scorm/datamodel.php',
    receipt: 'lies-offline',
    beaconUntil: 'visible',
    cachesPlayerPage: true,
    leavesAfterSession: 30_000,
    undoesLogin: true,
    leadsToLastAsked: true,
    pageAfterSession: '/login/index.php',
    pageWhenShutOut: '/course/view.php',
  },
  keeping: {
    ...strict2004.keeping,
    order: 'state-first',
    dropsNul: true,
    comparesLoosely: true,
    blanksExitAtLaunch: false,
    addsTime: 'finish-since-launch',
  },
  modes: { whenCompleted: 'review', review: 'all', browse: 'all' },
  sources: { ...sources, 'limits.neverEmpty': picks },
};

export const moodleApp: LmsHabits = {
  ...moodle12,
  limits: { ...moodle12.limits, response: 255 },
  answers: { ...moodle12.answers, numbers: true, countsByName: true, globals: [] },
  // It knows no beacon, and Chromium bars its synchronous requests while the page goes away.
  sending: {
    ...moodle12.sending,
    receipt: 'honest',
    onDevice: true,
    leavesAfterSession: Infinity,
    undoesLogin: false,
    leadsToLastAsked: false,
    pageAfterSession: strict12.sending.pageAfterSession,
    pageWhenShutOut: strict12.sending.pageWhenShutOut,
    beaconIn: [],
    beaconUntil: 'event-over',
    lostIn: closing,
    finishLostIn: closing,
  },
  keeping: { ...moodle12.keeping, badScore: 'zero' },
  sources: { 'answers.countsByName': model, 'sending.lostIn': app, 'sending.finishLostIn': app },
};
