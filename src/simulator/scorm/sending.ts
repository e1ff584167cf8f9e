/** How a player's commit travels: synchronous, by beacon, later, or not at all, as the profile's table says. */
import { beaconBytes, throughBeacon } from './beacon-body.ts';
import type { Clock } from './clock.ts';
import type { OwnSending, PageEventName, PageSign, ScormStandard, SendingHabits } from '../lms-profile.ts';
import type { LmsServer, StoreRequest } from '../lms-server.ts';

export interface SenderOptions {
  readonly standard: ScormStandard;
  readonly habits: SendingHabits;
  readonly server: LmsServer;
  readonly clock: Clock;
  readonly currentEvent: () => PageEventName | undefined;
  /** A request whose values did not reach the server, as far as the player's script can know. */
  readonly onFailed: (request: StoreRequest) => void;
  /** The session has ended and the player leaves the page. */
  readonly onSessionEnded: () => void;
  /** What the launch handed over, for a player that works on from the device. */
  readonly snapshot: Readonly<Record<string, string>>;
  /** The launch itself came from the device, since the server did not answer. */
  readonly startsOnDevice: boolean;
}

export class Sender {
  readonly #options: SenderOptions;
  readonly #waiting = new Set<() => void>();
  #queue: Promise<void> = Promise.resolve();
  #queued = 0;
  #gone = false;
  #onDevice: boolean;
  #answered = false;
  #failures = 0;
  #staysWithBeacons = false;
  #isLate = false;
  /** Goes out behind the next one. */
  #late: StoreRequest | undefined;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#onDevice = options.startsOnDevice;
  }

  /** The player's own page goes through something. */
  hear(sign: PageSign): void {
    this.#sendLate();
    const { beaconIn, beaconUntil } = this.#options.habits;
    if (sign === 'pageshow' || (sign === 'visible' && beaconUntil === 'visible')) this.#staysWithBeacons = false;
    else if (beaconUntil !== 'event-over' && beaconIn !== 'always' && beaconIn.includes(sign as PageEventName))
      this.#staysWithBeacons = true;
  }

  /** A beacon that is sent within the call reaches the server behind the next one, if that is of the same event. */
  late(call: () => void): void {
    this.#isLate = true;
    call();
    this.#isLate = false;
  }

  /** @returns what the player's Commit or Finish says. */
  send(request: StoreRequest): boolean {
    const { habits, currentEvent } = this.#options;
    if (habits.throwsAfterFailure && this.#failures > 0) throw new TypeError("Cannot read properties of undefined (reading 'ump_id')");
    const event = currentEvent();
    if (event && (request.finish ? habits.finishLostIn : habits.lostIn).includes(event)) {
      this.#options.onFailed(request);
      return habits.receipt !== 'honest';
    }
    if (event && habits.unheardIn.includes(event)) return this.#sendUnheard(request);
    if (this.#onDevice) return this.#keepOnDevice(request);
    if (this.#usesBeacon(event)) return this.#beacon(request);
    return habits.transport === 'asynchronous' ? this.#sendLater(request) : this.#sendNow(request);
  }

  /** To the player it has failed. */
  #sendUnheard(request: StoreRequest): boolean {
    void this.#options.server.storeLater(request);
    this.#options.onFailed(request);
    return false;
  }

  /** What the player sends by itself. Nobody hears what became of it. */
  sendOwn(request: StoreRequest, how: OwnSending): void {
    const { server } = this.#options;
    if (how === 'request') void server.storeLater(request);
    else this.#sendBeacon(request);
  }

  /**
   * Sends what there is, unless a request is under way; then what there is when that one has been answered.
   * @param next takes what there is
   */
  sendInTurn(next: () => StoreRequest | undefined): void {
    const { habits, currentEvent } = this.#options;
    if (this.#queued > 0 || this.#gone) return;
    const event = currentEvent();
    const request = next();
    if (!request || (event && habits.lostIn.includes(event))) return;
    this.#queued += 1;
    void this.#post(request).then(() => {
      this.#queued -= 1;
      this.sendInTurn(next);
    });
  }

  /** @param next takes what there is, when nothing has been set for `delay` */
  sendAtRest(next: () => StoreRequest | undefined): void {
    for (const callOff of this.#waiting) callOff();
    this.#waiting.clear();
    this.#later(() => {
      const request = next();
      if (request) this.#enqueue(request);
    });
  }

  /** @param next takes what there is, every `delay`; what failed is in it again */
  sendByTimer(next: () => StoreRequest | undefined): void {
    this.#later(() => {
      const request = next();
      if (request) this.#enqueue(request);
      if (!this.#gone) this.sendByTimer(next);
    });
  }

  /** The page is gone: what waits for its time is never sent. */
  leave(): void {
    this.#gone = true;
    for (const callOff of this.#waiting) callOff();
    this.#waiting.clear();
  }

  #usesBeacon(event: PageEventName | undefined): boolean {
    const { beaconIn } = this.#options.habits;
    return beaconIn === 'always' || this.#staysWithBeacons || (event !== undefined && beaconIn.includes(event));
  }

  #sendNow(request: StoreRequest): boolean {
    const { habits, server } = this.#options;
    const { result } = server.store(request);
    if (result === 'stored') return true;
    if (habits.onDevice) return this.#keepOnDevice(request);
    if (result === 'unreachable' && habits.receipt === 'lies-offline') {
      this.#options.onFailed(request);
      return this.#beacon(request);
    }
    this.#options.onFailed(request);
    if (result === 'session-ended') this.#leaveAfterSession();
    return false;
  }

  #leaveAfterSession(): void {
    const { habits, clock, onSessionEnded } = this.#options;
    const { leavesAfterSession } = habits;
    if (leavesAfterSession === 0) onSessionEnded();
    else if (Number.isFinite(leavesAfterSession)) this.#waiting.add(clock.after(leavesAfterSession, onSessionEnded));
  }

  #beacon(request: StoreRequest): boolean {
    const { habits } = this.#options;
    if (this.#isLate) {
      this.#late = request;
      return true;
    }
    const isSent = this.#sendBeacon(request);
    this.#sendLate();
    if (isSent) return true;
    this.#options.onFailed(request);
    return habits.beaconBelieved;
  }

  #sendLate(): void {
    if (this.#late) this.#sendBeacon(this.#late);
    this.#late = undefined;
  }

  #sendBeacon(request: StoreRequest): boolean {
    const { habits, server, standard } = this.#options;
    return server.beacon(throughBeacon(request, habits.beaconBody), beaconBytes(standard, request, habits.beaconBody));
  }

  #sendLater(request: StoreRequest): boolean {
    const { habits } = this.#options;
    if (habits.delay === 0 || (request.finish && habits.finishAtOnce)) {
      this.#enqueue(request);
      return true;
    }
    this.#later(() => this.#enqueue(request));
    return true;
  }

  #later(run: () => void): void {
    const { habits, clock } = this.#options;
    const callOff = clock.after(habits.delay, () => {
      this.#waiting.delete(callOff);
      run();
    });
    this.#waiting.add(callOff);
  }

  #enqueue(request: StoreRequest): void {
    const { habits } = this.#options;
    if (request.finish && habits.finishNeedsCommit && !this.#answered) return;
    if (habits.inParallel) {
      void this.#post(request);
      return;
    }
    const first = this.#queued === 0;
    this.#queued += 1;
    const post = async (): Promise<void> => {
      if (first || !this.#gone) await this.#post(request);
      this.#queued -= 1;
    };
    this.#queue = first ? post() : this.#queue.then(post);
  }

  async #post(request: StoreRequest): Promise<void> {
    const { result } = await this.#options.server.storeLater(request);
    this.#failures = result === 'stored' ? 0 : this.#failures + 1;
    if (result === 'stored') this.#answered = true;
    else this.#options.onFailed(request);
    if (this.#failures >= this.#options.habits.leavesAfterFailures && !this.#gone) this.#options.onSessionEnded();
  }

  #keepOnDevice(request: StoreRequest): boolean {
    const { server, snapshot } = this.#options;
    if (!server.device) return false;
    const kept = this.#onDevice ? (server.device.read(request.attempt) ?? snapshot) : snapshot;
    this.#onDevice = true;
    server.device.write(request.attempt, { ...kept, ...Object.fromEntries(request.values) });
    return true;
  }
}
