/** In what order the test files are begun. */
import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Folders whose files are a few lines and run for half a minute and more: the soaks, and those that build a project. */
const LONG = /^tests\/(soak|added-kind|second-course)\//;

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
