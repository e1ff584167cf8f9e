/**
 * What the save queue does next: one union of named states and one pure function. Times are milliseconds of a clock that nobody sets
 * (`performance.now()`); what a state is waiting for is its `dueAt`.
 *
 *                    opened                timer                  answered, nothing written since
 *      ┌─────────┐ ─────────► ┌─────────┐ ─────────► ┌────────┐ ─────────────────────────────────► ┌──────┐
 *      │ stopped │            │ waiting │            │ saving │                                    │ idle │
 *      └─────────┘            └─────────┘ ◄───────── └────────┘                                    └──────┘
 *           ▲                   ▲     ▲     answered, written since ▲  │ answered: failed,             │
 *           │ stopped           │     │                             │  │ to be tried again             │
 *           │ (another tab      │     │                       timer │  ▼                               │
 *           │ writes; from      │     │                          ┌──────────┐                          │
 *           │ any state)        │     │                          │ retrying │                          │
 *           │                   │     │                          └──────────┘                          │
 *                               │     └──── changed, a good moment ────────────────────────────────────┘
 *                               │
 *      from idle, waiting, saving, retrying:             ┌──────────┐
 *      the page is hidden or leaves ───────────────────► │ hurrying │ ──── answered: as in saving
 *                                                        └──────────┘
 *                                                        ┌────────┐
 *      from any state: the session is closed ──────────► │ closed │   (from stopped, or long idle, without a call)
 *                                                        └────────┘
 *
 * saving: a save has its turn. hurrying: a `saveNow` was made, and the turn of the save before it is over. In both, what is written
 * meanwhile is `next`. No save begins while a call is under way, nor within `GAP_MS` after one: LMSs run two side by side and let the
 * older one win. A retry that waits for the learner has no time: only what she does leads on. What was sent often enough, or twice from a page that was
 * left open, comes to rest in idle (`leftOpen`).
 */
import type { LeavingEvent, NotSaved, SaveOutcome } from '../../tracking/tracker.ts';
import { FIRST_RETRY_MS, GAP_MS, LONGEST_RETRY_MS, MOST_RESENDS, resendIn, SET_MS, SOON_MS, SPARED_MS, type Pace } from './save-waits.ts';

/** What is to be saved after the call that is under way. */
interface Next {
  /** When the first of it was written. */
  readonly since: number;
  readonly dueAt: number;
}

/** The calls of the tracker so far. */
interface Calls {
  /** The number of the last one: only its outcome counts. */
  readonly last: number;
  /** Not answered yet. */
  readonly underWay: number;
  /** Not before then may another save begin. */
  readonly quietUntil: number;
}

interface SentBefore {
  /** How often the same was sent before with nothing that proves that it arrived. */
  readonly sent?: number | undefined;
}

/** A call whose outcome counts. `failures`: in a row, before it. */
interface Asking extends SentBefore {
  readonly began: number;
  readonly failures: number;
  readonly next?: Next;
}

interface AtRest {
  /** Failures in a row before what was sent last, where nothing proves that it arrived: if it did not, there is one more. */
  readonly failedBefore?: number;
}

export type QueueState = Calls &
  (
    | { readonly is: 'stopped' }
    /** Nothing to save; at `dueAt` all the same. */
    | ({ readonly is: 'idle'; readonly dueAt: number } & AtRest & SentBefore)
    /** `setAt`: the state is set then, and saved at `dueAt`. */
    | ({ readonly is: 'waiting'; readonly setAt?: number } & Next & AtRest & SentBefore)
    | ({ readonly is: 'saving' } & Asking)
    | ({ readonly is: 'hurrying' } & Asking)
    /** `sparedUntil`: it waits for the learner (`NotSaved.waitsForLearner`), of whom no sign counts before that. */
    | ({ readonly is: 'retrying'; readonly dueAt: number; readonly failures: number; readonly sparedUntil?: number } & SentBefore)
    | { readonly is: 'closed' }
  );

