/** In what order the test files are begun. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of a few lines that run for half a minute and more on a busy machine: the soaks, what builds a project, and rows of large works. */
const LONG = /^tests\/(soak|added-kind|second-course|session\/(version-1\.0\.0|glance-keeps-report|asleep-in-a-save)\.test)/;

/**
 * A fresh clone knows no durations, and Vitest begins with the largest files. Long ones of a few lines would then come last, each in a worker
 * while the others have nothing left to do.
 */
export class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => LONG.test(relative(this.ctx.config.root, moduleId));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
