/** Finding an LMS and finding out about it: what it hands over, how much it holds, what it can prove. */
import type { Overflow, StatusWhenComplete } from '../../course/course.ts';
import { NOTHING_MOVED, type MovedIds } from '../../course/moved-ids.ts';
import { MOST_CLASSES } from '../../course/course-identifiers.ts';
import { BeaconSize } from './beacon-size.ts';
import { WindowWitness, type CommitWitness } from './commit-witness.ts';
import { ConnectionProbe } from './connection-probe.ts';
import { findScormApi, type CallResult, type ScormApi } from './scorm-api.ts';
import { promisedLength, type ScormDialect } from './scorm-dialect.ts';
import { ResponseTrial } from './response-trial.ts';
import { ScormModel } from './scorm-model.ts';
import { AnswerReport } from './answer-report.ts';
import { foundList, INTERACTIONS, rememberedList } from './interaction-list.ts';
import { ScormState } from './scorm-state.ts';
import type { PagePlaces } from './objective-pages.ts';
import type { RestoredState } from './state-restore.ts';
import { StateTrial } from './state-trial.ts';
import { TimeOfReload } from './time-of-reload.ts';
import type { LaunchMode } from '../tracker.ts';
import { TrackingError } from '../tracking-error.ts';
import { answeredLater, untilFed } from './wait-for-player.ts';

export interface ScormSurroundings {
  /** The course's own window. */
  readonly page: Window;
  /** Given by tests; watches the LMS's windows otherwise. */
  readonly witness?: CommitWitness;
  /** Ids that were others in an earlier release: a question keeps its index under its new one. */
  readonly moved?: MovedIds;
  /** `completed` where absent. */
  readonly statusWhenComplete?: StatusWhenComplete | undefined;
  /** What becomes of a state that is too long for suspend_data: further objectives (`pages`, where absent), or nothing but a word to the learner. */
  readonly overflow?: Overflow | undefined;
  /** Before this a dense state is not read: it could be read only slowly. */
  readonly primed?: Promise<void>;
  /** Given by tests: milliseconds of a clock that nobody sets. */
  readonly now?: () => number;
}

/** An LMS that was found: how it is talked to, and what is known of it. */
export interface FoundLms {
  /** The course's own window. */
  readonly page: Window;
  readonly api: ScormApi;
  readonly model: ScormModel;
  readonly state: ScormState;
  readonly trial: StateTrial;
  /** What suspend_data held at first. */
  readonly handedOver: string;
  readonly restored: RestoredState;
  readonly witness: CommitWitness;
  /** False of a facade that has answered nothing for ten seconds. */
  readonly fed: boolean;
  /** Each SetValue is a request of its own. */
  readonly sendsAtSet: Promise<boolean>;
  readonly probe: ConnectionProbe;
  readonly size: BeaconSize;
  readonly responses: ResponseTrial;
  readonly report: AnswerReport;
  readonly mode: LaunchMode;
  /** Responses go into the LMS's requests as they are. */
  readonly unencoded: boolean;
  /** Each commit carries the whole model as XML. */
  readonly sendsXml: boolean;
  /** The player is known to send by beacon from any event of a page that leaves: then `pagehide` is heard. */
  readonly hearsPagehide: boolean;
  /** ILIAS 1.2 counts the time at each commit, from what stood there at the launch, and hears nothing of Finish in a page that closes. */
  readonly timesCommits: boolean;
  /** ILIAS 2004 says "false" of what it sends in `beforeunload`, and sends it all the same. */
  readonly sendsUnheard: boolean;
  /** Of a page that adds up the time itself. */
  readonly time: TimeOfReload | undefined;
  /** The LMS itself says that the course is complete. */
  readonly finished: boolean;
  /** False where it is known from the beginning that "true" proves nothing. */
  readonly receipts: boolean;
  readonly storesAfterCompletion: boolean;
  /** Another launch may make it forget all of it, until this page says again that the learner comes back. */
  readonly forgets: boolean;
}

/** Objectives from this index on may hold pages; the classes come before. */
export const FIRST_PAGE = MOST_CLASSES;

/** What is known after Initialize, before the state is read. */
export type InitializedScorm = Pick<
  FoundLms,
  'api' | 'witness' | 'fed' | 'mode' | 'size' | 'model' | 'sendsXml' | 'sendsAtSet' | 'handedOver'
>;

