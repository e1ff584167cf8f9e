/** What learners get knows nothing of the edit mode: neither its code nor the marks of its texts. */
import { expect, test } from 'vitest';
import { bundleCourse, entryOf } from '../../build/bundle-course.ts';
import { EDIT_API, READING, TOKEN_HEADER } from '../../build/edit/page-messages.ts';
import { marksIn } from '../../build/edit/source-marks.ts';
import { readContent } from '../../build/read-course.ts';
import { bilingualContent, withContent } from '../build/sample-content.ts';

test('no release has a trace of the edit mode', { timeout: 120_000 }, async () => {
  const { courses } = await withContent(bilingualContent, (folder) => readContent(folder));
  // One that author's and learners' page share, and the one with most modules.
  const bundles = await bundleCourse(courses, { web: entryOf('web'), cmi5: entryOf('cmi5') });
  expect(bundles.size).toBe(2);
  for (const { code, modules } of bundles.values()) {
    expect(modules.filter((path) => /[\\/]build[\\/]/.test(path))).toEqual([]);
    expect(code).toContain('Ennen harjoitusta.');
    for (const trace of [EDIT_API, READING, TOKEN_HEADER, '/edit/', 'aspa-edit', '\\u2060']) expect(code).not.toContain(trace);
    expect(marksIn(code)).toEqual([]);
  }
});
