import type { Progress } from '../course/completion-rules.ts';
import type { Course } from '../course/course.ts';

/** Classes earned a moment ago. */
export interface ClassNews {
  readonly classes: readonly string[];
  /** The last compulsory class is among them. */
  readonly licence: boolean;
}

/** Notices that a class is earned, each once; those of earlier visits are no news. */
export class ClassEarnings {
  readonly #course: Pick<Course, 'classes'>;
  #known: ReadonlySet<string>;

  constructor(course: Pick<Course, 'classes'>, { earnedClasses }: Pick<Progress, 'earnedClasses'>) {
    this.#course = course;
    this.#known = earnedClasses;
  }

  /** @returns undefined where there is nothing new */
  since({ earnedClasses, licence }: Pick<Progress, 'earnedClasses' | 'licence'>): ClassNews | undefined {
    const { classes } = this.#course;
    const fresh = classes.map(({ id }) => id).filter((id) => earnedClasses.has(id) && !this.#known.has(id));
    if (fresh.length === 0) return undefined;
    const hadLicence = classes.every(({ id, compulsory }) => !compulsory || this.#known.has(id));
    this.#known = new Set([...this.#known, ...earnedClasses]);
    return { classes: fresh, licence: licence && !hadLicence };
  }
}
