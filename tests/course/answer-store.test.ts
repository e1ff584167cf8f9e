import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { AnswerStore } from '../../src/course/answer-store.ts';
import type { Answers } from '../../src/course/answers.ts';

const id = fc.constantFrom('a.x', 'a.y', 'b.z', '@place');
const change = fc.dictionary(id, fc.string({ unit: 'grapheme', maxLength: 8 }));

const textsOf = (answers: Answers): Record<string, string> => Object.fromEntries([...answers].map(([field, { text }]) => [field, text]));

describe('change', () => {
  test('the last text of every field is what is held, whatever was written before', () => {
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const store = new AnswerStore(() => 0);
        for (const one of changes) store.change(one);
        const written = Object.fromEntries(Object.entries(Object.assign({}, ...changes) as Record<string, string>));
        for (const [field, text] of Object.entries(written)) expect(store.answers.get(field)?.text ?? '').toBe(text);
      }),
    );
  });

  test('a picture of the answers is left as it was by later changes', () => {
    const store = new AnswerStore(() => 1);
    store.change({ 'a.x': 'eka' });
    const before = store.answers;
    store.change({ 'a.x': 'toka', 'a.y': 'uusi' });
    expect(textsOf(before)).toEqual({ 'a.x': 'eka' });
  });

  test('a row is removed after what was written in it, though this clock is behind the one that wrote there', () => {
    const store = new AnswerStore(() => 1_000);
    store.restore(
      new Map([
        ['c.ideas.k1', { text: '1', at: 500 }],
        ['c.ideas.k1.what', { text: 'Pois tämä', at: 9_000 }],
        ['c.ideas.k12.what', { text: 'Tämä jää', at: 20_000 }],
      ]),
    );
    store.change({ 'c.ideas.k1': '' });
    expect(store.answers.get('c.ideas.k1')).toEqual({ text: '', at: 10_000 });
  });

  test('a text that is the same already keeps its time and wakes nobody', () => {
    let now = 1000;
    const store = new AnswerStore(() => now);
    store.change({ 'a.x': 'sama' });
    now = 2000;
    const listener = vi.fn();
    store.listen(listener);
    store.change({ 'a.x': 'sama', 'a.y': '' });
    expect(listener).not.toHaveBeenCalled();
    expect(store.answers.get('a.x')?.at).toBe(1000);
  });

  const moments = fc.array(fc.record({ now: fc.integer({ min: 0, max: 10_000 }), leaves: fc.boolean() }), { minLength: 2 });

  test('a change is never earlier than the one before it, and of a later second than one that has left, even where the clock goes backwards', () => {
    fc.assert(
      fc.property(moments, (clock) => {
        let turn = 0;
        const store = new AnswerStore(() => clock[turn]?.now ?? 0);
        let last = -1;
        for (turn = 0; turn < clock.length; turn++) {
          store.change({ 'a.x': String(turn) });
          const at = store.answers.get('a.x')?.at ?? -1;
          expect(at).toBeGreaterThanOrEqual(last);
          if (clock[turn - 1]?.leaves) expect(Math.floor(at / 1000)).toBeGreaterThan(Math.floor(last / 1000));
          if (clock[turn]?.leaves) store.leaves();
          last = at;
        }
      }),
    );
  });

  test('however fast she types, times do not run ahead of the clock by more than the second of what has left', () => {
    let now = 10_000;
    const store = new AnswerStore(() => now);
    for (let key = 0; key < 600; key += 1, now += 100) {
      store.change({ 'a.x': 'x'.repeat(key + 1) });
      if (key % 50 === 0) store.leaves();
      expect((store.answers.get('a.x')?.at ?? 0) - now).toBeLessThanOrEqual(1_000);
    }
  });
});

describe('listening', () => {
  test('a listener hears exactly the fields whose text is now another, until it stops', () => {
    const store = new AnswerStore(() => 5);
    const heard: string[][] = [];
    const stop = store.listen((changed) => heard.push([...changed]));
    store.change({ 'a.x': 'yksi', 'a.y': '' });
    store.restore(
      new Map([
        ['a.x', { text: 'yksi', at: 9 }],
        ['b.z', { text: 'muualta', at: 9 }],
      ]),
    );
    stop();
    store.change({ 'a.x': 'kaksi' });
    expect(heard).toEqual([['a.x'], ['b.z']]);
  });

  test('restored answers keep their own times', () => {
    const store = new AnswerStore(() => 99);
    store.restore(new Map([['a.x', { text: 'vanha', at: 7 }]]));
    expect(store.answers.get('a.x')).toEqual({ text: 'vanha', at: 7 });
  });
});
