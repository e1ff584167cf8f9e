/** The two faces of one player: the objects and functions that the standards let a course find. */
import type { ScormStandard } from '../lms-profile.ts';
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
  /** @param staysOpen what is set and committed afterwards goes out all the same */
  finish(parameter: string, staysOpen?: boolean): string;
  getValue(element: string): string;
  setValue(element: string, value: unknown): string;
  commit(parameter: string): string;
  lastError(): string;
}

function scorm12Api(player: PlayerCalls): Scorm12Api {
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

function scorm2004Api(player: PlayerCalls): Scorm2004Api {
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

/** A player's object, by its name. @param by a function by which its script ends the session past Finish, which calls it too, unless that is done @param more what else it has then */
export function faceOf(
  standard: ScormStandard,
  player: PlayerCalls,
  by: string | undefined,
  more: object,
): readonly [string, Scorm12Api | Scorm2004Api] {
  const [name, api, finish] =
    standard === 'scorm12'
      ? (['API', scorm12Api(player), 'LMSFinish'] as const)
      : (['API_1484_11', scorm2004Api(player), 'Terminate'] as const);
  if (by === undefined) return [name, api];
  let isOver = false;
  const end = (): string => player.finish('', !isOver);
  const face: Record<string, unknown> = { ...api, ...more, [by]: end };
  face[finish] = () => {
    isOver = true;
    return face[LAUNCHED] ? 'true' : (face[by] as typeof end)();
  };
  return [name, face as unknown as Scorm12Api | Scorm2004Api];
}