export type QueueEvent = { readonly now: number } & (
  | { readonly type: 'opened' }
  /** Something was written. */
  | { readonly type: 'changed'; readonly pace: Pace; readonly isPlace?: boolean }
  /** What is written is saved soon: a field was left, a chapter changed. */
  | { readonly type: 'good-moment' }
  /** Saved soon whether something is written or not: the page is in sight again. */
  | { readonly type: 'seen' }
  /** Saved as soon as the gap allows: the learner wants to leave. */
  | { readonly type: 'asked' }
  /** The connection is back, or may be; the page is in sight again. */
  | { readonly type: 'reconnected' }
  /** The learner is at the page: it has the focus again, or she presses or writes something. */
  | { readonly type: 'learner-here' }
  | { readonly type: 'leaves'; readonly event: LeavingEvent }
  | { readonly type: 'timer' }
  /** `chance`: 0 to 1, so that not all browsers try again at the same moment. */
  | { readonly type: 'returned'; readonly call: number; readonly outcome: SaveOutcome; readonly chance: number }
  /** What was sent last was not stored, as it turns out. */
  | { readonly type: 'refuted'; readonly outcome: NotSaved; readonly chance: number }
  | { readonly type: 'stopped' }
  | { readonly type: 'closed' }
);

export type QueueEffect =
  | { readonly do: 'end-turn' }
  /** Nothing is told of it: the save that is due has the same and more. */
  | { readonly do: 'set' }
  | { readonly do: 'save' }
  | { readonly do: 'save-now'; readonly event: LeavingEvent }
  | { readonly do: 'close-now' }
  /** The outcome counts. `retryIn`: when it is tried again, if it is. */
  | { readonly do: 'tell'; readonly outcome: SaveOutcome; readonly retryIn?: number }
  /** What was told of the same when it was sent holds again. */
  | { readonly do: 'tell-sent' };

export interface Step {
  readonly state: QueueState;
  readonly effects: readonly QueueEffect[];
}

export const STOPPED: QueueState = { is: 'stopped', last: 0, underWay: 0, quietUntil: 0 };

/** When the queue is to be woken; undefined where only an event can go on. */
export function wakeAt(state: QueueState): number | undefined {
  if (!('dueAt' in state) || state.underWay > 0) return undefined;
  const at = Math.min(state.dueAt, state.is === 'waiting' ? (state.setAt ?? Infinity) : Infinity);
  return at < Infinity ? at : undefined;
}

/** The same was sent often enough, or the page was left open (`leftOpen`): another computer may have stored newer words since, and nothing is sent or told any more. */
export function hasRested(state: QueueState): boolean {
  return state.is === 'idle' && state.sent === Infinity;
}

/** The page was left open: what was sent twice by then (once, where it is no news to the LMS), and has not changed, counts as sent often enough, although it failed since. */
export function leftOpen(state: QueueState, isNews = true): Step {
  if (!('dueAt' in state) || (state.sent ?? 0) < (isNews ? 2 : 1)) return stay(state);
  const rested = { is: 'idle', ...callsOf(state), sent: Infinity, dueAt: Infinity } as const;
  return { state: rested, effects: state.is === 'idle' ? [] : [{ do: 'tell-sent' }] };
}

export function transition(state: QueueState, event: QueueEvent): Step {
  if (event.type === 'returned') return returned(state, event);
  if (state.is === 'closed') return event.type === 'refuted' ? { state, effects: [{ do: 'tell', outcome: event.outcome }] } : stay(state);
  if (event.type === 'closed') return closed(state);
  if (event.type === 'stopped') return { state: { is: 'stopped', ...callsOf(state) }, effects: [{ do: 'end-turn' }] };
  if (state.is === 'stopped') return stay(event.type === 'opened' ? waiting(state, { since: event.now, dueAt: event.now }) : state);
  // What is written was never sent; a place that she has come to is no word.
  const from = event.type === 'changed' && !event.isPlace ? { ...state, sent: undefined } : state;
  switch (from.is) {
    case 'saving':
    case 'hurrying':
      return whileAsking(from, event);
    case 'retrying':
      return whileRetrying(from, event);
    default:
      return atRest(from, event);
  }
}

/** Where nothing was to be saved the LMS is told nothing of the end either: some players store all that was ever set once more with it. */
function closed(state: QueueState): Step {
  if (state.is === 'stopped' || hasRested(state)) return stay({ is: 'closed', ...callsOf(state) });
  return { state: { is: 'closed', ...called(state) }, effects: [{ do: 'end-turn' }, { do: 'close-now' }] };
}

type Of<State extends QueueState['is']> = Extract<QueueState, { is: State }>;

