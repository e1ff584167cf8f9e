/** What a SCORM LMS has received for an attempt, in the order in which a trainer looks at it. Pure. */
import type { ReceivedRequest } from './preview-store.ts';
import type { ScormStandard } from '../simulator/lms-profile.ts';
import type { StoredAttempt } from '../simulator/lms-server.ts';
import { elementNames, listElement } from '../simulator/scorm/scorm-elements.ts';

export interface ScormView {
  readonly status: string;
  readonly score: string;
  /** 2004: 0 to 1; '' where nothing was told. */
  readonly progress: string;
  readonly seconds: number;
  readonly launches: number;
  readonly location: string;
  /** Characters of suspend_data, as UTF-16 units. */
  readonly stateLength: number;
  /** All stored values in UTF-8 bytes. */
  readonly bytes: number;
  readonly objectives: readonly { readonly id: string; readonly status: string }[];
  /** Objectives whose identifiers carry state instead of naming anything. */
  readonly pages: number;
  readonly answers: readonly ReceivedAnswer[];
}

interface ReceivedAnswer {
  readonly id: string;
  readonly type: string;
  readonly question: string;
  readonly response: string;
}

/** The answer to `/attempt/<id>/received`. */
export interface ScormReceived {
  readonly view: ScormView;
  readonly requests: readonly ReceivedRequest[];
  readonly fault: string;
  readonly buildNumber: number;
}

/** Identifiers this long name nothing: they are pages of state. */
const longestName = 100;

export function scormView(standard: ScormStandard, stored: StoredAttempt): ScormView {
  const { values } = stored;
  const names = elementNames[standard];
  const objectives = entries(values, 'objectives').map((fields) => ({
    id: fields['id'] ?? '',
    status: fields['status'] ?? fields['completion_status'] ?? '',
  }));
  const named = objectives.filter(({ id, status }) => id.length <= longestName && (status !== '' || /^[A-Z]\d?$/.test(id)));
  return {
    status: values[names.status] ?? '',
    score: values['cmi.core.score.raw'] ?? values['cmi.score.raw'] ?? '',
    progress: values['cmi.progress_measure'] ?? '',
    seconds: stored.seconds,
    launches: stored.launches,
    location: values[names.location] ?? '',
    stateLength: values[names.state]?.length ?? 0,
    bytes: new TextEncoder().encode(Object.values(values).join('')).length,
    objectives: named,
    pages: objectives.length - named.length,
    answers: entries(values, 'interactions').map((fields) => ({
      id: fields['id'] ?? '',
      type: fields['type'] ?? '',
      question: fields['description'] ?? '',
      response: fields[names.response] ?? '',
    })),
  };
}

function entries(values: Readonly<Record<string, string>>, list: 'objectives' | 'interactions'): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  for (const [element, value] of Object.entries(values)) {
    const place = listElement(element);
    if (place?.list === list) (found[place.index] ??= {})[place.field] = value;
  }
  return found.filter((entry) => entry !== undefined);
}
