import type { Progress } from '../../course/completion-rules.ts';
import type { Course } from '../../course/course.ts';

/** Classes earned a moment ago. */
export interface ClassNews {
  readonly classes: readonly string[];
  /** With them the licence is earned. */
  readonly licence: boolean;
}

/** Notices that a class is earned, each once; those of earlier visits are no news. */
export class NewlyEarned {
  readonly #course: Pick<Course, 'classes'>;
  #known: ReadonlySet<string>;
  #hadLicence: boolean;

  constructor(course: Pick<Course, 'classes'>, { earnedClasses, licence }: Pick<Progress, 'earnedClasses' | 'licence'>) {
    this.#course = course;
    this.#known = earnedClasses;
    this.#hadLicence = licence;
  }

  /** @returns undefined where there is nothing new */
  since({ earnedClasses, licence }: Pick<Progress, 'earnedClasses' | 'licence'>): ClassNews | undefined {
    const { classes } = this.#course;
    const fresh = classes.map(({ id }) => id).filter((id) => earnedClasses.has(id) && !this.#known.has(id));
    if (fresh.length === 0) return undefined;
    const hadLicence = this.#hadLicence;
    this.#hadLicence = licence;
    this.#known = new Set([...this.#known, ...earnedClasses]);
    return { classes: fresh, licence: licence && !hadLicence };
  }
}
