import { crcOfText } from '../../tracking/state/crc32.ts';
import type { Launch } from '../../tracking/tracker.ts';
import type { Answers } from '../../course/answers.ts';
import { knownOf } from './asked-texts.ts';
import type { BrowserCopy, FoundWork, KnownOfLms } from './browser-copy.ts';
import { CopyKeeper } from './copy-keeper.ts';
import { CopyStore } from './copy-store.ts';
import { hasWords } from './found-work.ts';
import type { CourseSessionOptions } from '../session-options.ts';
import { LateReceipts } from './late-receipts.ts';
import { LearnerHere } from './learner-here.ts';
import type { LearnerWork, SavesHere } from '../learner-work.ts';
import { movedFound } from '../moved-work.ts';
import { SealedCopy } from './sealed-copy.ts';
import { TextOrigins } from './text-origins.ts';
import { createTabLock, type TabLock } from './tab-lock.ts';
import { workOf } from './work-of.ts';

/** A learner's place in this browser: the copy of her work, and the lock by which one tab writes it. */
export interface InBrowser extends SavesHere {
  readonly copy: BrowserCopy;
  readonly keeper: CopyKeeper;
  readonly sealed: SealedCopy;
  readonly lock: TabLock;
  readonly learnerHere: LearnerHere;
}

/** What the session does where this browser has something to tell it. */
export interface InBrowserCalls {
  readonly knownOfLms: () => KnownOfLms;
  /** Takes over work that came to light after reading. @returns false where it is too late for that */
  readonly found: (work: FoundWork) => boolean;
  /** Whether the texts are safe here became known, or changed. */
  readonly safe: () => void;
  /** Another tab has taken the work. */
  readonly lost: () => void;
}

export function findInBrowser(
  launch: Launch,
  { course, tabId, storage, databases, seal, now, cameBack, createLock = createTabLock }: CourseSessionOptions,
  work: LearnerWork,
  { knownOfLms, found, safe, lost }: InBrowserCalls,
): InBrowser {
  const {
    learner: { id, name = '', attempt },
    site,
    state,
  } = launch;
  // One tab may have been used by several learners.
  const learner = id || `${tabId}-${crcOfText(name)}`;
  const copy = new CopyStore(
    {
      course: course.id,
      learner,
      work: workOf({ stored: state }),
      // One that was completed may have been emptied then.
      isNew: !(state || launch.unreadable || launch.finished || cameBack),
      attempt,
      site: site && { origin: site.origin, isOf: (found) => site.isVouchedFor || isKnownTo(launch, movedFound(found, course.moved)) },
    },
    { storage, databases },
    found,
    now,
  );
  const receipts = launch.limits.replaces ? new LateReceipts(launch, copy) : undefined;
  // What a tab has sealed for nobody known no other tab would open.
  const sealed = new SealedCopy(launch.limits.replaces && id ? seal : undefined, work);
  return {
    copy,
    sealed,
    keeper: new CopyKeeper(copy, work, sealed, knownOfLms, safe),
    lock: createLock(copy.name, lost),
    learnerHere: new LearnerHere(course.part?.of ?? course.id, launch, storage),
    receipts,
    origins: receipts && new TextOrigins(receipts),
  };
}

/** The LMS says neither who the learner is nor her name. */
export function namesNobody({ learner: { id, name } }: Launch): boolean {
  return !id && !name;
}

/**
 * Whether what the LMS handed over has any of these words, written in the same second: then it is the learner's own. A stranger's LRS knows
 * nothing of what she has written.
 */
function hasSomeOf({ state }: Launch, work: FoundWork): boolean {
  const words = (answers: Answers | undefined): string[] =>
    [...(answers ?? [])].flatMap(([id, { text, at }]) =>
      id.startsWith('@') || text === '' ? [] : [`${id} ${String(Math.floor(at / 1000))} ${text}`],
    );
  const handedOver = new Set(words(state?.answers));
  return words(work.stored?.answers).some((word) => handedOver.has(word));
}

/** Or the same state that cannot be read. */
function isKnownTo(launch: Launch, work: FoundWork): boolean {
  return hasSomeOf(launch, work) || work.unreadable.some(({ content }) => content === launch.unreadable);
}

/**
 * The same of an LMS of the course's own site: a text by its second alone will do, of those that this browser knows it to have had. What cannot be read
 * will not: an LMS may hand over the same to two learners, as "null", or what another course has left there.
 */
export function isOfLearnerThere(launch: Launch, work: FoundWork): boolean {
  const known = knownOf(launch.state?.answers ?? new Map(), work.stored, Infinity);
  return hasSomeOf(launch, work) || (launch.site === undefined && [...known.values()].some((until) => until > -Infinity));
}

/** Words from an LMS that does not say who the learner is, and has none of them: the one who used this tab before may have written them. */
export function isNobodys(launch: Launch, work: FoundWork): boolean {
  return namesNobody(launch) && hasWords(work) && !isOfLearnerThere(launch, work);
}
