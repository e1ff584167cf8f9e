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

export const ilias12Checked: LmsHabits = {
  ...strict12,
  limits: { ...strict12.limits, asciiState: false, refusesNewline: false, responseForms: false, interactionsStartAtZero: true },
  answers: { ...strict12.answers, loneSurrogate: 'set-throws' },
  sending: {
    ...strict12.sending,
    failedValues: 'forgotten',
    beaconIn: ['click', 'beforeunload', 'unload'],
    beaconBelieved: true,
    lostIn: ['pagehide', 'visibilitychange'],
    finishLostIn: ['pagehide', 'visibilitychange'],
    leavesAfterSession: 0,
  },
  keeping: { ...strict12.keeping, astralAs: '?', controlCharactersLoseBatch: true },
  modes: { whenCompleted: 'normal', review: 'all-but-status', browse: 'nothing' },
};

export const ilias12Unchecked: LmsHabits = {
  ...ilias12Checked,
  limits: { ...ilias12Checked.limits, state: Infinity, location: 255, response: Infinity },
};

export const ilias2004: LmsHabits = {
  ...strict2004,
  limits: { ...strict2004.limits, refusesNewline: false },
  answers: { ...strict2004.answers, loneSurrogate: 'set-throws' },
  sending: {
    ...ilias12Checked.sending,
    sends: 'row',
    beaconIn: [],
    beaconBelieved: false,
    unheardIn: ['beforeunload', 'pagehide', 'unload'],
    lostIn: ['visibilitychange'],
    finishLostIn: ['visibilitychange'],
    failedValues: 'lists-forgotten',
    equalIsUnchanged: true,
    storesFor: 'login',
  },
  keeping: {
    ...strict2004.keeping,
    astralAs: '?',
    controlCharactersLoseBatch: true,
    rewritesLists: true,
    numbersFromText: true,
    timestampLength: 20,
    printed: 'by-template',
  },
  modes: { whenCompleted: 'normal', review: 'nothing', browse: 'nothing' },
  sources: {
    'sending.sends': player2004,
    'sending.unheardIn': player2004,
    'sending.lostIn': player2004,
    'sending.finishLostIn': player2004,
    'sending.failedValues': player2004,
    'sending.storesFor': player2004,
    'keeping.astralAs': player2004,
    'keeping.rewritesLists': player2004,
    'keeping.printed': page2004,
  },
};
