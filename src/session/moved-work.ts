/**
 * A learner's work of an earlier release of the course, under the ids of now, from wherever it comes; with the texts that a page of another
 * release does not show, which are offered as those that gave way unread.
 */
import type { Answers, FieldId } from '../course/answers.ts';
import { currentId, moveAnswers, notShownThere, type MovedIds } from '../course/moved-ids.ts';
import type { Elsewhere, Launch } from '../tracking/tracker.ts';
import type { FoundWork, KeptWork, OtherText, StoredCopy } from './copy/browser-copy.ts';
import type { Origins } from './copy/text-origins.ts';

export function movedLaunch(launch: Launch, moved: MovedIds): Launch {
  const { state, unread = [] } = launch;
  if (!state) return launch;
  return {
    ...launch,
    state: { ...state, answers: moveAnswers(state.answers, moved) },
    unread: [...movedTexts(unread, moved), ...notShownThere(state.answers, moved)],
  };
}

export function movedFound<Work extends FoundWork>(found: Work, moved: MovedIds): Work {
  const { stored, arrived, others } = found;
  return {
    ...found,
    stored: stored && movedCopy(stored, moved),
    ...(arrived ? { arrived: movedCopy(arrived, moved) } : {}),
    others: [...movedTexts(others, moved), ...notShownThere(stored?.answers ?? [], moved)],
  };
}

function movedCopy(copy: StoredCopy, moved: MovedIds): StoredCopy {
  const { answers, asked, had, origins, unsent } = copy;
  return {
    ...copy,
    answers: moveAnswers(answers, moved),
    ...(asked ? { asked: movedKeys(asked, moved) } : {}),
    ...(had ? { had: movedKeys(had, moved) } : {}),
    ...(origins ? { origins: movedOrigins(origins, moved) } : {}),
    ...(unsent ? { unsent: unsent.map((field) => currentId(field, moved)) } : {}),
  };
}

/** @param own what this page shows */
export function movedElsewhere({ answers, agreedAt, readUntil, unread }: Elsewhere, own: Answers, moved: MovedIds): Elsewhere {
  return {
    answers: moveAnswers(answers, moved),
    agreedAt,
    readUntil: movedKeys(readUntil, moved),
    unread: [...notShownThere([...answers, ...own], moved), ...movedTexts(unread, moved)],
  };
}

export function movedKept(kept: KeptWork, moved: MovedIds): KeptWork {
  return { ...movedFound(kept, moved), otherAttempts: kept.otherAttempts.map((answers) => moveAnswers(answers, moved)) };
}

function movedOrigins({ here, read, replaced }: Origins, moved: MovedIds): Origins {
  return { here: movedKeys(here, moved), read, replaced: movedKeys(replaced, moved) };
}

function movedKeys<Value>(values: ReadonlyMap<FieldId, Value>, moved: MovedIds): ReadonlyMap<FieldId, Value> {
  return new Map([...values].map(([name, value]) => [currentId(name, moved), value]));
}

/** Several of them may be of one field. */
export function movedTexts(texts: readonly OtherText[], moved: MovedIds): OtherText[] {
  return texts.flatMap((text) => [...moveAnswers(new Map([text]), moved)]);
}
