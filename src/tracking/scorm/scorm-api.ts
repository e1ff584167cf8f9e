/**
 * The LMS's SCORM API object: found through parents and opener, and called with nothing taken for granted. Some LMSs throw, some return
 * numbers or undefined, some say "false" without an error code.
 */

import { leaveAnswersOut } from './forma-xml.ts';
import { beforeCalls, ownFunction } from './others-calls.ts';

/** What a call came to. `code` and `detail` are the LMS's own words; '0' where it gave none. */
export interface CallResult {
  readonly ok: boolean;
  readonly code: string;
  readonly detail: string;
}

/** The five calls of either standard, none of which ever throws. */
export interface ScormApi {
  /** The window that holds the API; the LMS's requests start in it or above it. */
  readonly window: Window;
  /** It has a function of every name: a facade, which may pass each call on and have the answer only later. */
  readonly isFacade: boolean;
  initialize(): CallResult;
  /** '0' where there is none, or the LMS does not tell. A facade tells of what it has heard so far. */
  lastError(): string;
  /** `''` where there is nothing, or where the LMS refuses. */
  get(element: string): string;
  set(element: string, value: string): CallResult;
  /** As `set`, and where answer and error code contradict each other, what is read back decides. Costs a call more. */
  setForSure(element: string, value: string): CallResult;
  commit(): CallResult;
  finish(): CallResult;
  /**
   * Until `letOthers`, `finish`, or somebody begins another session: a player may end this one when it has removed the page already.
   * @param goesOn asked before anybody but the course calls Commit or Finish: whether the LMS is to hear of it
   */
  beforeOthers(goesOn: (call: 'commit' | 'finish') => boolean): void;
  letOthers(): true;
  /** In forma.lms, where a beacon has no room for all of the model. */
  leaveAnswersOut(): void;
}

/** Names of the functions in SCORM 1.2 (RTE 3.3) or 2004 (RTE 3.2). */
export interface FunctionNames {
  readonly object: string;
  readonly initialize: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly finish: string;
  readonly lastError: string;
  readonly errorString: string;
  readonly diagnostic: string;
}

export const SCORM12_FUNCTIONS: FunctionNames = {
  object: 'API',
  initialize: 'LMSInitialize',
  get: 'LMSGetValue',
  set: 'LMSSetValue',
  commit: 'LMSCommit',
  finish: 'LMSFinish',
  lastError: 'LMSGetLastError',
  errorString: 'LMSGetErrorString',
  diagnostic: 'LMSGetDiagnostic',
};

export const SCORM2004_FUNCTIONS: FunctionNames = {
  object: 'API_1484_11',
  initialize: 'Initialize',
  get: 'GetValue',
  set: 'SetValue',
  commit: 'Commit',
  finish: 'Terminate',
  lastError: 'GetLastError',
  errorString: 'GetErrorString',
  diagnostic: 'GetDiagnostic',
};

const DEEPEST = 500;

/** By this forma.lms ends the session past LMSFinish and Terminate, which call it too: in `beforeunload`, and when its window is closed (4.0.19, run). */
const FORMA_FINISH = 'commonLMSFinish';

/** Looks for the API in this page's parents first, then in its opener and the opener's parents; undefined where there is none. */
export function findScormApi(page: Window, names: FunctionNames): ScormApi | undefined {
  for (const start of [page, openerOf(page), openerOf(topOf(page))]) {
    const found = start && climb(start, names);
    if (found) return new GuardedApi(found.api, found.window, names);
  }
  return undefined;
}

/** Past what only has its name: an element whose id is `API` is a property of its window too (HTML standard, named access). */
function climb(start: Window, { object, initialize }: FunctionNames): { api: Record<string, unknown>; window: Window } | undefined {
  let at = start;
  for (let level = 0; level < DEEPEST; level++) {
    const api = propertyOf(at, object) as Record<string, unknown> | undefined;
    if (api && propertyOf(api, initialize)) return { api, window: at };
    const above = propertyOf(at, 'parent') as Window | null | undefined;
    if (!above || above === at) return undefined;
    at = above;
  }
  return undefined;
}

