/** Reads what a tracker asked of an LMS out of its calls. */
import type { ApiCall } from '../../../src/simulator/scorm/scorm-runtime.ts';

export const sets = (calls: readonly ApiCall[]): [string, string][] =>
  calls.flatMap(({ call, element = '', value = '' }) => (call === 'SetValue' ? [[element, value]] : []));
export const commits = (calls: readonly ApiCall[]): ApiCall[] => calls.filter(({ call }) => call === 'Commit');
export const finishes = (calls: readonly ApiCall[]): ApiCall[] => calls.filter(({ call }) => call === 'Finish');
