/** An LMS that keeps to the standards to the letter: what no course may rely on being exceeded. */
import type { LmsHabits, PageEventName } from '../lms-profile.ts';

export const closing: readonly PageEventName[] = ['beforeunload', 'pagehide', 'visibilitychange', 'unload'];

/** The beacon limit that browsers share (Fetch standard, keepalive requests in flight). */
const beaconCap = 65_536;

/** SCORM 1.2 RTE, data model: CMIString255, CMIString4096, CMIIdentifier, CMIFeedback. */
export const strict12: LmsHabits = {
  limits: {
    state: 4096,
    location: 255,
    response: 255,
    shortResponse: 255,
    identifier: 255,
    description: 0,
    asciiState: true,
    refusesNewline: true,
    responseForms: true,
    refusesGap: true,
    interactionsStartAtZero: false,
  },
  answers: {
    numbers: false,
    emptyFor: [],
    fixed: {},
    countsUpTo: Infinity,
    throwsOnWriteOnly: false,
    undefinedForUnknown: false,
    readingInteractions: '404',
    secondInitialize: 'refused',
    secondInitializeBlanksState: false,
    loneSurrogate: 'passes',
    percentThrows: false,
    globals: [],
  },
  sending: {
    path: 'store',
    transport: 'synchronous',
    delay: 0,
    inParallel: false,
    sends: 'changes',
    receipt: 'honest',
    failedValues: 'sent-again',
    equalIsUnchanged: false,
    resendsListsFirst: false,
    beaconIn: closing,
    beaconCap,
    beaconBelieved: false,
    lostIn: [],
    finishLostIn: [],
    finishAtOnce: false,
    finishNeedsCommit: false,
    leavesWhenSessionEnds: false,
    onDevice: false,
    readsAtInitialize: false,
    cachesPlayerPage: false,
  },
  keeping: {
    storesNothing: false,
    order: 'as-set',
    interactions: 'kept',
    blanksInteractionsOnSet: false,
    rewritesLists: false,
    responsesUnencoded: false,
    astralAs: undefined,
    collapsesWhiteSpace: false,
    dropsNul: false,
    controlCharactersLoseBatch: false,
    badScore: 'kept',
    numbersFromText: false,
    comparesLoosely: false,
    quoteInLocationLosesState: false,
    stateInScript: false,
    needsSuspend: false,
    blanksExitAtLaunch: false,
    timestampLength: Infinity,
    afterCompletion: 'stores',
    unsetStatusCompletes: 'at-finish',
    addsTimeAtCommit: false,
  },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'nothing' },
};

/** SCORM 2004 4th Edition RTE, smallest permitted maximums. */
export const strict2004: LmsHabits = {
  ...strict12,
  limits: {
    ...strict12.limits,
    state: 64_000,
    location: 1000,
    response: 4000,
    shortResponse: 250,
    identifier: 4000,
    description: 250,
    asciiState: false,
    responseForms: false,
  },
  answers: { ...strict12.answers, readingInteractions: 'allowed' },
  sending: { ...strict12.sending, sends: 'everything' },
  keeping: { ...strict12.keeping, needsSuspend: true, blanksExitAtLaunch: true, unsetStatusCompletes: 'never' },
};
