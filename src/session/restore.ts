import { note, textOf, type Answers } from '../course/answers.ts';
import type { Launch } from '../tracking/tracker.ts';
import { mergeCopies } from './copy-merge.ts';
import type { LocalCopy } from './local-copy.ts';
import type { Conflict, CourseSessionView } from './session-view.ts';

/** Where a learner's work may be found at a launch. */
export interface Sources {
  readonly launch: Launch | undefined;
  readonly copy: LocalCopy | undefined;
  /** What this tab holds already: one that had the work before holds it still, even where the copy had no room. */
  readonly held: Answers;
  /** What the LMS handed over may be older than what it has by now: out of a cache, or from before another tab wrote. */
  readonly late: boolean;
}

/** A learner's work as it was put together at a launch. */
export interface Restored {
  readonly answers: Answers;
  /** This browser has something that the LMS lacks. */
  readonly isAhead: boolean;
  readonly conflicts: readonly Conflict[];
  /** State that could not be read, for the learner to take as files. */
  readonly kept: CourseSessionView['kept'];
  /** The highest revision that was found. */
  readonly revision: number;
  /** The revision that the LMS has. */
  readonly lmsRevision: number;
  /** Until when the LMS is known to have everything, as `StoredCopy` says it. */
  readonly confirmedAt: number;
  /** What the LMS handed over is older than what it is known to have, or may be: writing could put the older over the newer. */
  readonly isStale: boolean;
}

/** Puts together what the LMS handed over, this browser's copy and what this tab holds: the newest text of each field. */
export function restore({ launch, copy, held, late }: Sources): Restored {
  const stored = copy?.read();
  const mark = copy?.mark();
  const state = launch?.state;
  const known = mergeCopies(state?.answers ?? new Map(), { answers: held, confirmedAt: 0 });
  const merged = mergeCopies(known.answers, stored ?? { answers: new Map(), confirmedAt: 0 });
  // A new attempt begins without a state. Where no "true" proves anything, the LMS may as well have failed to read it.
  const isGone = late || launch?.limits.receipts === false;
  // Where this browser keeps nothing, nothing tells whether what came late is old.
  const isOlder = mark ? (state ? state.revision < mark.revision : isGone) : late && !copy?.keeps;
  // The copy may be older too, or missing, where it had no room.
  const isUncertain = late && held.size === 0 && copy?.hasRoom === false;
  return {
    answers: merged.answers,
    isAhead: known.localIsAhead || merged.localIsAhead,
    conflicts: undecided(merged.conflicts, merged.answers, copy),
    kept: unreadable(copy?.kept() ?? [], [textOf(merged.answers, note.unreadable), launch?.unreadable ?? '']),
    revision: Math.max(state?.revision ?? 0, stored?.revision ?? 0, mark?.revision ?? 0),
    lmsRevision: state?.revision ?? mark?.revision ?? 0,
    confirmedAt: stored?.confirmedAt ?? 0,
    isStale: launch?.doubtful === true || (isOlder && (stored?.revision ?? -1) < (mark?.revision ?? 0)) || isUncertain,
  };
}

/** With those of earlier sessions that the learner has not chosen between. */
function undecided(found: readonly Conflict[], answers: Answers, copy: LocalCopy | undefined): Conflict[] {
  const earlier = (copy?.others() ?? []).flatMap(([field, other]): Conflict[] => {
    const current = answers.get(field);
    const isKnown = found.some((conflict) => conflict.field === field && conflict.other.text === other.text);
    return current === undefined || current.text === other.text || isKnown ? [] : [{ field, current, other }];
  });
  return [...found, ...earlier];
}

function unreadable(kept: CourseSessionView['kept'], fromLms: readonly string[]): CourseSessionView['kept'] {
  const contents = new Set(kept.map(({ content }) => content));
  const fresh = [...new Set(fromLms)].filter((content) => content !== '' && !contents.has(content));
  return [...kept, ...fresh.map((content) => ({ name: 'lms-state', content }))];
}
