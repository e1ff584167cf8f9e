/** What the LMS is known to have: by a launch that handed it over, by its receipt, or by its word alone. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import { Proof } from '../../src/session/saving/proof.ts';
import { afterOutcome, type ProofState } from '../../src/session/saving/proof-state.ts';
import { takenAfter, takenOnly } from '../../src/session/saving/taken-texts.ts';
import type { SaveOutcome } from '../../src/tracking/tracker.ts';

const NOON = Date.UTC(2026, 8, 1, 12);
const FIELD = 'a.thoughts.first';
const SAVED: SaveOutcome = { result: 'saved', revision: 7 };
const SENT: SaveOutcome = { result: 'sent', revision: 7 };
const NOT_SAVED: SaveOutcome = { result: 'not-saved', reason: 'offline', retry: true };

function texts(text: string, at = NOON, field = FIELD): Answers {
  return new Map([[field, { text, at }]]);
}

describe('the state of the proof', () => {
  const [before, asked] = [texts('Ennen'), texts('Nyt')];
  const notKnown: ProofState = { is: 'unknown' };
  const proved: ProofState = { is: 'proved', answers: before };
  const provedNow: ProofState = { is: 'proved', answers: asked };
  const handed: ProofState = { is: 'read-back', answers: before };
  const handedNow: ProofState = { is: 'read-back', answers: asked };

  test.each<[string, ProofState, SaveOutcome, boolean, ProofState]>([
    ['not known: saved', notKnown, SAVED, true, provedNow],
    ['not known: sent', notKnown, SENT, true, notKnown],
    ['not known: sent, and nothing else is ever said', notKnown, SENT, false, notKnown],
    ['not known: not saved', notKnown, NOT_SAVED, true, notKnown],
    ['read back: saved', handed, SAVED, true, provedNow],
    ['read back: sent', handed, SENT, true, handed],
    ['read back: new words are sent, and nothing else is ever said', handed, SENT, false, handed],
    ['read back: the same is sent', handedNow, SENT, true, handedNow],
    ['read back: the same is sent, and nothing else is ever said', handedNow, SENT, false, provedNow],
    ['read back: the same is not saved', handedNow, NOT_SAVED, false, handedNow],
    ['proved: saved', proved, SAVED, true, provedNow],
    ['proved: sent', proved, SENT, false, proved],
    ['proved: not saved', proved, NOT_SAVED, true, proved],
  ])('%s', (_name, state, outcome, receipts, next) => {
    expect(afterOutcome(state, asked, outcome, receipts)).toEqual(next);
  });
});

describe('what the LMS has taken', () => {
  const [before, answers] = [texts('Ennen'), texts('Nyt')];
  const taken = takenOnly(before);

  test('is what it was asked to store, once it says so', () => {
    for (const outcome of [SAVED, SENT]) expect(takenAfter(taken, { answers, isHurried: false }, outcome)).toEqual({ answers, before });
    expect(takenAfter(taken, { answers, isHurried: false }, NOT_SAVED)).toBe(taken);
  });

  test('is not what a page has sent that may have been gone before it arrived, unless that is proved', () => {
    expect(takenAfter(taken, { answers, isHurried: true }, SENT)).toBe(taken);
    expect(takenAfter(taken, { answers, isHurried: true }, SAVED)).toEqual({ answers, before });
  });

  test('has what was before the last words, however often they were sent', () => {
    const once = takenAfter(taken, { answers, isHurried: false }, SENT);
    expect(takenAfter(once, { answers, isHurried: false }, SENT)).toEqual({ answers, before });
  });
});

describe('the proof', () => {
  function launched(answers: Answers, receipts = true): Proof {
    const proof = new Proof();
    proof.handedOver({ answers, revision: 3 }, answers, { confirmedAt: 0 });
    proof.readBack(answers, 3, NOON, receipts);
    return proof;
  }

  test('lacks nothing but what was written after the save that is proved', () => {
    const [first, second] = [texts('Ensin'), texts('Sitten', NOON + 5000)];
    const proof = launched(new Map());
    proof.ask(first, false);
    proof.answered(SAVED, NOON + 1000, true);
    expect([first, second].map((answers) => proof.isMissing(answers))).toEqual([false, true]);
    expect([first, second].map((answers) => proof.isBehind(answers))).toEqual([false, true]);
    expect(proof.revision).toBe(7);
    expect(proof.known(second)).toMatchObject({ confirmedAt: NOON + 1000, isAsked: false, unsent: [FIELD], hadRevision: 7 });
  });

  test('is of a launch that hands over everything only where no save is ever proved', () => {
    const answers = texts('Luettu');
    expect(launched(answers).isMissing(answers)).toBe(true);
    expect(launched(answers, false).isMissing(answers)).toBe(false);
  });

  test('ends where a later launch lacks something, and the copy here says what it had before', () => {
    const answers = texts('Vain täällä');
    const proof = launched(answers, false);
    proof.notReadBack({ confirmedAt: NOON - 1000 });
    expect(proof.isMissing(answers)).toBe(true);
    expect(proof.revision).toBe(3);
    expect(proof.known(answers).confirmedAt).toBe(NOON - 1000);
  });

  test('what the LMS had is not undone by a launch out of a cache', () => {
    const [old, shown] = [texts('Vanha', NOON - 9000), texts('Uusi', NOON - 1000)];
    const proof = new Proof();
    proof.handedOver({ answers: old, revision: 3 }, shown, { confirmedAt: NOON, hadRevision: 5, had: new Map() });
    expect(proof.known(shown)).toMatchObject({ had: new Map(), hadRevision: 5, unsent: [FIELD] });
  });

  test('what was said to be sent may be taken back, and what was sent before it stays', () => {
    const [first, second] = [texts('Ensin'), texts('Sitten')];
    const proof = launched(new Map());
    for (const answers of [first, second, second]) {
      proof.ask(answers, false);
      proof.answered(SENT, NOON, false);
    }
    expect(proof.known(second).unsent).toEqual([]);
    proof.refuted();
    proof.refuted();
    expect(proof.taken).toBe(first);
    expect(proof.known(second).unsent).toEqual([FIELD]);
  });

  test('words count that were not asked for, notes and places do not', () => {
    const proof = launched(new Map());
    const answers = texts('Sanat');
    proof.ask(answers, false);
    expect(proof.lacksWords(new Map([...answers, ...texts('b', NOON, '@place')]))).toBe(false);
    expect(proof.lacksWords(new Map([...answers, ...texts('Lisää', NOON, 'b.x')]))).toBe(true);
  });

  test('a clock that was set back behind it proves nothing of what was written since', () => {
    const [proved, written] = [texts('Todistettu'), texts('Kirjoitettu sitten', NOON - 60_000, 'b.x')];
    const answers = new Map([...proved, ...written]);
    const proof = launched(new Map());
    proof.ask(proved, false);
    proof.answered(SAVED, NOON, true);
    proof.followClock(answers, NOON);
    expect(proof.known(answers).confirmedAt).toBe(NOON);
    proof.followClock(answers, NOON - 50_000);
    expect(proof.known(answers)).toMatchObject({ confirmedAt: NOON - 60_001, asked: new Map([[FIELD, [expect.any(Number)]]]) });
  });
});
