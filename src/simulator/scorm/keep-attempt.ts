/** The server's side of a commit: what an LMS of these habits holds after a request. Pure. */
import type { LmsHabits, ModeStores } from '../lms-profile.ts';
import type { ServerAnswer, StoredAttempt, StoreRequest } from '../lms-server.ts';
import { isResponse, isScore, isStatus, listElement } from './scorm-elements.ts';

export interface Kept {
  readonly attempt: StoredAttempt;
  readonly answer: ServerAnswer['result'];
}

type Pair = readonly [element: string, value: string];

const NUMBER_LIKE = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

const CONTROL_CHARACTER = /[\u0000-\u001F\u007F]/;
const ASTRAL = /[\u{10000}-\u{10FFFF}]/u;

/**
 * Stores a request. `upTo` values only are written where the server dies in the middle of it: nothing is taken back, since none of
 * these LMSs writes a commit in one transaction.
 */
export function keepAttempt(habits: LmsHabits, stored: StoredAttempt, request: StoreRequest, upTo = Infinity): Kept {
  const { keeping } = habits;
  const stores = storesIn(habits, request);
  if (stores === 'nothing' || (stored.completed && keeping.afterCompletion !== 'stores')) return { attempt: stored, answer: 'stored' };
  if (isShutOut(habits, stored, request)) return { attempt: stored, answer: 'page' };
  if (isBatchLost(habits, request.values)) return { attempt: stored, answer: 'refused' };
  const received = scoresAsTaken(habits, stored, inOrder(habits, asReceived(habits, request.values, request.finish))).filter(
    ([element]) => stores === 'all' || !(isStatus(element) || isScore(element)),
  );
  const { stop, answer } = stopAt(habits, received);
  const { values, isWhole } = written(habits, request.replace ? {} : stored.values, received, Math.min(upTo, stop));
  const completed = stored.completed || completes(habits, values);
  if (completed && keeping.afterCompletion === 'wipes') values['cmi.suspend_data'] = '';
  const seconds = isWhole ? totalAfter(habits, stored, request) : stored.seconds;
  return { answer, attempt: { ...stored, values, seconds, completed } };
}

function totalAfter({ keeping }: LmsHabits, stored: StoredAttempt, { finish, seconds = 0, secondsBefore = 0 }: StoreRequest): number {
  const sinceLaunch = seconds > 0 ? secondsBefore + seconds : stored.seconds;
  switch (keeping.addsTime) {
    case 'never':
      return stored.seconds;
    case 'since-launch':
      return sinceLaunch;
    case 'finish-since-launch':
      return finish ? sinceLaunch : stored.seconds;
    case 'at-each-commit':
      return stored.seconds + seconds;
    case 'at-finish':
      return stored.seconds + (finish ? seconds : 0);
  }
}

/** The attempt was launched again after the page that sends. */
function isShutOut({ sending }: LmsHabits, { launches }: StoredAttempt, { launch }: StoreRequest): boolean {
  return sending.storesFor === 'last-launch' && launch !== launches;
}

/** Where the server stops at an error, with what it says then. */
function stopAt({ keeping }: LmsHabits, received: readonly Pair[]): { readonly stop: number; readonly answer: 'stored' | 'refused' } {
  const stop = keeping.astralStops ? received.findIndex(([, value]) => ASTRAL.test(value)) : -1;
  return stop < 0 ? { stop: Infinity, answer: 'stored' } : { stop, answer: 'refused' };
}

/** One bad value, and an LMS refuses all that came with it. */
function isBatchLost({ keeping }: LmsHabits, pairs: readonly Pair[]): boolean {
  return (
    (keeping.controlCharactersLoseBatch && pairs.some(([, value]) => CONTROL_CHARACTER.test(value))) ||
    (keeping.badScore === 'loses-batch' && pairs.some(([element, value]) => isScore(element) && !goodScore(value)))
  );
}

/** The stored values after the received ones were written over them, up to where the server dies. */
function written(
  { keeping }: LmsHabits,
  stored: Readonly<Record<string, string>>,
  received: readonly Pair[],
  upTo: number,
): { values: Record<string, string>; isWhole: boolean } {
  const values = { ...stored };
  const pairs = keeping.blanksInteractionsOnSet ? blankInteractions(values, received) : received;
  if (keeping.rewritesLists) emptyLists(values, pairs);
  for (const [element, value] of pairs.slice(0, upTo)) {
    if (keeping.comparesLoosely && looselyEqual(values[element], value)) continue;
    values[element] = value;
  }
  return { values, isWhole: upTo >= pairs.length };
}

function completes({ keeping }: LmsHabits, values: Readonly<Record<string, string>>): boolean {
  return Object.entries(values).some(([element, value]) => isStatus(element) && keeping.completesOn.includes(value));
}

/** Without the scores that an LMS has no more ear for, once it has the status. */
function scoresAsTaken(habits: LmsHabits, stored: StoredAttempt, pairs: readonly Pair[]): readonly Pair[] {
  if (!habits.keeping.scoreBeforeStatus) return pairs;
  const status = pairs.findIndex(([element, value]) => isStatus(element) && habits.keeping.completesOn.includes(value));
  return pairs.filter(([element], index) => !isScore(element) || !(stored.completed || (status >= 0 && index > status)));
}

