/** The LMSs that the preview and the tests play. To add one, spread the nearest and state what differs. */
import type { LmsHabits, LmsProfile, PageEventName, ScormStandard } from './lms-profile.ts';
import { MOODLE_SITE } from './moodle-site.ts';

const closing: readonly PageEventName[] = ['beforeunload', 'pagehide', 'visibilitychange', 'unload'];

/** The beacon limit that browsers share (Fetch standard, keepalive requests in flight). */
const beaconCap = 65_536;

/** SCORM 1.2 RTE, data model: CMIString255, CMIString4096, CMIIdentifier, CMIFeedback. */
const strict12: LmsHabits = {
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
const strict2004: LmsHabits = {
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

const moodle12: LmsHabits = {
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
  answers: { ...strict12.answers, secondInitialize: 'throws', loneSurrogate: 'commit-throws', globals: ['M'] },
  sending: {
    ...strict12.sending,
    path: 'mod/scorm/datamodel.php',
    receipt: 'lies-offline',
    failedValues: 'forgotten',
    equalIsUnchanged: true,
    resendsListsFirst: true,
    cachesPlayerPage: true,
  },
  keeping: { ...strict12.keeping, order: 'state-first', dropsNul: true, comparesLoosely: true },
  modes: { whenCompleted: 'review', review: 'all', browse: 'all' },
};

const moodle2004: LmsHabits = {
  ...strict2004,
  answers: { ...strict2004.answers, secondInitializeBlanksState: true, loneSurrogate: 'commit-throws', globals: ['M'] },
  sending: { ...strict2004.sending, path: 'mod/scorm/datamodel.php', receipt: 'lies-offline', cachesPlayerPage: true },
  keeping: { ...strict2004.keeping, order: 'state-first', dropsNul: true, comparesLoosely: true, blanksExitAtLaunch: false },
  modes: { whenCompleted: 'review', review: 'all', browse: 'all' },
};

const moodleApp: LmsHabits = {
  ...moodle12,
  limits: { ...moodle12.limits, response: 255 },
  answers: { ...moodle12.answers, numbers: true, countsUpTo: 10, globals: [] },
  sending: { ...moodle12.sending, receipt: 'honest', onDevice: true, beaconIn: [], lostIn: [] },
  keeping: { ...moodle12.keeping, badScore: 'zero' },
};

const ilias12Checked: LmsHabits = {
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
    leavesWhenSessionEnds: true,
  },
  keeping: { ...strict12.keeping, astralAs: '?', controlCharactersLoseBatch: true },
  modes: { whenCompleted: 'normal', review: 'all-but-status', browse: 'nothing' },
};

const ilias12Unchecked: LmsHabits = {
  ...ilias12Checked,
  limits: { ...ilias12Checked.limits, state: Infinity, location: 255, response: Infinity },
};

const ilias2004: LmsHabits = {
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

/** "Multiple attempts" on: after completion the next launch starts an empty attempt. */
const chamilo12: LmsHabits = {
  ...strict12,
  limits: {
    ...strict12.limits,
    state: 1_000_000,
    location: 1_000_000,
    response: 200_000,
    identifier: 255,
    asciiState: false,
    refusesNewline: false,
    responseForms: false,
    refusesGap: false,
  },
  answers: {
    ...strict12.answers,
    numbers: true,
    fixed: { 'cmi.core.entry': 'ab-initio' },
    readingInteractions: '201',
    percentThrows: true,
    globals: ['olms'],
  },
  sending: {
    ...strict12.sending,
    path: 'main/lp/lp_ajax_save_item.php',
    transport: 'asynchronous',
    inParallel: true,
    receipt: 'always-true',
    beaconIn: [],
    readsAtInitialize: true,
  },
  keeping: {
    ...strict12.keeping,
    blanksInteractionsOnSet: true,
    responsesUnencoded: true,
    astralAs: '????',
    quoteInLocationLosesState: true,
    stateInScript: true,
    afterCompletion: 'starts-empty',
    unsetStatusCompletes: 'on-leaving',
    addsTimeAtCommit: true,
  },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
};

const chamiloLocking12: LmsHabits = { ...chamilo12, keeping: { ...chamilo12.keeping, afterCompletion: 'stores-nothing' } };

/** Chamilo takes 2004 packages, completes them on leaving, and stores nothing else. */
const chamilo2004: LmsHabits = {
  ...strict2004,
  answers: { ...strict2004.answers, numbers: true, globals: ['olms'] },
  sending: { ...chamilo12.sending },
  keeping: { ...strict2004.keeping, storesNothing: true, needsSuspend: false, unsetStatusCompletes: 'on-leaving' },
  modes: chamilo12.modes,
};

const openEdx12: LmsHabits = {
  ...strict12,
  limits: {
    ...strict12.limits,
    state: Infinity,
    location: Infinity,
    response: Infinity,
    identifier: Infinity,
    asciiState: false,
    refusesNewline: false,
    responseForms: false,
    refusesGap: false,
  },
  answers: {
    ...strict12.answers,
    emptyFor: [
      'cmi.core.lesson_status',
      'cmi.core.score.raw',
      'cmi.core.score.min',
      'cmi.core.score.max',
      'cmi.core.lesson_mode',
      'cmi.core.credit',
      'cmi.core.entry',
      'cmi.objectives._count',
      'cmi.interactions._count',
    ],
    readingInteractions: 'allowed',
  },
  sending: {
    ...strict12.sending,
    path: 'handler/scorm_set_values',
    transport: 'asynchronous',
    receipt: 'always-true',
    failedValues: 'forgotten',
    beaconIn: [],
    lostIn: ['pagehide', 'unload'],
    finishLostIn: ['pagehide', 'unload'],
  },
  keeping: { ...strict12.keeping, badScore: 'loses-batch', unsetStatusCompletes: 'never' },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
};

const openEdx2004: LmsHabits = {
  ...openEdx12,
  limits: { ...openEdx12.limits, shortResponse: Infinity, description: Infinity },
  answers: {
    ...openEdx12.answers,
    emptyFor: [
      'cmi.completion_status',
      'cmi.success_status',
      'cmi.score.raw',
      'cmi.score.min',
      'cmi.score.max',
      'cmi.score.scaled',
      'cmi.mode',
      'cmi.credit',
      'cmi.entry',
      'cmi.objectives._count',
      'cmi.interactions._count',
    ],
  },
};

const openOlat12: LmsHabits = {
  ...strict12,
  limits: { ...strict12.limits, state: 1_048_576, asciiState: false, responseForms: false },
  answers: { ...strict12.answers, throwsOnWriteOnly: true, undefinedForUnknown: true },
  sending: {
    ...strict12.sending,
    path: 'scorm/ajax',
    transport: 'asynchronous',
    delay: 505,
    inParallel: true,
    sends: 'everything',
    receipt: 'always-true',
    beaconIn: [],
    lostIn: ['pagehide', 'unload'],
    finishAtOnce: true,
    finishNeedsCommit: true,
  },
  keeping: { ...strict12.keeping, interactions: 'not-kept', collapsesWhiteSpace: true, controlCharactersLoseBatch: true },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'nothing' },
};

const standardsMode = { state: 4096, location: 255, response: 255 };

export const lmsProfiles = [
  { id: 'moodle', title: 'Moodle', ...MOODLE_SITE, habits: { scorm12: moodle12, scorm2004: moodle2004 } },
  { id: 'strict-1.2', title: 'SCORM 1.2 tarkasti', habits: { scorm12: strict12 } },
  { id: 'strict-2004', title: 'SCORM 2004 tarkasti (4th Edition)', habits: { scorm2004: strict2004 } },
  {
    id: 'strict-2004-3rd',
    title: 'SCORM 2004 tarkasti (3rd Edition)',
    habits: { scorm2004: { ...strict2004, limits: { ...strict2004.limits, state: 4000 } } },
  },
  {
    id: 'moodle-strict',
    title: 'Moodle, standarditila',
    ...MOODLE_SITE,
    habits: { scorm12: { ...moodle12, limits: { ...moodle12.limits, ...standardsMode } }, scorm2004: moodle2004 },
  },
  { id: 'moodle-app', title: 'Moodlen mobiilisovellus', habits: { scorm12: moodleApp } },
  { id: 'ilias-1.2-checked', title: 'ILIAS, SCORM 1.2, arvojen tarkistus päällä', habits: { scorm12: ilias12Checked } },
  { id: 'ilias-1.2-unchecked', title: 'ILIAS, SCORM 1.2, ilman tarkistusta', habits: { scorm12: ilias12Unchecked } },
  { id: 'ilias-2004', title: 'ILIAS, SCORM 2004', habits: { scorm2004: ilias2004 } },
  { id: 'chamilo', title: 'Chamilo, useita suorituskertoja', habits: { scorm12: chamilo12, scorm2004: chamilo2004 } },
  { id: 'chamilo-locking', title: 'Chamilo, lukitsee suorituksen', habits: { scorm12: chamiloLocking12, scorm2004: chamilo2004 } },
  { id: 'open-edx', title: 'Open edX', habits: { scorm12: openEdx12, scorm2004: openEdx2004 } },
  { id: 'openolat', title: 'OpenOlat', habits: { scorm12: openOlat12 } },
] as const satisfies readonly LmsProfile[];

export type ProfileId = (typeof lmsProfiles)[number]['id'];

/** @throws Error where the table has no such profile. */
export function lmsProfile(id: string): LmsProfile {
  const profile = lmsProfiles.find((candidate) => candidate.id === id);
  if (!profile) throw new Error(`No LMS profile is called "${id}". Use one of: ${lmsProfiles.map((known) => known.id).join(', ')}.`);
  return profile;
}

/** @throws Error where that LMS refuses packages of the standard. */
export function habitsOf(profile: LmsProfile, standard: ScormStandard): LmsHabits {
  const habits = profile.habits[standard];
  if (!habits) throw new Error(`${profile.title} refuses ${standard} packages. Use another profile or the other package.`);
  return habits;
}
