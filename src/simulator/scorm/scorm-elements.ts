/** The elements of the two data models, named once: where each standard keeps the same thing. */
import type { ScormStandard } from '../lms-profile.ts';

export interface ElementNames {
  readonly state: string;
  readonly location: string;
  readonly status: string;
  readonly exit: string;
  readonly sessionTime: string;
  readonly totalTime: string;
  readonly mode: string;
  readonly credit: string;
  readonly entry: string;
  readonly learnerId: string;
  readonly learnerName: string;
  readonly language: string;
  readonly response: string;
  readonly unsetStatus: string;
}

export const elementNames: Readonly<Record<ScormStandard, ElementNames>> = {
  scorm12: {
    state: 'cmi.suspend_data',
    location: 'cmi.core.lesson_location',
    status: 'cmi.core.lesson_status',
    exit: 'cmi.core.exit',
    sessionTime: 'cmi.core.session_time',
    totalTime: 'cmi.core.total_time',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    entry: 'cmi.core.entry',
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    language: 'cmi.student_preference.language',
    response: 'student_response',
    unsetStatus: 'not attempted',
  },
  scorm2004: {
    state: 'cmi.suspend_data',
    location: 'cmi.location',
    status: 'cmi.completion_status',
    exit: 'cmi.exit',
    sessionTime: 'cmi.session_time',
    totalTime: 'cmi.total_time',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    entry: 'cmi.entry',
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    language: 'cmi.learner_preference.language',
    response: 'learner_response',
    unsetStatus: 'unknown',
  },
};

const listed = /^cmi\.(objectives|interactions)\.(\d+)\.(.+)$/;

/** The list, index and field of an element such as `cmi.interactions.3.id`. */
export function listElement(element: string): { list: 'objectives' | 'interactions'; index: number; field: string } | undefined {
  const match = listed.exec(element);
  if (!match) return undefined;
  return { list: match[1] as 'objectives' | 'interactions', index: Number(match[2]), field: match[3] as string };
}

export function isResponse(element: string): boolean {
  return /^cmi\.interactions\.\d+\.(student|learner)_response$/.test(element);
}

export function isObjective(element: string): boolean {
  return element.startsWith('cmi.objectives.');
}

export function isStatus(element: string): boolean {
  return /^cmi\.(core\.lesson_status|completion_status|success_status)$/.test(element);
}

export function isScore(element: string): boolean {
  return /\bscore\.(raw|min|max|scaled)$/.test(element);
}

/** Seconds of a session_time: 1.2 `HH:MM:SS[.SS]`, 2004 an ISO 8601 duration. */
export function secondsOf(time: string): number {
  const clock = /^(\d{2,4}):(\d{2}):(\d{2}(?:\.\d{1,2})?)$/.exec(time);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3]);
  const duration = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,2})?)S)?)?$/.exec(time);
  if (!duration) return 0;
  const [days, hours, minutes, seconds] = duration.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  return days * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

/** A total time as the standard writes it. */
export function totalTime(standard: ScormStandard, seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (standard === 'scorm2004') return `PT${String(hours)}H${String(minutes)}M${String(rest)}S`;
  return [hours, minutes, rest].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Whether a text holds half of a character beyond U+FFFF. */
export function hasLoneSurrogate(text: string): boolean {
  return /[\uD800-\uDFFF]/u.test(text);
}
