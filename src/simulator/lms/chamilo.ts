/** Chamilo. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12, strict2004 } from './standard.ts';

/** Seen in the whole LMS (player of 1.11.32, PHP 8.4, MariaDB 11.8) in Chromium 156 on 28 November 2026. */
const seenIn = (source: string): HabitSource => ({ source, version: '1.11.28, 2026-11-28', seen: 'run' });

/** Answered with status 200 and the type of HTML: 79 bytes of script when stored, a page of 12,733 when nobody is logged in any more. */
const saving = seenIn('main/lp/lp_ajax_save_item.php');
/** The package's pages come through a script, without ETag and Last-Modified; its scripts and pictures come as files, to anybody. */
const page = seenIn('main/document/download_scorm.php');
const player = seenIn('main/lp/scorm_api.php');
const closing = seenIn('main/lp/scorm_api.php, addListeners');
const keeping = seenIn('main/lp/learnpathItem.class.php, write_to_db');
/** With "accumulate SCORM session time", as an uploaded package has it. A commit sends it again though it was not set again. */
const time: HabitSource = {
  source: 'main/lp/learnpathItem.class.php, scorm_update_time (3488); scorm_api.php, xajax_save_item_scorm (1979)',
  version: '1.11.28, 2026-11-29',
  seen: 'run',
};

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
    forgetsSetBy: 'reinit_updatable_vars_list',
  },
  sending: {
    ...strict12.sending,
    path: 'main/lp/lp_ajax_save_item.php',
    answerBytes: 79,
    objectivesPath: 'main/lp/lp_ajax_save_objectives.php',
    pageHasVersion: false,
    pageAfterSession: 'other-page',
    transport: 'asynchronous',
    inParallel: true,
    receipt: 'always-true',
    // The course's commits stay asynchronous requests.
    beaconIn: [],
    sends: 'set',
    // In beforeunload, before the course hears its own, and in unload, which comes before the pagehide of the course in its frame.
    sendsByItself: { beforeunload: ['request', 'beacon'], pagehide: ['request', 'request', 'beacon'] },
    readsAtInitialize: 'lms_item_interactions_count',
  },
  keeping: {
    ...strict12.keeping,
    blanksInteractionsOnSet: true,
    responsesUnencoded: true,
    astralAs: '????',
    quoteInLocationLosesState: true,
    printed: 'in-script',
    afterCompletion: 'starts-empty',
    unsetStatusCompletes: 'on-leaving',
    addsTime: 'at-each-commit',
  },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
  sources: {
    'sending.answerBytes': saving,
    'sending.objectivesPath': seenIn('main/lp/scorm_api.php, savedata'),
    'sending.pageHasVersion': page,
    'sending.pageAfterSession': page,
    'sending.path': saving,
    'sending.transport': player,
    'sending.inParallel': player,
    'sending.receipt': saving,
    'sending.beaconIn': closing,
    'sending.sends': player,
    'sending.sendsByItself': closing,
    'sending.readsAtInitialize': {
      source: 'main/lp/lp_ajax_initialize.php, initialize_item',
      version: '1.9 to 2.0',
      seen: 'read',
    },
    'answers.fixed': player,
    'answers.globals': player,
    'answers.forgetsSetBy': player,
    'keeping.afterCompletion': keeping,
    'keeping.addsTime': time,
  },
};

export const chamiloLocking12: LmsHabits = { ...chamilo12, keeping: { ...chamilo12.keeping, afterCompletion: 'stores-nothing' } };

/** Chamilo takes 2004 packages, gives them no API but that of 1.2, and completes them on leaving. */
export const chamilo2004: LmsHabits = {
  ...strict2004,
  answers: { ...strict2004.answers, hasApi: false, globals: ['olms'] },
  sending: { ...chamilo12.sending },
  keeping: { ...strict2004.keeping, needsSuspend: false, unsetStatusCompletes: 'on-leaving' },
  modes: chamilo12.modes,
  sources: { 'answers.hasApi': player, 'answers.globals': player, 'keeping.unsetStatusCompletes': closing },
};
