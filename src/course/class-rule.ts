/** What makes a class: `earnedBy` in `content/course.yaml`. When one of its exercises is done, its kind says (`needs` in `definition.ts`). Pure. */
import type { Exercise, LicenceClass } from './course.ts';
import { midnightOf, periodsOf, type Dated, type Period } from './rule-periods.ts';

export interface ClassRule extends Dated {
  /** The exercises that have to be done; absent where all that belong to the class have to be. */
  readonly exercises?: readonly string[];
  /** Fewest items of each exercise's list; absent where the exercise itself says it. */
  readonly minimum?: number;
}

const ALL_EXERCISES: readonly ClassRule[] = [{}];

/** The rules of a class that hold now or have held, the earliest first. @param now milliseconds since 1970 */
export function classPeriodsOf(
  licenceClass: Pick<LicenceClass, 'earnedBy'> | undefined,
  now: number,
): readonly Period<ClassRule, number>[] {
  return periodsOf(licenceClass?.earnedBy ?? ALL_EXERCISES, now, midnightOf);
}

/** The rule in force. */
export function classRuleOf(licenceClass: Pick<LicenceClass, 'earnedBy'> | undefined, now: number): ClassRule {
  return classPeriodsOf(licenceClass, now).at(-1)?.rule ?? {};
}

/** The exercises that a rule of a class asks for. */
export function exercisesFor(classId: string, { exercises }: ClassRule, all: readonly Exercise[]): readonly Exercise[] {
  return all.filter(({ id, classes }) => classes.includes(classId) && (exercises?.includes(id) ?? true));
}
