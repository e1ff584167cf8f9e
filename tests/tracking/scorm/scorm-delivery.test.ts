/** The states of `scorm-delivery.ts` as a table: each state, each event, what comes of it. */
import { describe, expect, test } from 'vitest';
import { nextDelivery, NOTHING_TOLD, repeats, type Delivery, type DeliveryEvent } from '../../../src/tracking/scorm/scorm-delivery.ts';

const told: Delivery = NOTHING_TOLD;
const hidden: Delivery = { ...told, name: 'unheard', event: 'hidden', complete: false };
const leaving: Delivery = { ...told, name: 'unheard', event: 'leaving', complete: false };
const lost: Delivery = { ...told, name: 'lost' };

const begins = (occasion: 'in-sight' | 'hidden' | 'leaving' | 'close'): DeliveryEvent => ({ type: 'begins', occasion });
const committed = (
  occasion: 'in-sight' | 'hidden' | 'leaving' | 'close',
  how: 'answered' | 'without receipt' | 'unheard',
  complete = false,
): DeliveryEvent => ({ type: 'committed', occasion, complete, isHeard: how !== 'unheard', isProven: how === 'answered' });
const failed: DeliveryEvent = { type: 'failed', complete: false };
const abandoned: DeliveryEvent = { type: 'abandoned' };

test.each<[string, Delivery, DeliveryEvent, Delivery]>([
  ['a save in sight begins', told, begins('in-sight'), told],
  ['and is answered', told, committed('in-sight', 'answered'), told],
  ['or is taken without a receipt', told, committed('in-sight', 'without receipt'), told],
  ['or fails', told, failed, lost],
  ['another tab wrote', told, abandoned, lost],
  ['hidden, and answered', told, committed('hidden', 'answered'), told],
  ['hidden, and not answered', told, committed('hidden', 'unheard'), hidden],
  ['leaving, and not answered', told, committed('leaving', 'unheard'), leaving],
  ['then hidden again', hidden, begins('hidden'), hidden],
  ['then closing', hidden, begins('close'), hidden],
  ['closing right after leaving', leaving, begins('close'), leaving],
  ['what was told in sight before is answered now', hidden, committed('in-sight', 'answered'), hidden],
  ['in sight what was told out of sight is repeated', hidden, begins('in-sight'), told],
  ['after a failure everything', lost, begins('in-sight'), told],
  ['out of sight only what is new is told', lost, begins('hidden'), lost],
  ['and what was lost stays lost though that is answered', lost, committed('hidden', 'answered'), lost],
  ['at closing too', lost, begins('close'), lost],
  ['a failure after a failure', lost, failed, lost],
  ['a failure of what was told in sight before', hidden, failed, lost],
])('%s', (_what, state, event, next) => {
  expect(nextDelivery(state, event)).toEqual(next);
});

test.each<[string, Delivery, 'in-sight' | 'hidden' | 'leaving' | 'close', ReturnType<typeof repeats>]>([
  ['nothing was lost', told, 'in-sight', 'nothing'],
  ['sent out of sight, in sight now', hidden, 'in-sight', 'unheard'],
  ['sent out of sight, and still there', hidden, 'hidden', 'nothing'],
  ['a failure, in sight now', lost, 'in-sight', 'everything'],
  ['a failure, out of sight', lost, 'leaving', 'nothing'],
  ['a failure, closing', lost, 'close', 'nothing'],
])('what is repeated: %s', (_what, state, occasion, what) => {
  expect(repeats(state, occasion)).toBe(what);
});

describe('completion', () => {
  const owed = { ...lost, completion: 'owed' } as const;
  const proven = { ...told, completion: 'proven' } as const;

  test.each<[string, Delivery, DeliveryEvent, Delivery['completion']]>([
    ['in a commit that was answered', told, committed('in-sight', 'answered', true), 'proven'],
    ['in one without a receipt', told, committed('in-sight', 'without receipt', true), 'open'],
    ['in one that failed', told, { type: 'failed', complete: true }, 'owed'],
    ['in one that nobody answered, and another save begins', { ...hidden, complete: true }, begins('in-sight'), 'owed'],
    ['in one that nobody answered after a loss', lost, committed('hidden', 'unheard', true), 'owed'],
    ['owed, and the word that stands in for it is answered', owed, committed('in-sight', 'answered', true), 'owed'],
    ['owed, and "completed" follows', owed, { type: 'completed-follows' }, 'open'],
    ['proven, and a later commit fails', proven, { type: 'failed', complete: true }, 'proven'],
    ['proven, and nobody answers a later one', { ...hidden, complete: true, completion: 'proven' }, begins('close'), 'proven'],
    ['open, and a commit without it fails', told, failed, 'open'],
  ])('%s', (_what, state, event, completion) => {
    expect(nextDelivery(state, event).completion).toBe(completion);
  });
});
