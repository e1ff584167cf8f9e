import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GAP_MS, type Pace } from '../../src/session/saving/save-waits.ts';
import {
  leftOpen,
  STOPPED,
  transition,
  wakeAt,
  type QueueEffect,
  type QueueEvent,
  type QueueState,
} from '../../src/session/saving/save-queue-state.ts';
import type { NotSaved, SaveOutcome } from '../../src/tracking/tracker.ts';

const NOW = 100_000;
const PAUSE = 2_500;
const LONGEST = 15_000;
const pace: Pace = { pause: PAUSE, longest: LONGEST };

// Of the calls so far: seven, all answered a while ago; then the eighth under way.
const quiet = { last: 7, underWay: 0, quietUntil: NOW - 1 } as const;
const asked = { last: 8, underWay: 1, quietUntil: NOW - 1 } as const;
const answeredAt = { last: 8, underWay: 0, quietUntil: NOW + GAP_MS } as const;

const stopped: QueueState = { is: 'stopped', ...quiet };
const idle: QueueState = { is: 'idle', ...quiet, dueAt: Infinity };
const waiting: QueueState = { is: 'waiting', ...quiet, since: NOW - 1_000, dueAt: NOW + 1_500 };
const saving: QueueState = { is: 'saving', ...asked, began: NOW - 2_000, failures: 0 };
const hurrying: QueueState = { is: 'hurrying', ...asked, began: NOW - 2_000, failures: 0 };
const retrying: QueueState = { is: 'retrying', ...quiet, dueAt: NOW + 8_000, failures: 3 };
const waitingForHer: QueueState = { ...retrying, dueAt: Infinity, sparedUntil: NOW };
const closed: QueueState = { is: 'closed', ...asked };
const next = { since: NOW - 500, dueAt: NOW + 2_000 };

type EventWithoutTime = QueueEvent extends infer Event ? (Event extends QueueEvent ? Omit<Event, 'now'> : never) : never;
const opened: EventWithoutTime = { type: 'opened' };
const changed: EventWithoutTime = { type: 'changed', pace };
const turned: EventWithoutTime = { type: 'changed', pace, isPlace: true };
const goodMoment: EventWithoutTime = { type: 'good-moment' };
const seen: EventWithoutTime = { type: 'seen' };
const leaveAsked: EventWithoutTime = { type: 'asked' };
const reconnected: EventWithoutTime = { type: 'reconnected' };
const learnerHere: EventWithoutTime = { type: 'learner-here' };
const hidden: EventWithoutTime = { type: 'leaves', event: 'hidden' };
const leaving: EventWithoutTime = { type: 'leaves', event: 'leaving' };
const timer: EventWithoutTime = { type: 'timer' };
const refuted = (outcome: NotSaved): EventWithoutTime => ({ type: 'refuted', outcome, chance: 0.5 });
const stop: EventWithoutTime = { type: 'stopped' };
const close: EventWithoutTime = { type: 'closed' };
const answered = (outcome: SaveOutcome, call = 8): EventWithoutTime => ({ type: 'returned', call, outcome, chance: 0.5 });

const saved: SaveOutcome = { result: 'saved', revision: 1 };
const sent: SaveOutcome = { result: 'sent', revision: 1 };
const offline: NotSaved = { result: 'not-saved', reason: 'offline', retry: true };
const loggedOut: NotSaved = { result: 'not-saved', reason: 'session-ended', retry: true, waitsForLearner: true };
const leftToClose: SaveOutcome = { ...offline, isLeftToClose: true };
const full: SaveOutcome = { result: 'not-saved', reason: 'full', retry: false };

const save: QueueEffect = { do: 'save' };
const saveNow = (event: 'hidden' | 'leaving'): QueueEffect => ({ do: 'save-now', event });
const endTurn: QueueEffect = { do: 'end-turn' };
const closeNow: QueueEffect = { do: 'close-now' };
const tell = (outcome: SaveOutcome, retryIn?: number): QueueEffect => ({
  do: 'tell',
  outcome,
  ...(retryIn === undefined ? {} : { retryIn }),
});

