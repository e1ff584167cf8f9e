import type { Answers } from '../course/answers.ts';

/** What the LMS is known to have of the learner's work. */
export class Proof {
  /** Something was changed since the LMS last proved that it has everything. */
  isMissing = false;
  /** Until when the LMS is known to have everything, milliseconds since 1970; 0 where it never said so. */
  at = 0;
  /** The revision that it had then. */
  revision = 0;
  /** What the launch handed over, where this browser had nothing beyond it. */
  readBack: Answers | undefined;

  /** The LMS has proved that it has everything of that revision. */
  given(revision: number, at: number): void {
    this.isMissing = false;
    this.revision = revision;
    this.at = at;
  }
}
