/**
 * The list of interactions that an LMS has, as one session tells it to the next in the state's notes. Beside a state that cannot be read it is
 * found in the LMS itself: it has answers and classes that the course knows nothing of, and they stay as they are.
 */
import { MOST_CLASSES } from '../../course/course-identifiers.ts';
import { currentId, type MovedIds } from '../../course/moved-ids.ts';
import type { BeaconSize } from './beacon-size.ts';
import type { ScormApi } from './scorm-api.ts';
import type { ScormDialect } from './scorm-dialect.ts';

export interface InteractionList {
  /** Ids by their index: a question keeps its own for ever. */
  readonly order: readonly string[];
  /** So many, from the first on, were told with question and time: an LMS's model keeps what it was given. */
  readonly toldInFull: number;
  readonly found: FoundInLms;
  /** Of these questions nobody else may read the answers, whether the course has them still or not. */
  readonly withheld: readonly string[];
}

/** What an LMS has beside a state that could not be read. */
export interface FoundInLms {
  /**
   * Interactions, from the first on: not told before she answers that question again. Of each what it takes of a beacon, where it can be read: an
   * LMS may send its whole model.
   */
  readonly interactions: readonly number[];
  /** Identifiers of the objectives that are completed. */
  readonly objectives: readonly string[];
}

const NOTE = { order: 'questions', toldInFull: 'full', found: 'found', withheld: 'private' } as const;

/** Stands for an interaction whose id the LMS does not tell. No question is called so. */
const UNKNOWN = '?';

/** No course has as many questions: an LMS that counts more miscounts. So many are found where it does not tell. */
const MOST_INTERACTIONS = 1_000;

interface Finding {
  readonly size: BeaconSize;
  readonly moved: MovedIds;
  /** Of the state, as far as it could be read. */
  readonly notes: ReadonlyMap<string, string> | undefined;
  /** False where the LMS keeps of interactions only those that a request has. */
  readonly keeps: boolean;
}

export function rememberedList(api: ScormApi, dialect: ScormDialect, { size, moved, notes }: Finding): InteractionList {
  const order = readOrder(notes?.get(NOTE.order) ?? '', moved);
  const toldInFull = Number(notes?.get(NOTE.toldInFull) ?? order.length);
  const withheld = withheldIn(notes, moved);
  const [count = 0, ...objectives] = notes?.get(NOTE.found)?.split(' ') ?? [];
  const found = {
    objectives,
    interactions: Array.from({ length: Math.min(MOST_INTERACTIONS, Number(count)) }, (_, index) => bytesOf(index, api, dialect, size)),
  };
  // In a new attempt, say: what is behind them moves up, since no index may be skipped. Fewer count for nothing: the Moodle app says 10 for 12.
  if (found.interactions.length > 0 && !isUncounted(found) && countedIn(api) === 0)
    return {
      order: order.slice(found.interactions.length),
      toldInFull: Math.max(0, toldInFull - found.interactions.length),
      found: withoutInteractions(found),
      withheld,
    };
  return { order, toldInFull, found, withheld };
}

/** Beside a state that cannot be read. */
export function foundList(api: ScormApi, dialect: ScormDialect, { size, moved, notes, keeps }: Finding): InteractionList {
  const ids: string[] = [];
  const order = notes?.get(NOTE.order) ?? '';
  const noted = order.split(' ');
  const count = keeps ? countedIn(api) : 0;
  const objectives = completedObjectives(api, dialect);
  // ILIAS counts anew in each session, and keeps what it has. Where the order is the course's own, each question has the index that it had.
  if (keeps && count === 0 && dialect.report.unanswered)
    return {
      order: readOrder(order, moved),
      toldInFull: 0,
      found: { interactions: Array<number>(MOST_INTERACTIONS).fill(0), objectives },
      withheld: withheldIn(notes, moved),
    };
  const interactions: number[] = [];
  let id = dialect.tellsInteractions ? UNKNOWN : '';
  for (let index = 0; index < count; index++) {
    // One that tells none of an id is not asked for another; what somebody else has put there has its bytes.
    if (id) id = api.get(`cmi.interactions.${index}.id`);
    ids.push(/^[\w.~-]+$/.test(id) ? id : noted[index] || UNKNOWN);
    interactions.push(id ? bytesOf(index, api, dialect, size) : 0);
  }
  return {
    order: readOrder(ids.join(' '), moved),
    toldInFull: ids.length,
    found: { interactions, objectives },
    withheld: withheldIn(notes, moved),
  };
}

/** Any index may hold one of hers: the LMS does not tell how many it has. */
export function isUncounted(found: FoundInLms): boolean {
  return found.interactions.length === MOST_INTERACTIONS;
}

/** Where there is no room for them beside her new words. */
export function withoutInteractions(found: FoundInLms): FoundInLms {
  return { ...found, interactions: [] };
}

export function notesOf(
  { order, toldInFull, found, withheld }: InteractionList,
  { maySendWhole }: ScormDialect,
): ReadonlyMap<string, string> {
  const notes = new Map<string, string>([[NOTE.order, order.join(' ')]]);
  if (maySendWhole) notes.set(NOTE.toldInFull, String(toldInFull));
  if (found.interactions.length > 0 || found.objectives.length > 0)
    notes.set(NOTE.found, [found.interactions.length, ...found.objectives].join(' '));
  if (withheld.length > 0) notes.set(NOTE.withheld, withheld.join(' '));
  return notes;
}

function withheldIn(notes: Finding['notes'], moved: MovedIds): readonly string[] {
  return readOrder(notes?.get(NOTE.withheld) ?? '', moved);
}

/** The order as it was kept in the state, under the ids of now. Release 1.0.0 named parts `id~2`, which Moodle's SCORM 2004 does not take. */
function readOrder(kept: string, moved: MovedIds): readonly string[] {
  const ids = kept.split(' ').filter(Boolean);
  return ids.map((id) => {
    const [, question = id, part] = /^(.*)~(\d+)$/.exec(id) ?? [];
    const current = currentId(question, moved);
    return part === undefined ? current : `${current}.${part}`;
  });
}

/** How many there are. */
export const INTERACTIONS = 'cmi.interactions._count';

/** Some LMSs do not say how many interactions there are, some count none of earlier sessions: then there is nothing to keep. */
function countedIn(api: ScormApi): number {
  return Math.min(MOST_INTERACTIONS, Number(api.get(INTERACTIONS)) || 0);
}

/** 0 where nobody may read it. */
function bytesOf(index: number, api: ScormApi, dialect: ScormDialect, size: BeaconSize): number {
  if (!dialect.tellsInteractions) return 0;
  const question = { id: UNKNOWN, type: 'text', description: '', response: [], at: 1 } as const;
  return dialect
    .interaction({ index, id: UNKNOWN, response: '', interaction: question }, 'full')
    .reduce((sum, [element]) => sum + size.of(element, api.get(element)), 0);
}

function completedObjectives(api: ScormApi, dialect: ScormDialect): readonly string[] {
  const status = { id: UNKNOWN, title: '', earned: true };
  return Array.from({ length: MOST_CLASSES }, (_, index) => {
    const [identifier = '', completion = ''] = dialect.objective(index, status).map(([element]) => element);
    return /^(completed|passed)$/.test(api.get(completion)) ? api.get(identifier) : '';
  }).filter((id) => id !== '');
}
