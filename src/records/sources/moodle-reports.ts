/** Moodle's own reports, known by their heads: activity completion, and SCORM's basic, interactions and objectives reports. */
import { activityCompletion } from './moodle-completion-report.ts';
import { scormReport } from './moodle-scorm-report.ts';
import type { ReportFile } from './report-file.ts';
import type { Identity, ReportContext, ReportReader } from './report-reader.ts';

/** @returns undefined where the heads are of neither report. @throws ReportError, where the activity is not among those of the report */
export function moodleReader(file: ReportFile, identity: Identity, context: ReportContext): ReportReader | undefined {
  // The completion report has no head above the names.
  const who = new Map(identity);
  if (!who.has('name') && !who.has('lastName') && file.heads[0] === '') who.set('name', 0);
  if (!who.has('name') && !who.has('lastName') && !who.has('email')) return undefined;
  return activityCompletion(file, who, context) ?? scormReport(file, who, context);
}
