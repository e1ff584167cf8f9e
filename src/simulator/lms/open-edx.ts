/** Open edX with the SCORM XBlock. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { strict12 } from './standard.ts';

const script: HabitSource = {
  source: 'overhangio/openedx-scorm-xblock, openedxscorm/static/js/src/scormxblock.js',
  version: '2025',
  seen: 'run',
};

const handler: HabitSource = {
  source: 'openedx/XBlock, xblock/core.py, json_handler, which answers scorm_set_values',
  version: '2025',
  seen: 'read',
};

export const openEdx12: LmsHabits = {
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
    showsWhenSent: true,
  },
  sending: {
    ...strict12.sending,
    path: 'handler/scorm_set_values',
    sendsAt: 'set',
    answerType: 'application/json',
    transport: 'asynchronous',
    receipt: 'always-true',
    failedValues: 'forgotten',
    beaconIn: [],
    lostIn: ['pagehide', 'unload'],
    finishLostIn: ['pagehide', 'unload'],
  },
  keeping: { ...strict12.keeping, badScore: 'loses-batch', unsetStatusCompletes: 'never' },
  modes: { whenCompleted: 'normal', review: 'all', browse: 'all' },
  sources: { 'sending.sendsAt': script, 'sending.answerType': handler, 'answers.showsWhenSent': script },
};

export const openEdx2004: LmsHabits = {
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
