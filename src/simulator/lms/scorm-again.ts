/** A player made of scorm-again whose course is on another origin, behind its own bridge; all else is as the standards say. */
import type { HabitSource, LmsHabits } from '../lms-profile.ts';
import { closing, strict12, strict2004 } from './standard.ts';

const bridged: HabitSource = { source: 'scorm-again, CrossFrameAPI and CrossFrameLMS', version: '3.4.3', seen: 'run' };
/** What is posted while the tab is closed is a task of the other window, which goes too. */
const closed: HabitSource = { source: 'scorm-again, CrossFrameAPI, _post', version: '3.4.3', seen: 'read' };

const bridge = { takes: 20, perSecond: 100 } as const;
/** Of what the player asks on its own origin the course's page hears nothing, and Commit always says "true". */
const lost = { receipt: 'always-true', lostIn: closing, finishLostIn: closing } as const;

export const scormAgain12: LmsHabits = {
  ...strict12,
  answers: { ...strict12.answers, bridge },
  sending: { ...strict12.sending, ...lost },
  sources: { 'answers.bridge': bridged, 'sending.receipt': bridged, 'sending.lostIn': closed, 'sending.finishLostIn': closed },
};

export const scormAgain2004: LmsHabits = {
  ...strict2004,
  answers: { ...strict2004.answers, bridge },
  sending: { ...strict2004.sending, ...lost },
  sources: scormAgain12.sources,
};
