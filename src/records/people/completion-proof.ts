/** What it proves that an LMS was told "completed": judged by the licence's rules that had begun by then, whatever the rules are today. */
import { impliedByCompletion } from '../../course/completion-rules.ts';
import { classesIn, licenceRulesOf, type DatedLicenceRule } from '../../course/licence-rule.ts';
import type { Day } from '../completion-record.ts';
import type { LicenceCourse } from '../licence-course.ts';

export interface CompletionProof {
  /** The classes that whoever completed the course had earned for certain. */
  readonly implied: readonly string[];
  /** The classes of which it was made: if one of them is taken back, the completion proves the licence no more. */
  readonly madeOf: readonly string[];
}

/** @param asOf for a completion of an unknown day */
export function completionProofs(course: LicenceCourse, asOf: Day): (day: Day | undefined) => CompletionProof {
  const rules = licenceRulesOf(course);
  const byBegun = new Map<number, CompletionProof>();
  return (day = asOf) => {
    const begun = rules.filter(({ from }) => from === undefined || from <= day);
    const known = byBegun.get(begun.length) ?? proofBy(course, begun);
    byBegun.set(begun.length, known);
    return known;
  };
}

function proofBy(course: LicenceCourse, begun: readonly DatedLicenceRule[]): CompletionProof {
  const rules = begun.map(({ rule }) => rule);
  const implied = impliedByCompletion(course, rules);
  return { implied, madeOf: [...new Set([...implied, ...rules.flatMap(classesIn)])] };
}
