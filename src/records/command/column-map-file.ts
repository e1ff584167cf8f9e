/** The column map of a run: read, or written as a starting point where there is none yet. */
import { readFile } from 'node:fs/promises';
import type { LicenceCourse } from '../licence-course.ts';
import { RecordsError } from '../records-error.ts';
import { guessedHeads, parseColumnMap, startingPoint, type ColumnMap } from '../sources/column-map.ts';
import { openReport } from '../sources/report-file.ts';
import { outputsTextIn } from '../text/outputs/outputs-text.ts';
import { writeOutputs } from './output-files.ts';
import { readBytes, reportPaths } from './report-paths.ts';
import { mayBeOfUnit, otherFiles, type RunOptions } from './run-options.ts';

/** @throws RecordsError usage, after writing a map to start from, where there is none yet */
export async function columnMap(options: RunOptions, course: LicenceCourse, out: NodeJS.WritableStream): Promise<ColumnMap | undefined> {
  const { columns, files } = options;
  if (columns === undefined) return undefined;
  const text = await textOf(columns);
  if (text !== undefined) return parseColumnMap(text, columns, course);
  const [path] =
    files[0] === undefined ? [] : (await reportPaths(files[0], otherFiles(options), (place) => mayBeOfUnit(options, place))).paths;
  if (path === undefined) throw new RecordsError('usage', (text) => text.columns.none(columns));
  const { heads } = await guessedHeads(await openReport({ name: path, bytes: await readBytes(path) }));
  await writeOutputs([{ path: columns, chunks: () => [startingPoint(heads, course, outputsTextIn(options.language))] }], out);
  throw new RecordsError('usage', (text) => text.columns.begun(columns, path));
}

/** @returns undefined where there is no such file yet */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new RecordsError('usage', (text) => text.columns.unreadable(path), { cause: error });
  }
}
