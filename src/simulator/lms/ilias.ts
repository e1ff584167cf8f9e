/** ILIAS. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12, strict2004 } from './standard.ts';

/** The whole of ILIAS, over MariaDB. */
const page2004: HabitSource = {
  source: 'ILIAS, class.ilSCORM13PlayerGUI.php, INIT_CMI_DATA',
  version: '7.10, run 2026-11-29',
  seen: 'run',
};
/** Its own script, and its own PHP over MariaDB. */
const player2004: HabitSource = { source: 'ILIAS, Modules/Scorm2004: rte-min.js, ilSCORM2004StoreData', version: '7.10', seen: 'run' };
const likert2004: HabitSource = { source: 'ILIAS, rte.js, ResponseType, ShortIdentifierType', version: '7.10', seen: 'read' };
/** Each launch writes a new number, `hash`, over the one before, and only the page with that number may store. */
const hash2004: HabitSource = {
  source: 'ILIAS, storeScorm2004.php; ilSCORM2004StoreData, checkIfAllowed; ilObjSCORMInitData, setHash',
  version: '7.10, run 2026-11-29',
  seen: 'run',
};
/** The player blanks it in its own page. */
const exit2004: HabitSource = {
  source: 'ILIAS, rte-min.js, onItemDeliverDo; cmi_node.c_exit',
  version: '7.10, run 2026-11-29',
  seen: 'run',
};
/** It reads `hash` out of a text that nobody has parsed: null, which equals the number of nobody's launch. */
const store12: HabitSource = { source: 'ILIAS, storeScorm.php', version: '7.10, run 2026-11-29', seen: 'run' };
const time12: HabitSource = {
  source: 'ILIAS, class.ilSCORMPresentationGUI.php (446), SCORM1_2standard.js (578), basisAPI.js (352)',
  version: '7.10, run 2026-11-29',
  seen: 'run',
};
const time2004: HabitSource = { source: 'ILIAS, rte.js, Commit (15196)', version: '7.10, run 2026-11-29', seen: 'run' };
/** There the text is parsed; what follows from that was run in 7.10 with this line. */
const hash12: HabitSource = {
  source: 'ILIAS, public/storeScorm.php, json_decode; ilObjSCORMTracking, checkIfAllowed',
  version: 'trunk',
  seen: 'read',
};

export const ilias12Checked: LmsHabits = {
  ...strict12,
  limits: { ...strict12.limits, asciiState: false, refusesNewline: false, responseForms: false, interactionsStartAtZero: true },
  answers: { ...strict12.answers, loneSurrogate: 'set-throws', globals: ['iliasApi'] },
  sending: {
    ...strict12.sending,
    answerType: 'text/plain',
    answerBytes: 2,
    failedValues: 'forgotten',
    beaconIn: ['click', 'beforeunload', 'unload'],
    beaconBelieved: true,
    lostIn: ['pagehide', 'visibilitychange'],
    finishLostIn: ['pagehide', 'visibilitychange'],
    needsSession: false,
  },
  keeping: { ...strict12.keeping, astralAs: '?', controlCharactersLoseBatch: true, addsTime: 'since-launch' },
  modes: { whenCompleted: 'normal', review: 'all-but-status', browse: 'nothing' },
  sources: {
    'sending.answerType': store12,
    'sending.answerBytes': store12,
    'sending.needsSession': store12,
    'keeping.addsTime': time12,
    'answers.globals': time12,
  },
};

export const ilias12Unchecked: LmsHabits = {
  ...ilias12Checked,
  limits: { ...ilias12Checked.limits, state: Infinity, location: 255, response: Infinity },
};

export const ilias12LastLaunch: LmsHabits = {
  ...ilias12Unchecked,
  sending: { ...ilias12Unchecked.sending, storesFor: 'last-launch' },
  sources: { ...ilias12Unchecked.sources, 'sending.storesFor': hash12 },
};

/** As ILIAS is set at first: it stores without a session (`scorm_without_session`). */
export const ilias2004: LmsHabits = {
  ...strict2004,
  limits: { ...strict2004.limits, refusesNewline: false, neverEmpty: ['likert'] },
  answers: { ...strict2004.answers, loneSurrogate: 'set-throws', globals: ['sendJSONRequest'] },
  sending: {
    ...ilias12Checked.sending,
    answerType: 'text/javascript',
    answerBytes: undefined,
    sends: 'row',
    beaconIn: [],
    beaconBelieved: false,
    unheardIn: ['beforeunload', 'pagehide', 'unload'],
    lostIn: ['visibilitychange'],
    finishLostIn: ['visibilitychange'],
    failedValues: 'lists-forgotten',
    equalIsUnchanged: true,
    storesFor: 'last-launch',
  },
  keeping: {
    ...strict2004.keeping,
    blanksExitAtLaunch: false,
    astralAs: '?',
    controlCharactersLoseBatch: true,
    rewritesLists: true,
    numbersFromText: true,
    timestampLength: 20,
    addsTime: 'since-launch',
    printed: 'by-template',
  },
  modes: { whenCompleted: 'normal', review: 'nothing', browse: 'nothing' },
  sources: {
    'limits.neverEmpty': likert2004,
    'answers.globals': player2004,
    'sending.answerType': player2004,
    'sending.sends': player2004,
    'sending.unheardIn': player2004,
    'sending.lostIn': player2004,
    'sending.finishLostIn': player2004,
    'sending.failedValues': player2004,
    'sending.storesFor': hash2004,
    'sending.needsSession': hash2004,
    'keeping.blanksExitAtLaunch': exit2004,
    'keeping.astralAs': player2004,
    'keeping.rewritesLists': player2004,
    'keeping.printed': page2004,
    'keeping.addsTime': time2004,
  },
};

/** "SCORM 2004: enable storing data without session" is switched off. */
export const ilias2004InSession: LmsHabits = {
  ...ilias2004,
  sending: { ...ilias2004.sending, needsSession: true, leavesAfterSession: 0, storesFor: 'login' },
  sources: { ...ilias2004.sources, 'sending.storesFor': player2004, 'sending.leavesAfterSession': player2004 },
};
