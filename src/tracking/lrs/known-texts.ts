/**
 * Who knows which text of the learner's document: which ones this page shows or has shown, which another page has written and this one does
 * not show yet, until when whoever wrote a text had read the others, and which texts gave way unread. It rests on what each answer in the
 * document says of itself (`AddedAnswer`), and on the names that a field has had (`moved-ids.ts`): texts under several of them are texts of one
 * field, and a page shows none under a name that only a later release gave it.
 *
 * Two neighbours know something alike, and are kept apart for a reason. `src/session/saving/proof.ts` knows whether an LMS of any standard has all of
 * what was written, as of a moment: nothing of single texts, or of who wrote them. `src/session/moved-work.ts` knows of a state in any standard,
 * or a copy in this browser, that gave way to a text under an older name: nothing of pages, and of what they had read.
 */
import type { Answer, FieldId } from '../../course/answers.ts';
import { currentId, isNewerName, type MovedIds } from '../../course/moved-ids.ts';
import type { Elsewhere } from '../tracker.ts';
import { isLater, pageOf, type AddedAnswer } from './held.ts';

/** An answer under the id that its page knows, as it stands in the document. */
type NamedAnswer = readonly [FieldId, AddedAnswer];

/** The same, of which the field is known. */
interface KnownText {
  /** The id of now. */
  readonly field: FieldId;
  /** The id under which it stands. */
  readonly name: FieldId;
  readonly answer: AddedAnswer;
}

type ByField = Map<FieldId, KnownText[]>;

export class KnownTexts {
  readonly #page: string;
  readonly #moved: MovedIds;
  readonly #now: () => number;
  /** What this page shows or has shown. */
  readonly #shown: ByField = new Map();
  /** What other pages have written, and this one does not show yet. */
  #found: ByField = new Map();
  /** The time of each field's latest text by another page that this one has shown. */
  readonly #readOf = new Map<FieldId, number>();
  #agreedAt = 0;
  #readAt = 0;

  /** @param page the name under which this page writes */
  constructor(page: string, moved: MovedIds, now: () => number) {
    this.#page = page;
    this.#moved = moved;
    this.#now = now;
  }

