import { note, textOf, type Answer, type Answers } from '../course/answers.ts';
import type { IsUnread } from '../course/list-items.ts';
import { mergeAnswers, NEVER_WRITTEN, type Conflict, type KnownUntil } from '../course/merge-answers.ts';
import { isLeftOpenSince } from '../tracking/left-open.ts';
import type { Launch } from '../tracking/tracker.ts';
import { knownOf } from './copy/asked-texts.ts';
import type { KeptWork, KnownOfLms, OtherText, StoredCopy, Unreadable } from './copy/browser-copy.ts';
import { areWords, isOfWords, lastSent, lastTried } from './copy/found-work.ts';
import type { LateReceipts } from './copy/late-receipts.ts';
import type { Unsealed } from './copy/sealed-copy.ts';
import { knownBetween } from './copy/known-between.ts';

/** Where a learner's work may be found at a launch. */
export interface Sources {
  readonly launch: Launch;
  readonly kept: KeptWork;
  /** What this tab holds already: one that had the work before holds it still, even where the copy had no room. */
  readonly held: Answers;
  /** The learner has had the course open in this tab. */
  readonly wasOpen: boolean;
  /** What the LMS handed over may be older than what it has by now: out of a cache, or from before another tab wrote. */
  readonly late: boolean;
  /** Another tab had the work until now. */
  readonly isTaken: boolean;
  /** Another tab's copy may have found no room in this browser, and was not handed over. */
  readonly isFull: boolean;
  /** Of what this browser had, what lay sealed: nothing in it but what the LMS has had. */
  readonly unsealed: Pick<Unsealed, 'stored' | 'isOverwritten'>;
  /** Undefined where what is saved takes no other save's place. */
  readonly receipts: LateReceipts | undefined;
}

/** A learner's work as it was put together at a launch. */
export interface Restored {
  readonly answers: Answers;
  /** False where this browser keeps nothing at all. */
  readonly keeps: boolean;
  /** This browser has something that the LMS lacks. */
  readonly isAhead: boolean;
  /**
   * The LMS has something that could not be read: what this browser has may be older, where an LMS gives no receipts even what was saved long ago. Not
   * where another tab had the work and has gone on from there.
   */
  readonly waits: boolean;
  readonly conflicts: readonly Conflict[];
  /** State that could not be read, for the learner to take as files. */
  readonly unreadable: readonly Unreadable[];
  /** The highest revision that was found. */
  readonly revision: number;
  /** The revision that the LMS has. */
  readonly lmsRevision: number;
  /** When a page of this browser may have sent last what the LMS has not handed over, milliseconds since 1970; 0 where nothing can be under way. */
  readonly sentAt: number;
  /** What this browser's copy says of the LMS. */
  readonly known: KnownOfLms;
  /** What the LMS handed over is older than what it is known to have, or may be: writing could put the older over the newer. */
  readonly isStale: boolean;
  /** This browser had something of this work before the launch: what it shows is not proof that the LMS has it. */
  readonly isKnownHere: boolean;
  /** Whether whoever removed a row had not read these words of it. */
  readonly isUnread: IsUnread;
  /** Some of what she has written is in another browser only: it did not fit into the LMS. */
  readonly lacksWords: boolean;
  /**
   * The LMS handed over nothing though the learner has worked here before, or in another attempt; or the work of another browser alone. The newest of what this browser has of
   * that, empty where only a mark.
   */
  readonly earlier: Answers | undefined;
  /** What this browser has of other attempts: no LMS is known to have it. */
  readonly otherAttempts: readonly OtherText[];
}

const NOTHING: Answers = new Map();

