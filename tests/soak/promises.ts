/** What a learner with several computers may rely on, and which of it was broken. */
import type { Answers } from '../../src/course/answers.ts';
import { knows, told, type Sight, type Version, type Versions } from './versions.ts';

/** Of a tab's last seconds so much may be lost. */
const ALLOWED_MS = 5_000;
/** What a page sends that goes arrives within. */
const ARRIVES_MS = 2_000;

export interface Broken {
  /** What is lost, or came back by itself, though no other page was open that could write over it. */
  readonly losses: readonly string[];
  /** Those of them that were said to be saved. */
  readonly saidSaved: readonly string[];
  /** What was said to be saved on this computer, and another page that stood open has written over. */
  readonly overwritten: readonly string[];
  /** Questions that she has answered, by writing the one text over the other. */
  readonly questions: readonly string[];
}

/** What the course said to be saved. */
export interface SaidSaved {
  readonly by: number;
  readonly answers: Answers;
  /** As of when, by a clock that is right. */
  readonly at: number;
  /** What was written in that tab. */
  readonly written: readonly Version[];
  /** Since when no other page is open that may write over it; undefined where one is. */
  readonly aloneSince: number | undefined;
}

export class Promises {
  readonly #versions: Versions;
  /** Said to be saved while no other page was open: it is at every computer. */
  readonly #everywhere = new Set<Version>();
  /** Said to be saved while another one was: it is there again at the computer where it was written. */
  readonly #saved: readonly Set<Version>[];
  /** Written some seconds before the tab went, or offered: it is in that computer's browser. */
  readonly #kept: readonly Set<Version>[];
  /** What she is offered at each computer. */
  readonly #offered: (readonly Version[])[];
  /** What she has chosen at each, and the LMS is not known to have. */
  readonly #chosen: (readonly Version[])[];
  readonly #keeps: readonly boolean[];

  /** @param keeps whether each computer's browser keeps anything */
  constructor(versions: Versions, keeps: readonly boolean[]) {
    this.#versions = versions;
    this.#keeps = keeps;
    this.#saved = keeps.map(() => new Set());
    this.#kept = keeps.map(() => new Set());
    this.#offered = keeps.map(() => []);
    this.#chosen = keeps.map(() => []);
  }

  said({ by, answers, at, written, aloneSince }: SaidSaved): void {
    const isAlone = aloneSince !== undefined && at > aloneSince + ARRIVES_MS;
    this.#chosen[by] = (this.#chosen[by] ?? []).filter((version) => version.at >= at);
    for (const field of this.#versions.fields)
      for (const version of this.#savedOf(answers, field, written, at)) {
        if (isAlone) this.#addEverywhere(version);
        else if (version.by === by && !this.#everywhere.has(version)) this.#add(this.#saved[by], version);
        for (const kept of this.#kept[by] ?? []) if (knows(version, kept)) this.#kept[by]?.delete(kept);
      }
  }

  /** The tab is gone. */
  ended(by: number, written: readonly Version[]): void {
    const lasting = written.filter(({ at }) => at <= Date.now() - ALLOWED_MS);
    for (const version of lasting) if (this.#isPromised(version)) this.#add(this.#kept[by], version);
    // What she has deleted in the last seconds may be there again, or not.
    for (const version of written)
      if (version.text === '') for (const all of [this.#everywhere, ...this.#saved, this.#kept[by]]) forget(all, version);
  }

  /** The course has opened. */
  check(by: number, sight: Sight): Broken {
    const isThere = (version: Version): boolean => this.#versions.isThere(version, sight);
    const isOfferedElsewhere = (version: Version): boolean =>
      [this.#offered, this.#chosen].some((all) => all.some((ofPlace, place) => place !== by && ofPlace.some((one) => knows(one, version))));
    const losses = this.#versions.strange(sight);
    const tell = (version: Version): string => told(version, sight);
    const isAnywhere = (version: Version): boolean => isThere(version) || isOfferedElsewhere(version);
    const saidSaved = [...new Set(missing(this.#everywhere, isAnywhere).map(tell))];
    losses.push(...saidSaved);
    // The LMS may have handed it to the other computer, where she is asked.
    losses.push(...(this.#keeps[by] ? missing(this.#kept[by], isAnywhere) : []).map(tell));
    const overwritten = (this.#keeps[by] ? missing(this.#saved[by], isAnywhere) : []).map(tell);
    const questions = sight.conflicts
      .filter((conflict) => this.#versions.isNoQuestion(conflict))
      .filter(({ field, other }) => !this.#offered[by]?.some((one) => one.field === field && one.text === other.text))
      .map(({ field, current, other }) => `${field}: “${current.text.slice(-20)}” or “${other.text.slice(-20)}”?`);
    this.offers(by, sight);
    return { losses: [...new Set(losses)], saidSaved, overwritten, questions };
  }

  /** What she is offered now. */
  offers(by: number, { conflicts }: Sight): void {
    const offered = conflicts.flatMap(({ field, other }) => this.#versions.find(field, other).filter(({ text }) => text !== ''));
    this.#offered[by] = offered;
    if (this.#keeps[by]) for (const version of offered) this.#kept[by]?.add(version);
  }

  /** She has chosen. */
  decided(by: number, version: Version): void {
    this.#chosen[by] = [...(this.#chosen[by] ?? []), version];
    for (const kept of this.#kept[by] ?? []) if (knows(version, kept)) this.#kept[by]?.delete(kept);
  }

  /** This LMS has forgotten all, as its launches do. */
  forgotten(): void {
    for (const all of [this.#everywhere, ...this.#saved, ...this.#kept]) all.clear();
  }

  #savedOf(answers: Answers, field: string, written: readonly Version[], at: number): readonly Version[] {
    const last = written.findLast((one) => one.field === field);
    const shown = this.#versions.shown(answers, field).filter(({ text }) => text !== '');
    const found = last?.text === '' && shown.length === 0 ? [last] : shown;
    return found.flatMap((version) => asOf(version, at));
  }

  #isPromised(version: Version): boolean {
    return ![this.#everywhere, ...this.#saved].some((all) => [...all].some((one) => knows(one, version)));
  }

  #addEverywhere(version: Version): void {
    this.#add(this.#everywhere, version);
    for (const all of this.#saved) forget(all, version);
  }

  #add(all: Set<Version> | undefined, version: Version): void {
    forget(all, version);
    all?.add(version);
  }
}

/** It stands in the place of what she wrote before it. */
function forget(all: Set<Version> | undefined, version: Version): void {
  for (const one of all ?? []) if (one !== version && knows(version, one)) all?.delete(one);
}

/** The version, or the one before it, that was written by then. */
function asOf(version: Version, at: number): readonly Version[] {
  if (version.at < at) return [version];
  const [before, another] = version.over;
  return before && !another ? asOf(before, at) : [];
}

/** @returns each that is not there, once */
function missing(all: Set<Version> | undefined, isThere: (version: Version) => boolean): Version[] {
  return [...(all ?? [])].flatMap((version) => {
    if (isThere(version)) return [];
    all?.delete(version);
    return [version];
  });
}