function atRest(state: Of<'idle' | 'waiting'>, event: QueueEvent): Step {
  const { now } = event;
  if (hasRested(state) && ['seen', 'leaves', 'timer'].includes(event.type)) return stay(state);
  const { since, dueAt } = state.is === 'waiting' ? state : { since: now, dueAt: Infinity };
  switch (event.type) {
    case 'changed':
      return stay({
        ...waiting(state, { since, dueAt: restOfTyping(since, event) }),
        setAt: Math.max(now + SET_MS, state.quietUntil),
      });
    case 'good-moment':
    case 'seen':
      return stay(waiting(state, { since, dueAt: Math.min(dueAt, now + SOON_MS) }));
    case 'asked':
      return stay(waiting(state, { since, dueAt: now }));
    case 'leaves':
      if (event.event === 'hidden' && now < state.quietUntil) return stay(waiting(state, { since, dueAt: state.quietUntil }));
      return hurry(state, 0, event);
    case 'refuted': {
      const { failedBefore: failures = 0, sent = 0 } = state;
      return event.outcome.retry ? failed(callsOf(state), { began: now, failures, sent: Math.max(0, sent - 1) }, event) : stay(state);
    }
    case 'timer':
      if ((state.sent ?? 0) > MOST_RESENDS) return leftOpen(state);
      return isSettingOnly(state, now) ? { state: waiting(state, state), effects: [{ do: 'set' }] } : save(state, 0, now);
    default:
      return stay(state);
  }
}

function isSettingOnly(state: Of<'idle' | 'waiting'>, now: number): state is Of<'waiting'> {
  return state.is === 'waiting' && state.setAt !== undefined && now < state.dueAt;
}

function whileAsking(state: Of<'saving' | 'hurrying'>, event: QueueEvent): Step {
  const { now } = event;
  const since = state.next?.since ?? now;
  const dueAt = state.next?.dueAt ?? Infinity;
  switch (event.type) {
    case 'changed':
      return stay({ ...state, next: { since, dueAt: restOfTyping(since, event) } });
    case 'good-moment':
      // A save in its turn has everything that was written before it.
      return state.is === 'saving' && !state.next
        ? stay(state)
        : stay({ ...state, next: { since, dueAt: Math.min(dueAt, now + SOON_MS) } });
    case 'seen':
      return stay({ ...state, next: { since, dueAt: Math.min(dueAt, now + SOON_MS) } });
    case 'asked':
      // She is here: what is sent for the last time now has not rested for long.
      if (state.is === 'saving' && !state.next) return stay({ ...state, sent: Math.min(state.sent ?? 0, 2) });
      return stay({ ...state, next: { since, dueAt: now } });
    case 'reconnected':
      // If this one fails too, the next is not far.
      return stay({ ...state, failures: 0 });
    case 'leaves':
      if (event.event === 'hidden' && now < state.began + GAP_MS) return stay({ ...state, next: { since, dueAt: now } });
      return hurry(state, state.failures, event);
    default:
      return stay(state);
  }
}

/** The retry stands, and comes no sooner by typing on, unless it waits for just that. */
function whileRetrying(state: Of<'retrying'>, event: QueueEvent): Step {
  const { sparedUntil } = state;
  switch (event.type) {
    case 'asked':
    case 'reconnected':
      return stay({ ...state, dueAt: Math.max(event.now, state.quietUntil) });
    case 'learner-here':
      return sparedUntil === undefined || event.now < sparedUntil ? stay(state) : stay({ ...state, dueAt: event.now });
    case 'leaves':
      // She may be on her way to log in.
      if (event.event === 'hidden' && sparedUntil !== undefined) return stay(state);
      return hurry(state, state.failures, event);
    case 'timer':
      return save(state, state.failures, event.now);
    default:
      return stay(state);
  }
}

function returned(state: QueueState, event: Extract<QueueEvent, { type: 'returned' }>): Step {
  const { outcome, now } = event;
  const rested: Calls = { last: state.last, underWay: state.underWay - 1, quietUntil: now + GAP_MS };
  const counts = event.call === state.last;
  if (counts && state.is === 'closed') return { state: { ...state, ...rested }, effects: [{ do: 'tell', outcome }] };
  if (!counts || (state.is !== 'saving' && state.is !== 'hurrying')) return stay(later({ ...state, ...rested }));
  if (outcome.result === 'not-saved' && outcome.isLeftToClose) {
    // No close came in its place, so the page has stayed.
    return stay({ is: 'retrying', ...rested, ...unchanged(state), dueAt: rested.quietUntil, failures: state.failures });
  }
  if (outcome.result === 'not-saved' && outcome.retry) return failed(rested, state, { outcome, now, chance: event.chance });
  // Where trying the same again cannot help, what is written next may.
  const failedBefore = outcome.result === 'sent' && state.failures > 0 ? { failedBefore: state.failures } : {};
  const atRest = { ...rested, ...failedBefore, ...sentAgain(outcome, state) };
  const after = state.next
    ? waiting(atRest, state.next)
    : ({ is: 'idle', ...atRest, dueAt: Math.max(rested.quietUntil, now + dueIn(outcome, state)) } as const);
  return { state: after, effects: [{ do: 'tell', outcome }] };
}

