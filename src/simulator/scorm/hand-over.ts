/** The server's side of a launch: what an LMS of these habits hands to the player's page. Pure. */
import type { LmsHabits, ScormStandard } from '../lms-profile.ts';
import { emptyAttempt, type LaunchData, type LaunchRequest, type StoredAttempt } from '../lms-server.ts';
import { elementNames, totalTime } from './scorm-elements.ts';

/** Of PEAR's HTML_Template_IT, on which ILIAS is built: one that was given no value is removed. */
const PLACEHOLDER = /\{\s*[.\w-]+\s*\}/g;

export interface HandedOver {
  /** The attempt as it is from now on: the launch is counted, an exit may be blanked, an empty attempt started. */
  readonly attempt: StoredAttempt;
  readonly data: LaunchData;
}

export function handOver(habits: LmsHabits, found: StoredAttempt, request: LaunchRequest): HandedOver {
  const { keeping, modes } = habits;
  const stored = found.completed && keeping.afterCompletion === 'starts-empty' ? emptyAttempt : found;
  const names = elementNames[request.standard];
  const mode = request.mode === 'normal' && stored.completed ? modes.whenCompleted : request.mode;
  const suspended = stored.values[names.exit] === 'suspend';
  const known = keeping.needsSuspend && !suspended ? withoutSession(stored.values) : stored.values;
  const values: Record<string, string> = {
    ...known,
    [names.learnerId]: request.learner.id,
    [names.learnerName]: request.learner.name,
    [names.mode]: mode,
    [names.credit]: mode === 'normal' ? 'credit' : 'no-credit',
    [names.entry]: stored.launches === 0 ? 'ab-initio' : suspended ? 'resume' : '',
    [names.totalTime]: totalTime(request.standard, stored.seconds),
    ...(request.learner.language ? { [names.language]: request.learner.language } : {}),
  };
  delete values[names.exit];
  delete values[names.sessionTime];
  const printed = Object.entries(values).map(([element, value]) => {
    if (keeping.printed === 'by-template') return [element, value.replaceAll(PLACEHOLDER, '')];
    const isInScript = keeping.printed === 'in-script' && (element === names.state || element === names.location);
    return [element, isInScript ? printedIntoScript(value) : value];
  });
  const attempt = afterLaunch(habits, stored, request.standard);
  return { attempt, data: { values: Object.fromEntries(printed), mode, launch: attempt.launches } };
}

function afterLaunch(habits: LmsHabits, stored: StoredAttempt, standard: ScormStandard): StoredAttempt {
  const values = { ...stored.values };
  if (habits.keeping.blanksExitAtLaunch) delete values[elementNames[standard].exit];
  return { ...stored, values, launches: stored.launches + 1 };
}

/** Without suspend a 2004 LMS starts a new session of the run-time data; objectives live on as the activity's own. */
function withoutSession(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([element]) => element.startsWith('cmi.objectives.')));
}

/** What a text is after a server has printed it between the quotes of a JavaScript string as it is. */
function printedIntoScript(text: string): string {
  if (/["']/.test(text)) return '';
  return text.replace(/\\(.)/gs, '$1').replaceAll('\n', String.raw`\n`);
}
