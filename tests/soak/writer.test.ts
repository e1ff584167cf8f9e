/** What the learner of the soak is known to have written must be what she has done. */
import { expect, test, vi } from 'vitest';
import type { Conflict } from '../../src/course/merge-answers.ts';
import type { Tab } from './computer.ts';
import { Versions } from './versions.ts';
import { Writer } from './writer.ts';

const FIELD = 'a.thoughts.first';

/** @param texts the one that stands there, and those that she is offered beside it */
function tabWith([first = '', ...others]: readonly string[]): Tab {
  const session = {
    phase: 'open',
    store: { answers: new Map([[FIELD, { text: first, at: 1 }]]) },
    conflicts: new Array<Conflict>(),
    resolve: ({ field, other }: Conflict, keep: 'current' | 'other') => {
      if (keep === 'other') session.store.answers.set(field, other);
      show(others.slice(others.indexOf(other.text) + 1));
    },
  };
  const show = (offered: readonly string[]): void => {
    const current = session.store.answers.get(FIELD) ?? { text: '', at: 0 };
    session.conflicts = offered.map((text) => ({ field: FIELD, current, other: { text, at: 1 } }));
  };
  show(others);
  return { session, written: [] } as unknown as Tab;
}

test('of three texts she is offered the last beside the one that she has taken of the first two', () => {
  const choices = [0.9, 0.1];
  const random = vi.fn(() => choices.shift() ?? 0);
  const tab = tabWith(['Yksi', 'Kaksi', 'Kolme']);
  const decided = new Writer(new Versions(), random, 0, () => {}).decides(tab, 0);
  expect(decided.map(({ text }) => text)).toEqual(['Kaksi', 'Kaksi']);
});
