import type { Text } from '../text.ts';
import { inWords } from './days-and-numbers.ts';

export const exercise: Text['exercise'] = {
  kind: 'Exercise',
  compare: {
    open: 'Compare your answer',
    answer: 'Another way to answer:',
    criteria: 'Look at your own answer once more:',
  },
  steps: {
    showAll: 'Show everything',
    showOne: 'Show one step at a time',
    done: 'Done',
    begun: 'In progress',
    tally: (done, all) => `${done}/${all} done`,
    goOn: (title) => `continue: ${title}`,
    next: (title) => `Next: ${title}`,
  },
  readers: {
    reports: 'Those who can read the learning platform’s reports see the answers.',
    others: 'Those who can read the learning platform’s reports see the other answers.',
    nobody: 'The answers do not go to the reports.',
    'this-browser': 'The answers stay in this browser, and others who use it can read them.',
  },
  print: 'Print',
  /** Above the choice of what a printed sheet shows. */
  onPaper: 'What goes on paper?',
  stillNeeded: 'Still needed',
  done: 'The exercise is done. You can still go on writing.',
  need: {
    answer: (label) => (label.endsWith('?') ? `Answer: ${label}` : `Write: ${label}`),
    choose: (label) => (label.endsWith('?') ? `Answer: ${label}` : `Choose: ${label}`),
    items: (label, count, empty) => {
      if (empty) return count === 1 ? `Add the first item: ${label}` : `Add at least ${inWords(count)} items: ${label}`;
      return count === 1 ? `Add one more item: ${label}` : `Add ${inWords(count)} more items: ${label}`;
    },
    touch: (classId) => `Add an entry that relates to class ${classId}`,
    branch: (label) => `Add an answer to the map: ${label}`,
    mark: (label) => `Mark at least one of these on the journey: ${label}`,
    shorten: 'Shorten the guide so that it fits on one page',
  },
};
