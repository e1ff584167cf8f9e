/** What statements say of the course, in every language in which it is written. */
import type { Course } from '../../course/course.ts';
import { statementWordsOf, type StatementWords } from '../../course/statement-words.ts';
import type { Interaction } from '../tracker.ts';
import type { Component, LanguageMap } from './xapi-types.ts';

export class CourseWords {
  /** The course in its main language. */
  readonly course: Course;
  /** In all languages, the main one first. */
  readonly #all: readonly StatementWords[];

  constructor(course: Course, others: readonly StatementWords[] = []) {
    this.course = course;
    this.#all = [statementWordsOf(course), ...others];
  }

  get title(): LanguageMap {
    return this.#inAll(({ title }) => title);
  }

  get description(): LanguageMap {
    return this.#inAll(({ description }) => description);
  }

  /** The same name and description as in the manifests, where the activity is the same. */
  classTitle(id: string): LanguageMap {
    return this.#inAll(({ classes }) => classes[id]);
  }

  classDescription(id: string): LanguageMap {
    return this.#inAll(({ title, classes }) => classes[id] && `${title}: ${classes[id]}`);
  }

  question({ id, description }: Interaction): LanguageMap {
    return { [this.course.language]: description, ...this.#inAll(({ questions }) => questions[id]) };
  }

  /** The options of a choice, the steps of a scale. */
  options({ id, options: asked = [] }: Interaction): Component[] {
    return asked.map((option) => ({
      id: option.id,
      description: { [this.course.language]: option.label, ...this.#inAll(({ options }) => options[`${id} ${option.id}`]) },
    }));
  }

  #inAll(text: (words: StatementWords) => string | undefined): LanguageMap {
    return Object.fromEntries(
      this.#all.flatMap((words) => {
        const own = text(words);
        return own ? [[words.language, own] as const] : [];
      }),
    );
  }
}
