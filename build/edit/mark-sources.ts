/** Marks the texts of a course with their places, while the course is made of its files. */
import { isLanguage } from '../../src/course/languages.ts';
import type { ReadChapter } from '../chapter-source.ts';
import type { ContentFile } from '../content-file.ts';
import type { CourseFile } from '../course-schema.ts';
import type { ContentMarking } from '../read-course.ts';
import { END_MARK, marksIn, type SourceTable } from './source-marks.ts';
import type { SourcePath, SourcePlace, Step } from './source-place.ts';

/** Keys whose texts are ids and addresses, and no words. */
const TECHNICAL = new Set(['id', 'kind', 'sign', 'classes', 'answersOf', 'link']);

export class SourceMarking implements ContentMarking {
  readonly #table: SourceTable;
  /** Texts of the files as they were read, by path. */
  readonly #texts: Map<string, string>;

  /** @param texts is filled with the text of every file that has marks */
  constructor(table: SourceTable, texts: Map<string, string>) {
    this.#table = table;
    this.#texts = texts;
  }

  passages(
    { path, text }: ContentFile,
    language: string,
  ): (lines: { readonly from: number; readonly to: number }) => readonly [string, string] {
    this.#texts.set(path, text);
    return (lines) => [this.#table.begin({ file: path, lines, ...standingIn(path, language) }), END_MARK];
  }

  standIn(original: string, own: string | undefined, language: string): string {
    const numbers = marksIn(own ?? '').flatMap(({ number }) => (number === undefined ? [] : [number]));
    return this.#table.standIn(original, numbers, language);
  }

  chapter(chapter: ReadChapter, language: string): ReadChapter {
    const { source, exercises, hyphenatedTitle } = chapter;
    const { file, block } = source;
    if (!block?.value) return chapter;
    this.#texts.set(file.path, file.text);
    const place = (path: SourcePath): SourcePlace => ({ file: file.path, path, ...standingIn(file.path, language) });
    const marked = [...exercises].map(([id, exercise]) => {
      const at: SourcePath = ['exercises', { id }];
      const texts = this.#marked({ ...exercise, task: undefined }, at, place, isWords);
      return [id, { ...texts, task: this.#markedHtml(exercise.task, place([...at, 'task'])) }] as const;
    });
    return {
      ...chapter,
      source: { ...source, block: { ...block, value: this.#marked(block.value, [], place, isWordsOfChapter) } },
      exercises: new Map(marked),
      ...(hyphenatedTitle === undefined ? {} : { hyphenatedTitle: this.#table.mark(hyphenatedTitle, place(['title'])) }),
    };
  }

  settings(file: ContentFile, value: CourseFile): CourseFile {
    this.#texts.set(file.path, file.text);
    return this.#marked(inEachLanguage(value), [], (path) => ({ file: file.path, path }), isLocal);
  }

  #marked<T>(value: T, path: SourcePath, place: (path: SourcePath) => SourcePlace, isText: (path: SourcePath) => boolean): T {
    const each = (inner: unknown, at: SourcePath): unknown => {
      if (typeof inner === 'string') return isText(at) ? this.#table.mark(inner, place(asWritten(at))) : inner;
      if (Array.isArray(inner)) return inner.map((item: unknown, index) => each(item, [...at, stepTo(item, index)]));
      if (typeof inner !== 'object' || inner === null) return inner;
      return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, each(item, [...at, key])]));
    };
    return each(value, path) as T;
  }

  /** Inside of the outermost tags, since a mark between blocks would stand in no text. */
  #markedHtml(html: string, place: SourcePlace): string {
    const [, opening = '', words = '', closing = ''] = /^((?:<[^>]*>\s*)*)([^]*?)((?:\s*<\/[^>]*>)*)$/.exec(html) ?? [];
    return opening + this.#table.mark(words, place) + closing;
  }
}

const isWords = (path: SourcePath): boolean => !path.some((step) => typeof step === 'string' && TECHNICAL.has(step));
/** Exercises are marked by themselves. */
const isWordsOfChapter = (path: SourcePath): boolean => path[0] !== 'exercises' && isWords(path);
const isLocal = (path: SourcePath): boolean => isLanguage(path.at(-1));

/** A chapter that a translation lacks wholly is the original's. */
function standingIn(file: string, language: string): { readonly shownIn?: string } {
  return file.startsWith(`${language}/`) ? {} : { shownIn: language };
}

/** A text that a language lacks stands in its place in the main one, so that it is known which page shows it. */
function inEachLanguage(course: CourseFile): CourseFile {
  const [main = 'fi', ...others] = course.languages;
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    if (typeof value !== 'object' || value === null) return value;
    const mapping = value as Readonly<Record<string, unknown>>;
    const original = mapping[main];
    if (typeof original === 'string') return { ...Object.fromEntries(others.map((language) => [language, original])), ...mapping };
    return Object.fromEntries(Object.entries(mapping).map(([key, inner]) => [key, each(inner)]));
  };
  return each(course) as CourseFile;
}

/** A title with soft hyphens is written without them. */
function asWritten(path: SourcePath): SourcePath {
  return path.at(-1) === 'hyphenatedTitle' ? [...path.slice(0, -1), 'title'] : path;
}

function stepTo(item: unknown, index: number): Step {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? { id } : index;
}
