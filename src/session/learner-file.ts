import type { AnswerStore } from '../course/answer-store.ts';
import { textOf, type AnswerChanges, type Answers } from '../course/answers.ts';
import type { Course } from '../course/course.ts';
import { classesIn, notesOfEarlier, notesOfFile } from './earned-in-copy.ts';
import { importedAnswers, parseLearnerFile, previewLearnerFile, readLearnerFile, writeLearnerFile } from './learner-file-format.ts';
import type { ImportPreview, LearnerFileView } from './session-view.ts';

interface LearnerFileOptions {
  readonly course: Course;
  readonly store: AnswerStore;
  /** What goes into a file. */
  readonly living: () => Answers;
  /** Writes what is taken in, and has it saved. */
  readonly write: (changes: AnswerChanges) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A learner's work as a file of her own, and what is taken in from one, or from earlier work: the answers, and the classes earned with them. */
export class LearnerFile implements LearnerFileView {
  readonly #options: LearnerFileOptions;

  constructor(options: LearnerFileOptions) {
    this.#options = options;
  }

  export(): string {
    const { course, living, now } = this.#options;
    return writeLearnerFile(course, living(), now());
  }

  preview(json: string): ImportPreview {
    const { course, store } = this.#options;
    const imported = readLearnerFile(course, json);
    return previewLearnerFile(course, store.answers, imported, classesIn(course, this.#notesOf(json)));
  }

  import(json: string, all: boolean): void {
    const { course, store, write } = this.#options;
    const taken = importedAnswers(course, store.answers, json, all);
    write({ ...textsOf(taken), ...this.#notesOf(json) });
  }

  importEarlier(earlier: Answers): void {
    const { course, store, write, now } = this.#options;
    const missing = [...earlier].filter(([id]) => textOf(store.answers, id) === '');
    write({ ...textsOf(new Map(missing)), ...notesOfEarlier(course, store.answers, earlier, now()) });
  }

  #notesOf(json: string): AnswerChanges {
    const { course, store, now } = this.#options;
    return notesOfFile(course, store.answers, parseLearnerFile(json), readLearnerFile(course, json), now());
  }
}

function textsOf(answers: Answers): AnswerChanges {
  return Object.fromEntries([...answers].filter(([id]) => !id.startsWith('@')).map(([id, { text }]) => [id, text]));
}
