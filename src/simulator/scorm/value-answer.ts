/** What GetValue gives: what the data model holds, as far as this LMS hands it out. */
import type { LmsHabits, ScormStandard } from '../lms-profile.ts';
import type { DataModel } from './data-model.ts';
import type { HeldValues } from './held-values.ts';
import { elementNames, listElement } from './scorm-elements.ts';

export interface ValueReading {
  readonly standard: ScormStandard;
  readonly answers: LmsHabits['answers'];
  readonly model: DataModel;
  readonly held: HeldValues;
  /** A second Initialize has emptied the state. */
  readonly isStateBlank: boolean;
}

export interface ValueAnswer {
  /** Not always a string, whatever the standards say. */
  readonly value: unknown;
  /** The standard's error code. */
  readonly code: string;
}

/** @throws TypeError where this LMS throws at an element that is written only */
export function valueAnswer(element: string, reading: ValueReading): ValueAnswer {
  const { standard, answers, held } = reading;
  const ready = withoutReading(element, reading);
  if (ready !== undefined) return { value: ready, code: '0' };
  const { value, code } = read(element, reading);
  const isWriteOnly = code === '404' || (standard === 'scorm2004' && code === '405');
  if (isWriteOnly && answers.throwsOnWriteOnly) throw new TypeError(`${element} is write-only`);
  if (code === '401' && answers.undefinedForUnknown) return { value: undefined, code };
  if (code !== '0') return { value: '', code };
  return { value: asNumber(answers.showsWhenSent ? (held.shown(element) ?? '') : value, answers), code };
}

/** What an LMS answers without a look into its data model; undefined for all other elements. */
function withoutReading(element: string, { standard, answers, isStateBlank }: ValueReading): unknown {
  const fixed = answers.fixed[element];
  if (fixed !== undefined) return fixed;
  if (answers.emptyFor.includes(element) || answers.answersOnly?.includes(element) === false) return '';
  return isStateBlank && element === elementNames[standard].state ? '' : undefined;
}

function read(element: string, { answers, model }: ValueReading): { readonly value: string; readonly code: string } {
  const place = listElement(element);
  if (place?.list !== 'interactions') return model.get(element);
  const { readingInteractions } = answers;
  if (readingInteractions !== 'allowed') return { value: '', code: readingInteractions };
  const text = model.textOf(element);
  return text === undefined ? model.get(element) : { value: text, code: '0' };
}

function asNumber(value: string, { numbers }: LmsHabits['answers']): unknown {
  return numbers && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) ? Number(value) : value;
}
