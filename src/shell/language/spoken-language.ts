import { note, textOf } from '../../course/answers.ts';
import type { Course, Language } from '../../course/course.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import { fi } from '../../text/fi.ts';
import type { Text } from '../../text/text.ts';
import { wantedLanguage } from '../../text/wanted-language.ts';

/** Interface and content in one language. */
export interface SpokenCourse {
  readonly text: Text;
  readonly course: Course;
}

/** The languages of a package beside the main one, which come when they are asked for. */
export interface FurtherLanguages {
  /** All languages of the package, the main one first. */
  readonly offered: readonly Language[];
  /** @throws Error where it does not come */
  load(language: Language): Promise<SpokenCourse>;
}

/** The first page waits so long for its language, in milliseconds; then the course opens in its main one. */
const FIRST_WAIT = 5_000;

/**
 * The language that the learner sees. Another one than the main one is a file: until it is here the course stays in the language that it is
 * in, and where it does not come too. Of what she has written nothing is touched, since ids are the same in all languages.
 */
export class SpokenLanguage {
  readonly #changed: () => void;
  /** Read once: a page that is being left tells the browser's own language, and would ask for a file on its way out. */
  readonly #browser = navigator.languages;
  readonly #loaded = new Map<Language, SpokenCourse>();
  readonly #failed = new Set<Language>();
  #further: FurtherLanguages | undefined;
  #spoken: SpokenCourse | undefined;
  #wanted: Language | undefined;
  #coming: Language | undefined;
  /** Something was shown already, or was waited for long enough. */
  #isBegun = false;

  /** @param changed called where a language has come, or will not come */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get text(): Text {
    return this.#spoken?.text ?? fi;
  }

  /** The content in that language; undefined before the first `follow`. */
  get course(): Course | undefined {
    return this.#spoken?.course;
  }

  /** Nothing was shown yet, and the language that it shall be shown in is on its way. */
  get isAwaited(): boolean {
    return this.#coming !== undefined && !this.#isBegun;
  }

  /** The language that was asked for and did not come. */
  get missing(): Language | undefined {
    return this.#wanted !== undefined && this.#failed.has(this.#wanted) ? this.#wanted : undefined;
  }

  /**
   * Finds out which language the learner wants, and asks for it where it is not here.
   * @returns whether another language is shown from now on
   */
  follow({ course, launch, phase, store }: CourseSessionView, further: FurtherLanguages | undefined): boolean {
    this.#further = further;
    const main: SpokenCourse = { text: fi, course };
    const wanted = wantedLanguage(further?.offered ?? [course.language], {
      chosen: textOf(store.answers, note.language),
      lms: launch?.language,
      browser: this.#browser,
      byDefault: course.defaultLanguage ?? course.language,
    });
    this.#wanted = wanted;
    const before = this.#spoken?.text.language;
    const here = wanted === course.language ? main : this.#loaded.get(wanted);
    // Who asks for a language is not known before the LMS has answered.
    if (!here && phase !== 'opening') this.#ask(wanted);
    if (here ?? !this.#spoken) this.#spoken = here ?? main;
    if (here && phase !== 'opening') this.#isBegun = true;
    return before !== undefined && before !== this.text.language;
  }

  /** Asks once more for a language that did not come. */
  again(): void {
    const { missing } = this;
    if (missing === undefined) return;
    this.#failed.delete(missing);
    this.#ask(missing);
    this.#changed();
  }

  #ask(language: Language): void {
    const further = this.#further;
    if (!further || this.#coming === language || this.#failed.has(language)) return;
    this.#coming = language;
    void this.#load(further, language);
    if (!this.#isBegun) setTimeout(() => this.#waitNoLonger(), FIRST_WAIT);
  }

  async #load(further: FurtherLanguages, language: Language): Promise<void> {
    try {
      this.#loaded.set(language, await further.load(language));
    } catch (error) {
      console.error(error);
      this.#failed.add(language);
      this.#isBegun = true;
    }
    if (this.#coming === language) this.#coming = undefined;
    this.#changed();
  }

  #waitNoLonger(): void {
    if (!this.isAwaited) return;
    this.#isBegun = true;
    this.#changed();
  }
}
