import { ContextProvider } from '@lit/context';
import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit';
import { note } from '../../course/answers.ts';
import type { Course, Language } from '../../course/course.ts';
import { bringIntoSight, keepInPlace } from '../../exercises/shared/bring-into-view.ts';
import type { Announcer } from '../../fields/shared/announcer.ts';
import type { CourseSessionView } from '../../session/session-view.ts';
import { fi } from '../../text/fi.ts';
import { languageMissing } from '../../text/language-missing.ts';
import { textContext, type Text } from '../../text/text.ts';
import { elementInSight } from '../frame/in-sight.ts';
import { LanguageEvent } from './language-choice.ts';
import './language-missing.ts';
import { SpokenLanguage, type FurtherLanguages } from './spoken-language.ts';

/** The course's element, as far as its language goes. */
export interface CourseLanguageHost extends ReactiveElement {
  readonly session: CourseSessionView | undefined;
  /** The languages that the package has; the main one alone where it is not given. */
  readonly further: FurtherLanguages | undefined;
}

/** Shows the course in the learner's language: takes her choice, gives the words to the elements below, and tells what did not come. */
export class CourseLanguage implements ReactiveController {
  readonly #host: CourseLanguageHost;
  readonly #announcer: Announcer;
  readonly #spoken: SpokenLanguage;
  readonly #text: ContextProvider<typeof textContext>;
  /** The learner has been told that this language did not come: by the screen reader's words, and by the notice that she put away. */
  #missingSaid: Language | undefined;
  #missingSeen: Language | undefined;

  /** @param changed called where a language has come, or will not come */
  constructor(host: CourseLanguageHost, announcer: Announcer, changed: () => void) {
    this.#host = host;
    this.#announcer = announcer;
    this.#spoken = new SpokenLanguage(changed);
    this.#text = new ContextProvider(host, { context: textContext, initialValue: fi as Text });
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener(LanguageEvent.type, this.#chosen);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener(LanguageEvent.type, this.#chosen);
  }

  hostUpdate(): void {
    if (!this.#host.session) return;
    const { text } = this.#spoken;
    if (text !== this.#text.value) this.#text.setValue(text);
    // Said again, the same language would have every style of the page worked out anew, at each key.
    if (document.documentElement.lang !== text.language) document.documentElement.lang = text.language;
  }

  /** The words of the interface. */
  get text(): Text {
    return this.#spoken.text;
  }

  /** Nothing was shown yet, and the language that it shall be shown in is on its way. */
  get isAwaited(): boolean {
    return this.#spoken.isAwaited;
  }

  /** The content in the learner's language. Ids are the same in all languages. */
  courseOf(session: CourseSessionView): Course {
    return this.#spoken.course ?? session.course;
  }

  /**
   * Finds out which language the learner wants, and asks for it where it is not here.
   * @returns whether another language is shown from now on
   */
  follow(session: CourseSessionView): boolean {
    return this.#spoken.follow(session, this.#host.further);
  }

  /** @param keepsPlace what she reads stays where her eye has it, though it is longer or shorter in the other language */
  async speakAnew(keepsPlace: boolean): Promise<void> {
    const drawn = async (): Promise<void> => {
      await this.#host.updateComplete;
      this.#announcer.say(this.text.languages.now);
      await new Promise(requestAnimationFrame);
    };
    const seen = elementInSight();
    if (seen && keepsPlace) await keepInPlace(seen, drawn);
    else await drawn();
  }

  sayMissing(): void {
    const { missing } = this.#spoken;
    if (missing !== undefined && missing !== this.#missingSaid) void this.#tellOf(missing);
    this.#missingSaid = missing;
  }

  /** She may be far below the top of the page, where the notice stands. */
  async #tellOf(missing: Language): Promise<void> {
    this.#announcer.say(languageMissing[missing].title);
    await this.#host.updateComplete;
    const notice = this.#host.renderRoot.querySelector('aspa-language-missing');
    if (notice) bringIntoSight(notice);
  }

  /** @param dismissed called when the learner has pressed a button of the notice, which is gone */
  renderMissing(dismissed: () => void): TemplateResult | typeof nothing {
    const { missing } = this.#spoken;
    if (missing === undefined || missing === this.#missingSeen) return nothing;
    return html`<aspa-language-missing
      language=${missing}
      @again=${() => {
        this.#spoken.again();
        dismissed();
      }}
      @dismiss=${() => {
        this.#missingSeen = missing;
        this.#host.requestUpdate();
        dismissed();
      }}
    ></aspa-language-missing>`;
  }

  readonly #chosen = ({ language }: LanguageEvent): void => {
    this.#missingSeen = undefined;
    this.#host.requestUpdate();
    if (language === this.#spoken.missing) this.#spoken.again();
    this.#host.session?.takeDown({ [note.language]: language });
  };
}
