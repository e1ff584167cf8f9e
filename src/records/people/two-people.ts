/** What shows that records are of two people, whatever they share: an office's address, a number that two municipalities have given. */
import type { Learner } from '../completion-record.ts';
import { addressOf, numberKey } from './person-keys.ts';

/** What is compared of one record, or of a person that was put together of several. */
export interface Traits {
  /** An employee number that is one person's. */
  readonly number?: string;
  /** A name with the address that goes with it. */
  readonly face?: { readonly name: NameWords; readonly address: string };
  /** The name in the list of people, where each row is somebody. */
  readonly listed?: NameWords;
}

/** A name's words, in small letters. */
type NameWords = ReadonlySet<string>;

/** @param isListed it stands in the list of people */
export function traitsOf(learner: Learner, isListed: boolean): Traits {
  const number = numberKey(learner.employeeNumber);
  const address = addressOf(learner);
  const name = learner.name === undefined ? undefined : wordsOf(learner.name);
  return {
    ...(number === undefined ? {} : { number }),
    ...(name && address !== undefined ? { face: { name, address } } : {}),
    ...(name && isListed ? { listed: name } : {}),
  };
}

/** Different numbers, different names with different addresses, or two names in the list of people. */
export function areTwo(one: Traits, other: Traits): boolean {
  if (one.number !== undefined && other.number !== undefined && one.number !== other.number) return true;
  if (one.listed && other.listed && differ(one.listed, other.listed)) return true;
  return !!one.face && !!other.face && one.face.address !== other.face.address && differ(one.face.name, other.face.name);
}

/** Whether these are of more than one person. Of a thousand records of one person no more is compared than of a few. */
export function areSeveral(all: readonly Traits[]): boolean {
  const unlike = new Map(all.map((traits) => [wordingOf(traits), traits]));
  const few = [...unlike.values()];
  return few.some((one, index) => few.slice(index + 1).some((other) => areTwo(one, other)));
}

/** What of both is known, of a person who is put together of them. */
export function together(one: Traits, other: Traits): Traits {
  return { ...other, ...one };
}

/**
 * Whether each of two names has a word that the other lacks: one that was changed, or two people. An initial stands for its word, and a letter may
 * have lost its dots. A name of a single word may be a user name, and says nothing.
 */
export function areUnlike(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => [...wordsOf(withoutMarks(name))]) as [string[], string[]];
  return a.length > 1 && b.length > 1 && lacksOne(a, b) && lacksOne(b, a);
}

function lacksOne(words: readonly string[], others: readonly string[]): boolean {
  const isSame = (word: string, other: string): boolean =>
    word === other || (word.length === 1 && other.startsWith(word)) || (other.length === 1 && word.startsWith(other));
  return words.some((word) => !others.some((other) => isSame(word, other)));
}

function withoutMarks(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '');
}

/** By which two spellings of a name are one, whatever their order; undefined of a single word, which many people may have. */
export function nameKey(name: string | undefined): string | undefined {
  const words = [...wordsOf(name ?? '')].sort();
  return words.length > 1 ? words.join(' ') : undefined;
}

/** “Öhman, Aino” is “Aino Öhman”, and “Aino Maria Öhman” may be. */
function differ(one: NameWords, other: NameWords): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return ![...few].every((word) => many.has(word));
}

function wordsOf(name: string): NameWords {
  return new Set(
    name
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

function wordingOf({ number, face, listed }: Traits): string {
  return [number, face?.address, ...(face?.name ?? []), '', ...(listed ?? [])].join('\n');
}
