/** Moodle's report of activity completion: a row a person, a column an activity. The words of its heads, in each language, are in `column-heads.ts`. */
import { attemptOfDay } from './attempt-of-day.ts';
import { saysDone, saysNotDone } from './cell-words.ts';
import { classesOfPart, isOfCourse } from '../part-names.ts';
import { dayIn } from './moodle-cells.ts';
import type { ReportFile } from './report-file.ts';
import { ReportError } from './report-problem.ts';
import type { Finding, Identity, ReportContext, ReportReader } from './report-reader.ts';
import { isNameOf } from '../licence-course.ts';

/** Of a column of days: nothing, or the activity's own “Set reminder in Timeline” (Moodle 4.5 and 5.1, report/progress/index.php). */
const HEAD_OF_DAYS = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?$/;

/**
 * A column for each activity, and behind it one of its days.
 * @returns undefined where there are no such columns. @throws ReportError, where the course is not among the activities
 */
export function activityCompletion(file: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  const { course, activityNames, doubts } = context;
  const { heads } = file;
  const isOurs = (head: string): boolean => isOfCourse(head, course, activityNames);
  // Of a spreadsheet the last column is not there where nobody has a day in it yet. No head stands above the names.
  const isCut = (head: string, index: number): boolean => index === heads.length - 1 && heads[0] === '' && isOurs(head);
  const pairs = heads.flatMap((head, index) =>
    !HEAD_OF_DAYS.test(head) && (HEAD_OF_DAYS.test(heads[index + 1] ?? '-') || isCut(head, index)) ? [{ head, index }] : [],
  );
  if (pairs.length === 0) return undefined;
  const ours = pairs.flatMap(({ head, index }) => {
    const isWhole = isNameOf(course, activityNames, head);
    const classes = isWhole ? undefined : classesOfPart(head, course);
    return isWhole || classes ? [{ head, index, classes }] : [];
  });
  if (ours.length === 0)
    throw new ReportError({ kind: 'other-activities', title: course.title, activities: pairs.map(({ head }) => head) }, file.path);
  const parts = ours.flatMap(({ head, classes }) => (classes ? [head] : []));
  return {
    kind: 'activity-completion',
    saysWhoBegan: false,
    ...(parts.length > 0 ? { takenForParts: parts } : {}),
    identity,
    findings: (row) =>
      ours.flatMap(({ head, index, classes }): Finding[] => {
        const status = row[index] ?? '';
        if (!saysDone(status)) {
          if (!saysNotDone(status)) doubts.note(head, status);
          return [];
        }
        const { day } = dayIn(row[index + 1] ?? '', head, context);
        const when = day === undefined ? {} : { day, attempt: attemptOfDay(day) };
        return classes ? ofPart(classes, when) : [{ what: { kind: 'completed' }, exact: true, ...when }];
      }),
  };
}

/** The part was complete when the last of its classes was earned. */
function ofPart(classes: readonly string[], when: Pick<Finding, 'day' | 'attempt'>): Finding[] {
  const begun: Finding = { what: { kind: 'begun' }, exact: false, ...when };
  return [begun, ...classes.map((id): Finding => ({ what: { kind: 'class', id }, exact: false, ...when }))];
}
