/**
 * An LMS's SCORM player: the `API` or `API_1484_11` that a course finds, with scorm-again as its data model, a strict layer in
 * front of it that enforces the standards, and the habits of one profile's table. Runs in a page and in Node alike.
 */
import { beaconBytes } from './beacon-body.ts';
import { systemClock, type Clock } from './clock.ts';
import { DataModel } from './data-model.ts';
import type { LmsHabits, LmsProfile, OwnSending, PageEventName, PageSign, ScormStandard } from '../lms-profile.ts';
import { isLeaving } from '../leaving-event.ts';
import { habitsOf } from '../lms-profiles.ts';
import type { LaunchData, LaunchRequest, LmsServer, StoreRequest } from '../lms-server.ts';
import { elementNames, hasLoneSurrogate, isObjective, isResponse, secondsOf } from './scorm-elements.ts';
import { commit, faceOf, finish, type Scorm12Api, type Scorm2004Api } from './scorm-api-objects.ts';
import { callCodes } from './scorm-errors.ts';
import { HeldValues } from './held-values.ts';
import { overBridge } from './message-bridge.ts';
import { emptyLaunch, openAttempt, type OpenedAttempt } from './open-attempt.ts';
import { Sender } from './sending.ts';
import { valueAnswer } from './value-answer.ts';
import { XmlFace } from './xml-face.ts';

export interface ApiCall {
  readonly at: number;
  readonly call: 'Initialize' | 'Finish' | 'GetValue' | 'SetValue' | 'Commit';
  readonly element?: string;
  readonly value?: string;
  readonly answer: unknown;
  readonly error: string;
}

export interface RuntimeOptions {
  readonly profile: LmsProfile;
  readonly server: LmsServer;
  readonly launch: LaunchRequest;
  readonly clock?: Clock;
  /** The event that the course's page is handling right now; `window.event` in a page. */
  readonly currentEvent?: () => PageEventName | undefined;
  /** Each call, after it was answered. */
  readonly onCall?: (call: ApiCall) => void;
  /** A call is a request that the page waits for: so many milliseconds. */
  readonly onCallTakes?: (milliseconds: number) => void;
  /** The player goes elsewhere by itself (a session that has ended). */
  readonly onLeaving?: () => void;
  /** A player page out of the browser's cache: the course is handed this old launch again instead of a new one. */
  readonly cachedLaunch?: LaunchData;
  /** The player's page is still being put together: it says `stands` when it is. */
  readonly early?: boolean;
}

export interface ScormRuntime {
  readonly api: Scorm12Api | Scorm2004Api;
  /** The API as a window of the player has it, and what else the course may call there; empty where the LMS has none. */
  readonly globals: Readonly<Record<string, Scorm12Api | Scorm2004Api | (() => void) | Record<string, unknown>>>;
  /** What the launch handed over; what a cached page would start with again. */
  readonly launchData: LaunchData;
  /** The player's page has been put together. */
  stands(): void;
  /** The player's own page goes through something. */
  hear(sign: PageSign): void;
  /** The course's page goes away, with or without Finish. Nothing that waits is sent any more. */
  leave(): void;
}

/** Opens the attempt. @throws LaunchFailed where the LMS does not answer. */
export function createScormRuntime(options: RuntimeOptions): ScormRuntime {
  const player = new Player(options);
  const { answers, sending } = habitsOf(options.profile, options.launch.standard);
  const { forgetsSetBy, bridge } = answers;
  const { finishesBy } = sending;
  const [name, api] = faceOf(options.launch.standard, player, finishesBy, player.xmlGlobals);
  const found = overBridge(api, bridge, player.everything, options.clock ?? systemClock);
  return {
    api,
    globals: player.hasApi
      ? { [name]: found, ...player.readInto, ...(forgetsSetBy ? { [forgetsSetBy]: () => player.forgetSet() } : {}) }
      : {},
    launchData: player.launchData,
    stands: () => player.stands(),
    hear: (sign) => {
      player.hear(sign);
      if (!player.isRunning) return;
      if ((sending.commitsIn as readonly PageSign[]).includes(sign)) player.byItself(() => commit(api));
      if ((sending.finishesIn as readonly PageSign[]).includes(sign)) finish(api, finishesBy);
    },
    leave: () => player.leave(),
  };
}

