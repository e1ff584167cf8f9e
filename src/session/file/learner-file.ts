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
    const taken = importedAnswers(course, store.answers, json, all);
    const unseen = unseenIn(looked, store.answers, taken);
    write({ ...textsOf(without(taken, unseen)), ...this.#notesOf(json) });
    this.#offer([...[...taken].filter(([id]) => unseen.has(id)), ...otherTextsIn(course, json)]);
  }

  importEarlier(earlier: Answers): void {
    const { course, store, write, now } = this.#options;
    const missing = [...earlier].filter(([id]) => textOf(store.answers, id) === '');
    write({ ...textsOf(new Map(missing)), ...notesOfEarlier(course, store.answers, earlier, now()) });
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

/** Fields in which the file would write over a text that the learner has not been shown: it came from another browser meanwhile, or the question is not asked any more. */
function unseenIn({ changed }: ImportPreview, answers: Answers, taken: Answers): ReadonlySet<FieldId> {
  const shown = new Map(changed.map(({ field, current }) => [field, current]));
  const isUnseen = (field: FieldId, there: string, text: string): boolean => there !== '' && there !== text && shown.get(field) !== there;
  return new Set([...taken].filter(([field, { text }]) => isUnseen(field, textOf(answers, field), text)).map(([field]) => field));
}

function without(answers: Answers, fields: ReadonlySet<FieldId>): Answers {
  return new Map([...answers].filter(([id]) => !fields.has(id)));
}

function textsOf(answers: Answers): AnswerChanges {
  return Object.fromEntries([...answers].filter(([id]) => !id.startsWith('@')).map(([id, { text }]) => [id, text]));
}