/** What changes of a state; the rest stays. */
const like = (state: QueueState, changes: object): QueueState => ({ ...state, ...changes }) as QueueState;

type Row = readonly [what: string, from: QueueState, event: EventWithoutTime, to: QueueState, effects?: readonly QueueEffect[]];

const table: readonly Row[] = [
  ['stopped: a session that opens is saved at once', stopped, opened, like(quietWaiting(NOW), {})],
  ['stopped: writing goes nowhere', stopped, changed, stopped],
  ['stopped: no moment is good', stopped, goodMoment, stopped],
  ['stopped: nothing hurries', stopped, hidden, stopped],
  ['stopped: a late answer is not told', like(stopped, { ...asked }), answered(saved), like(stopped, { ...answeredAt })],

  ['idle: writing waits for a rest', idle, changed, { is: 'waiting', ...quiet, since: NOW, dueAt: NOW + PAUSE, setAt: NOW + 1_000 }],
  [
    'idle: what is set keeps the gap after the last call too',
    like(idle, { quietUntil: NOW + 1_040 }),
    changed,
    { is: 'waiting', ...quiet, quietUntil: NOW + 1_040, since: NOW, dueAt: NOW + PAUSE, setAt: NOW + 1_040 },
  ],
  ['idle: a good moment', idle, goodMoment, { is: 'waiting', ...quiet, since: NOW, dueAt: NOW + 200 }],
  ['idle: seen again', idle, seen, { is: 'waiting', ...quiet, since: NOW, dueAt: NOW + 200 }],
  ['idle: the learner wants to leave', idle, leaveAsked, { is: 'waiting', ...quiet, since: NOW, dueAt: NOW }],
  ['idle: the connection is back, and nothing waited for it', idle, reconnected, idle],
  [
    'idle: what was sent was not stored, as it turns out, and is tried again',
    idle,
    refuted(offline),
    { is: 'retrying', ...quiet, dueAt: NOW + 2_000, failures: 1 },
    [tell(offline, 2_000)],
  ],
  [
    'idle: nor was it since she is logged out: it waits for her',
    idle,
    refuted(loggedOut),
    { is: 'retrying', ...quiet, dueAt: Infinity, failures: 1, sparedUntil: NOW + 5_000 },
    [tell(loggedOut)],
  ],
  [
    'waiting: nor was what was sent before',
    waiting,
    refuted(offline),
    { is: 'retrying', ...quiet, dueAt: NOW + 2_000, failures: 1 },
    [tell(offline, 2_000)],
  ],
  [
    'saving after failures: sent, which may turn out to be one more of them',
    { ...saving, failures: 3 },
    answered(sent),
    { is: 'idle', ...answeredAt, failedBefore: 3, sent: 1, dueAt: NOW + 60_000 },
    [tell(sent)],
  ],
  [
    'idle: what was sent after failures was not stored either, and they go on',
    { ...idle, failedBefore: 3 },
    refuted(offline),
    { is: 'retrying', ...quiet, dueAt: NOW + 16_000, failures: 4 },
    [tell(offline, 16_000)],
  ],
  [
    'idle: the same that was sent for the third time was not stored',
    like(idle, { sent: 3 }),
    refuted(offline),
    { is: 'retrying', ...quiet, sent: 2, dueAt: NOW + 2_000, failures: 1 },
    [tell(offline, 2_000)],
  ],
  [
    'idle: something is written, and what was sent after failures may still be one of them',
    { ...idle, failedBefore: 3 },
    goodMoment,
    { is: 'waiting', ...quiet, failedBefore: 3, since: NOW, dueAt: NOW + 200 },
  ],
  ['saving: what was sent before is in this one too', saving, refuted(offline), saving],
  ['retrying: what was sent before changes nothing', retrying, refuted(offline), retrying],
  ['closed: what was sent at the end was not stored', closed, refuted(offline), closed, [tell(offline)]],
  [
    'idle: the page is hidden',
    idle,
    hidden,
    { is: 'hurrying', ...asked, quietUntil: NOW - 1, began: NOW, failures: 0 },
    [endTurn, saveNow('hidden')],
  ],
  [
    'idle: hidden right after a save',
    like(idle, { quietUntil: NOW + 400 }),
    hidden,
    { is: 'waiting', ...quiet, quietUntil: NOW + 400, since: NOW, dueAt: NOW + 400 },
  ],
  [
    'idle: leaving right after a save does not wait',
    like(idle, { quietUntil: NOW + 400 }),
    leaving,
    { is: 'hurrying', ...asked, quietUntil: NOW + 400, began: NOW, failures: 0 },
    [endTurn, saveNow('leaving')],
  ],
  ['idle: due again though nothing was written', like(idle, { dueAt: NOW }), timer, savingFrom(0), [save]],

  ['waiting: writing on puts the save off', waiting, changed, like(waiting, { dueAt: NOW + PAUSE, setAt: NOW + 1_000 })],
  [
    'waiting: but not for ever',
    like(waiting, { since: NOW - LONGEST + 100 }),
    changed,
    like(waiting, { since: NOW - LONGEST + 100, dueAt: NOW + 100, setAt: NOW + 1_000 }),
  ],
  ['waiting: a good moment brings it forward', waiting, goodMoment, like(waiting, { dueAt: NOW + 200 })],
  ['waiting: and never puts it off', like(waiting, { dueAt: NOW + 100 }), goodMoment, like(waiting, { dueAt: NOW + 100 })],
  [
    'waiting: the gap after the last call is kept',
    like(waiting, { quietUntil: NOW + 900 }),
    goodMoment,
    like(waiting, { quietUntil: NOW + 900, dueAt: NOW + 900 }),
  ],
  [
    'waiting: by a learner who wants to leave too',
    like(waiting, { quietUntil: NOW + 900 }),
    leaveAsked,
    like(waiting, { quietUntil: NOW + 900, dueAt: NOW + 900 }),
  ],
  ['waiting: the time has come', waiting, timer, savingFrom(0), [save]],
  ['waiting: first the state is set', like(waiting, { setAt: NOW }), timer, waiting, [{ do: 'set' }]],
  ['waiting: not any more when it is saved', like(waiting, { setAt: NOW, dueAt: NOW }), timer, savingFrom(0), [save]],
  ['waiting: for a call that is under way', like(waiting, { underWay: 1 }), timer, like(waiting, { underWay: 1 })],
  [
    'waiting: an older call is answered',
    like(waiting, { underWay: 1, dueAt: NOW }),
    answered(saved, 6),
    like(waiting, { quietUntil: NOW + GAP_MS, dueAt: NOW + GAP_MS }),
  ],
  ['waiting: another tab takes over', waiting, stop, stopped, [endTurn]],

  ['saving: writing is saved after it', saving, changed, like(saving, { next: { since: NOW, dueAt: NOW + PAUSE } })],
  ['saving: writing on puts it off', like(saving, { next }), changed, like(saving, { next: { since: next.since, dueAt: NOW + PAUSE } })],
  ['saving: a good moment has nothing to add', saving, goodMoment, saving],
  [
    'saving: unless something was written',
    like(saving, { next }),
    goodMoment,
    like(saving, { next: { since: next.since, dueAt: NOW + 200 } }),
  ],
  ['saving: seen again, it is told once more', saving, seen, like(saving, { next: { since: NOW, dueAt: NOW + 200 } })],
  [
    'saving: a learner who wants to leave waits for it, and has not rested',
    like(saving, { sent: 4 }),
    leaveAsked,
    like(saving, { sent: 2 }),
  ],
  ['saving: the connection is back', like(saving, { failures: 4 }), reconnected, like(saving, { failures: 0 })],
  [
    'saving: hidden, its turn is over',
    like(saving, { next }),
    hidden,
    { is: 'hurrying', last: 9, underWay: 2, quietUntil: NOW - 1, began: NOW, failures: 0 },
    [endTurn, saveNow('hidden')],
  ],
  [
    'saving: hidden within a second, another follows',
    like(saving, { began: NOW - 300 }),
    hidden,
    like(saving, { began: NOW - 300, next: { since: NOW, dueAt: NOW } }),
  ],
  [
    'saving: leaving, its turn is over at once',
    like(saving, { began: NOW - 300 }),
    leaving,
    { is: 'hurrying', last: 9, underWay: 2, quietUntil: NOW - 1, began: NOW, failures: 0 },
    [endTurn, saveNow('leaving')],
  ],
  ['saving: saved', saving, answered(saved), { is: 'idle', ...answeredAt, dueAt: Infinity }, [tell(saved)]],
  ['saving: sent, and sent again later', saving, answered(sent), { is: 'idle', ...answeredAt, sent: 1, dueAt: NOW + 60_000 }, [tell(sent)]],
  [
    'idle: the same is sent again',
    { is: 'idle', ...quiet, sent: 1, dueAt: NOW },
    timer,
    { is: 'saving', last: 8, underWay: 1, quietUntil: NOW - 1, began: NOW, failures: 0, sent: 1 },
    [save],
  ],
  [
    'saving: the same was sent, and is sent once more, later',
    { ...saving, sent: 1 },
    answered(sent),
    { is: 'idle', ...answeredAt, sent: 2, dueAt: NOW + 120_000 },
    [tell(sent)],
  ],
  [
    'saving: the same was sent often enough, and another computer may have newer words',
    { ...saving, sent: 2 },
    answered(sent),
    { is: 'idle', ...answeredAt, sent: 3, dueAt: NOW + 720_000 },
    [tell(sent)],
  ],
  [
    'idle: the same was sent often enough, a quarter of an hour ago: it rests',
    { is: 'idle', ...quiet, sent: 3, dueAt: NOW },
    timer,
    { is: 'idle', ...quiet, sent: Infinity, dueAt: Infinity },
  ],
  [
    'idle: the page was left open: seen again, it is sent no more',
    { is: 'idle', ...quiet, sent: Infinity, dueAt: Infinity },
    seen,
    { is: 'idle', ...quiet, sent: Infinity, dueAt: Infinity },
  ],
  [
    'idle: the page was left open: a page that goes sends it no more',
    { is: 'idle', ...quiet, sent: Infinity, dueAt: Infinity },
    leaving,
    { is: 'idle', ...quiet, sent: Infinity, dueAt: Infinity },
    [],
  ],
  [
    'idle: the page was left open: the end is not told either',
    { is: 'idle', ...quiet, sent: Infinity, dueAt: Infinity },
    close,
    { is: 'closed', ...quiet },
    [],
  ],
  [
    'idle: the same was sent often enough, and a page that goes sends it once more',
    { is: 'idle', ...quiet, sent: 3, dueAt: Infinity },
    leaving,
    { is: 'hurrying', last: 8, underWay: 1, quietUntil: NOW - 1, began: NOW, failures: 0, sent: 3 },
    [endTurn, saveNow('leaving')],
  ],
  [
    'saving: the same was sent, and something was written meanwhile',
    { ...saving, next },
    answered(sent),
    { is: 'waiting', ...answeredAt, ...next },
    [tell(sent)],
  ],
  ['saving the same: something is written', like(saving, { sent: 4 }), changed, like(saving, { next: { since: NOW, dueAt: NOW + PAUSE } })],
  [
    'saving the same: she turns a page',
    like(saving, { sent: 4 }),
    turned,
    like(saving, { sent: 4, next: { since: NOW, dueAt: NOW + PAUSE } }),
  ],
  ['the same was sent twice: the page is hidden', like(idle, { sent: 2 }), hidden, like(idle, { sent: 2 })],
  ['the same waits, and was sent twice: the page is hidden', like(waiting, { sent: 2 }), hidden, like(waiting, { sent: 2 })],
  ['retrying the same, which was sent twice: hidden', like(retrying, { sent: 2 }), hidden, like(retrying, { sent: 2 })],
  [
    'idle with the same: she turns a page',
    like(idle, { sent: 3 }),
    turned,
    { is: 'waiting', ...quiet, sent: 2, since: NOW, dueAt: NOW + PAUSE, setAt: NOW + 1_000 },
  ],
  ['retrying the same: she turns a page', like(retrying, { sent: 2 }), turned, like(retrying, { sent: 2 })],
  [
    'a save that took hours, as through sleep: it is tried again within a minute',
    like(saving, { began: NOW - 43_200_000 }),
    answered(offline),
    { is: 'retrying', ...answeredAt, dueAt: NOW + 60_000, failures: 1 },
    [tell(offline, 60_000)],
  ],
  [
    'saving the same: it was sent, and the page was seen meanwhile',
    { ...saving, sent: 2, next },
    answered(sent),
    { is: 'waiting', ...answeredAt, sent: 2, ...next },
    [tell(sent)],
  ],
  [
    'idle: the page is seen, and the same is sent for that',
    like(idle, { sent: 4 }),
    seen,
    { is: 'waiting', ...quiet, sent: 2, since: NOW, dueAt: NOW + 200 },
  ],
  [
    'waiting with the same: something is written',
    { is: 'waiting', ...quiet, sent: 2, since: NOW, dueAt: NOW + 200 },
    changed,
    { is: 'waiting', ...quiet, since: NOW, dueAt: NOW + PAUSE, setAt: NOW + 1_000 },
  ],
  [
    'saving: saved, and the tracker has more to tell later',
    saving,
    answered({ ...saved, dueIn: 20_000 }),
    { is: 'idle', ...answeredAt, dueAt: NOW + 20_000 },
    [tell({ ...saved, dueIn: 20_000 })],
  ],
  [
    'saving: sent, and more to tell sooner',
    saving,
    answered({ ...sent, dueIn: 20_000 }),
    { is: 'idle', ...answeredAt, dueAt: NOW + 20_000 },
    [tell({ ...sent, dueIn: 20_000 })],
  ],
  [
    'saving: saved, but more was written',
    like(saving, { next }),
    answered(saved),
    { is: 'waiting', ...answeredAt, ...next },
    [tell(saved)],
  ],
  [
    'saving: failed, it is tried again',
    saving,
    answered(offline),
    { is: 'retrying', ...answeredAt, dueAt: NOW + 2_000, failures: 1 },
    [tell(offline, 2_000)],
  ],
  [
    'saving: failed again and again, ever later',
    like(saving, { failures: 4 }),
    answered(offline),
    { is: 'retrying', ...answeredAt, dueAt: NOW + 32_000, failures: 5 },
    [tell(offline, 32_000)],
  ],
  [
    'saving: but not later than a minute',
    like(saving, { failures: 40 }),
    answered(offline),
    { is: 'retrying', ...answeredAt, dueAt: NOW + 60_000, failures: 41 },
    [tell(offline, 60_000)],
  ],
  [
    'saving: failed after it has frozen the page for long',
    like(saving, { began: NOW - 25_000 }),
    answered(offline),
    { is: 'retrying', ...answeredAt, dueAt: NOW + 25_000, failures: 1 },
    [tell(offline, 25_000)],
  ],
  [
    'saving: failed, and the other side says when to come again',
    saving,
    answered({ ...offline, retryAfter: 30_000 }),
    { is: 'retrying', ...answeredAt, dueAt: NOW + 30_000, failures: 1 },
    [tell({ ...offline, retryAfter: 30_000 }, 30_000)],
  ],
  [
    'saving: she is logged out, and nothing is asked after a time',
    saving,
    answered(loggedOut),
    { is: 'retrying', ...answeredAt, dueAt: Infinity, failures: 1, sparedUntil: NOW + 5_000 },
    [tell(loggedOut)],
  ],
  ['saving: failed for good', saving, answered(full), { is: 'idle', ...answeredAt, dueAt: Infinity }, [tell(full)]],
  [
    'saving: failed for good, but something was shortened meanwhile',
    like(saving, { next }),
    answered(full),
    { is: 'waiting', ...answeredAt, ...next },
    [tell(full)],
  ],
  ['saving: another tab takes over', saving, stop, { is: 'stopped', ...asked }, [endTurn]],
  ['saving: closed', saving, close, { is: 'closed', last: 9, underWay: 2, quietUntil: NOW - 1 }, [endTurn, closeNow]],

  [
    'hurrying: the answer of the save whose turn was over is not told',
    like(hurrying, { underWay: 2 }),
    answered(saved, 7),
    like(hurrying, { quietUntil: NOW + GAP_MS }),
  ],
  [
    'hurrying: sent, perhaps into nothing',
    hurrying,
    answered(sent),
    { is: 'idle', ...answeredAt, sent: 0, dueAt: NOW + 60_000 },
    [tell(sent)],
  ],
  [
    'hurrying: the same was sent again, as when there was a connection',
    like(hurrying, { sent: 1 }),
    answered(sent),
    { is: 'idle', ...answeredAt, sent: 2, dueAt: NOW + 120_000 },
    [tell(sent)],
  ],
  [
    'hurrying: failed',
    hurrying,
    answered(offline),
    { is: 'retrying', ...answeredAt, dueAt: NOW + 2_000, failures: 1 },
    [tell(offline, 2_000)],
  ],
  [
    'hurrying: left to the close, and the page stays: saved soon, and nothing is told',
    like(hurrying, { failures: 2 }),
    answered(leftToClose),
    { is: 'retrying', ...answeredAt, dueAt: NOW + GAP_MS, failures: 2 },
  ],
  [
    'hurrying: a good moment is one, since this may never arrive',
    hurrying,
    goodMoment,
    like(hurrying, { next: { since: NOW, dueAt: NOW + 200 } }),
  ],
  [
    'hurrying: a learner who wants to leave has a save of its own',
    hurrying,
    leaveAsked,
    like(hurrying, { next: { since: NOW, dueAt: NOW } }),
  ],
  [
    'hurrying: leaving too',
    hurrying,
    leaving,
    { is: 'hurrying', last: 9, underWay: 2, quietUntil: NOW - 1, began: NOW, failures: 0 },
    [endTurn, saveNow('leaving')],
  ],

  ['retrying: comes no sooner by typing on', retrying, changed, retrying],
  ['retrying: nor by a good moment', retrying, goodMoment, retrying],
  ['retrying: the connection is back', retrying, reconnected, like(retrying, { dueAt: NOW })],
  ['retrying: the learner wants to leave', retrying, leaveAsked, like(retrying, { dueAt: NOW })],
  ['retrying: the time has come', retrying, timer, savingFrom(3), [save]],
  ['retrying: hidden', retrying, hidden, { is: 'hurrying', ...asked, began: NOW, failures: 3 }, [endTurn, saveNow('hidden')]],
  ['retrying: the learner is at the page, for whom it does not wait', retrying, learnerHere, retrying],
  ['retrying the same: the time has come', like(retrying, { sent: 2 }), timer, like(savingFrom(3), { sent: 2 }), [save]],
  ['retrying the same: she has written', like(retrying, { sent: 2 }), changed, retrying],

  ['logged out: writing is kept for later', waitingForHer, changed, waitingForHer],
  ['logged out: no moment is good', waitingForHer, goodMoment, waitingForHer],
  ['logged out: she goes to log in', waitingForHer, hidden, waitingForHer],
  ['logged out: she is at the page', waitingForHer, learnerHere, like(waitingForHer, { dueAt: NOW })],
  [
    'logged out: but was so a moment ago',
    like(waitingForHer, { sparedUntil: NOW + 1 }),
    learnerHere,
    like(waitingForHer, { sparedUntil: NOW + 1 }),
  ],
  [
    'logged out: the page is in sight again, a moment after the last time',
    like(waitingForHer, { sparedUntil: NOW + 1 }),
    reconnected,
    like(waitingForHer, { sparedUntil: NOW + 1, dueAt: NOW }),
  ],
  [
    'logged out: the page is left',
    waitingForHer,
    leaving,
    { is: 'hurrying', ...asked, began: NOW, failures: 3 },
    [endTurn, saveNow('leaving')],
  ],

  ['closed: the answer is the last that is told', closed, answered(saved), { is: 'closed', ...answeredAt }, [tell(saved)]],
  ['closed: an older answer is not told', like(closed, { underWay: 2 }), answered(saved, 7), like(closed, { quietUntil: NOW + GAP_MS })],
  [
    'closed: what was left to it is not told',
    like(closed, { underWay: 2 }),
    answered(leftToClose, 7),
    like(closed, { quietUntil: NOW + GAP_MS }),
  ],
  ['closed: once', closed, close, closed],
  ['closed: for good', closed, opened, closed],
  ['closed: nothing hurries', closed, leaving, closed],
];

