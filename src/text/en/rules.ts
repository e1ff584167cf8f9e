import type { Text } from '../text.ts';
import { counted, givenDay, inWords, listed } from './days-and-numbers.ts';

const either = (ids: readonly string[]): string => (ids.length < 2 ? ids.join('') : `${ids.slice(0, -1).join(', ')} or ${ids.at(-1)}`);
const quoted = (titles: readonly string[]): string => listed(titles.map((title) => `“${title}”`));

const ONE = { y: 'year', m: 'month', d: 'day' } as const;

export const rules: Text['rules'] = {
  page: 'Rules',
  all: (ids) => `${ids.length === 1 ? 'class' : 'classes'} ${listed(ids)}`,
  one: (ids) => `class ${either(ids)}`,
  some: (count, ids) => `${inWords(count)} of the classes ${listed(ids)}`,
  among: (count) => `The licence needs ${count === undefined ? 'some' : inWords(count)} of these`,
  also: ' and also ',
  or: ' or ',
  lacks: (rule) => `For the licence you still need ${rule}.`,
  licence: 'Licence',
  licenceNow: (rule) => `You get the licence when you have ${rule}.`,
  licenceFrom: (day, rule) => `From ${givenDay(day)} on, the licence needs ${rule}.`,
  optional: (ids) =>
    `${ids.length === 1 ? 'Class' : 'Classes'} ${listed(ids)} ${ids.length === 1 ? 'is' : 'are'} not needed for the licence. You can complete ${ids.length === 1 ? 'it' : 'them'} even after you have the licence.`,
  completeWhen: {
    compulsory: 'The course is marked as completed as soon as you have the licence.',
    all: 'The course is marked as completed when you have all classes, also those that are not needed for the licence.',
    learner: 'The course is marked as completed when you have the licence and say on the licence page that you have finished.',
  },
  validFor: ({ count, unit }) =>
    `The licence is valid for ${count === 1 ? `one ${ONE[unit]}` : `${inWords(count)} ${ONE[unit]}s`} from the day on which you got it. When you take the course again, the time begins anew.`,
  classes: 'Classes',
  classNow: (classId, titles) =>
    titles.length === 1
      ? `You earn class ${classId} when you have done the exercise ${quoted(titles)}.`
      : `You earn class ${classId} when you have done the exercises ${quoted(titles)}.`,
  minimum: (count) => `The list in the exercise must have at least ${count === 1 ? 'one item' : `${inWords(count)} items`}.`,
  entries: (count, classId) =>
    count === 1
      ? `You need an entry that relates to class ${classId}.`
      : `You need at least ${inWords(count)} entries, at least one of which relates to class ${classId}.`,
  shared: (ids, minutes) =>
    `The same entries are enough for classes ${listed(ids)}.${minutes === undefined ? '' : ` The exercise takes about ${counted(minutes, 'minute', 'minutes')} altogether.`}`,
  without: (titles) =>
    titles.length === 1
      ? `The exercise ${quoted(titles)} does not belong to any class.`
      : `The exercises ${quoted(titles)} do not belong to any class.`,
  kept: 'What stays yours',
  keptWords: [
    'An exercise is done when nothing in it is unfinished. At the end of an exercise you see what is still needed. Answers are not scored: there are no right or wrong answers.',
    'A class that you have earned stays yours even if you change your answers. So does the licence.',
    'If the rules change, the new ones apply to what you do after that. Classes and licences that were earned earlier remain.',
  ],
};
