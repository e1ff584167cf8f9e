/** What the learner of a state has written. */
import { note, type AnswerChanges } from '../../src/course/answers.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import type { State } from './views.ts';

/** Of each exercise its first questions. */
const BEGUN = [
  'a.training.programme',
  'a.training.log.q3xe',
  'b.channels.desk',
  'b.channels.spaces.skill',
  'b.colleague.talk',
  'c.ideas.ideas.a6bn',
  'c.path.group',
  'c.path.channels',
  'c.path.contact',
  'c.path.need',
  'd.map.map.i1co',
  'd.map.map.b7vt',
  'd.map.map.y3gm',
  'e.profiles.profiles.w4of',
  'p.questions.opportunity',
  'p.guide.heading',
];
const COMPULSORY = 'a.';

function written(isMeant: (field: string) => boolean): AnswerChanges {
  return Object.fromEntries([...FINNISH_ANSWERS].flatMap(([field, { text }]) => (isMeant(field) ? [[field, text]] : [])));
}

const isBegun = (field: string): boolean => BEGUN.some((start) => field === start || field.startsWith(`${start}.`));

/** @returns what is there when the pages are looked at, one change after the other */
export function answersOf(state: State, name: string): AnswerChanges[] {
  const holder = { [note.holder]: name };
  switch (state) {
    case 'empty':
      return [];
    case 'full':
    case 'print':
      return [{ ...holder, ...written((field) => field !== note.place) }];
    case 'unfolded':
      return [{ ...holder, ...written((field) => field !== note.place), [note.allSteps]: 'yes' }];
    case 'earned':
    case 'earned-away':
      return [{ ...holder, ...written(isBegun) }, written((field) => field.startsWith(COMPULSORY))];
    default:
      return [{ ...holder, ...written(isBegun) }];
  }
}
