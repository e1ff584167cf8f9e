import type { AnswerStore } from '../../course/answer-store.ts';
import { textOf, type AnswerChanges, type Answers, type FieldId } from '../../course/answers.ts';
import type { Course } from '../../course/course.ts';
import type { OtherText } from '../copy/browser-copy.ts';
import { classesIn, notesOfEarlier, notesOfFile } from './earned-in-copy.ts';
import {
  importedAnswers,
  otherTextsIn,
  parseLearnerFile,
  previewLearnerFile,
  readLearnerFile,
  writeLearnerFile,
} from './learner-file-format.ts';
import type { ImportPreview, LearnerFileView } from '../session-view.ts';

interface LearnerFileOptions {
  readonly course: Course;
  readonly store: AnswerStore;
  /** What goes into a file, and the other texts of fields that have two. */
  readonly living: () => Answers;
  readonly others: () => readonly OtherText[];
  /** Writes what is taken in, and has it saved. */
  readonly write: (changes: AnswerChanges) => void;
  /** Shows texts beside those of the answers, for the learner to choose. */
  readonly offer: (others: readonly OtherText[]) => void;
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
    const { course, living, others, now } = this.#options;
    return writeLearnerFile(course, living(), now(), others());
  }

  preview(json: string): ImportPreview {
    const { course, store } = this.#options;
    const imported = readLearnerFile(course, json);
    return previewLearnerFile(course, store.answers, imported, classesIn(course, this.#notesOf(json)), otherTextsIn(course, json));
  }

  import(json: string, all: boolean, looked = this.preview(json)): void {
    const { course, store, write } = this.#options;
    const { answers } = store;
    const shown = new Map(looked.changed.map(({ field, current }) => [field, current]));
    // It came from another browser meanwhile, or the question is not asked any more.
    const isUnseen = (field: FieldId, there = textOf(answers, field)): boolean => there !== '' && shown.get(field) !== there;
    const taken = [...importedAnswers(course, answers, json, all)];
    write({ ...textsOf(taken.filter(([field]) => !isUnseen(field))), ...this.#notesOf(json) });
    this.#offer([...taken.filter(([field]) => isUnseen(field)), ...otherTextsIn(course, json)]);
  }

  importEarlier(earlier: Answers): void {
    const { course, store, write, now } = this.#options;
    const missing = [...earlier].filter(([id]) => textOf(store.answers, id) === '');
    write({ ...textsOf(missing), ...notesOfEarlier(course, store.answers, earlier, now()) });
    this.#offer([...earlier].filter(([id]) => !id.startsWith('@')));
  }

  /** With times at which they may have been written: a file's may be any numbers. */
  #offer(texts: readonly OtherText[]): void {
    const { offer, now } = this.#options;
    offer(texts.map(([id, { text, at }]) => [id, { text, at: Math.min(Math.abs(at), now()) }]));
  }

  #notesOf(json: string): AnswerChanges {
    const { course, store, now } = this.#options;
    return notesOfFile(course, store.answers, parseLearnerFile(json), readLearnerFile(course, json), now());
  }
}

function textsOf(answers: readonly OtherText[]): AnswerChanges {
  return Object.fromEntries(answers.filter(([id]) => !id.startsWith('@')).map(([id, { text }]) => [id, text]));
}
