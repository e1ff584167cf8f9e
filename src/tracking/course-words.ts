/** What statements say of the course, in every language in which it is written. */
import type { Course, Courses, Option } from '../course/course.ts';
import { exercisesOf } from '../course/course.ts';
import { fieldsOf } from '../course/fields.ts';
import type { Field } from '../fields/field.ts';
import type { Interaction } from './tracker.ts';
import type { Component, LanguageMap } from './xapi-types.ts';

export class CourseWords {
  /** The course in its main language. */
  readonly course: Course;
  readonly #courses: Courses;
  readonly #fields: ReadonlyMap<Course, ReadonlyMap<string, Field>>;

  constructor(courses: Courses) {
    this.course = courses[0];
    this.#courses = courses;
    this.#fields = new Map(
      courses.map((course) => [
        course,
        new Map(exercisesOf(course).flatMap((exercise) => fieldsOf(exercise, course).map((field) => [field.id, field] as const))),
      ]),
    );
  }

  get title(): LanguageMap {
    return this.#inAll(({ title }) => title);
  }

  get description(): LanguageMap {
    return this.#inAll(({ description }) => description);
  }

  /** The same name and description as in the manifests, where the activity is the same. */
  classTitle(id: string): LanguageMap {
    return this.#inAll((course) => classIn(course, id)?.title);
  }

  classDescription(id: string): LanguageMap {
    return this.#inAll((course) => {
      const own = classIn(course, id);
      return own && `${course.title}: ${own.title}`;
    });
  }

  question({ id, description }: Interaction): LanguageMap {
    return { [this.course.language]: description, ...this.#inAll((course) => this.#fields.get(course)?.get(id)?.label) };
  }

  /** The options of a choice, the steps of a scale. */
  options({ id, options = [] }: Interaction): Component[] {
    return options.map((option) => ({
      id: option.id,
      description: {
        [this.course.language]: option.label,
        ...this.#inAll((course) => optionsOf(this.#fields.get(course)?.get(id)).find((own) => own.id === option.id)?.label),
      },
    }));
  }

  #inAll(text: (course: Course) => string | undefined): LanguageMap {
    return Object.fromEntries(
      this.#courses.flatMap((course) => {
        const words = text(course);
        return words ? [[course.language, words] as const] : [];
      }),
    );
  }
}

function classIn({ classes }: Course, id: string): Course['classes'][number] | undefined {
  return classes.find((own) => own.id === id);
}

function optionsOf(field: Field | undefined): readonly Option[] {
  if (field?.type === 'choice') return field.options;
  return field?.type === 'scale' ? field.steps : [];
}