/** To be tried again. @param asked what has failed */
function failed(
  calls: Calls,
  asked: Pick<Asking, 'began' | 'failures' | 'sent'>,
  { outcome, now, chance }: { readonly outcome: NotSaved; readonly now: number; readonly chance: number },
): Step {
  const failures = asked.failures + 1;
  if (outcome.waitsForLearner) {
    return {
      state: { is: 'retrying', ...calls, ...unchanged(asked), dueAt: Infinity, failures, sparedUntil: now + SPARED_MS },
      effects: [{ do: 'tell', outcome }],
    };
  }
  const pause = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** asked.failures) * (0.75 + chance / 2);
  // Where its server hangs, a save has frozen the page for as long as it took.
  const retryIn = Math.max(pause, Math.min(now - asked.began, LONGEST_RETRY_MS), outcome.retryAfter ?? 0);
  return {
    state: { is: 'retrying', ...calls, ...unchanged(asked), dueAt: now + retryIn, failures },
    effects: [{ do: 'tell', outcome, retryIn }],
  };
}

function dueIn(outcome: SaveOutcome, { sent = 0 }: SentBefore): number {
  if (outcome.result === 'not-saved') return Infinity;
  return Math.min(outcome.dueIn ?? Infinity, outcome.result === 'sent' ? resendIn(sent) : Infinity);
}

/** Not the same where there is more to tell, or something was written meanwhile. A hurry counts only where there was a connection for the same before. */
function sentAgain(outcome: SaveOutcome, { is, failures, next, sent = 0 }: Of<'saving' | 'hurrying'>): SentBefore {
  const counts = !next && (is === 'saving' || (sent > 0 && failures === 0));
  return outcome.result === 'sent' && outcome.dueIn === undefined ? { sent: sent + (counts ? 1 : 0) } : {};
}

/** How often the same was sent before: nothing was written since. */
function unchanged(state: QueueState | SentBefore): SentBefore {
  return 'sent' in state && state.sent ? { sent: state.sent } : {};
}

function save(state: QueueState, failures: number, now: number): Step {
  if (state.underWay > 0) return stay(state);
  return { state: { is: 'saving', ...called(state), ...unchanged(state), began: now, failures }, effects: [{ do: 'save' }] };
}

function hurry(state: QueueState, failures: number, { event, now }: Extract<QueueEvent, { type: 'leaves' }>): Step {
  // Its computer may sleep before the player sends what is set for a page that is hidden: what was sent twice waits for its time.
  if (event === 'hidden' && 'dueAt' in state && (state.sent ?? 0) >= 2) return stay(state);
  return {
    state: { is: 'hurrying', ...called(state), ...unchanged(state), began: now, failures },
    effects: [{ do: 'end-turn' }, { do: 'save-now', event }],
  };
}

function restOfTyping(since: number, { now, pace }: Extract<QueueEvent, { type: 'changed' }>): number {
  return Math.min(now + pace.pause, since + pace.longest);
}

/** What is sent again for a reason of its own does not count towards its rest. */
function waiting(state: Calls & AtRest & SentBefore, { since, dueAt }: Next): Of<'waiting'> {
  const { failedBefore, quietUntil, sent } = state;
  return {
    is: 'waiting',
    ...callsOf(state),
    ...(failedBefore ? { failedBefore } : {}),
    ...(sent ? { sent: Math.min(sent, 2) } : {}),
    since,
    dueAt: Math.max(dueAt, quietUntil),
  };
}

/** After an older call was answered, which shifts what is due. */
function later(state: QueueState): QueueState {
  return 'dueAt' in state ? { ...state, dueAt: Math.max(state.dueAt, state.quietUntil) } : state;
}

function callsOf({ last, underWay, quietUntil }: Calls): Calls {
  return { last, underWay, quietUntil };
}

function called({ last, underWay, quietUntil }: Calls): Calls {
  return { last: last + 1, underWay: underWay + 1, quietUntil };
}

function stay(state: QueueState): Step {
  return { state, effects: [] };
}