function storesIn(habits: LmsHabits, request: StoreRequest): ModeStores {
  return request.mode === 'normal' ? 'all' : habits.modes[request.mode];
}

function goodScore(value: string): boolean {
  return NUMBER_LIKE.test(value) && Number(value) >= 0;
}

/** Values as they are after the way to the database: encodings, columns, clean-ups. */
function asReceived(habits: LmsHabits, pairs: readonly Pair[], finish: boolean): Pair[] {
  const { keeping } = habits;
  const received = new Map<string, string>();
  for (const [element, sent] of pairs) {
    if (keeping.interactions === 'not-kept' && element.startsWith('cmi.interactions.')) continue;
    if (keeping.objectives === 'not-kept' && element.startsWith('cmi.objectives.')) continue;
    if (keeping.keepsOnly && !keeping.keepsOnly.includes(element)) continue;
    const value = asKept(habits, element, sent);
    if (!keeping.responsesUnencoded || !isResponse(element)) received.set(element, value);
    else for (const pair of asQuery(element, value, finish)) received.set(...pair);
  }
  if (keeping.quoteInLocationLosesState && pairs.some(([element, value]) => /location$/.test(element) && value.includes("'"))) {
    received.delete('cmi.suspend_data');
  }
  return [...received];
}

function asKept(habits: LmsHabits, element: string, sent: string): string {
  const { keeping } = habits;
  let value = sent;
  if (keeping.dropsNul) value = value.replaceAll('\0', '');
  const { astralAs } = keeping;
  if (astralAs !== undefined) value = value.replace(/[\u{10000}-\u{10FFFF}]/gu, () => astralAs);
  if (keeping.collapsesWhiteSpace) value = value.replace(/\s+/g, ' ');
  if (keeping.badScore === 'zero' && isScore(element) && !goodScore(value)) value = '0';
  if (keeping.numbersFromText && element.startsWith('cmi.interactions.') && NUMBER_LIKE.test(value)) value = String(Number(value));
  if (isResponse(element)) value = cutToBytes(value, keeping.responseBytes);
  if (/\.timestamp$/.test(element)) value = value.slice(0, keeping.timestampLength);
  return value;
}

/** As a database cuts it: a letter of several bytes may be halved. */
function cutToBytes(text: string, bytes: number): string {
  const all = new TextEncoder().encode(text);
  return all.length <= bytes ? text : new TextDecoder().decode(all.slice(0, bytes));
}

/** A response that was put into a query without encoding it. */
function asQuery(element: string, value: string, finish: boolean): Pair[] {
  if (finish && /[=&]/.test(value)) return [[element, '']];
  const [response = '', ...parameters] = value.split('&');
  const injected = parameters.flatMap((parameter): Pair[] =>
    parameter.startsWith('status=') ? [['cmi.core.lesson_status', parameter.slice('status='.length)]] : [],
  );
  return [[element, response.replaceAll('+', ' ')], ...injected];
}

function inOrder(habits: LmsHabits, pairs: readonly Pair[]): readonly Pair[] {
  if (habits.keeping.order === 'as-set') return pairs;
  const rank = ([element]: Pair): number => {
    const listPlace = listElement(element);
    if (!listPlace) return 0;
    return (listPlace.list === 'objectives' ? 1e6 : 2e6) + listPlace.index;
  };
  return [...pairs].sort((left, right) => rank(left) - rank(right));
}

/** The request's interactions become the whole list; a skipped index empties even those. @returns what is left to write. */
function blankInteractions(values: Record<string, string>, written: readonly Pair[]): readonly Pair[] {
  const set = new Set(written.flatMap(([element]) => interactionIndex(element)));
  if (set.size === 0) return written;
  for (const element of Object.keys(values)) if (interactionIndex(element).length > 0) values[element] = '';
  const skipped = Math.max(...set) + 1 > set.size;
  return skipped ? written.map(([element, value]): Pair => [element, interactionIndex(element).length > 0 ? '' : value]) : written;
}

function interactionIndex(element: string): number[] {
  const place = listElement(element);
  return place?.list === 'interactions' ? [place.index] : [];
}

/** Entries that come anew are deleted first. */
function emptyLists(values: Record<string, string>, written: readonly Pair[]): void {
  const entries = new Set(written.flatMap(([element]) => entryOf(element)));
  for (const element of Object.keys(values)) if (entryOf(element).some((entry) => entries.has(entry))) delete values[element];
}

function entryOf(element: string): string[] {
  const place = listElement(element);
  return place ? [`${place.list}.${String(place.index)}`] : [];
}

function looselyEqual(stored: string | undefined, value: string): boolean {
  if (stored === undefined || stored === value) return stored === value;
  return NUMBER_LIKE.test(stored) && NUMBER_LIKE.test(value) && Number(stored) === Number(value);
}
