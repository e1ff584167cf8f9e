/**
 * What may never happen to a learner, counted for each system by every soak, over whatever build of the course they run; `npm run test:soak` prints the
 * table at its end.
 */
import type { Reporter, TestModule } from 'vitest/node';

export interface FourCounts {
  /** Texts that are gone. */
  readonly lost: number;
  /** Texts that were said to be saved, and are not there: at any computer, or where another page has written over them. As the others undefined where a soak does not look. */
  readonly saidSaved?: number;
  /** Texts that another learner was shown, or offered. */
  readonly toAnother?: number;
  /** Questions about a text that she had replaced where she saw it. */
  readonly needless?: number;
}

export interface CountedSoak extends FourCounts {
  readonly profile: string;
  readonly soak: string;
  readonly runs: number;
}

declare module 'vitest' {
  interface TaskMeta {
    soak?: CountedSoak;
  }
}

const COLUMNS = ['lost', 'saidSaved', 'toAnother', 'needless'] as const;
const HEAD = [
  'profile',
  'soak',
  'runs',
  'a text lost',
  '“saved” of what is not there',
  'shown to another',
  'asked of what she had replaced',
];

/** The rows, and their sums: a line each. A dash stands where that soak does not look. */
export function tableOf(counted: readonly CountedSoak[]): string {
  const rows = counted.map((one) => [one.profile, one.soak, String(one.runs), ...COLUMNS.map((column) => String(one[column] ?? '–'))]);
  const sums = COLUMNS.map((column) => String(counted.reduce((sum, one) => sum + (one[column] ?? 0), 0)));
  const runs = String(counted.reduce((sum, one) => sum + one.runs, 0));
  return [HEAD, HEAD.map(() => '---'), ...rows, ['all', '', runs, ...sums]].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** For vitest's `--reporter`. */
export default class FourCountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counted = modules.flatMap(({ children }) => [...children.allTests()].flatMap((test) => test.meta().soak ?? []));
    if (counted.length > 0) console.log(`\n${tableOf(counted)}\n`);
  }
}
