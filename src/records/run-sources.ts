/** The sources that a run's options name, and the map that says how to read other reports. */
import { readColumnMap, startingPoint, type ColumnMap } from './column-map.ts';
import { FileSource, reportPaths } from './file-source.ts';
import { HttpClient } from './http-client.ts';
import type { LicenceCourse } from './licence-course.ts';
import type { ZoneCalendar } from './local-day.ts';
import { LrsSource } from './lrs-source.ts';
import { MoodleService } from './moodle-service.ts';
import { MoodleSource } from './moodle-source.ts';
import { writeOutputs } from './output-files.ts';
import type { Messages } from './progress-line.ts';
import { RecordsError } from './records-error.ts';
import type { RecordSource } from './record-source.ts';
import { headsFrom, openReport } from './report-file.ts';
import type { RunOptions } from './run-options.ts';
import type { Secrets } from './secrets.ts';
import { textIn } from './text/records-text.ts';

export function sourcesOf(
  options: RunOptions,
  course: LicenceCourse,
  calendar: ZoneCalendar,
  columns: ColumnMap | undefined,
  secrets: Secrets,
  messages: Messages,
): RecordSource[] {
  const http = new HttpClient({ timeout: options.timeout, patience: options.patience, notice: (text) => messages.note(text) });
  const sources: RecordSource[] = [];
  for (const url of [options.lrs, options.moodle?.site])
    if (url?.protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
      messages.warn(`${url.origin} is not encrypted: the credentials can be read on the way. Use https.`);
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
        progress: (count) => messages.progress(`${count} statements`, undefined),
        ...(options.until === undefined ? {} : { until: options.until }),
      }),
    );
  if (options.moodle) {
    const { site, courseId } = options.moodle;
    const service = new MoodleService(site, secrets.need('ASPA_MOODLE_TOKEN', '--moodle'), http);
    const progress = (count: number, all: number): void => messages.progress(`${count} / ${all} learners`, count / all);
    sources.push(new MoodleSource({ service, site, courseId, course, calendar, atOnce: options.atOnce, now: Date.now(), progress }));
  }
  for (const path of options.files)
    sources.push(
      new FileSource({
        path,
        course,
        calendar,
        activityNames: options.activityNames,
        except: otherFiles(options),
        progress: (rows) => messages.progress(`${path}: ${rows} rows`, undefined),
        ...(columns ? { columns } : {}),
      }),
    );
  return sources;
}

/** What may lie in a folder of reports and is none of them. */
function otherFiles({ outputs, state, people, columns }: RunOptions): string[] {
  return [...Object.values(outputs), state, people, columns].filter((path) => path !== undefined && path !== '-') as string[];
}

/** @throws RecordsError usage, after writing a map to start from, where there is none yet */
export async function columnMap(options: RunOptions, course: LicenceCourse, out: NodeJS.WritableStream): Promise<ColumnMap | undefined> {
  const { columns, files } = options;
  if (columns === undefined) return undefined;
  const map = await readColumnMap(columns, course);
  if (map) return map;
  const [path] = files[0] === undefined ? [] : (await reportPaths(files[0], otherFiles(options))).paths;
  if (path === undefined)
    throw new RecordsError(
      'usage',
      `There is no column map ${columns}.`,
      'Give --file too, and a starting point is written from its heads.',
    );
  // The first of the rows with most cells: above it there may be a title, below it are people.
  const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== '').length;
  const { heads } = await headsFrom(await openReport(path), (rows) => rows.map(filled).indexOf(Math.max(...rows.map(filled))));
  await writeOutputs([{ path: columns, chunks: () => [startingPoint(heads, course, textIn(options.language))] }], out);
  throw new RecordsError(
    'usage',
    `There was no column map yet: a starting point with the heads of ${path} is now in ${columns}.`,
    'Complete it and run again.',
  );
}
