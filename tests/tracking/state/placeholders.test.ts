import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/simulator/in-memory/random.ts';
import { withoutPlaceholders, withoutFillers } from '../../../src/tracking/state/placeholders.ts';
import { packState, unpackState, type PackedState } from '../../../src/tracking/state/state-codec.ts';
import { DENSE, LIGHT } from '../../../src/tracking/state/state-form.ts';

import { howMany } from '../../how-many.ts';

const STATE: PackedState = {
  answers: new Map([['b.one', { text: 'Sanoja, jotka eivät mahdu yhdelle riville. '.repeat(20), at: 1_700_000_000_000 }]]),
  revision: 3,
  notes: new Map(),
};

/** As a template engine finds them. */
const FOUND = /\{\s*[.0-9A-Za-z_-]+\s*\}/;

test.each([
  ['a{b}c', 'a{+b}c'],
  ['{a}{B.1}{_-}', '{+a}{+B.1}{+_-}'],
  ['{a{b}', '{a{+b}'],
  ['{}{a:b}{a', '{}{a:b}{a'],
])('%s is handed over as %s, and read as it was', (packed, handed) => {
  expect(withoutPlaceholders(packed)).toBe(handed);
  expect(withoutFillers(handed)).toBe(packed);
});

const STATES = howMany({ gate: 200, nightly: 1000 });

test('of hundreds of states none has a placeholder in it, and each is read as it was', () => {
  const random = seededRandom(7);
  let had = 0;
  for (let run = 0; run < STATES; run += 1) {
    const text = Array.from({ length: 40 }, () => String.fromCharCode(97 + Math.floor(random() * 26), 32 + Math.floor(random() * 90))).join(
      '',
    );
    const state = { answers: new Map([['a.text', { text, at: 1_795_000_000_000 }]]), revision: run + 1, notes: new Map<string, string>() };
    const packed = packState(state);
    if (FOUND.test(packed)) had += 1;
    const handed = withoutPlaceholders(packed);
    expect(handed).not.toMatch(FOUND);
    expect(unpackState(handed)).toEqual({ result: 'whole', state });
    for (const mangled of ['', ' ']) expect(unpackState(handed.replaceAll('+', mangled))).toEqual({ result: 'whole', state });
  }
  expect(had).toBeGreaterThan(STATES / 200);
});

test.each<[string, (text: string) => string]>([
  ['a line end before it', (text) => `\n${text}`],
  ['a line end behind it', (text) => `${text}\r\n`],
  ['lines of 76', (text) => text.replace(/.{76}/g, '$&\r\n')],
  ['indented', (text) => `\n\t\t${text}\n\t`],
])('a state that an LMS hands back with white space of its own is whole: %s', (_name, printed) => {
  for (const form of [DENSE, LIGHT]) expect(unpackState(printed(packState(STATE, form)))).toMatchObject({ result: 'whole', state: STATE });
});