function topOf(page: Window): Window {
  return (propertyOf(page, 'top') as Window | null | undefined) ?? page;
}

function openerOf(page: Window): Window | undefined {
  return (propertyOf(page, 'opener') as Window | null | undefined) ?? undefined;
}

/** A window of another origin answers almost every question by throwing. */
function propertyOf(holder: object, name: string): unknown {
  try {
    return (holder as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

class GuardedApi implements ScormApi {
  readonly #api: Record<string, unknown>;
  readonly #names: FunctionNames;
  /** Give the LMS its functions back. */
  #back: readonly (() => void)[] = [];
  #isCalling = false;

  constructor(
    api: Record<string, unknown>,
    readonly window: Window,
    names: FunctionNames,
  ) {
    this.#api = api;
    this.#names = names;
  }

  get isFacade(): boolean {
    return ownFunction(this.#api, 'aspa') !== undefined;
  }

  initialize(): CallResult {
    return this.#command(this.#names.initialize, '');
  }

  lastError(): string {
    try {
      return String(this.#call(this.#names.lastError) || '0');
    } catch {
      return '0';
    }
  }

  get(element: string): string {
    try {
      const value = this.#call(this.#names.get, element);
      return value === undefined || value === null ? '' : String(value);
    } catch {
      // OpenOlat throws for what may only be written: the same as having nothing.
      return '';
    }
  }

  set(element: string, value: string): CallResult {
    return this.#command(this.#names.set, element, String(value));
  }

  setForSure(element: string, value: string): CallResult {
    const result = this.set(element, value);
    const code = result.ok ? this.lastError() : result.code;
    if (result.ok === (code === '0')) return result;
    if (this.get(element) === value) return { ok: true, code: '0', detail: '' };
    return { ok: false, code, detail: result.detail || `${this.#names.set} answered true – ${code}` };
  }

  commit(): CallResult {
    return this.#command(this.#names.commit, '');
  }

  finish(): CallResult {
    this.letOthers();
    return this.#command(this.#names.finish, '');
  }

  beforeOthers(goesOn: (call: 'commit' | 'finish') => boolean): void {
    this.letOthers();
    const before = (call: 'commit' | 'finish' | 'initialize', isLet: () => boolean): (() => void) =>
      beforeCalls(this.#api, this.#names[call], isLet);
    this.#back = [
      ...(['commit', 'finish'] as const).map((call) => before(call, () => this.#isCalling || goesOn(call))),
      beforeCalls(this.#api, FORMA_FINISH, () => this.#isCalling || goesOn('finish')),
      before('initialize', () => this.letOthers()),
    ];
  }

  letOthers(): true {
    for (const giveBack of this.#back) giveBack();
    return true;
  }

  leaveAnswersOut(): void {
    leaveAnswersOut(this.#api);
  }

  #command(name: string, ...parameters: string[]): CallResult {
    try {
      const answer = String(this.#call(name, ...parameters));
      if (answer === 'true' || answer === '1') return { ok: true, code: '0', detail: '' };
      return { ok: false, ...this.#problem(`${name} answered ${answer.slice(0, 40)}`) };
    } catch (error) {
      return { ok: false, code: 'threw', detail: `${name} threw ${error instanceof Error ? error.name : typeof error}` };
    }
  }

  #problem(what: string): { code: string; detail: string } {
    try {
      const code = String(this.#call(this.#names.lastError));
      const words = [this.#names.errorString, this.#names.diagnostic].map((name) => String(this.#call(name, code) ?? '').slice(0, 200));
      return { code, detail: [what, code, ...new Set(words)].filter(Boolean).join(' – ') };
    } catch {
      return { code: '0', detail: what };
    }
  }

  #call(name: string, ...parameters: string[]): unknown {
    const callable = ownFunction(this.#api, name);
    if (!callable) throw new TypeError(`The API has no ${name}`);
    this.#isCalling = true;
    try {
      return callable.apply(this.#api, parameters);
    } finally {
      this.#isCalling = false;
    }
  }
}
