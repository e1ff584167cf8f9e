/**
 * Where each of her texts comes from. Of one that an LMS with a single state (SCORM) lacks, that tells whether whoever saved there had read it: each state
 * names the last save of each browser that is in it (`late-receipts.ts`), and a text of this browser is in all of its saves from its first one on. No clock is
 * asked: a version vector (Parker et al., IEEE Transactions on Software Engineering 9, 1983), with the saves of a browser as its versions.
 */
import type { Answer, Answers, FieldId } from '../../course/answers.ts';
import { isMarked, isSame, NOTHING_ASKED, withMark, type AskedTexts } from './asked-texts.ts';
import type { StoredCopy } from './browser-copy.ts';
import type { LateReceipts } from './late-receipts.ts';

export interface Origins {
  /** Of each text that was written in this browser, the revision of its first save from here that has it, or a later one. */
  readonly here: ReadonlyMap<FieldId, number>;
  /** All others were in a state of the LMS that had these saves of other browsers; undefined where an earlier release had saved it. */
  readonly read: string | undefined;
  /** What stood in a field before, as this browser has shown it. */
  readonly replaced: AskedTexts;
}

/** Keeps the origins up with what she writes in this page. */
export class TextOrigins {
  #here = new Map<FieldId, number>();
  #replaced: AskedTexts = NOTHING_ASKED;
  #read: string | undefined;
  readonly #receipts: LateReceipts;
  /** As they were when this was told last. */
  #answers: Answers = new Map();

  constructor(receipts: LateReceipts) {
    this.#receipts = receipts;
  }

  get now(): Origins {
    return { here: new Map(this.#here), read: this.#read, replaced: this.#replaced };
  }

  /**
   * The work was put together.
   * @param fromLms what the launch handed over. @param before what this browser had of it, sealed or not. @param next the revision of the next save
   */
  begin(answers: Answers, fromLms: Answers, before: StoredCopy | undefined, next: number): void {
    const { here, read, replaced = NOTHING_ASKED } = before?.origins ?? {};
    const { arrived, isLast } = this.#receipts;
    this.#receipts.take(read);
    // A launch out of a cache, or of an LMS that has lost a save: what was read before is read still.
    const isOld = this.#receipts.haveAll(read) === false;
    this.#read = this.#receipts.othersSaves(isOld ? read : undefined);
    this.#answers = answers;
    this.#here = new Map();
    this.#replaced = replaced;
    const origin = (field: FieldId, answer: Answer): number | undefined => {
      const isInLms = isSame(fromLms.get(field), answer);
      if (before && !here) return next;
      if (isSame(before?.answers.get(field), answer)) return here?.get(field) ?? (isInLms || isOld ? undefined : next);
      if (!isInLms) return next;
      // A page that closes sends more than it keeps.
      return isLast && arrived > (before?.revision ?? 0) ? arrived : undefined;
    };
    for (const [field, answer] of answers) {
      if (field.startsWith('@')) continue;
      const revision = origin(field, answer);
      if (revision !== undefined) this.#here.set(field, revision);
      for (const other of [before?.answers.get(field), fromLms.get(field)])
        if (other && !isSame(other, answer)) this.#replaced = withMark(this.#replaced, field, other);
      if (answer.text === '') for (const words of [before?.answers, fromLms]) this.#removed(field, words);
    }
  }

  /** She has written, or work of hers came to light in this browser. @param next the revision of the next save */
  changed(answers: Answers, next: number): void {
    for (const [field, answer] of answers) {
      const before = this.#answers.get(field);
      if (before === answer || field.startsWith('@')) continue;
      // What no save has had is known here alone.
      if (before && this.#here.get(field) !== next) this.#replaced = withMark(this.#replaced, field, before);
      if (answer.text === '') this.#removed(field, answers);
      this.#here.set(field, next);
    }
    this.#answers = answers;
  }

  /** Where a row was removed, by whomever, nothing that is kept has its words. */
  #removed(position: FieldId, words: Answers = new Map()): void {
    for (const [field, answer] of words) if (field.startsWith(`${position}.`)) this.#replaced = withMark(this.#replaced, field, answer);
  }
}

/**
 * What is known of each other by what this browser has and by what the LMS hands over.
 * @returns undefined where the copy does not say where its texts come from
 */
export function knownByOrigin(
  { answers, origins }: StoredCopy,
  fromLms: Answers,
  receipts: LateReceipts | undefined,
): Record<'ownOf' | 'otherOf', ReadonlyMap<FieldId, number>> | undefined {
  if (!origins || !receipts) return undefined;
  const { here, read, replaced } = origins;
  const hasReadOthers = receipts.haveAll(read);
  const isRead = (field: FieldId): boolean | undefined => {
    const since = here.get(field);
    return since === undefined ? hasReadOthers : receipts.has(since);
  };
  const isOurs = (field: FieldId, answer: Answer): boolean =>
    isSame(answers.get(field), answer) || isMarked(replaced.get(field) ?? [], answer);
  return {
    ownOf: new Map([...answers.keys()].flatMap((field) => untilWhen(field, isRead(field)))),
    otherOf: new Map([...fromLms].flatMap(([field, answer]) => untilWhen(field, isOurs(field, answer)))),
  };
}

/** Where that cannot be told, the times decide. */
function untilWhen(field: FieldId, isKnown: boolean | undefined): readonly (readonly [FieldId, number])[] {
  return isKnown === undefined ? [] : [[field, isKnown ? Infinity : -Infinity]];
}