class Player {
  readonly #habits: LmsHabits;
  readonly #standard: ScormStandard;
  readonly #names;
  readonly #clock: Clock;
  readonly #sender: Sender;
  #data: LaunchData;
  #model: DataModel;
  #phase: 'new' | 'running' | 'finished' = 'new';
  #error = '0';
  #left = false;
  /** The player's page has given the API what it hands over. */
  #works: boolean;
  #blankState = false;
  readonly #openedAt: number;
  #held: HeldValues;
  /** The global into which Initialize reads; empty where the state comes with the page. */
  readonly readInto: Record<string, Record<string, unknown>>;
  readonly #xml = new XmlFace();
  readonly everything = () => ({ ...this.#data.values, ...Object.fromEntries(this.#held.all()) });
  readonly xmlGlobals = this.#xml.globals(() => this.#request(this.#held.all(), false));

  constructor(private readonly options: RuntimeOptions) {
    this.#standard = options.launch.standard;
    this.#names = elementNames[this.#standard];
    this.#habits = habitsOf(options.profile, this.#standard);
    const [player] = this.#habits.answers.globals;
    this.readInto = this.#habits.sending.readsAtInitialize && player !== undefined ? { [player]: {} } : {};
    this.#works = !options.early || this.#habits.answers.worksFrom === 'script';
    this.#clock = options.clock ?? systemClock;
    this.#openedAt = this.#clock.now();
    const { data, isFromDevice } = this.#opened();
    this.#data = data;
    this.#model = new DataModel(this.#standard, this.#habits, this.#data.values);
    this.#held = new HeldValues(this.#standard, this.#habits, this.#data.values);
    this.#sender = new Sender({
      standard: this.#standard,
      habits: this.#habits.sending,
      server: options.server,
      clock: this.#clock,
      currentEvent: () => options.currentEvent?.(),
      onFailed: (request) => this.#held.takeBack(request.values),
      onSessionEnded: () => this.#goElsewhere(),
      snapshot: this.#held.writable(this.#data.values),
      startsOnDevice: isFromDevice,
    });
    this.#putBackLater();
    if (this.#habits.sending.sendsAt === 'timer') this.#sender.sendByTimer(() => this.#newRequest());
  }

  get launchData(): LaunchData {
    return this.#data;
  }

  get hasApi(): boolean {
    return this.#habits.answers.hasApi;
  }

  get isRunning(): boolean {
    return this.#phase === 'running';
  }

  stands(): void {
    this.#works = true;
  }

  hear(sign: PageSign): void {
    this.#sender.hear(sign);
    if (this.#phase === 'running') this.#sendByItself(sign);
  }

  /** The player's script calls, not the course. */
  byItself(call: () => void): void {
    if (this.#habits.sending.ownCommitLate) this.#sender.late(call);
    else call();
  }

  forgetSet(): void {
    this.#held.forgetSet();
  }

  leave(): void {
    if (this.#left) return;
    if (this.#habits.keeping.unsetStatusCompletes === 'on-leaving' && this.#statusUnset()) {
      const request = this.#request([[this.#names.status, 'completed']], false);
      this.options.server.beacon(request, beaconBytes(this.options.launch.standard, request, this.#habits.sending.beaconBody));
    }
    this.#left = true;
    this.#sender.leave();
  }

  initialize(parameter: string): string {
    return this.#call('Initialize', {}, () => {
      if (parameter !== '') return this.#refuse('201');
      if (this.#phase !== 'new') return this.#initializeAgain();
      if (this.#habits.sending.readsAtInitialize && !this.options.cachedLaunch) this.#readNow();
      this.#phase = 'running';
      return 'true';
    });
  }

  finish(parameter: string, staysOpen = false): string {
    return this.#call('Finish', {}, () => {
      if (parameter !== '') return this.#refuse('201');
      if (this.#phase !== 'running') return this.#refuse(this.#codeNow('Finish'));
      if (this.#statusUnset() && this.#habits.keeping.unsetStatusCompletes !== 'never') this.#held.set(this.#names.status, 'completed');
      const sent = this.#sendChanges(true);
      if (!staysOpen) this.#phase = 'finished';
      return sent ? 'true' : this.#refuse(callCodes[this.#standard].Finish.failed);
    });
  }

  commit(parameter: string): string {
    return this.#call('Commit', {}, () => {
      if (parameter !== '') return this.#refuse('201');
      if (this.#phase !== 'running') return this.#refuse(this.#codeNow('Commit'));
      if (this.#sendChanges(false)) return 'true';
      const isBarred = this.#habits.answers.nullWhenBarred && this.options.currentEvent?.() !== undefined;
      const refusal = this.#refuse(callCodes[this.#standard].Commit.failed);
      return isBarred ? (null as unknown as string) : refusal;
    });
  }

  setValue(element: string, value: unknown): string {
    const text = String(value);
    return this.#call('SetValue', { element, value: text }, () => {
      if (this.#phase !== 'running') return this.#refuse(this.#codeNow('SetValue'), this.#habits.answers.refusalsSayTrue);
      if (this.#habits.answers.loneSurrogate === 'set-throws' && hasLoneSurrogate(text)) throw new URIError('URI malformed');
      const code = this.#works ? this.#model.set(element, text) : callCodes[this.#standard].notImplemented;
      if (code !== '0') return this.#refuse(code, this.#habits.answers.refusalsSayTrue);
      this.#held.set(element, text);
      if (this.#habits.sending.sendsAt === 'rest') this.#sender.sendAtRest(() => this.#newRequest());
      if (this.#habits.sending.sendsAt === 'set') return this.#sendSet() ? 'true' : this.#refuse(callCodes[this.#standard].SetValue.failed);
      return 'true';
    });
  }

  getValue(element: string): string {
    return this.#call('GetValue', { element }, () => {
      if (this.#phase !== 'running') {
        this.#error = this.#codeNow('GetValue');
        return '';
      }
      if (!this.#works) {
        this.#error = callCodes[this.#standard].notImplemented;
        return '';
      }
      const { value, code } = valueAnswer(element, {
        standard: this.#standard,
        answers: this.#habits.answers,
        model: this.#model,
        held: this.#held,
        isStateBlank: this.#blankState,
      });
      this.#error = code;
      // Some LMSs give a number or nothing at all, where the standard asks for a string.
      return value as string;
    });
  }

  lastError(): string {
    return this.#error;
  }

  #putBackLater(): void {
    const { putsBackEach } = this.#habits.answers;
    if (putsBackEach === Infinity) return;
    this.#clock.after(putsBackEach, () => {
      if (this.#left) return;
      const interactions = this.#model.interactions();
      this.#model = new DataModel(this.#standard, this.#habits, { ...this.#data.values, ...interactions });
      this.#held.putBack(this.#data.values);
      this.#putBackLater();
    });
  }

  #codeNow(call: ApiCall['call']): string {
    return callCodes[this.#standard][call][this.#phase === 'new' ? 'before' : 'after'];
  }

  #statusUnset(): boolean {
    return (this.#held.get(this.#names.status) ?? this.#names.unsetStatus) === this.#names.unsetStatus;
  }

  /** What is set while a request is under way waits until it is answered, and then goes out together. */
  #sendSet(): boolean {
    if (this.#habits.sending.transport === 'synchronous') return this.#sendChanges(false);
    this.#sender.sendInTurn(() => this.#newRequest());
    return true;
  }

  /** What is set and not sent yet; undefined where there is nothing. */
  #newRequest(): StoreRequest | undefined {
    const pairs = this.#held.takeOutgoing();
    return pairs.length > 0 ? this.#request(pairs, false) : undefined;
  }

  #sendChanges(finish: boolean): boolean {
    if (!this.#works) return true;
    const { sendsAt, transport } = this.#habits.sending;
    if ((sendsAt === 'set' && transport === 'asynchronous') || sendsAt === 'rest' || (sendsAt === 'timer' && !finish)) return true;
    const pairs = this.#xml.without(this.#withoutBarred(this.#held.takeOutgoing()));
    const { answers } = this.#habits;
    if (answers.loneSurrogate === 'commit-throws' && pairs.some(([, value]) => hasLoneSurrogate(value)))
      throw new URIError('URI malformed');
    if (answers.percentThrows && pairs.some(([element, value]) => isResponse(element) && /%(?![\dA-Fa-f]{2})/.test(value))) {
      throw new URIError('URI malformed');
    }
    return this.#sender.send(this.#request(pairs, finish));
  }

  #sendByItself(sign: PageSign): void {
    const ways: Partial<Record<PageSign, readonly OwnSending[]>> = this.#habits.sending.sendsByItself;
    const pairs = this.#held.allSet().filter(([element]) => !isObjective(element));
    if (pairs.length > 0) for (const how of ways[sign] ?? []) this.#sender.sendOwn(this.#request(pairs, false), how);
  }

  /** Objectives that go by a request of their own are barred with it. */
  #withoutBarred(pairs: StoreRequest['values']): StoreRequest['values'] {
    const isBarred = this.#habits.sending.objectivesPath !== undefined && isLeaving(this.options.currentEvent?.());
    return isBarred ? pairs.filter(([element]) => !isObjective(element)) : pairs;
  }

  #request(values: StoreRequest['values'], finish: boolean): StoreRequest {
    const time = this.#held.get(this.#names.sessionTime);
    return {
      attempt: this.options.launch.attempt,
      mode: this.#data.mode,
      values,
      finish,
      ...(this.#data.launch === undefined ? {} : { launch: this.#data.launch }),
      ...(time === undefined ? {} : { seconds: secondsOf(time), secondsBefore: secondsOf(this.#data.values[this.#names.totalTime] ?? '') }),
    };
  }

  #initializeAgain(): string {
    const { answers } = this.#habits;
    if (answers.secondInitialize === 'throws' && (this.#held.hasInteractions() || this.#phase === 'finished')) {
      throw new TypeError("Cannot read properties of undefined (reading 'objectives')");
    }
    if (answers.secondInitialize === 'in-vain' && this.#phase === 'finished') return 'true';
    if (this.#phase === 'running') this.#blankState = answers.secondInitializeBlanksState;
    const { before, after } = callCodes[this.#standard].Initialize;
    return this.#refuse(this.#phase === 'running' ? before : after);
  }

  #goElsewhere(): void {
    this.leave();
    this.options.onLeaving?.();
  }

  #opened(): OpenedAttempt {
    const { cachedLaunch, server, launch } = this.options;
    if (cachedLaunch) return { data: cachedLaunch, isFromDevice: false };
    if (this.#habits.sending.readsAtInitialize) return { data: emptyLaunch(launch), isFromDevice: false };
    return openAttempt(server, launch, this.#habits);
  }

  #readNow(): void {
    const answer = this.options.server.launch(this.options.launch);
    if (answer.result !== 'launched') return;
    const { readsAtInitialize } = this.#habits.sending;
    for (const read of Object.values(this.readInto)) read[String(readsAtInitialize)] = '0';
    this.#data = answer.data;
    this.#model = new DataModel(this.#standard, this.#habits, this.#data.values);
    this.#held = new HeldValues(this.#standard, this.#habits, this.#data.values);
  }

  #refuse(code: string, saysTrue = false): 'true' | 'false' {
    this.#error = code;
    return saysTrue ? 'true' : 'false';
  }

  /** Every call of the course runs in here: the error code is cleared first, the call is told about afterwards. A page that is gone calls nothing. */
  #call(call: ApiCall['call'], what: { element?: string; value?: string }, run: () => string): string {
    if (this.#left) return 'false';
    this.#error = '0';
    let answer: unknown = 'threw';
    const { answers, sending } = this.#habits;
    if (answers.callTakes > 0) this.options.onCallTakes?.(answers.callTakes);
    try {
      answer = this.#clock.now() - this.#openedAt > sending.launchLasts ? this.#refuse(callCodes[this.#standard].Commit.failed) : run();
      return answer as string;
    } finally {
      this.options.onCall?.({ at: this.#clock.now(), call, ...what, answer, error: this.#error });
    }
  }
}
