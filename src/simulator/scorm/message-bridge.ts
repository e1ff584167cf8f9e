/**
 * A bridge between windows of two origins, as scorm-again has it (CrossFrameAPI before the course, CrossFrameLMS behind it; 3.4.3, run). The course
 * finds an object with a function of every name, which sends each call on as a message and answers out of what it remembers.
 */
import type { Clock } from './clock.ts';

export interface BridgeHabits {
  /** Milliseconds that a message is on its way, one way. */
  readonly takes: number;
  /** Messages of one second that are heard; to any more comes an error. */
  readonly perSecond: number;
}

type Functions = Readonly<Record<string, ((...parameters: unknown[]) => unknown) | undefined>>;
type Values = Readonly<Record<string, string>>;

/** After that an answer is not waited for any more. */
const WAITS_FOR_MS = 5_000;
const REFUSED = '101';

/** @param everything that the LMS holds: `getFlattenedCMI` */
export function overBridge<Api extends object>(api: Api, bridge: BridgeHabits | undefined, everything: () => Values, clock: Clock): Api {
  if (!bridge) return api;
  const ours = new Bridge({ ...(api as unknown as Functions), getFlattenedCMI: everything }, bridge, clock);
  return new Proxy(ours, {
    // What is put into it is there, but bound anew at each look.
    get: (target, name, receiver) => {
      if (typeof name === 'string' && !(name in target)) return (...parameters: unknown[]) => target.call(name, parameters);
      const found: unknown = Reflect.get(target, name, receiver);
      return typeof found === 'function' ? (found.bind(target) as unknown) : found;
    },
  }) as unknown as Api;
}

class Bridge {
  readonly #api: Functions;
  readonly #habits: BridgeHabits;
  readonly #clock: Clock;
  readonly #known = new Map<string, string>();
  /** When the course has set what nobody has answered for yet. */
  readonly #setAt = new Map<string, number>();
  #heard: readonly number[] = [];
  #lastError = '0';

  constructor(api: Functions, habits: BridgeHabits, clock: Clock) {
    this.#api = api;
    this.#habits = habits;
    this.#clock = clock;
  }

  call(name: string, parameters: readonly unknown[]): string {
    const element = String(parameters[0]);
    const at = this.#clock.now();
    const isSet = name.endsWith('SetValue');
    if (isSet) {
      this.#known.set(element, String(parameters[1]));
      this.#setAt.set(element, at);
      this.#lastError = '0';
    }
    this.#post(name, parameters, (answer) => {
      if (name.endsWith('GetLastError')) this.#lastError = String(answer);
      if (!name.endsWith('GetValue')) return;
      this.#learn(element, String(answer), at);
      this.#lastError = '0';
    });
    if (name.endsWith('GetValue')) return this.#known.get(element) ?? '';
    if (name.endsWith('GetLastError')) return this.#lastError;
    if (!isSet && !/(Initialize|Commit|Finish|Terminate)$/.test(name)) return '';
    this.#post('getFlattenedCMI', [], (all) => {
      for (const [each, value] of Object.entries(all as Values)) this.#learn(each, value, at);
      this.#lastError = '0';
    });
    return 'true';
  }

  /** What the course has set since it asked is newer. */
  #learn(element: string, value: string, askedAt: number): void {
    if ((this.#setAt.get(element) ?? 0) >= askedAt) return;
    this.#known.set(element, value);
    this.#setAt.delete(element);
  }

  #post(name: string, parameters: readonly unknown[], then: (answer: unknown) => void): void {
    const { takes } = this.#habits;
    const late = 2 * takes > WAITS_FOR_MS;
    this.#clock.after(takes, () => {
      const answered = this.#process(name, parameters, then);
      if (!late) this.#clock.after(takes, answered);
    });
    if (late) this.#clock.after(WAITS_FOR_MS, () => (this.#lastError = REFUSED));
  }

  /** @returns what the answer does where it comes */
  #process(name: string, parameters: readonly unknown[], then: (answer: unknown) => void): () => void {
    const now = this.#clock.now();
    this.#heard = this.#heard.filter((at) => now - at < 1_000);
    const refuse = (): void => {
      this.#lastError = REFUSED;
    };
    if (this.#heard.length >= this.#habits.perSecond) return refuse;
    this.#heard = [...this.#heard, now];
    try {
      const answer = this.#api[name]?.(...parameters);
      return () => then(answer);
    } catch {
      return refuse;
    }
  }
}
