/** ILIAS. */
import type { LmsHabits } from '../lms-profile.ts';
import { strict12, strict2004 } from './standard.ts';

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
    sends: 'changes',
    failedValues: 'lists-forgotten',
    equalIsUnchanged: true,
  },
  keeping: {
    ...strict2004.keeping,
    astralAs: '?',
    controlCharactersLoseBatch: true,
    rewritesLists: true,
    numbersFromText: true,
    timestampLength: 20,
  },
  modes: { whenCompleted: 'normal', review: 'nothing', browse: 'nothing' },
};
