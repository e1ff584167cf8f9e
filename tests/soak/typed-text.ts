import { textOf, type Answers } from '../../src/course/answers.ts';
import { DEFAULT_MAX_LENGTH } from '../../src/fields/text/definition.ts';
import type { CourseSession } from '../../src/session/course-session.ts';

interface Typed {
  readonly at: number;
  readonly text: string;
}

/** What the course said of her work, as of a time, and what it showed then. */
export interface Said {
  readonly at: number;
  readonly shown: Answers;
}

/** A field takes no more letters: the node of a map (`stakeholder-map/definition.ts`), and any other of the course here. */
const longestOf = (field: string): number => (field.startsWith('b.map.') ? 200 : DEFAULT_MAX_LENGTH);
const FIELDS = [
  'a.thoughts.first',
  'a.thoughts.secret',
  'b.ideas.ideas.k001.what',
  'b.ideas.ideas.k001.who',
  'b.ideas.ideas.k002.what',
  'b.map.map.n001.text',
];
const WORDS =
  'asiakas kirjasto hylly lainaa palvelu äiti Öhman 😀 👩🏽‍🏫 {x} [,] <script> & % + = \\ "lainaus" rivi\nrivi  kaksi välilyöntiä'.split(' ');

/** @param longest so many characters at most. @param pages how often it is a page instead of some words, 0 to 1 */
export function someText(longest: number, random: () => number, pages: number): string {
  const words = random() < pages ? 300 + random() * 150 : 1 + random() * 12;
  const written = Array.from({ length: Math.floor(words) }, () => WORDS[Math.floor(random() * WORDS.length)] as string);
  while (written.join(' ').length > longest) written.pop();
  return written.join(' ');
}

/** Everything a learner has typed, with its times, and what of it may be asked for again. */
export class TypedText {
  readonly #typed = new Map<string, Typed[]>();
  /** With what is not asked for again. */
  readonly #ever = new Map<string, Typed[]>();
  readonly #pages: number;
  #provenUntil = -Infinity;
  /** What was typed until then may be lost, and may come to light yet. */
  #unheardUntil = -Infinity;

  /** @param pages how often she writes a whole page instead of some words, 0 to 1 */
  constructor(pages = 0.08) {
    this.#pages = pages;
  }

  /** Types into one of her fields. */
  write(session: CourseSession, random: () => number): void {
    this.writeInto(FIELDS[Math.floor(random() * FIELDS.length)] as string, session, random);
  }

  writeInto(field: string, session: CourseSession, random: () => number): void {
    const text = someText(longestOf(field), random, this.#pages);
    // What stands there already is no writing: it stays as old as it is.
    if (textOf(session.store.answers, field) === text) return;
    session.store.change({ [field]: text });
    for (const texts of [this.#typed, this.#ever]) texts.set(field, [...(texts.get(field) ?? []), { at: Date.now(), text }]);
  }

  /** A launch showed its answers while the browser could not say all that it keeps of what was typed until then. */
  unheard(until: number): void {
    this.#unheardUntil = Math.max(this.#unheardUntil, until);
  }

  /** Whether what the course said is said of all that was typed until then: not of a text that it never came to know again. */
  isOfAll({ at, shown }: Said): boolean {
    return this.missing(shown, Math.min(at, this.#unheardUntil)).length === 0;
  }

  /** The course said "saved", as of that time. */
  proved({ at, shown }: Said): void {
    if (this.isOfAll({ at, shown })) this.#provenUntil = Math.max(this.#provenUntil, at - 1);
  }

  /** The LMS has been told to forget it all, and the learner knows. */
  wiped(): void {
    this.#provenUntil = -Infinity;
  }

  get provedUntil(): number {
    return this.#provenUntil;
  }

  /** What was typed until `before` and is not there, nor anything later in its field. */
  missing(answers: Answers, before: number): string[] {
    return [...this.#typed].flatMap(([field, typed]) => {
      const settled = typed.filter(({ at }) => at <= before).at(-1);
      const text = textOf(answers, field);
      const good = !settled || this.#ever.get(field)?.some((one) => one.at >= settled.at && one.text === text);
      return good ? [] : [`${field}: “${excerpt(settled.text)}” became “${excerpt(text)}”`];
    });
  }

  /** The same for what the course said to be saved. */
  unproved(answers: Answers): string[] {
    return this.missing(answers, this.#provenUntil);
  }

  /**
   * What came back is what she goes on from: keystrokes of the last seconds that are gone are gone. Of what an LMS forgot, it or a copy may
   * hand over some again after all.
   */
  restored(answers: Answers): void {
    this.#unheardUntil = -Infinity;
    for (const [field, ever] of this.#ever) {
      const typed = this.#typed.get(field) ?? [];
      const text = textOf(answers, field);
      const last = typed.findLastIndex((one) => one.text === text);
      const earlier = ever.findLast((one) => one.text === text);
      if (last >= 0) this.#typed.set(field, typed.slice(0, last + 1));
      else if (earlier) this.#typed.set(field, [earlier]);
      else if (text === '') this.#typed.delete(field);
    }
  }
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
