/** SCORM 1.2 (Run-Time Environment 1.2, section 3.4): the version that every LMS runs. */
import type { StatusWhenComplete } from '../../course/course.ts';
import { objectiveId } from '../../course/course-identifiers.ts';
import { localTime } from './local-time.ts';
import { SCORM12_FUNCTIONS } from './scorm-api.ts';
import type { Entry } from './scorm-model.ts';
import type { ScormDialect } from './scorm-dialect.ts';

export const SCORM12: ScormDialect = {
  functions: SCORM12_FUNCTIONS,
  elements: {
    state: 'cmi.suspend_data',
    location: 'cmi.core.lesson_location',
    exit: 'cmi.core.exit',
    status: 'cmi.core.lesson_status',
    mode: 'cmi.core.lesson_mode',
    learnerId: 'cmi.core.student_id',
    learnerName: 'cmi.core.student_name',
    language: 'cmi.student_preference.language',
    sessionTime: 'cmi.core.session_time',
    totalTime: 'cmi.core.total_time',
  },
  stateLengths: [64_000, 4_096],
  responseLengths: [4_000, 255],
  // `choice` and `likert` of 1.2 hold single characters, which say nothing to a trainer: words, as an answer to fill in.
  report: { options: 'labels', unanswered: true },
  // RTE 1.2, section 3.4: write only.
  tellsInteractions: false,
  // Only changes go out.
  maySendWhole: false,
  standInNeedsCommit: true,
  pages: true,
  reviewMayStoreNothing: false,
  forgetsUnlessSuspended: false,
  suspends: [['cmi.core.exit', 'suspend']],
  progress: () => [],
  objective(index, { id, earned }): Entry[] {
    return [
      [`cmi.objectives.${index}.id`, objectiveId(id)],
      [`cmi.objectives.${index}.status`, ...(earned ? (['completed', 'passed'] as const) : (['incomplete', 'not attempted'] as const))],
    ];
  },
  interaction({ index, id, response, interaction }): Entry[] {
    const at = `cmi.interactions.${index}`;
    // CMITime: a time of day; several LMSs refuse a date.
    const time: Entry[] = interaction.at > 0 ? [[`${at}.time`, localTime(interaction.at).slice(11)]] : [];
    return [[`${at}.id`, id], [`${at}.type`, 'fill-in'], ...time, [`${at}.student_response`, response, `${response} `]];
  },
  status: statusEntries,
  sessionTime(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    const hours = Math.min(9999, Math.floor(seconds / 3600));
    return [hours, Math.floor(seconds / 60) % 60, seconds % 60]
      .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
      .join(':');
  },
  secondsOf: (time) => time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
};

/** The score goes first: some LMSs make their grade when the status comes. */
function statusEntries(complete: boolean, standIn: boolean, word: StatusWhenComplete): Entry[] {
  if (!complete) return [['cmi.core.lesson_status', 'incomplete']];
  // One of the two words on the way to the other, never back to "incomplete".
  const other = word === 'passed' ? 'completed' : 'passed';
  return [
    ['cmi.core.score.raw', standIn ? '100.0' : '100'],
    ['cmi.core.score.min', standIn ? '0.0' : '0'],
    ['cmi.core.score.max', standIn ? '100.0' : '100'],
    ['cmi.core.lesson_status', standIn ? other : word],
  ];
}
