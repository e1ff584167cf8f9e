/** Frappe LMS: keeps the state and nothing else, and empties it on completion. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { closing, strict12, strict2004 } from './standard.ts';

const page: HabitSource = { source: 'frappe/lms, frontend/src/pages/SCORMChapter.vue', version: '91bc5478', seen: 'run' };
const server: HabitSource = { source: 'frappe/lms, lms/doctype/course_lesson, lms/lms/api.py; #1784', version: '91bc5478', seen: 'read' };

const limits = {
  state: Infinity,
  location: Infinity,
  response: Infinity,
  shortResponse: Infinity,
  identifier: Infinity,
  description: Infinity,
  asciiState: false,
  refusesNewline: false,
  responseForms: false,
  neverEmpty: [],
  refusesGap: false,
  interactionsStartAtZero: false,
} as const;

export const frappe12: LmsHabits = {
  ...strict12,
  limits,
  answers: { ...strict12.answers, answersOnly: ['cmi.suspend_data', 'cmi.launch_data', 'cmi.core.lesson_status'], refusalsSayTrue: true },
  sending: {
    ...strict12.sending,
    // SCORMRenderer gives neither ETag nor Last-Modified.
    pageHasVersion: false,
    sendsAt: 'rest',
    transport: 'asynchronous',
    delay: 300,
    receipt: 'always-true',
    failedValues: 'forgotten',
    beaconIn: [],
    lostIn: closing,
    finishLostIn: closing,
  },
  keeping: {
    ...strict12.keeping,
    keepsOnly: ['cmi.suspend_data', 'cmi.core.lesson_status', 'cmi.completion_status'],
    completesOn: ['passed'],
    afterCompletion: 'wipes',
    unsetStatusCompletes: 'never',
  },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
  sources: {
    'answers.answersOnly': page,
    'answers.refusalsSayTrue': page,
    'sending.sendsAt': page,
    'sending.pageHasVersion': { source: 'frappe/lms, lms/page_renderers.py', version: '91bc5478', seen: 'read' },
    'sending.receipt': page,
    'sending.lostIn': page,
    'sending.finishLostIn': page,
    'keeping.keepsOnly': server,
    'keeping.completesOn': server,
    'keeping.afterCompletion': server,
  },
};

export const frappe2004: LmsHabits = {
  ...frappe12,
  answers: {
    ...frappe12.answers,
    readingInteractions: strict2004.answers.readingInteractions,
    answersOnly: ['cmi.suspend_data', 'cmi.launch_data'],
  },
  keeping: { ...frappe12.keeping, completesOn: ['completed'] },
};
