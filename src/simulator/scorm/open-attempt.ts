/** How an LMS opens an attempt: out of what the server holds, or of what an app keeps on the device. */
import type { LmsHabits } from '../lms-profile.ts';
import type { LaunchAnswer, LaunchData, LaunchRequest, LmsServer } from '../lms-server.ts';
import { elementNames } from './scorm-elements.ts';

/** The LMS could not even show its player. */
export class LaunchFailed extends Error {
  constructor(readonly answer: LaunchAnswer['result']) {
    super(`The LMS did not open the attempt (${answer}). Try again when it answers.`);
  }
}

export interface OpenedAttempt {
  readonly data: LaunchData;
  /** The device holds what the server has not taken yet. */
  readonly isFromDevice: boolean;
}

/** @throws LaunchFailed where the LMS does not answer. */
export function openAttempt(server: LmsServer, launch: LaunchRequest, { sending }: LmsHabits): OpenedAttempt {
  const onDevice = sending.onDevice ? server.device?.read(launch.attempt) : undefined;
  if (onDevice) {
    const values = Object.entries(onDevice);
    const brought = server.store({ attempt: launch.attempt, mode: 'normal', values, finish: false, replace: true });
    if (brought.result !== 'stored')
      return { data: { values: { ...emptyLaunch(launch).values, ...onDevice }, mode: launch.mode }, isFromDevice: true };
    server.device?.write(launch.attempt, undefined);
  }
  const answer = server.launch(launch);
  if (answer.result !== 'launched') throw new LaunchFailed(answer.result);
  return { data: answer.data, isFromDevice: false };
}

/** What a player hands over that has not asked its server yet. */
export function emptyLaunch({ standard, learner, mode }: LaunchRequest): LaunchData {
  const names = elementNames[standard];
  return { values: { [names.learnerId]: learner.id, [names.learnerName]: learner.name, [names.mode]: mode }, mode };
}
