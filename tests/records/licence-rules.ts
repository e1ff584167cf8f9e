/** Runs of the command for a course whose licence has other rules than the content's. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { course } from './learners.ts';
import type { LrsDouble } from './lrs-double.ts';
import { inFolder, runInEnglish, type CliResult } from './run-cli.ts';
import { readLrs } from './told-lrs.ts';

/** One rule, or rules each but the first of which holds from a day on. */
export type Rules = string | readonly [first: string, ...later: { readonly from: string; readonly rule: string }[]];

/** What an LRS gives. */
export function lrsByRules(lrs: LrsDouble, rules: Rules): Promise<CliResult> {
  return inFolder(async (folder) => readLrs(lrs, ['--course-file', await courseFile(folder, rules)]));
}

/** What a report gives that has this text. */
export function reportByRules(
  text: string,
  rules: Rules,
  more: { readonly map?: string; readonly options?: readonly string[] } = {},
): Promise<CliResult> {
  return inFolder(async (folder) => {
    const [file, map] = [join(folder, 'report.csv'), join(folder, 'map.yaml')];
    await writeFile(file, text);
    if (more.map !== undefined) await writeFile(map, more.map);
    const columns = more.map === undefined ? [] : ['--columns', map];
    return runInEnglish([
      '--file',
      file,
      ...columns,
      '--course-file',
      await courseFile(folder, rules),
      '--json',
      '-',
      ...(more.options ?? []),
    ]);
  });
}

async function courseFile(folder: string, rules: Rules): Promise<string> {
  const [first, ...later] = typeof rules === 'string' ? [rules] : rules;
  const classes = ['A1', 'A2', 'B'].map((id) => ({ id, title: id }));
  const file = join(folder, 'course.yaml');
  // JSON is YAML as well.
  await writeFile(file, JSON.stringify({ id: course.id, title: course.title, licence: [{ rule: first }, ...later], classes }));
  return file;
}