function quietWaiting(dueAt: number): QueueState {
  return { is: 'waiting', ...quiet, since: NOW, dueAt };
}

function savingFrom(failures: number): QueueState {
  return { is: 'saving', ...asked, began: NOW, failures };
}

test.each(table.map(([what, from, event, to, effects = []]) => ({ what, from, event, to, effects })))(
  '$what',
  ({ from, event, to, effects }) => {
    const step = transition(from, { ...event, now: NOW } as QueueEvent);
    expect(step.state).toEqual(to);
    expect(step.effects).toEqual(effects);
  },
);

describe('a page that was left open', () => {
  const rested = { is: 'idle', ...quiet, sent: Infinity, dueAt: Infinity };
  test.each<[string, QueueState, object, readonly QueueEffect[]]>([
    ['rests where the same was sent twice', like(idle, { sent: 2, dueAt: NOW + 5 }), rested, []],
    ['rests where it could not be sent a third time', like(retrying, { sent: 2 }), rested, [{ do: 'tell-sent' }]],
    ['rests so where it waits for her', like(waitingForHer, { sent: 2 }), rested, [{ do: 'tell-sent' }]],
    ['sends once more what was sent once', like(idle, { sent: 1, dueAt: NOW + 5 }), like(idle, { sent: 1, dueAt: NOW + 5 }), []],
    ['tries again what was never sent', retrying, retrying, []],
    ['rests where the same waits since the page was seen', like(waiting, { sent: 2 }), rested, [{ do: 'tell-sent' }]],
    ['saves what is written', waiting, waiting, []],
  ])('%s', (_what, from, to, effects) => expect(leftOpen(from)).toEqual({ state: to, effects }));

  test('rests with what the LMS itself has handed over once that was sent', () => {
    expect(leftOpen(like(idle, { sent: 1, dueAt: NOW + 5 }), false)).toEqual({ state: rested, effects: [] });
    expect(leftOpen(retrying, false)).toEqual({ state: retrying, effects: [] });
  });
});

