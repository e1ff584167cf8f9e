/** What the standards refuse and scorm-again lets through: lengths, character sets, forms, gaps. Gives the standard's error code. */
import type { DataLimits, ScormStandard } from '../lms-profile.ts';
import { isResponse, listElement } from './scorm-elements.ts';

/** What is already in the model, as far as a check needs it. */
export interface ModelView {
  count(list: 'objectives' | 'interactions'): number;
  /** The type that an interaction was given, '' where none was. */
  interactionType(index: number): string;
  identifierAt(list: 'objectives' | 'interactions', index: number): string | undefined;
}

/** The standards' error codes for a value that does not fit its type, and for an index that leaves one out. */
const CODES: Readonly<Record<ScormStandard, { mismatch: string; gap: string }>> = {
  scorm12: { mismatch: '405', gap: '201' },
  scorm2004: { mismatch: '406', gap: '351' },
};

/** SCORM 1.2 RTE, data types: an identifier has no white space and prints. */
const identifier12 = /^[\u0021-\u007E]+$/;
/** SCORM 2004: a time (second,10,0); hundredths at most, and a zone only behind a fraction. */
const time2004 = /^\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2}(\.\d{1,2}(Z|[+-]\d{2}(:\d{2})?)?)?)?)?)?)?)?$/;

/** SCORM 1.2 RTE, CMIFeedback: single characters in a choice, one in a likert. */
const responseForms12: Readonly<Record<string, RegExp>> = {
  choice: /^(\{?[a-z0-9](,[a-z0-9])*\}?)?$/,
  sequencing: /^([a-z0-9](,[a-z0-9])*)?$/,
  matching: /^(\{?[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*\}?)?$/,
  likert: /^[a-z0-9]?$/,
  'true-false': /^[01tf]?/,
  numeric: /^-?\d*(\.\d+)?$/,
};

/** The error code that refuses a value, or undefined where the standard and this LMS take it. */
export function limitCode(
  standard: ScormStandard,
  limits: DataLimits,
  model: ModelView,
  element: string,
  value: string,
): string | undefined {
  const { mismatch } = CODES[standard];
  if (element === 'cmi.suspend_data') {
    return value.length > limits.state || (limits.asciiState && !/^[\u0000-\u007F]*$/.test(value)) ? mismatch : undefined;
  }
  if (element === 'cmi.location' || element === 'cmi.core.lesson_location') return value.length > limits.location ? mismatch : undefined;
  return entryCode(standard, limits, model, element, value);
}

/** What refuses a value of an objective or an interaction. */
function entryCode(standard: ScormStandard, limits: DataLimits, model: ModelView, element: string, value: string): string | undefined {
  const { mismatch, gap } = CODES[standard];
  const place = listElement(element);
  if (!place) return undefined;
  if (limits.refusesGap && place.index > model.count(place.list)) return gap;
  if (place.field === 'id') return identifierCode(standard, limits, model, place, value);
  if (place.field === 'description') return value.length > limits.description ? mismatch : undefined;
  if (place.field === 'timestamp') return time2004.test(value) ? undefined : mismatch;
  if (isResponse(element)) return responseFits(standard, limits, model.interactionType(place.index), value) ? undefined : mismatch;
  return undefined;
}

/** Elements whose value is plain text, where an LMS may be laxer than scorm-again. */
export function isPlainText(element: string): boolean {
  return isResponse(element) || /^cmi\.(suspend_data|location|core\.lesson_location)$|\.(id|description)$/.test(element);
}

function identifierCode(
  standard: ScormStandard,
  limits: DataLimits,
  model: ModelView,
  place: { list: 'objectives' | 'interactions'; index: number },
  value: string,
): string | undefined {
  if (standard === 'scorm12') return identifier12.test(value) && value.length <= limits.identifier ? undefined : '405';
  if (value === '' || /\s/.test(value) || value.length > limits.identifier) return '406';
  if (place.list === 'interactions') return undefined;
  // SCORM 2004 RTE 4.2.17: an objective's identifier is unique, and stays what it was set to.
  const own = model.identifierAt('objectives', place.index);
  if (own !== undefined && own !== '' && own !== value) return '351';
  for (let index = 0; index < model.count('objectives'); index += 1) {
    if (index !== place.index && model.identifierAt('objectives', index) === value) return '351';
  }
  return undefined;
}

function responseFits(standard: ScormStandard, limits: DataLimits, type: string, value: string): boolean {
  if (limits.refusesNewline && /[\r\n]/.test(value)) return false;
  if (standard === 'scorm12') {
    return value.length <= limits.response && (!limits.responseForms || (responseForms12[type]?.test(value) ?? true));
  }
  if (value === '' && limits.neverEmpty.includes(type)) return false;
  const isLong = type === 'fill-in' || type === 'long-fill-in';
  if (isLong) return value.length <= limits.response;
  return value.split(/\[[,.]\]/).every((part) => part.length <= limits.shortResponse) && value.length <= limits.response;
}
