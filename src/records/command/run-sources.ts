/** The sources that a run's options name. */
import type { ColumnMap } from '../sources/column-map.ts';
import { ReportSource, type FoundReports } from '../sources/report-source.ts';
import { HttpClient } from '../sources/http-client.ts';
import type { LicenceCourse } from '../licence-course.ts';
import type { ZoneCalendar } from '../local-day.ts';
import { LrsSource } from '../sources/lrs-source.ts';
import { MoodleService } from '../sources/moodle-web-service.ts';
import { MoodleSource } from '../sources/moodle-source.ts';
import type { Messages } from './progress-line.ts';
import type { RecordSource } from '../sources/record-source.ts';
import { readBytes, reportPaths, type ReportPaths } from './report-paths.ts';
import { mayBeOfUnit, otherFiles, type RunOptions } from './run-options.ts';
import type { Secrets } from './secrets.ts';

export function sourcesOf(
  options: RunOptions,
  course: LicenceCourse,
  calendar: ZoneCalendar,
  columns: ColumnMap | undefined,
  secrets: Secrets,
  messages: Messages,
): RecordSource[] {
  const http = new HttpClient({ timeout: options.timeout, patience: options.patience, notice: (said) => messages.note(said) });
  const sources: RecordSource[] = [];
  for (const url of [options.lrs, options.moodle?.site])
    if (url?.protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
      messages.warn(({ run }) => run.notEncrypted(url.origin));
  if (options.lrs)
    sources.push(
      new LrsSource({
        endpoint: options.lrs,
        key: secrets.need('ASPA_LRS_KEY', '--lrs'),
        secret: secrets.need('ASPA_LRS_SECRET', '--lrs'),
        course,
        activities: options.activities,
        pageSize: options.pageSize,
        http,
        calendar,
        progress: (count) => messages.progress(({ progress }) => progress.statements(count), undefined),
        ...(options.until === undefined ? {} : { until: options.until }),
      }),
    );
  if (options.moodle) {
    const { site, courseId } = options.moodle;
    const service = new MoodleService(site, secrets.need('ASPA_MOODLE_TOKEN', '--moodle'), http);
    const progress = (count: number, all: number): void => messages.progress((text) => text.progress.learners(count, all), count / all);
    const besideLrs = options.lrs !== undefined;
    sources.push(
      new MoodleSource({ service, site, courseId, course, calendar, atOnce: options.atOnce, now: Date.now(), besideLrs, progress }),
    );
  }
  if (options.files.length > 0)
    sources.push(
      new ReportSource({
        place: options.files.join(', '),
        reports: () => foundReports(options),
        course,
        calendar,
        activityNames: options.activityNames,
        progress: (rows) => messages.progress(({ progress }) => progress.rows(rows), undefined),
        ...(columns ? { columns } : {}),
      }),
    );
  return sources;
}

/** Of all files and folders together: a licence that one of them tells may be renewed by what another one tells. */
async function foundReports(options: RunOptions): Promise<FoundReports> {
  const found: ReportPaths[] = [];
  for (const path of options.files) found.push(await reportPaths(path, otherFiles(options), (place) => mayBeOfUnit(options, place)));
  return {
    reports: found.flatMap(({ paths }) => paths.map((name) => async () => ({ name, bytes: await readBytes(name) }))),
    skipped: found.flatMap(({ skipped }) => skipped),
  };
}
