import type { ColumnMapProblem } from '../../sources/column-map-problem.ts';
import type { HrPageText } from './fi.ts';

/** What is wrong with a column map. */
export function mapReason(problem: ColumnMapProblem, reasons: HrPageText['files']['mapReasons']): string {
  switch (problem.kind) {
    case 'not-yaml':
      return reasons.notYaml(problem.line);
    case 'unknown-keys':
      return reasons.unknownKeys(problem.keys.join(', '));
    case 'wrong-value':
      return reasons.wrongValue(problem.place);
    case 'unknown-classes':
      return reasons.unknownClasses(problem.classes.join(', '));
    case 'lacks-who':
      return reasons.lacksWho;
    case 'lacks-what':
      return reasons.lacksWhat;
  }
}
