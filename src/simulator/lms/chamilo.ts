/** Chamilo. */
import type { LmsHabits } from '../lms-profile.ts';
import { strict12, strict2004 } from './standard.ts';

/** "Multiple attempts" on: after completion the next launch starts an empty attempt. */
export const chamilo12: LmsHabits = {
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

export const chamiloLocking12: LmsHabits = { ...chamilo12, keeping: { ...chamilo12.keeping, afterCompletion: 'stores-nothing' } };

/** Chamilo takes 2004 packages, completes them on leaving, and stores nothing else. */
export const chamilo2004: LmsHabits = {
  ...strict2004,
  answers: { ...strict2004.answers, numbers: true, globals: ['olms'] },
  sending: { ...chamilo12.sending },
  keeping: { ...strict2004.keeping, storesNothing: true, needsSuspend: false, unsetStatusCompletes: 'on-leaving' },
  modes: chamilo12.modes,
};
