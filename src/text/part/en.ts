import { listed } from '../en/days-and-numbers.ts';
import { titled, type PartText } from './part-text.ts';

const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `“${title}”`));

/** In English: the course is a part of the licence. */
export const part: PartText = {
  title: titled,
  partOf: (course) => `This course is a part of “${course}”.`,
  collected: 'The licence is put together from the classes of the different parts, in the employer’s list of completions.',
  exercises: 'Exercises',
  minutes: (sign, minutes) => `${sign}: about ${String(minutes)}\u00a0min.`,
  completed: 'Completed',
  partDone: (sign) => `Part ${sign} is completed.`,
  partDoneOn: (sign, day) => `Part ${sign} completed on ${day}.`,
  partNotDone: (sign) => `Part ${sign} is not completed.`,
  partExercises: (sign) => `the exercises of part ${sign}`,
  partRule: (sign, titles) =>
    `Part ${sign} is completed when you have done the ${titles.length === 1 ? 'exercise' : 'exercises'} ${quoted(titles)}.`,
  allDone: 'All exercises of the course are done.',
  thenReady: 'When you have finished, say so on the page My part.',
  look: 'Look at the card',
  ready: {
    what: 'All exercises of the course are done. When you say that you have finished, the course is marked as completed on the learning platform.',
    after:
      'This cannot be undone. You can still change your answers. If the learning platform saves nothing after completion, you will see a message about it.',
  },
  licence: {
    page: 'My part',
    lead: 'The card fills up as you do the exercises.',
    isYours: 'You have completed this part',
    needed: 'Still needed',
    print: 'Print the card',
  },
  card: { name: 'LICENCE PART' },

  completedOn: (day) => `Course completed on ${day}.`,
  rules: {
    lacks: (rule) => `To complete the course you still need ${rule}.`,
    licence: 'Completing the course',
    licenceNow: (rule) => `To complete the course you need ${rule}.`,
  },
  completeWhen: {
    compulsory: 'The course is marked as completed as soon as you meet this requirement.',
    all: 'The course is marked as completed as soon as you meet this requirement.',
    learner: 'The course is marked as completed when you also say on the page My part that you have finished.',
  },
  kept: [
    'What you have completed stays yours even if you change your answers.',
    'If the rules change, the new ones apply to what you do after that. The change does not affect what was completed before.',
  ],
  older: 'Answers to other questions',
  olderWhat: 'These questions are not in this course. Your answers are safe.',
  fromFile: 'The report will say that this comes from a file.',
};
