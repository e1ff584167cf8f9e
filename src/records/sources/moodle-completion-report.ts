/** Moodle's report of activity completion: a row a person, a column an activity. */
import { saysDone, saysNotDone } from './column-heads.ts';
import { dayIn } from './moodle-cells.ts';
import type { ReportFile } from './report-file.ts';
import { ReportError } from './report-problem.ts';
import type { Finding, Identity, ReportContext, ReportReader } from './report-reader.ts';

/**
 * A column for each activity, and one without a head for its day.
 * @returns undefined where there are no such columns. @throws ReportError, where the course is not among the activities
 */
export function activityCompletion(file: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  const { course, activityNames, doubts } = context;
  const pairs = file.heads.flatMap((head, index) => (head !== '' && file.heads[index + 1] === '' ? [{ head, index }] : []));
  if (pairs.length === 0) return undefined;
  const names = [course.title, ...activityNames].map((name) => name.toLowerCase());
  const ours = pairs.filter(({ head }) => names.includes(head.toLowerCase()));
  if (ours.length === 0)
    throw new ReportError({ kind: 'other-activities', title: course.title, activities: pairs.map(({ head }) => head) }, file.path);
  return {
    kind: 'activity-completion',
    saysWhoBegan: false,
    identity,
    findings: (row) =>
      ours.flatMap(({ head, index }): Finding[] => {
        const status = row[index] ?? '';
        if (!saysDone(status)) {
          if (!saysNotDone(status)) doubts.note(head, status);
          return [];
        }
        return [{ what: { kind: 'completed' }, exact: true, ...dayIn(row[index + 1] ?? '', head, context) }];
      }),
  };
}