/** Puts together what the LMS handed over, this browser's copy and what this tab holds: the newest text of each field. */
export function putTogether(sources: Sources): Restored {
  const { launch, kept, unsealed } = sources;
  const fromLms = launch.state?.answers ?? NOTHING;
  const agreed = agreedOf(sources);
  const { answers, conflicts } = newestOf(sources, fromLms, agreed);
  const beyond = new Map([...answers].filter(([field, { text }]) => fromLms.get(field)?.text !== text));
  return {
    answers,
    isUnread: isUnreadBy(agreed, kept.stored),
    keeps: kept.keeps,
    isAhead: beyond.size > 0,
    waits: waitsForWords(sources, beyond),
    conflicts: undecided(conflicts, answers, kept.others),
    unreadable: distinctUnreadable(kept.unreadable, unreadableStates([textOf(answers, note.unreadable), launch.unreadable ?? ''])),
    revision: Math.max(revisionOf(launch), lastSent(kept)),
    lmsRevision: (launch.state ?? kept.mark)?.revision ?? 0,
    sentAt: sentAt(sources),
    known: kept.stored ?? { confirmedAt: 0 },
    isStale: launch.doubtful === true || isKnownAsOlder(sources) || isOutOfCache(sources, beyond.size > 0) || mayBeOlder(sources),
    lacksWords: launch.isIncomplete === true && (kept.stored === undefined || unsealed.stored !== undefined),
    isKnownHere: isKnownHere(kept),
    earlier: lacksEarlier(sources, answers) ? earlierWork(sources) : undefined,
    otherAttempts: kept.otherAttempts.flatMap((attempt) => [...attempt].filter(([field]) => !field.startsWith('@'))),
  };
}

/** @param beyond what the LMS did not hand over */
function waitsForWords({ launch: { unreadable = '' }, isTaken }: Sources, beyond: Answers): boolean {
  return unreadable !== '' && !(isTaken && areWords(beyond));
}

function sentAt({ launch, kept }: Sources): number {
  return launch.limits.replaces === true && lastSent(kept) > revisionOf(launch) ? kept.writtenAt : 0;
}

function revisionOf({ state }: Launch): number {
  return state?.revision ?? 0;
}

function isKnownHere({ keeps, stored, mark }: KeptWork): boolean {
  return !keeps || stored !== undefined || mark !== undefined;
}

/** What this tab has shown is no news to the one that took the work from it; what that one did not get, the copy tells (`CopyStore.read`). */
function agreedOf({ launch, kept: { stored }, wasOpen, receipts }: Sources): KnownUntil {
  const { answers = NOTHING, revision } = launch.state ?? {};
  if (wasOpen || !stored) return { own: Infinity, other: Infinity, otherOf: knownOf(answers, stored, revision) };
  return knownBetween(stored, { answers, revision }, receipts);
}

/** @param copy what this browser has: the words may be its own or the ones of the LMS */
function isUnreadBy({ own, ownOf, otherOf }: KnownUntil, copy: StoredCopy | undefined): IsUnread {
  if (!ownOf) return (_field, { at }) => at > own;
  return (field, { text, at }) => at > ((copy?.answers.get(field)?.text === text ? ownOf : otherOf)?.get(field) ?? own);
}

/** The three copies as one, and where they do not agree. */
function newestOf({ kept: { stored }, held }: Sources, fromLms: Answers, agreed: KnownUntil): { answers: Answers; conflicts: Conflict[] } {
  const copy = stored?.answers ?? NOTHING;
  const known = mergeAnswers(held, fromLms);
  const merged = mergeAnswers(copy, known.answers, agreed);
  return { answers: withPlace(merged.answers, [fromLms, copy, held]), conflicts: [...known.conflicts, ...merged.conflicts] };
}

/**
 * The LMS is known to have had something newer, which this browser's copy lacks too. What lay sealed here lacks what other machines have saved since: a
 * launch out of a cache does as well, unless it is known that it does not come out of one.
 */
function isKnownAsOlder(sources: Sources): boolean {
  const { unsealed, launch } = sources;
  const { stored, mark } = sources.kept;
  // What could be read of a state may say less than the state does.
  if (launch.unreadable !== undefined || unsealed.isOverwritten || !isBehindTheMark(sources)) return false;
  return unsealed.stored !== undefined || (stored?.revision ?? -1) < (mark?.revision ?? 0);
}

/**
 * A page that the Back button brought, without what this browser has sent since, or at least tried to. What other machines have saved meanwhile is in
 * neither, and an LMS that keeps one state would lose it: 38 answers of 40 (Moodle 4.5.6, run).
 */
