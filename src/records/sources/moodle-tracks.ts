/**
 * Classes and completion out of what a SCORM activity has stored. Of the many values of an attempt only statuses, class objectives and
 * the days on which classes were earned are looked at: never suspend_data, never a response of the learner.
 */
import { earnedInteractionId, objectiveId } from '../../course/course-identifiers.ts';
import type { CompletionRecord, Day } from '../completion-record.ts';
import type { Doubts } from './doubts.ts';
import { atTheLatest, earnedDay, proofOf, type EarnedDay, type Visits } from './earned-day.ts';
import { classesByEachId, type LicenceCourse } from '../licence-course.ts';
import type { ZoneCalendar } from '../local-day.ts';
import type { MoodleTrack } from './moodle-web-service.ts';

export interface AttemptReading {
  readonly begun: Day | undefined;
  readonly modified: Day | undefined;
  readonly completed: boolean;
  /** By class id. */
  readonly classes: ReadonlyMap<string, EarnedDay>;
}

export interface TrackContext {
  readonly course: LicenceCourse;
  readonly calendar: ZoneCalendar;
  /** Where “earned” interactions are noted whose response is no day. */
  readonly doubts: Doubts;
}

/** `cmi.objectives_0.id` with SCORM 1.2, `cmi.objectives.0.id` with 2004. */
const ELEMENT = /^cmi\.(objectives|interactions)[._](\d+)\.(id|status|completion_status|success_status|student_response|learner_response)$/;

/** Of an attempt as a whole, with SCORM 1.2 and with 2004. */
const STATUSES: readonly string[] = ['cmi.core.lesson_status', 'cmi.completion_status'];

/** What is looked at of an objective or an interaction. */
interface Item {
  id?: string;
  done?: boolean;
  response?: string;
}

export function readTracks(tracks: readonly MoodleTrack[], context: TrackContext): AttemptReading {
  const values = new Map(tracks.map(({ element, value }) => [element, String(value ?? '')]));
  const modified = momentDay(values.get('timemodified') ?? '', context.calendar);
  const begun = momentDay(values.get('x.start.time') ?? '', context.calendar);
  const completed = tracks.some(({ element, value }) => STATUSES.includes(element) && isDone(String(value ?? '')));
  const { objectives, interactions } = itemsOf(tracks);
  const days = earnedDays(interactions, { first: begun, last: modified }, context);
  const classOf = classesByEachId(context.course, objectiveId);
  const objectivesDone = new Set(objectives.flatMap(({ id, done }) => (done && id !== undefined ? classOf.get(id) : undefined) ?? []));
  const classes = new Map<string, EarnedDay>();
  for (const { id } of context.course.classes) {
    const day = days.get(id);
    if (day) classes.set(id, day);
    else if (objectivesDone.has(id)) classes.set(id, atTheLatest({ last: modified }));
  }
  return { begun: begun ?? modified, modified, completed, classes };
}

/** Of one unit of an attempt. @param isPart its completion is that of its classes, and no licence */
export function recordsOf(
  reading: AttemptReading,
  base: Pick<CompletionRecord, 'learner' | 'attempt'>,
  isPart: boolean,
): CompletionRecord[] {
  const { begun, modified, completed, classes } = reading;
  return [
    { ...base, what: { kind: 'begun' }, exact: true, ...(begun === undefined ? {} : { day: begun }) },
    ...[...classes].map(([id, { fromFile, ...earned }]): CompletionRecord => ({
      ...base,
      what: proofOf(id, fromFile ? { fromFile } : {}),
      ...earned,
    })),
    ...(completed && !isPart
      ? [{ ...base, what: { kind: 'completed' as const }, exact: false, ...(modified === undefined ? {} : { day: modified }) }]
      : []),
  ];
}

/** The objectives and interactions of an attempt, put together from their elements. */
function itemsOf(tracks: readonly MoodleTrack[]): { objectives: Item[]; interactions: Item[] } {
  const lists = { objectives: new Map<string, Item>(), interactions: new Map<string, Item>() };
  for (const { element, value } of tracks) {
    const [, list, index = '', property = ''] = ELEMENT.exec(element) ?? [];
    if (list === undefined) continue;
    const text = String(value ?? '');
    const items = lists[list as keyof typeof lists];
    const item = items.get(index) ?? {};
    if (property === 'id') item.id = text;
    else if (property.endsWith('response')) item.response = text;
    else item.done = item.done === true || isDone(text);
    items.set(index, item);
  }
  return { objectives: [...lists.objectives.values()], interactions: [...lists.interactions.values()] };
}

/** After every day. */
const LATEST: Day = '9999-99-99';

/** By class id. Of an interaction that stands there twice the earlier day counts. */
function earnedDays(interactions: readonly Item[], visits: Visits, context: TrackContext): Map<string, EarnedDay> {
  const classOf = classesByEachId(context.course, earnedInteractionId);
  const days = new Map<string, EarnedDay>();
  for (const { id, response = '' } of interactions) {
    const classId = id === undefined ? undefined : classOf.get(id);
    if (id === undefined || classId === undefined) continue;
    const found = earnedDay(response, id, visits, context);
    const known = days.get(classId);
    if (found && (!known || (found.day ?? LATEST) < (known.day ?? LATEST))) days.set(classId, found);
  }
  return days;
}

function isDone(status: string): boolean {
  return status === 'completed' || status === 'passed';
}

function momentDay(seconds: string, calendar: ZoneCalendar): Day | undefined {
  const moment = Number(seconds);
  return seconds === '' || !Number.isFinite(moment) || moment <= 0 ? undefined : calendar.dayOf(moment * 1000);
}
