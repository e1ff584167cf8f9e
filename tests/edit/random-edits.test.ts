/**
 * Two hundred edits, and each night five hundred, one after another, in the course's own chapters: each changes what was meant, and no other letter of any file.
 * `EDIT_SEED=fresh` tries others; what fails prints its seed.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFiles } from '../../build/edit/change.ts';
import { EditRefused } from '../../build/edit/source-place.ts';
import { howMany } from '../how-many.ts';
import { expectOnlyMeant } from './only-meant.ts';
import { withNotes } from './strewn-notes.ts';
import { changeOf, contentFiles, KINDS, LANGUAGES, step } from './random-changes.ts';

const STEPS = howMany({ gate: 200, nightly: 500 });
const seed = process.env['EDIT_SEED'] === 'fresh' ? Date.now() % 2 ** 31 : Number(process.env['EDIT_SEED'] ?? 14);

test(`each of ${String(STEPS)} edits changes what was meant and nothing else (seed ${String(seed)})`, async () => {
  const files = withNotes(await contentFiles());
  const done = new Map<string, number>();
  for (const each of fc.sample(step, { numRuns: STEPS, seed })) {
    const change = changeOf(each, files);
    if (!change) continue;
    try {
      const changed = changedFiles(change, files, LANGUAGES);
      expectOnlyMeant(change, files, changed);
      for (const [path, text] of changed) {
        files.set(path, text);
      }
      done.set(each.kind, (done.get(each.kind) ?? 0) + 1);
    } catch (error) {
      // A list keeps its fewest and its most items; nothing else is refused.
      if (!(error instanceof EditRefused) || !['fewest', 'most'].includes(error.reason))
        throw new Error(`Seed ${String(seed)}: ${JSON.stringify(change)}`, { cause: error });
    }
  }
  for (const kind of KINDS) expect(done.get(kind) ?? 0, kind).toBeGreaterThan(STEPS / 100);
});
