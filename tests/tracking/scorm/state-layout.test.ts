/** The states of `state-layout.ts` as a table: each state, each event, what comes of it. */
import { expect, test } from 'vitest';
import type { Base } from '../../../src/tracking/scorm/state-base.ts';
import { baseOf, layoutOn, nextLayout, WHOLE, type LayoutEvent, type StateLayout } from '../../../src/tracking/scorm/state-layout.ts';

const baseNamed = (text: string): Base => ({ generation: 1, places: [0], check: 0, text, answers: new Map() });
const first = baseNamed('first');
const second = baseNamed('second');
const third = baseNamed('third');

const paged: StateLayout = { name: 'paged', base: second, earlier: first };
const crowded: StateLayout = { name: 'crowded', base: second, earlier: first };
const withoutWayBack: StateLayout = { name: 'paged', base: second, earlier: undefined };
const movingFromWhole: StateLayout = { name: 'moving', from: WHOLE, to: third };
const movingFromPages: StateLayout = { name: 'moving', from: { ...withoutWayBack }, to: third };
const movingFromCrowded: StateLayout = { name: 'moving', from: { ...withoutWayBack, name: 'crowded' }, to: third };

const prepared: LayoutEvent = { type: 'prepared', base: third };
const broken: LayoutEvent = { type: 'broken' };
const adopted: LayoutEvent = { type: 'adopted' };
const filled: LayoutEvent = { type: 'filled' };
const returned: LayoutEvent = { type: 'returned' };
const forgotten: LayoutEvent = { type: 'forgotten' };

test.each<[string, StateLayout, LayoutEvent, StateLayout]>([
  ['the first base is written', WHOLE, prepared, movingFromWhole],
  ['a newer base is written, perhaps over the one before the last', paged, prepared, movingFromPages],
  ['and over a crowded one', crowded, prepared, movingFromCrowded],
  ['a base is written once more, before the last was named', movingFromPages, prepared, movingFromPages],
  ['the first base does not read back', movingFromWhole, broken, WHOLE],
  ['a newer base does not read back', movingFromPages, broken, withoutWayBack],
  ['nor one beside a crowded one', movingFromCrowded, broken, { ...withoutWayBack, name: 'crowded' }],
  ['a base could not be written, and some of it may stand over an earlier one', paged, broken, withoutWayBack],
  ['the first base reads back', movingFromWhole, adopted, { name: 'paged', base: third, earlier: undefined }],
  ['a newer base reads back', movingFromPages, adopted, { name: 'paged', base: third, earlier: second }],
  ['a newer base after a crowded one makes room', movingFromCrowded, adopted, { name: 'paged', base: third, earlier: second }],
  ['nothing was written that could be named', paged, adopted, paged],
  ['little room is left', paged, filled, crowded],
  ['little room is left still', crowded, filled, crowded],
  ['little room is left in suspend_data alone', WHOLE, filled, WHOLE],
  ['a move did not make room enough', paged, returned, { name: 'paged', base: first, earlier: undefined }],
  ['the first move did not make room enough', withoutWayBack, returned, WHOLE],
  ['a page closes in the middle of a move, and has not room enough', movingFromPages, returned, WHOLE],
  ['there is nothing to return to', WHOLE, returned, WHOLE],
  ['another tab wrote', paged, forgotten, WHOLE],
  ['another tab wrote in the middle of a move', movingFromPages, forgotten, WHOLE],
])('%s', (_what, layout, event, next) => {
  expect(nextLayout(layout, event)).toEqual(next);
});

test.each<[string, StateLayout, Base | undefined]>([
  ['all is in suspend_data', WHOLE, undefined],
  ['a base was found at the launch', layoutOn(first), first],
  ['none was found', layoutOn(undefined), undefined],
  ['the first base is not named yet', movingFromWhole, undefined],
  ['the newer base is not named yet', movingFromPages, second],
  ['little room is left', crowded, second],
])('the base that counts: %s', (_what, layout, base) => {
  expect(baseOf(layout)).toBe(base);
});
