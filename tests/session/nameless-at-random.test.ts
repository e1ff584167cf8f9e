/**
 * Two people at one computer, whose LMS names nobody, open the course in tabs one after another; it refuses what it is sent from time to time. Whoever
 * opens the course is shown her own words and those that she took, and is offered nothing that was sent from another tab; nothing unsent is lost.
 */
import { expect, test } from 'vitest';
import { textOf, type Answer, type FieldId } from '../../src/course/answers.ts';
import type { CourseSession } from '../../src/session/course-session.ts';
import { seededRandom } from '../../src/simulator/in-memory/random.ts';
import { howMany } from '../how-many.ts';
import { FIELD, freshSurroundings, type SlowTracker, write } from './fresh-session.ts';
import { within } from './memory.ts';
import { accepts, closed, later, nameless, refuses, Tabs } from './nameless-lms.ts';

const fresh = freshSurroundings();
const FIELDS = [FIELD, 'b.colleague.meaning', 'a.thoughts.secret'] as const;
const SEEDS = howMany({ gate: 60, nightly: 1000 });

interface Person {
  readonly name: string;
  readonly lms: SlowTracker;
  /** What she wrote, or took. */
  readonly hers: Set<string>;
}

const words = (answers: Iterable<readonly [FieldId, Answer]>): string[] =>
  [...answers].flatMap(([id, { text }]) => (id.startsWith('@') || text === '' ? [] : [text]));

const shown = ({ store, conflicts }: CourseSession): string[] => [...words(store.answers), ...conflicts.map(({ other }) => other.text)];

class Computer {
  readonly people: readonly Person[];
  readonly faults: string[] = [];
  readonly log: string[] = [];
  readonly sent = new Set<string>();
  /** Unsent, and not seen since. */
  readonly owed = new Set<string>();
  readonly #tabs = new Tabs(fresh);
  readonly #random: () => number;
  #written = 0;

  constructor(random: () => number) {
    this.#random = random;
    this.people = ['Aino', 'Onni'].map((name) => ({ name, lms: this.#newLms(), hers: new Set() }));
  }

  async visit(): Promise<void> {
    const person = this.#pick(this.people);
    const session = await this.opened(person);
    for (let step = 0; step < 4; step += 1) await this.#step(person, session);
    await later(this.#pick([0, 500]));
    const stored = words(person.lms.launch.state?.answers ?? []);
    this.#noteSent(person);
    for (const word of shown(session)) if (!stored.includes(word)) this.owed.add(word);
    await this.#goAway(session);
    await closed(session);
    await later(1_000);
  }

  async opened({ name, lms, hers }: Person): Promise<CourseSession> {
    this.log.push(`${name} opens`);
    const session = await this.#tabs.opened(lms);
    for (const word of shown(session)) if (!hers.has(word)) this.faults.push(`${name} is shown ${word}`);
    for (const word of words(session.strays ?? []))
      if (this.sent.has(word) && !hers.has(word)) this.faults.push(`${name} is offered ${word}, which was sent`);
    this.#see(session);
    return session;
  }

  /** All that can be had is seen. */
  async end(): Promise<void> {
    for (const person of this.people) {
      accepts(person.lms);
      await this.#close(await this.opened(person));
    }
    // In several turns: what one takes may show what another has left.
    for (const _turn of [1, 2, 3]) {
      const session = await this.#tabs.opened(this.#newLms());
      await within(3_000, session.takeStrays());
      this.#see(session);
      await this.#close(session);
    }
    for (const word of this.owed) if (!this.sent.has(word)) this.faults.push(`${word} is lost`);
  }

  async #step(person: Person, session: CourseSession): Promise<void> {
    const what = this.#random();
    if (what < 0.45) this.#write(person, session);
    else if (what < 0.5) write(session, '', this.#pick(FIELDS));
    else if (what < 0.6 && session.strays) await this.#take(person, session);
    else if (what < 0.75) this.#turn(person);
    else if (what < 0.8) await this.#lookElsewhere(session);
    else await later(this.#pick([600, 3_000, 20_000]));
    this.#noteSent(person);
  }

  /** By another page's address, slowly or not, or hidden first. */
  async #goAway(session: CourseSession): Promise<void> {
    const how = this.#random();
    if (how >= 0.7) return;
    if (how < 0.5) session.lifecycle.leave();
    else session.lifecycle.hide();
    await later(this.#pick([20, 200, 2_000]));
  }

  #write({ name, hers }: Person, session: CourseSession): void {
    this.#written += 1;
    const word = `${name}${String(this.#written)}.`;
    const field = this.#pick(FIELDS);
    this.log.push(`writes ${word} over ${textOf(session.store.answers, field)}`);
    hers.add(word);
    write(session, word, field);
  }

  async #take({ hers }: Person, session: CourseSession): Promise<void> {
    const offered = words(session.strays ?? []);
    this.log.push(`takes ${offered.join()}`);
    await within(3_000, session.takeStrays());
    for (const word of [...offered, ...shown(session)]) hers.add(word);
    this.#see(session);
  }

  async #lookElsewhere(session: CourseSession): Promise<void> {
    session.lifecycle.hide();
    await later(this.#pick([200, 2_000]));
    session.lifecycle.resume();
  }

  #turn({ lms }: Person): void {
    const isRefused = this.#random() < 0.6;
    this.log.push(isRefused ? 'is refused' : 'is accepted');
    (isRefused ? refuses : accepts)(lms);
  }

  #see(session: CourseSession): void {
    for (const word of shown(session)) this.owed.delete(word);
  }

  #noteSent({ lms }: Person): void {
    for (const { snapshot } of lms.saves) for (const word of words(snapshot.answers)) this.sent.add(word);
  }

  async #close(session: CourseSession): Promise<void> {
    await later(10_000);
    await closed(session);
    await later(1_000);
  }

  /** It takes nothing that a closing page sends, and the tracker sees no answer in time (Frappe LMS, run). */
  #newLms(): SlowTracker {
    const lms = nameless();
    lms.saveNow = ({ revision }) => new Promise((told) => setTimeout(told, 60, { result: 'sent', revision }));
    lms.closeNow = () => Promise.resolve({ result: 'not-saved', reason: 'offline', retry: true });
    return lms;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick.');
    return item;
  }
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed))('seed %i', async (seed) => {
  const computer = new Computer(seededRandom(seed));
  for (let visit = 0; visit < 5; visit += 1) await computer.visit();
  await computer.end();
  expect(computer.faults.length > 0 ? [...computer.faults, computer.log.join('; ')] : []).toEqual([]);
});
