/** What an LMS holds, in a form that can be held against what a learner has written. */
import { expect } from '@playwright/test';
import { exercisesOf, type Course } from '../../src/course/course.ts';
import { fieldsOf } from '../../src/course/fields.ts';
import { optionsOf, type Field, type SimpleField } from '../../src/fields/field.ts';
import { textOf } from '../../src/course/answers.ts';
import type { ScormView } from '../../src/preview/scorm-received.ts';
import type { Written } from './take-licence.ts';
import { wholeState } from './whole-state.ts';

/** Objectives from this index on carry pages of the state where suspend_data is too short for it. */
const FIRST_PAGE = 10;

/** What was unpacked last: a long state takes a second, in which the LMS of the same process answers nobody. */
let last: { readonly packed: string; readonly answers: Record<string, string> } | undefined;

/** The answers in the state that an LMS has stored. Asked again and again while a test waits, and unpacked only where it has changed. */
export function storedAnswers(stored: Readonly<Record<string, string>>): Record<string, string> {
  const places = Object.entries(stored).filter(([element]) => element === 'cmi.suspend_data' || /^cmi\.objectives\.\d+\.id$/.test(element));
  const packed = JSON.stringify(places);
  if (last?.packed !== packed) last = { packed, answers: unpacked(stored) };
  return last.answers;
}

function unpacked(stored: Readonly<Record<string, string>>): Record<string, string> {
  const { ScormState } = wholeState();
  const { state } = new ScormState({
    promised: 0,
    writesPages: false,
    read: () => stored['cmi.suspend_data'] ?? '',
    write: () => undefined,
    pages: { read: (place) => stored[`cmi.objectives.${String(FIRST_PAGE + place)}.id`] ?? '', write: () => undefined },
  }).restore();
  return Object.fromEntries([...(state?.answers ?? [])].map(([id]) => [id, textOf(state?.answers ?? new Map(), id)]));
}

/** The responses by question, of which long ones came in parts `.2`, `.3` … */
function joinedResponses({ answers }: ScormView): Map<string, string> {
  const joined = new Map<string, string>();
  for (const { id, response } of answers) {
    const question = id.replace(/\.\d+$/, '');
    joined.set(question, (joined.get(question) ?? '') + response);
  }
  return joined;
}

export interface Reporting {
  /** How the standard says which options were picked: by their words in a fill-in, or by their ids. */
  readonly picks: 'words' | 'ids';
  /** An LMS that sends everything each time gets no more than a beacon carries, and is told where an answer goes on. */
  readonly mayBeShortened: boolean;
}

const GOES_ON = / \[…\]$/;

/** Every answer that may be reported has reached the LMS, in words that a trainer can read; private ones have not. */
export function expectAllReported(received: ScormView, written: Written, course: Course, { picks, mayBeShortened }: Reporting): void {
  const responses = joinedResponses(received);
  const missing: unknown[] = [];
  for (const field of exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course))) {
    const response = responses.get(field.id);
    if (field.private && response !== undefined) missing.push([field.id, 'is private']);
    if (field.private || (mayBeShortened && response !== undefined && GOES_ON.test(response))) continue;
    const words = responseTo(field, written, picks).filter((each) => each !== '' && !response?.includes(each));
    if (words.length > 0) missing.push([field.id, words, response]);
  }
  expect(missing).toEqual([]);
}

/** What has to stand in the response to a question. */
function responseTo(field: Field, written: Written, picks: 'words' | 'ids'): string[] {
  const below = [...written].filter(([id]) => id.startsWith(`${field.id}.`));
  switch (field.type) {
    case 'tree':
      return below.map(([, text]) => text);
    case 'list':
      return below.flatMap(([id, text]) => {
        const asked = field.fields.find((each) => id.endsWith(`.${each.id}`));
        return asked && !asked.private ? wordsOf(asked, text, 'words') : [];
      });
    default:
      return wordsOf(field, written.get(field.id) ?? '', picks);
  }
}

function wordsOf(field: SimpleField, text: string, picks: 'words' | 'ids'): string[] {
  const options = optionsOf(field);
  if (options.length === 0) return [text.trim().replaceAll('\n', ' ⏎ ')];
  const picked = text.split(' ').filter(Boolean);
  if (picks === 'ids') return picked;
  return picked.map((id) => options.find((option) => option.id === id)?.label ?? id);
}
