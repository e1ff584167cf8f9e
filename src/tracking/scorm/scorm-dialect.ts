import type { StatusWhenComplete } from '../../course/course.ts';
import type { ReportedPart, ReportRules } from './interaction-indexes.ts';
import type { FunctionNames } from './scorm-api.ts';
import type { Entry } from './scorm-model.ts';
import type { ClassStatus } from '../tracker.ts';

/** One SCORM version's names and forms. */
export interface ScormDialect {
  readonly functions: FunctionNames;
  readonly elements: {
    readonly state: string;
    readonly location: string;
    readonly exit: string;
    readonly status: string;
    readonly mode: string;
    readonly learnerId: string;
    readonly learnerName: string;
    readonly language: string;
    readonly sessionTime: string;
    readonly totalTime: string;
  };
  /** Lengths that suspend_data may have, tried longest first (each LMS's stand in `src/simulator/lms/`); the last is what the standard promises. */
  readonly stateLengths: readonly number[];
  /** Likewise for a free response. */
  readonly responseLengths: readonly number[];
  readonly report: Pick<ReportRules, 'options' | 'unanswered'>;
  /** Interactions can be read. */
  readonly tellsInteractions: boolean;
  /** LMSs are known that send the whole model at each commit, so that all of it has to get out of a closing page. */
  readonly maySendWhole: boolean;
  /** A word that stands in for "completed" has to be in a commit of its own. */
  readonly standInNeedsCommit: boolean;
  /** Objective identifiers can be rewritten, so that they can hold pages. */
  readonly pages: boolean;
  /** In review mode an LMS may store nothing and still say "true". */
  readonly reviewMayStoreNothing: boolean;
  /** LMSs are known that hand over nothing after a launch in which no commit has told that the learner will come back. */
  readonly forgetsUnlessSuspended: boolean;
  /** The learner will come back: told in each commit. */
  readonly suspends: readonly Entry[];
  /**
   * @param standIn in other words, after which the true ones have to follow at once, for LMSs that take what failed for sent
   * @param word what a complete course is called
   */
  status(complete: boolean, standIn: boolean, word: StatusWhenComplete): readonly Entry[];
  /** @param share of the exercises that are done, 0 to 1; empty where the standard has no word for it */
  progress(share: number): readonly Entry[];
  objective(index: number, status: ClassStatus): readonly Entry[];
  /** `brief`: without what is only of use beside it, the question and the time. */
  interaction(part: ReportedPart, form: 'full' | 'brief'): readonly Entry[];
  sessionTime(milliseconds: number): string;
  secondsOf(time: string): number;
}

/** Characters of suspend_data that the standard promises. */
export function promisedLength({ stateLengths }: ScormDialect): number {
  return stateLengths.at(-1) ?? 0;
}
