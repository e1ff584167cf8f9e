/** SCORM 2004, 3rd and 4th Edition (Run-Time Environment, section 4). */
import { objectiveId } from '../course/reported-ids.ts';
import { SCORM2004_FUNCTIONS } from './scorm-api.ts';
import type { Entry } from './scorm-model.ts';
import type { ScormDialect } from './scorm-dialect.ts';
import type { ScormSurroundings } from './scorm-launch.ts';
import { ScormTracker } from './scorm-tracker.ts';

const DESCRIPTION_LENGTH = 249;

const DIALECT: ScormDialect = {
  functions: SCORM2004_FUNCTIONS,
  elements: {
    state: 'cmi.suspend_data',
    location: 'cmi.location',
    exit: 'cmi.exit',
    status: 'cmi.completion_status',
    mode: 'cmi.mode',
    learnerId: 'cmi.learner_id',
    learnerName: 'cmi.learner_name',
    language: 'cmi.learner_preference.language',
    sessionTime: 'cmi.session_time',
  },
  // The 3rd Edition promises 4,000 only.
  stateLengths: [64_000, 4_000],
  responseLengths: [4_000],
  // Several LMSs send everything each time.
  report: { options: 'ids', unanswered: false, bytes: 58_000, overhead: 850 },
  // An objective's identifier is set once and for all.
  pages: false,
  reviewMayStoreNothing: true,
  // A launch in a second tab blanks it in some LMSs, and without it they forget the state. What an LMS's script holds already it may not send again.
  suspends: [
    ['cmi.exit', ''],
    ['cmi.exit', 'suspend'],
  ],
  status(complete, again): Entry[] {
    if (!complete) return [['cmi.completion_status', 'incomplete']];
    return [
      ['cmi.score.raw', again ? '100.0' : '100'],
      ['cmi.score.min', again ? '0.0' : '0'],
      ['cmi.score.max', again ? '100.0' : '100'],
      ['cmi.score.scaled', again ? '1.0' : '1'],
      ['cmi.completion_status', 'completed'],
    ];
  },
  objective(index, { id, title, earned }, again): Entry[] {
    return [
      [`cmi.objectives.${index}.id`, objectiveId(id)],
      [`cmi.objectives.${index}.completion_status`, earned ? 'completed' : 'incomplete'],
      [`cmi.objectives.${index}.description`, described(title, again)],
    ];
  },
  interaction({ index, id, response, interaction }, again): Entry[] {
    const at = `cmi.interactions.${index}`;
    const time: Entry[] = interaction.at > 0 ? [[`${at}.timestamp`, timestampOf(interaction.at)]] : [];
    return [
      [`${at}.id`, id],
      [`${at}.type`, interaction.type === 'text' ? 'long-fill-in' : interaction.type],
      [`${at}.description`, described(interaction.description, again)],
      ...time,
      // An identifier with a space behind it would be another.
      [`${at}.learner_response`, again && interaction.type === 'text' ? `${response} ` : response],
    ];
  },
  sessionTime(milliseconds) {
    const seconds = Math.max(0, Math.round(milliseconds / 1000));
    return `PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`;
  },
};

export class Scorm2004Tracker extends ScormTracker {
  constructor(surroundings: ScormSurroundings = { page: window }) {
    super(DIALECT, surroundings);
  }
}

/** A description that fits, without a character cut in half. */
function described(text: string, again: boolean): string {
  const fitting = text.length > DESCRIPTION_LENGTH ? `${text.slice(0, DESCRIPTION_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return again ? `${fitting} ` : fitting;
}

/** 19 characters without a zone: others are refused or cut. */
function timestampOf(at: number): string {
  const date = new Date(at);
  const [day, time] = [
    [date.getFullYear(), date.getMonth() + 1, date.getDate()],
    [date.getHours(), date.getMinutes(), date.getSeconds()],
  ].map((parts) => parts.map((part) => String(part).padStart(2, '0')));
  return `${day?.join('-')}T${time?.join(':')}`;
}
