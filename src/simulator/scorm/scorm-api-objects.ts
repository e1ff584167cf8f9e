/** The two faces of one player: the objects and functions that the standards let a course find. */
import { errorText } from './scorm-errors.ts';

/** SCORM 1.2 RTE 3.3: the API adapter. */
export interface Scorm12Api {
  LMSInitialize(parameter: string): string;
  LMSFinish(parameter: string): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(parameter: string): string;
  LMSGetLastError(): string;
  LMSGetErrorString(code: string): string;
  LMSGetDiagnostic(code: string): string;
}

/** SCORM 2004 RTE 3.2: the API instance (IEEE 1484.11.2). */
export interface Scorm2004Api {
  Initialize(parameter: string): string;
  Terminate(parameter: string): string;
  GetValue(element: string): string;
  SetValue(element: string, value: string): string;
  Commit(parameter: string): string;
  GetLastError(): string;
  GetErrorString(code: string): string;
  GetDiagnostic(code: string): string;
}

/** What is behind either face. */
export interface PlayerCalls {
  initialize(parameter: string): string;
  finish(parameter: string): string;
  getValue(element: string): string;
  setValue(element: string, value: unknown): string;
  commit(parameter: string): string;
  lastError(): string;
}

export function scorm12Api(player: PlayerCalls): Scorm12Api {
  return {
    LMSInitialize: (parameter) => player.initialize(parameter),
    LMSFinish: (parameter) => player.finish(parameter),
    LMSGetValue: (element) => player.getValue(element),
    LMSSetValue: (element, value) => player.setValue(element, value),
    LMSCommit: (parameter) => player.commit(parameter),
    LMSGetLastError: () => player.lastError(),
    LMSGetErrorString: (code) => errorText('scorm12', code),
    LMSGetDiagnostic: (code) => errorText('scorm12', code),
  };
}

export function scorm2004Api(player: PlayerCalls): Scorm2004Api {
  return {
    Initialize: (parameter) => player.initialize(parameter),
    Terminate: (parameter) => player.finish(parameter),
    GetValue: (element) => player.getValue(element),
    SetValue: (element, value) => player.setValue(element, value),
    Commit: (parameter) => player.commit(parameter),
    GetLastError: () => player.lastError(),
    GetErrorString: (code) => errorText('scorm2004', code),
    GetDiagnostic: (code) => errorText('scorm2004', code),
  };
}

/** As a player's own script does: through the object that the course has too. */
export function commit(api: Scorm12Api | Scorm2004Api): void {
  if ('LMSCommit' in api) api.LMSCommit('');
  else api.Commit('');
}

/** On the object of a player that ends the session by a function of its own: its script has called that, whatever came of it. */
const LAUNCHED = 'finish_launched';

/** The same. @param by a function of its own */
export function finish(api: Scorm12Api | Scorm2004Api, by: string | undefined): void {
  if (by !== undefined) finishOwn(api as unknown as Record<string, unknown>, by);
  else if ('LMSFinish' in api) api.LMSFinish('');
  else api.Terminate('');
}

function finishOwn(api: Record<string, unknown>, by: string): void {
  (api[by] as () => void)();
  api[LAUNCHED] = true;
}

/** A player's object with a function by which its script ends the session past Finish, which calls it too, unless that is done. */
export function finishingBy(api: Scorm12Api, by: string | undefined): Scorm12Api;
export function finishingBy(api: Scorm2004Api, by: string | undefined): Scorm2004Api;
export function finishingBy(api: Scorm12Api | Scorm2004Api, by: string | undefined): Scorm12Api | Scorm2004Api {
  if (by === undefined) return api;
  const end = (): string => ('LMSFinish' in api ? api.LMSFinish('') : api.Terminate(''));
  const player: Record<string, unknown> = { ...api, [by]: end };
  player['LMSFinish' in api ? 'LMSFinish' : 'Terminate'] = () => (player[LAUNCHED] ? 'true' : (player[by] as typeof end)());
  return player as unknown as Scorm12Api | Scorm2004Api;
}
