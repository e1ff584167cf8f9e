/**
 * Classes and completion out of what a SCORM activity has stored. Of the many values of an attempt only statuses, class objectives and
 * the days on which classes were earned are looked at: never suspend_data, never a response of the learner.
 */
import { earnedInteractionId, objectiveId } from '../course/reported-ids.ts';
import type { LicenceCourse } from './licence-course.ts';
import { readDay, type ZoneCalendar } from './local-day.ts';
import type { Day } from './completion-record.ts';
import type { MoodleTrack } from './moodle-service.ts';

export interface AttemptReading {
  readonly begun: Day | undefined;
  readonly modified: Day | undefined;
  readonly completed: boolean;
  /** Class id and day; undefined where only `modified` bounds it. */
  readonly classes: ReadonlyMap<string, Day | undefined>;
}

/** `cmi.objectives_0.id` with SCORM 1.2, `cmi.objectives.0.id` with 2004. */
const element = /^cmi\.(objectives|interactions)[._](\d+)\.(id|status|completion_status|success_status|student_response|learner_response)$/;

export function readTracks(tracks: readonly MoodleTrack[], course: LicenceCourse, calendar: ZoneCalendar): AttemptReading {
  const objectives = new Map<string, { id?: string; done?: boolean }>();
  const interactions = new Map<string, { id?: string; response?: string }>();
  let completed = false;
  let begun: Day | undefined;
  let modified: Day | undefined;
  for (const { element: name, value } of tracks) {
    const text = String(value ?? '');
    if (name === 'cmi.core.lesson_status' || name === 'cmi.completion_status') completed ||= isDone(text);
    else if (name === 'timemodified') modified = momentDay(text, calendar);
    else if (name === 'x.start.time') begun = momentDay(text, calendar);
    const match = element.exec(name);
    if (!match) continue;
    const [, list, index = '', property] = match;
    if (list === 'objectives') {
      const objective = objectives.get(index) ?? {};
      objectives.set(
        index,
        property === 'id' ? { ...objective, id: text } : { ...objective, done: objective.done === true || isDone(text) },
      );
    } else if (property === 'id') interactions.set(index, { ...interactions.get(index), id: text });
    else if (property?.endsWith('response')) interactions.set(index, { ...interactions.get(index), response: text });
  }
  const days = new Map([...interactions.values()].map(({ id, response }) => [id, response]));
  const earned = new Set([...objectives.values()].filter(({ done }) => done).map(({ id }) => id));
  const classes = new Map<string, Day | undefined>();
  for (const { id } of course.classes) {
    const day = days.get(earnedInteractionId(id));
    if (earned.has(objectiveId(id)) || day !== undefined) classes.set(id, day === undefined ? undefined : readDay(day, calendar));
  }
  return { begun: begun ?? modified, modified, completed, classes };
}

function isDone(status: string): boolean {
  return status === 'completed' || status === 'passed';
}

function momentDay(seconds: string, calendar: ZoneCalendar): Day | undefined {
  const moment = Number(seconds);
  return seconds === '' || !Number.isFinite(moment) || moment <= 0 ? undefined : calendar.dayOf(moment * 1000);
}