  /** This page shows these answers. */
  show(answers: Iterable<NamedAnswer>): void {
    const all = [...byField(answers, this.#moved).values()].flat();
    this.#followClock(all.filter(({ field, answer }) => !holds(this.#shown.get(field), answer)));
    for (const text of all) addTo(this.#shown, text);
  }

  /** The document holds these answers. */
  find(answers: readonly NamedAnswer[]): void {
    if (this.#found.size === 0) this.#agreedAt = this.#readAt;
    this.#readAt = this.#now();
    // An LRS may store a letter as another: what this page has added is its own all the same.
    const others = answers.filter(([, answer]) => pageOf(answer) !== this.#page);
    for (const [field, texts] of byField(others, this.#moved)) {
      const shown = texts.filter(({ answer }) => holds(this.#shown.get(field), answer));
      for (const text of texts) {
        if (shown.some((other) => isOrKnew(other, text, this.#moved))) this.#hasRead(field, text.answer.at);
        else addTo(this.#found, text);
      }
    }
  }

  /** This page shows that text, or has shown it. */
  hasShown(id: FieldId, answer: Answer): boolean {
    return holds(this.#shown.get(currentId(id, this.#moved)), answer);
  }

  /** That text as another page has written it, where the document has said so. */
  asWritten(id: FieldId, { text, at }: Answer): AddedAnswer | undefined {
    const texts = this.#shown.get(currentId(id, this.#moved));
    return texts?.find(({ answer }) => answer.at === at && answer.text === text && answer.page !== undefined)?.answer;
  }

  /** There is something that this page does not show yet. */
  get hasFound(): boolean {
    return this.#found.size > 0;
  }

  /**
   * What this page writes is written over this text, as `AddedAnswer` says it: 0 where it has shown no other page's text of the field. What is written
   * where a row stands is written over the words in it too.
   */
  overOf(id: FieldId): number {
    const own = currentId(id, this.#moved);
    let over = this.#readOf.get(own) ?? 0;
    for (const [field, at] of this.#readOf) if (field.startsWith(`${own}.`)) over = Math.max(over, at);
    return over;
  }

  /** What was found since this was asked last; of several texts of a field the latest. From now on the page shows it. */
  take(): Elsewhere | undefined {
    if (this.#found.size === 0) return undefined;
    const found = [...this.#found.values()].map((texts) => ({ texts, latest: latestOf(texts) }));
    const readUntil = found.flatMap(({ texts, latest: { field, name } }) =>
      readByAll(texts, this.#shown.get(field) ?? []).map((at) => [name, at] as const),
    );
    this.#found = new Map();
    for (const { texts, latest } of found) {
      for (const text of texts) addTo(this.#shown, text);
      this.#hasRead(latest.field, latest.answer.at);
    }
    return {
      answers: new Map(found.map(({ latest }) => [latest.name, plain(latest)])),
      agreedAt: this.#agreedAt,
      readUntil: new Map(readUntil),
      unread: found.flatMap(({ texts }) => unreadOf(texts, this.#moved)),
    };
  }

  /** Where the clock was set back behind the last reading, what is new was changed after that all the same. */
  #followClock(news: readonly KnownText[]): void {
    const now = this.#now();
    if (now < this.#readAt) this.#readAt = Math.min(now, ...news.map(({ answer: { at } }) => at)) - 1;
  }

  #hasRead(field: FieldId, at: number): void {
    this.#readOf.set(field, Math.max(this.#readOf.get(field) ?? 0, at));
  }
}

/**
 * Texts that somebody wrote over without having read them, in a page that could not ask the learner: it was closed at once, or the one that
 * would have told is gone. The next launch shows them.
 * @param written every answer that any page has written, as `ReadDocument` says it
 */
export function unreadTexts(written: readonly NamedAnswer[], moved: MovedIds): [FieldId, Answer][] {
  return [...byField(written, moved).values()].flatMap((texts) => unreadOf(texts, moved));
}

/** @param texts of one field */
function unreadOf(texts: readonly KnownText[], moved: MovedIds): [FieldId, Answer][] {
  return texts.flatMap((text): [FieldId, Answer][] => {
    const { field, name, answer } = text;
    if (field.startsWith('@')) return [];
    const later = texts.filter((other) => isLater(field, other.answer, answer));
    // A tab that took the course over may have written once more what the one before had.
    const twins = texts.filter((other) => other.answer.at === answer.at && other.answer.text === answer.text);
    const isKnownTo = (other: KnownText): boolean =>
      // Where nobody knows who wrote it, it may have been the same page.
      (answer.page === undefined && !isNewerName(name, other.name, moved)) || twins.some((twin) => mayKnow(other, twin, moved));
    return later.length === 0 || later.some(isKnownTo) ? [] : [[name, plain(text)]];
  });
}

function byField(answers: Iterable<NamedAnswer>, moved: MovedIds): ByField {
  const found: ByField = new Map();
  for (const [name, answer] of answers) {
    const field = currentId(name, moved);
    const texts = found.get(field);
    if (texts) texts.push({ field, name, answer });
    else found.set(field, [{ field, name, answer }]);
  }
  return found;
}

function addTo(all: ByField, text: KnownText): void {
  const texts = all.get(text.field);
  if (!holds(texts, text.answer)) all.set(text.field, [...(texts ?? []), text]);
}

/** Two browsers that follow a clock which was ahead write in the same millisecond. */
function holds(texts: readonly KnownText[] | undefined, { text, at }: Answer): boolean {
  return texts?.some(({ answer }) => answer.at === at && answer.text === text) === true;
}

/**
 * Whether the shown text is the other, as her own words of another tab or of before a reload are, or was written by somebody who knew it.
 */
function isOrKnew(shown: KnownText, other: KnownText, moved: MovedIds): boolean {
  const [{ at, text, page }, { answer }] = [shown.answer, other];
  if (at === answer.at) return text === answer.text;
  return at > answer.at && page !== undefined && mayKnow(shown, other, moved);
}

/** Whether whoever wrote the later text had read the other, or may have. */
function mayKnow(later: KnownText, other: KnownText, moved: MovedIds): boolean {
  const [{ text, page, over = Infinity }, { answer }] = [later.answer, other];
  if (text === answer.text) return true;
  if (isNewerName(other.name, later.name, moved)) return false;
  return page === undefined || pageOf(later.answer) === pageOf(answer) || over >= answer.at;
}

/** The one that the document holds, in whatever order they were found. */
function latestOf(texts: readonly KnownText[]): KnownText {
  return texts.reduce((one, other) => (isLater(one.field, other.answer, one.answer) ? other : one));
}

/** Without what the document says of it. */
function plain({ answer: { text, at } }: KnownText): Answer {
  return { text, at };
}

/**
 * Whoever wrote the latest may have read a text that was itself written without knowing this page's. A page knows what it has written itself.
 * @param shown what this page has shown of the field before. @returns none or one
 */
function readByAll(texts: readonly KnownText[], shown: readonly KnownText[]): number[] {
  if (texts.some(({ answer }) => answer.over === undefined)) return [];
  const untils = texts.map(({ answer: written }) => {
    const own = shown.filter(({ answer }) => written.page !== undefined && pageOf(answer) === pageOf(written));
    return Math.max(written.over ?? 0, ...own.map(({ answer }) => answer.at));
  });
  return [Math.min(...untils)];
}
