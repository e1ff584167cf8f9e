/** What a learner does to her answers: writes, deletes, adds and removes rows, and chooses between two texts. */
import type { Answers, FieldId } from '../../src/course/answers.ts';
import { itemsOf, position, removal } from '../../src/course/list-items.ts';
import type { Tab } from './computer.ts';
import { someText } from './typed-text.ts';
import { wordsIn, type Version, type Versions } from './versions.ts';

const PLAIN = ['a.thoughts.first', 'a.thoughts.secret'] as const;
const LISTS = [
  { list: 'b.ideas.ideas', words: 'what', under: undefined, longest: 3_000 },
  { list: 'b.map.map', words: 'text', under: 'partners', longest: 180 },
] as const;

const stampIn = (answers: Answers, field: FieldId): number => Math.floor((answers.get(field)?.at ?? 0) / 1_000);

export class Writer {
  readonly #versions: Versions;
  readonly #random: () => number;
  readonly #pages: number;
  readonly #follow: (what: string) => void;
  /** No text is written twice, nor any row's id. */
  #count = 0;

  /** @param pages how often she writes a whole page instead of some words, 0 to 1 */
  constructor(versions: Versions, random: () => number, pages: number, follow: (what: string) => void) {
    this.#versions = versions;
    this.#random = random;
    this.#pages = pages;
    this.#follow = follow;
  }

  /** @param place of the computer */
  something(tab: Tab, place: number): void {
    const { store } = tab.session;
    const dice = this.#random();
    const rows = LISTS.flatMap(({ list, words, longest }) => itemsOf(store.answers, list).map(({ id }) => ({ list, id, words, longest })));
    if (dice < 0.3 || (rows.length === 0 && dice < 0.8)) this.#put(tab, place, this.#pick(PLAIN), 3_000);
    else if (dice < 0.37) this.#change(tab, place, this.#pick(PLAIN), '');
    else if (rows.length === 0 || (dice < 0.55 && rows.length < 5)) {
      const { list, words, under, longest } = this.#pick(LISTS);
      const item = `k${String((this.#count += 1)).padStart(3, '0')}`;
      this.#put(tab, place, `${list}.${item}.${words}`, longest, { [`${list}.${item}`]: position(this.#count, under) });
    } else {
      const { list, id, words, longest } = this.#pick(rows);
      if (dice < 0.88) this.#put(tab, place, `${list}.${id}.${words}`, longest);
      else this.#change(tab, place, `${list}.${id}.${words}`, '', removal(store.answers, list, id));
    }
  }

  #put(tab: Tab, place: number, field: FieldId, longest: number, also: Readonly<Record<string, string>> = {}): void {
    const text = `${someText(longest - 8, this.#random, this.#pages)} ${(this.#count += 1)}`;
    this.#change(tab, place, field, text, { ...also, [field]: text });
  }

  #change(
    { session: { store, conflicts }, written }: Tab,
    place: number,
    field: FieldId,
    text: string,
    changes: Readonly<Record<string, string>> = { [field]: text },
  ): void {
    const before = { answers: store.answers };
    if (text === '' && wordsIn(before.answers, field) === '') return;
    // Who removes a row has seen what she was offered in it.
    const offered = changes[field] === undefined ? conflicts.filter((one) => one.field === field) : [];
    const beside = offered.flatMap(({ other }) => this.#versions.find(field, other));
    const version = this.#versions.write(field, text, place, before, beside);
    written.push(version);
    this.#follow(`writes ${field} “${text.slice(-12)}”`);
    store.change(changes);
    version.stamp = stampIn(store.answers, field);
  }

  /** Of what she is offered she takes what she likes. */
  decides(tab: Tab, place: number): readonly Version[] {
    const all: Version[] = [];
    const offered = tab.session.phase === 'open' ? tab.session.conflicts : [];
    for (const { field, other } of offered) {
      // Of several texts of one field each is offered beside the one that she has taken by then.
      const conflict = tab.session.conflicts.find((one) => one.field === field && one.other.text === other.text);
      if (!conflict) continue;
      const { current } = conflict;
      const keep = this.#random() < 0.5 ? 'current' : 'other';
      const before = { answers: tab.session.store.answers };
      const beside = this.#versions.find(field, other);
      this.#follow(`decides ${field}: ${keep} of “${current.text.slice(-12)}” and “${other.text.slice(-12)}”`);
      // A row that she has removed meanwhile comes back with the text that she has chosen.
      const decided = this.#versions.write(field, conflict[keep].text, place, before, beside);
      tab.written.push(decided);
      tab.session.resolve(conflict, keep);
      decided.stamp = stampIn(tab.session.store.answers, field);
      all.push(decided);
    }
    return all;
  }

  #pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.#random() * from.length)] as T;
  }
}
