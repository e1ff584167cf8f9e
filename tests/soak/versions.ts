/**
 * All that a learner has written into her fields, and over what: of any two texts of a field it is known whether she wrote the one knowing the other.
 * So a text that was lost is told from one that she has replaced, and a question whether to keep this or that from one that asks for nothing.
 */
import { textOf, type Answer, type Answers, type FieldId } from '../../src/course/answers.ts';
import type { Conflict } from '../../src/course/merge-answers.ts';

export interface Version {
  readonly field: FieldId;
  /** '' where she deleted it, or its row. Any other is written once, and perhaps chosen again. */
  readonly text: string;
  /** Milliseconds since 1970, by a clock that is right. */
  readonly at: number;
  /** The number of the computer. */
  readonly by: number;
  /** What stood there: any of these, where it was nothing. */
  readonly over: readonly Version[];
  /** The text that she was offered, and decided about. */
  readonly beside: readonly Version[];
  /** When it was written by the clock of that computer, in whole seconds: as it comes back from an LMS. */
  stamp: number;
}

/** What a learner sees. */
export interface Sight {
  readonly answers: Answers;
  readonly conflicts: readonly Conflict[];
}

/** The words of a row or a node, behind its position. */
const IN_ROW = /^(b\.(?:ideas\.ideas|map\.map)\.[^.]+)\.[^.]+$/;

/** What stands in a field; nothing where its row is removed. */
export function wordsIn(answers: Answers, field: FieldId): string {
  const position = IN_ROW.exec(field)?.[1];
  return position !== undefined && textOf(answers, position) === '' ? '' : textOf(answers, field);
}

export class Versions {
  readonly #of = new Map<FieldId, Version[]>();

  /** @param sight what she sees before */
  write(field: FieldId, text: string, by: number, { answers }: Pick<Sight, 'answers'>, beside: readonly Version[] = []): Version {
    const version: Version = { field, text, at: Date.now(), by, over: this.shown(answers, field), beside, stamp: 0 };
    this.#of.set(field, [...(this.#of.get(field) ?? []), version]);
    return version;
  }

  /** Which versions stand in a field: where nothing does, each deletion that may have come to this page. */
  shown(answers: Answers, field: FieldId): readonly Version[] {
    const position = IN_ROW.exec(field)?.[1] ?? field;
    return this.find(field, { text: wordsIn(answers, field), at: Math.max(atOf(answers, field), atOf(answers, position)) });
  }

  /** @returns one, but where the text is '': then each that is no later, since of two times a merge keeps the later one */
  find(field: FieldId, { text, at }: Answer): readonly Version[] {
    const found = (this.#of.get(field) ?? []).filter((one) => one.text === text);
    const second = Math.floor(at / 1_000);
    const ofThen = found.filter(({ stamp }) => (text === '' ? stamp <= second : stamp === second));
    const known = ofThen.length > 0 ? ofThen : found;
    return text === '' ? known : known.slice(-1);
  }

  wrote(field: FieldId, text: string): boolean {
    return this.#of.get(field)?.some((one) => one.text === text) === true;
  }

  get fields(): readonly FieldId[] {
    return [...this.#of.keys()];
  }

  /** Words that she never wrote. */
  strange({ answers }: Sight): string[] {
    const words = [...answers.keys()].filter((field) => !field.startsWith('@') && (this.#of.has(field) || IN_ROW.test(field)));
    return words.flatMap((field) => {
      const text = wordsIn(answers, field);
      return text !== '' && this.find(field, { text, at: 0 }).length === 0 ? [`${field}: “${excerpt(text)}” was never written`] : [];
    });
  }

  /** It stands there, or what she wrote knowing it, or she is offered it. What she deleted has not come back by itself. */
  isThere(version: Version, { answers, conflicts }: Sight): boolean {
    const { field, text } = version;
    const shown = this.shown(answers, field);
    if (text === '') return shown.length === 0 || shown.some((one) => one.text === '' || !knows(version, one));
    const offered = conflicts.filter((one) => one.field === field).map(({ other }) => other);
    if ([wordsIn(answers, field), ...offered.map((one) => one.text)].some((one) => one.startsWith(text))) return true;
    if ([...shown, ...offered.flatMap((one) => this.find(field, one))].some((other) => knows(other, version))) return true;
    return shown.some((one) => this.#isBackUnread(version, one));
  }

  /** Its row was removed, and came back for words that whoever removed it had not read. */
  #isBackUnread(version: Version, shown: Version): boolean {
    const removals = this.find(version.field, { text: '', at: 0 }).filter(
      (removal) => IN_ROW.test(removal.field) && knows(removal, version),
    );
    return removals.some((removal) => !knows(removal, shown));
  }

  /** Whether she is asked to choose between two of which she wrote the one over the other, by no means in the same second. */
  isNoQuestion({ field, current, other }: Conflict): boolean {
    const others = this.find(field, other);
    const currents = this.find(field, current);
    const isDecided = (one: Version, two: Version): boolean => Math.abs(one.at - two.at) > 1_000 && (knows(one, two) || knows(two, one));
    return currents.length > 0 && others.length > 0 && currents.every((one) => others.every((two) => isDecided(one, two)));
  }
}

function atOf(answers: Answers, field: FieldId): number {
  return answers.get(field)?.at ?? 0;
}

/** Whether she wrote it knowing the other: over it, or over what she wrote so. */
export function knows(version: Version, other: Version): boolean {
  if (version === other || version.field !== other.field || version.at < other.at) return version === other;
  const known = new Set([version]);
  for (const one of known) for (const before of [...one.over, ...one.beside]) known.add(before);
  return known.has(other);
}

export function told({ field, text, at, by }: Version, { answers }: Sight): string {
  const when = new Date(at).toISOString().slice(11, 19);
  return `${field}: “${excerpt(text)}” of ${when} at computer ${by}, and there is “${excerpt(wordsIn(answers, field))}”`;
}

function excerpt(text: string): string {
  return text.length > 40 ? `${text.slice(0, 25)}…${text.slice(-14)} (${text.length})` : text;
}