describe('what the queue is woken for', () => {
  test.each([
    ['idle', idle, undefined],
    ['idle, and due again', like(idle, { dueAt: NOW + 5 }), NOW + 5],
    ['waiting', waiting, NOW + 1_500],
    ['waiting, to set the state first', like(waiting, { setAt: NOW + 7 }), NOW + 7],
    ['waiting for a call under way', like(waiting, { underWay: 1 }), undefined],
    ['saving, with more to save after it', like(saving, { next }), undefined],
    ['retrying', retrying, NOW + 8_000],
    ['retrying, once she is back', waitingForHer, undefined],
    ['stopped', stopped, undefined],
    ['closed', closed, undefined],
  ])('%s', (_what, state, at) => expect(wakeAt(state)).toBe(at));
});

describe('whatever happens, in any order', () => {
  const outcome = fc.constantFrom<SaveOutcome>(
    saved,
    sent,
    offline,
    leftToClose,
    loggedOut,
    full,
    { ...saved, dueIn: 20_000 },
    // What is due has failed, and stays due.
    { ...saved, dueIn: 0 },
    { ...offline, retryAfter: 5_000 },
  );
  const happening = fc.oneof(
    fc
      .constantFrom(changed, goodMoment, seen, leaveAsked, reconnected, learnerHere, hidden, leaving, refuted(offline))
      .map((event) => ({ event })),
    fc.constantFrom(stop, opened).map((event) => ({ event })),
    fc.record({ answer: outcome, which: fc.nat(3) }),
  );
  const history = fc.array(fc.tuple(fc.nat(4_000), happening), { maxLength: 80 });

  /** Plays a history, with the timer of the driver. @returns the calls, with when each began and was answered */
  function play(steps: readonly (readonly [number, { event: EventWithoutTime } | { answer: SaveOutcome; which: number }])[]): {
    calls: { kind: 'save' | 'save-now' | 'close-now'; began: number; answered?: number }[];
    state: () => QueueState;
    now: () => number;
    settle: () => void;
  } {
    let state = STOPPED;
    let now = 0;
    const calls: { kind: 'save' | 'save-now' | 'close-now'; began: number; answered?: number }[] = [];
    const step = (event: EventWithoutTime): void => {
      const { state: then, effects } = transition(state, { ...event, now } as QueueEvent);
      state = then;
      for (const effect of effects)
        if (effect.do === 'save' || effect.do === 'save-now' || effect.do === 'close-now') calls.push({ kind: effect.do, began: now });
    };
    const pass = (until: number): void => {
      for (let at = wakeAt(state); at !== undefined && at <= until; at = wakeAt(state)) {
        now = Math.max(now, at);
        step(timer);
      }
      now = until;
    };
    const answer = (which: number, said: SaveOutcome): void => {
      const open = calls.flatMap((call, index) => (call.answered === undefined ? [index] : []));
      const index = open[which % open.length];
      const call = index === undefined ? undefined : calls[index];
      if (!call) return;
      call.answered = now;
      step({ type: 'returned', call: (index ?? 0) + 1, outcome: said, chance: 0.5 });
    };
    step(opened);
    for (const [after, what] of steps) {
      pass(now + after);
      if ('event' in what) step(what.event);
      else answer(what.which, what.answer);
    }
    const settle = (): void => {
      for (let turn = 0; turn < 400; turn += 1) {
        answer(0, saved);
        step(learnerHere);
        pass(now + 1_000);
      }
    };
    return { calls, state: () => state, now: () => now, settle };
  }

  test('no save begins while a call is under way, nor within a second of one', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const { calls } = play(steps);
        calls.forEach(({ kind, began }, index) => {
          if (kind !== 'save') return;
          for (const before of calls.slice(0, index)) expect(began).toBeGreaterThanOrEqual((before.answered ?? Infinity) + GAP_MS);
        });
      }),
      { numRuns: 500 },
    );
  });

  test('what is written is saved in the end, unless another tab writes', () => {
    fc.assert(
      fc.property(history, (steps) => {
        const played = play([...steps, [0, { event: opened }], [10, { event: changed }]]);
        const writtenAt = played.now();
        played.settle();
        expect(played.state().is).toBe('idle');
        expect(played.calls.some(({ began, answered: at }) => began >= writtenAt && at !== undefined)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