function isOutOfCache({ launch, kept, late, isTaken }: Sources, isAhead: boolean): boolean {
  return late && !isTaken && launch.limits.replaces === true && (isAhead || revisionOf(launch) < lastTried(kept));
}

/** It was handed over a while ago, and nothing was proved to be saved from this browser since: another computer may have. */
function isLeftOpen({ kept: { keeps, stored }, isTaken, receipts }: Sources): boolean {
  return isTaken && keeps && !!receipts && isLeftOpenSince({ on: Math.max(receipts.at, stored?.confirmedAt ?? 0), at: Infinity });
}

function isBehindTheMark({ launch: { learner, limits, state }, kept: { keeps, mark }, late }: Sources): boolean {
  // Where this browser keeps nothing, nothing tells whether what came late is old.
  if (!mark) return late && !keeps;
  if (state) return state.revision < mark.revision;
  // A new attempt begins without a state; one that is told by its name is the one of the mark. Where no "true" proves anything, the LMS may as
  // well have failed to read it.
  return late || !limits.receipts || learner.attempt !== undefined;
}

/**
 * What came late is all that is known of another tab's work: the copy may be older too, or missing, where it had no room, or a login has emptied what
 * the browser kept. Or she had it removed before the LMS had given a receipt, of which a mark would tell. One that has kept nothing but what it could not read has saved nothing.
 */
function mayBeOlder(sources: Sources): boolean {
  const { launch, kept, late, isFull } = sources;
  const { stored, mark, unreadable, hadOtherWork } = kept;
  const hasWaited = unreadable.some(({ content }) => content === launch.unreadable);
  // Where no "true" proves anything, an LMS that hands over nothing may as well have failed to read what was set aside.
  const isGone = hadOtherWork
    ? !launch.state && !launch.limits.receipts
    : late && !stored && !mark && !hasWaited && launch.limits.replaces === true;
  return isGone || (late && isFull) || isLeftOpen(sources);
}

/** Where she was last, wherever that was. */
function withPlace(answers: Answers, copies: readonly Answers[]): Answers {
  const last = copies
    .flatMap((copy) => copy.get(note.place) ?? [])
    .reduce<Answer | undefined>((latest, place) => (latest && latest.at >= place.at ? latest : place), undefined);
  return last ? new Map(answers).set(note.place, last) : answers;
}

/**
 * With those of earlier sessions that the learner has not chosen between. One is settled where the answer begins with it, and not where
 * the field is missing: then it may be all that is left of what she wrote there.
 */
export function undecided(found: readonly Conflict[], answers: Answers, others: readonly OtherText[]): Conflict[] {
  const losers = [...found.map(({ field, other }): OtherText => [field, other]), ...others];
  const conflicts = new Map<string, Conflict>();
  for (const [field, other] of losers) {
    const current = answers.get(field) ?? NEVER_WRITTEN;
    if (!current.text.startsWith(other.text)) conflicts.set(`${field} ${other.text}`, { field, current, other });
  }
  return [...conflicts.values()];
}

export function unreadableStates(states: readonly string[]): Unreadable[] {
  return [...new Set(states)].filter((content) => content !== '').map((content) => ({ name: 'lms-state', content }));
}

export function distinctUnreadable(kept: readonly Unreadable[], found: readonly Unreadable[]): Unreadable[] {
  const contents = new Set(kept.map(({ content }) => content));
  return [...kept, ...found.filter(({ content }) => !contents.has(content))];
}

/** A state that another computer has begun is of another activity, or has taken the place of what was set aside here. */
function lacksEarlier({ launch, kept }: Sources, answers: Answers): boolean {
  return launch.state ? kept.hadOtherWork && !isKnownHere(kept) : answers.size === 0;
}

/** The fullest copy of another attempt. */
function earlierWork({ launch, kept: { mark, otherAttempts } }: Sources): Answers | undefined {
  const [fullest] = [...otherAttempts].sort((one, other) => other.size - one.size);
  return fullest ?? (isOfWords(mark) || launch.isLaterAttempt ? NOTHING : undefined);
}
