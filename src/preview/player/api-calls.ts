/** The list of the calls that a course makes to the API of its LMS, the newest on top. */
import type { ApiCall } from '../../simulator/scorm/scorm-runtime.ts';
import { byId, element, shortened, time } from './draw-side-panel.ts';

/** So many are kept. */
const MOST_CALLS = 200;

export function showCall(call: ApiCall): void {
  const calls = byId('calls');
  const line = element('li', [inWords(call)]);
  if (call.error !== '0') line.className = 'failed';
  calls.prepend(line);
  while (calls.childElementCount > MOST_CALLS) calls.lastElementChild?.remove();
}

function inWords({ at, call, element: name = '', value, answer, error }: ApiCall): string {
  const set = value === undefined ? '' : ` = ${shortened(value)}`;
  const outcome = error === '0' ? shortened(String(answer)) : `${String(answer)} (${error})`;
  return `${time(at)} ${call} ${name}${set} → ${outcome}`;
}