/** Initializes, and says at once that the learner will come back. @throws TrackingError where there is no LMS, it refuses, or its session is over */
export async function initializeScorm(
  dialect: ScormDialect,
  { page, witness: givenWitness, now = () => performance.now() }: ScormSurroundings,
): Promise<InitializedScorm> {
  const { functions, elements } = dialect;
  const api = findScormApi(page, functions);
  if (!api) throw new TrackingError('no-lms', `no ${functions.object} in this window, its parents or its opener`);
  const witness = givenWitness ?? new WindowWitness([api.window, parentOf(api.window), topOf(api.window)]);
  const initialized = api.initialize();
  if (!initialized.ok) throw new TrackingError('initialize-failed', initialized.detail);
  // What a facade says "true" to may be refused: then it hands over what another page has set, stored or not.
  const isRefused = api.isFacade && /^10/.test(await answeredLater(() => api.lastError()));
  const given = (): string => api.get(elements.state) + api.get(elements.learnerId) + api.get(elements.mode);
  const fed = !api.isFacade || (await untilFed(given));
  // How many interactions there are comes by an answer of its own; some LMSs tell none.
  if (api.isFacade) await untilFed(() => api.get(INTERACTIONS), 10);
  const mode = modeOf(api.get(elements.mode));
  const writes = mode !== 'browse';
  const size = new BeaconSize();
  // forma.lms: an element of its XML takes about as much as a part with the longest boundary.
  const sendsXml = holds([page, api.window], 'ScormApiUI');
  if (!sendsXml) void size.measure();
  // Opigno says "true" to a frame that was loaded again, and keeps nothing of what comes after.
  if (isRefused || (writes && api.get(elements.learnerId) === '' && isNotRunning(api.setForSure(elements.exit, 'suspend'))))
    throw new TrackingError('session-over', 'Initialize answered true, and was refused.');
  const model = new ScormModel(api, size, elements.state, now);
  const setting = witness.watch();
  if (writes) model.write([[elements.exit, 'suspend']]);
  const sendsAtSet = setting.end().then((evidence) => evidence === 'answered' || setting.failed() !== undefined);
  return { api, witness, fed, mode, size, model, sendsXml, sendsAtSet, handedOver: api.get(elements.state) };
}

/** By SCORM 1.2 (RTE 3.2.3; Opigno has the general one) and 2004 (RTE 3.1.7). */
function isNotRunning({ ok, code }: CallResult): boolean {
  return !ok && ['101', '301', '132', '133'].includes(code);
}

/** Reads what the LMS has of the learner. */
export function readScorm(standard: ScormDialect, surroundings: ScormSurroundings, initialized: InitializedScorm): FoundLms {
  // What is not answered yet would go out with each commit.
  const dialect = initialized.sendsXml ? { ...standard, report: { ...standard.report, unanswered: false } } : standard;
  const { page, moved = NOTHING_MOVED, overflow = 'pages' } = surroundings;
  const { api, model, mode, size, handedOver } = initialized;
  const { elements } = dialect;
  const writes = mode !== 'browse';
  // Each session tells of the classes: where that does not come back, pages would not either.
  const keepsObjectives = handedOver === '' || api.get('cmi.objectives.0.id') !== '';
  const state = new ScormState({
    promised: promisedLength(dialect),
    read: () => api.get(elements.state),
    write: (text) => model.write([[elements.state, text]]),
    ...(dialect.pages ? { pages: pagesIn(api, model) } : {}),
    writesPages: overflow === 'pages' && keepsObjectives,
  });
  const restored = state.restore(handedOver);
  const windows = [page, api.window];
  const unencoded = holds(windows, 'olms');
  const listOf = restored.unreadable === undefined ? rememberedList : foundList;
  const list = listOf(api, dialect, { size, moved, notes: restored.state?.notes, keeps: !unencoded });
  const isMoodle = holds(windows, 'M');
  const isDoubtful = unencoded || (mode === 'review' && dialect.reviewMayStoreNothing && !isMoodle);
  const probe = new ConnectionProbe(page, api.window);
  if (writes) probe.calibrate();
  const hearsPagehide = holds(windows, 'mod_scorm_useBeaconAPI');
  const total = (): number => 1000 * dialect.secondsOf(api.get(elements.totalTime));
  // Chamilo holds 200,000, and keeps of interactions only those that a request has: one that is tried would empty the others.
  const responses = new ResponseTrial(api, dialect, unencoded);
  return {
    ...initialized,
    page,
    state,
    trial: new StateTrial(api, state, dialect, writes),
    restored,
    probe,
    responses,
    report: new AnswerReport({ dialect, size, responses, unencoded, list }),
    unencoded,
    hearsPagehide,
    time: hearsPagehide ? new TimeOfReload(page, api.get(elements.learnerId), total()) : undefined,
    timesCommits: holds(windows, 'iliasApi'),
    sendsUnheard: holds(windows, 'sendJSONRequest'),
    finished: /^(completed|passed)$/.test(api.get(elements.status)),
    receipts: !isDoubtful,
    storesAfterCompletion: !isDoubtful,
    // Moodle (run) and forma.lms hand over whatever they have.
    forgets: dialect.forgetsUnlessSuspended && !isMoodle && !initialized.sendsXml,
  };
}

function pagesIn(api: ScormApi, model: ScormModel): PagePlaces {
  const identifier = (place: number): string => `cmi.objectives.${FIRST_PAGE + place}.id`;
  return { read: (place) => api.get(identifier(place)), write: (place, text) => model.write([[identifier(place), text]]) };
}

function modeOf(text: string): LaunchMode {
  return text === 'browse' || text === 'review' ? text : 'normal';
}

/** Whether one of the windows, or one above it, has a global of that name: the only sign that some LMSs give. */
function holds(windows: readonly Window[], name: string): boolean {
  return windows
    .flatMap((window) => [window, parentOf(window), topOf(window)])
    .some((window) => {
      try {
        return name in window;
      } catch {
        // A window of another origin is not the LMS's player.
        return false;
      }
    });
}

function parentOf(window: Window): Window {
  return window.parent ?? window;
}

function topOf(window: Window): Window {
  return window.top ?? window;
}
