/** Going back to what a model was must leave nothing behind of what was read since: a state packed by such a model would not be read by another. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ContextModel } from '../../../src/tracking/state/context-model.ts';
import { LightModel } from '../../../src/tracking/state/light-model.ts';
import type { StateModel } from '../../../src/tracking/state/state-model.ts';
import { TEXT } from '../../../src/tracking/state/state-records.ts';
import { howMany } from '../../how-many.ts';
import { FINNISH_ANSWERS } from '../finnish-answers.ts';

const WORDS = [...FINNISH_ANSWERS.values()].map(({ text }) => text).join(' ');
/** From a word to more than a table remembers, with few repeats; each ends a word, as the ends of texts do. */
const TEXTS = [5, 40, 300, 1_000].map((length, index) => `${WORDS.slice(index * 400, index * 400 + length)} `);

/** What happens to one of three models: it reads a text, or becomes another. */
type Event = { readonly model: number; readonly reads: number } | { readonly model: number; readonly becomes: number };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ model: fc.nat(2), reads: fc.nat(TEXTS.length - 1) }),
  fc.record({ model: fc.nat(2), becomes: fc.nat(2) }),
);

/** @returns what was foretold, bit by bit */
function read(model: StateModel, text: string): number[] {
  return Array.from(text).flatMap((letter) => {
    const byte = letter.charCodeAt(0) & 255;
    model.begin(TEXT);
    const foretold = [7, 6, 5, 4, 3, 2, 1, 0].map((shift) => {
      const chance = model.foretell();
      model.learn(((byte >> shift) & 1) as 0 | 1);
      return chance;
    });
    model.end();
    return foretold;
  });
}

test.each<[string, () => StateModel]>([
  ['the context model', () => new ContextModel()],
  ['the light model', () => new LightModel()],
])('%s foretells what a new one would that has read the same, whatever it has become in between', (_, newModel) => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 8, maxLength: 24 }), (events) => {
      const models = [0, 1, 2].map(() => ({ model: newModel(), past: '' }));
      for (const one of events) {
        const changed = models[one.model] as (typeof models)[number];
        if ('reads' in one) {
          read(changed.model, TEXTS[one.reads] as string);
          changed.past += TEXTS[one.reads] as string;
        } else if (one.becomes !== one.model) {
          const other = models[one.becomes] as (typeof models)[number];
          changed.model.become(other.model);
          changed.past = other.past;
        }
      }
      for (const { model, past } of models) {
        const fresh = newModel();
        read(fresh, past);
        expect(read(model, TEXTS.join(''))).toEqual(read(fresh, TEXTS.join('')));
      }
    }),
    { numRuns: howMany({ gate: 10, nightly: 200 }) },
  );
});
