/** What the soak of two computers may ask for: never less than was promised, and nothing that no course could have kept. */
import { beforeEach, expect, test, vi } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { Promises } from './promises.ts';
import { Versions, type Sight, type Version } from './versions.ts';

const FIELD = 'a.thoughts.first';
const ROW = 'b.ideas.ideas.k001';
let versions: Versions;
let promises: Promises;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  versions = new Versions();
  promises = new Promises(versions, [true, true]);
  return () => vi.useRealTimers();
});

function shows(text: string, other?: string): Sight {
  const answers: Answers = new Map([[FIELD, { text, at: 1 }]]);
  const conflicts = other === undefined ? [] : [{ field: FIELD, current: { text, at: 1 }, other: { text: other, at: 1 } }];
  return { answers, conflicts };
}

function written(text: string, by = 0, over = shows('')): Version {
  const version = versions.write(FIELD, text, by, over);
  vi.advanceTimersByTime(10_000);
  return version;
}

function saved(version: Version, isAlone = true): void {
  const { answers } = shows(version.text);
  promises.said({ by: version.by, answers, at: Date.now(), written: [version], aloneSince: isAlone ? -Infinity : undefined });
}

function found(by: number, sight: Sight): number[] {
  const { losses, overwritten, questions } = promises.check(by, sight);
  return [losses.length, overwritten.length, questions.length];
}

test('what was saved must be at the other computer, or what she wrote over it', () => {
  saved(written('Yksi'));
  expect(found(1, shows('Yksi'))).toEqual([0, 0, 0]);
  written('Kaksi', 1, shows('Yksi'));
  expect(found(0, shows('Kaksi'))).toEqual([0, 0, 0]);
  expect(found(0, shows(''))).toEqual([1, 0, 0]);
});

test('of two that do not know each other the one may be offered', () => {
  saved(written('Yksi'));
  written('Kaksi', 1);
  expect(found(1, shows('Kaksi', 'Yksi'))).toEqual([0, 0, 0]);
  expect(found(1, shows('Kaksi'))).toEqual([1, 0, 0]);
});

test('what was saved beside an open page must be there again where it was written', () => {
  saved(written('Yksi'), false);
  expect(found(1, shows(''))).toEqual([0, 0, 0]);
  expect(found(0, shows(''))).toEqual([0, 1, 0]);
});

test('what was kept at one computer may be offered at the other, which the LMS has handed it', () => {
  const early = written('Yksi');
  written('Kaksi', 1);
  promises.ended(0, [early]);
  expect(found(1, shows('Kaksi', 'Yksi'))).toEqual([0, 0, 0]);
  expect(found(0, shows('Kaksi'))).toEqual([0, 0, 0]);
  expect(found(1, shows('Kaksi'))).toEqual([1, 0, 0]);
});

test('what she has chosen at one computer is not missed at the other before the LMS has it', () => {
  const [one, two] = [written('Yksi'), written('Kaksi', 1)];
  saved(one);
  promises.offers(1, shows('Kaksi', 'Yksi'));
  promises.decided(1, versions.write(FIELD, 'Yksi', 1, shows('Kaksi'), [one]));
  promises.offers(1, shows('Yksi'));
  expect(found(0, shows('Kaksi'))).toEqual([0, 0, 0]);
  vi.advanceTimersByTime(10_000);
  saved(two);
  expect(found(0, shows('Kaksi'))).toEqual([1, 0, 0]);
});

test('what was written a moment before the tab went may be gone', () => {
  const early = written('Yksi');
  const late = versions.write(FIELD, 'Kaksi', 0, shows('Yksi'));
  promises.ended(0, [early, late]);
  expect(found(0, shows('Yksi'))).toEqual([0, 0, 0]);
  expect(found(0, shows(''))).toEqual([1, 0, 0]);
});

test('a text that she deleted does not come back by itself', () => {
  const text = written('Yksi');
  saved(written('', 0, shows(text.text)));
  expect(found(1, shows(''))).toEqual([0, 0, 0]);
  expect(found(1, shows('Yksi'))).toEqual([1, 0, 0]);
});

test('a removed row has no words', () => {
  const words = `${ROW}.what`;
  versions.write(words, 'Yksi', 0, shows(''));
  const answers: Answers = new Map([
    [ROW, { text: '', at: 2 }],
    [words, { text: 'Yksi', at: 1 }],
  ]);
  expect(versions.shown(answers, words)).toEqual([]);
});

test('to ask about a text that she has written over is needless', () => {
  written('Yksi');
  written('Kaksi', 1, shows('Yksi'));
  expect(found(0, shows('Kaksi', 'Yksi'))).toEqual([0, 0, 1]);
});

test('of a text that she deleted a moment before the tab went, another that she wrote meanwhile may take the place', () => {
  const early = written('Yksi');
  saved(early);
  const other = written('Kaksi', 1);
  const deletion = versions.write(FIELD, '', 0, shows(early.text));
  promises.ended(0, [early, deletion]);
  expect(found(1, shows(other.text))).toEqual([0, 0, 0]);
});

test('a text that she chose at another computer, and deleted there a moment before its tab went, is missed nowhere', () => {
  const early = written('Yksi');
  saved(early, false);
  const own = written('Kaksi', 1);
  promises.offers(1, shows(own.text, early.text));
  const chosen = versions.write(FIELD, early.text, 1, shows(own.text), [early]);
  promises.decided(1, chosen);
  const deletion = versions.write(FIELD, '', 1, shows(early.text));
  promises.ended(1, [own, chosen, deletion]);
  const later = written('Kolme', 0, shows(own.text));
  saved(later);
  promises.offers(1, shows(later.text));
  vi.advanceTimersByTime(10_000);
  promises.said({ by: 1, answers: shows(later.text).answers, at: Date.now(), written: [], aloneSince: -Infinity });
  expect(found(0, shows(later.text))).toEqual([0, 0, 0]);
});

test('a deletion later than what a page shows has not come to it', () => {
  const at = (text: string, seconds: number): Answers => new Map([[FIELD, { text, at: seconds * 1_000 }]]);
  const early = versions.write(FIELD, '', 0, { answers: new Map() });
  early.stamp = 10;
  const late = versions.write(FIELD, '', 1, { answers: new Map() });
  late.stamp = 20;
  expect(versions.shown(at('', 10), FIELD)).toEqual([early]);
  expect(versions.shown(at('', 20), FIELD)).toEqual([early, late]);
});
