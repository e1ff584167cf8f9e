import type { Text } from '../text.ts';
import { counted, inWords, listed, number } from './days-and-numbers.ts';

/** The button that saves and closes the course, as other words name it too. */
export const exit = 'Save and close';

export const shell: Text['shell'] = {
  skip: 'Skip to content',
  contents: 'Contents',
  closeContents: 'Close contents',
  groups: { begin: 'First', compulsory: 'Compulsory', optional: 'Optional', about: 'The course' },
  ownPages: 'Your own pages',
  chapterState: (state, earned, classes, minutes) => {
    if (state === 'earned') return classes > 1 ? `${listed(earned)} completed` : classes === 1 ? 'Completed' : 'Done';
    const time = minutes === undefined || minutes === 0 ? '' : `${number(minutes)}\u00a0min`;
    if (state === 'ahead') return time;
    const begun = earned.length > 0 ? `${listed(earned)} completed` : 'In progress';
    return time === '' ? begun : `${begun} · ${time} left`;
  },
  turnPages: 'Go through the parts',
  back: 'Previous',
  forward: 'Next',
  cover: {
    page: 'Cover',
    begin: 'Begin',
    seeLicence: 'See your licence',
    toExercises: 'Show the exercises',
    toFirst: 'Straight to the first exercise',
    allDone: 'All exercises are done. You can still go back to them at any time.',
    goOn: (title, step = '') => `Continue: ${title}${step === '' ? '' : `, ${step.charAt(0).toLowerCase()}${step.slice(1)}`}`,
    last: (title) => `Last time you were in the exercise “${title}”.`,
    lastDone: (title) => `The exercise “${title}” is done.`,
    takes: (minutes) => `It takes about ${counted(minutes, 'minute', 'minutes')} altogether.`,
    nextTakes: (minutes) => `The next one takes about ${counted(minutes, 'minute', 'minutes')}.`,
    name: 'Your name on the card',
    nameHelp: '(optional, shown on the card and on the page My workbook)',
    short: 'Fits into a quarter of an hour',
    shortOne: (sign, title, minutes) => `${sign === undefined ? '' : `${sign}: `}${title}, ${number(minutes)}\u00a0min`,
    time: 'Time',
    compulsory: (sign, minutes, classIds) =>
      `Compulsory: ${sign}${classIds.length > 1 ? ` (classes ${listed(classIds)}), altogether` : ','} about ${number(minutes)}\u00a0min.`,
    alsoNeeds: (needs) => `You also need ${needs}.`,
    optional: (chapters, heading = 'Optional') =>
      `${heading}: ${listed(chapters.map(({ sign, topic, minutes }) => [sign, topic, `${number(minutes)}\u00a0min`].filter(Boolean).join('\u00a0')))}.`,
    answers: {
      title: 'Your answers',
      readBy: {
        answers: 'Saved as you write. Those who are allowed to read the learning platform’s reports can see them.',
        answersButPrivate:
          'Saved as you write. Those who are allowed to read the learning platform’s reports can see them. A question tells you if its answer does not go to the reports.',
        thisBrowser: 'Others who use this browser can read your answers. Save them to a file too.',
        completion: 'Saved as you write. The reports show only your completions, not your answers.',
      },
    },
    library: 'LIBRARY',
  },
  head: {
    time: 'Time',
    minutes: (minutes, exercises) =>
      [`about ${number(minutes)}\u00a0min`, `${inWords(exercises)} exercise${exercises === 1 ? '' : 's'}`].join(', '),
    needs: 'You need',
    doneWhen: 'Done when',
    done: (exercises, classIds) => {
      const what = exercises === 1 ? 'the exercise is done' : exercises === 2 ? 'both exercises are done' : 'all exercises are done';
      if (classIds.length === 0) return what;
      return `${what}: you earn ${classIds.length === 1 ? 'class' : 'classes'} ${listed(classIds)}`;
    },
    readers: {
      title: 'Who sees your answers',
      answers: 'those who are allowed to read the learning platform’s reports',
      answersButPrivate: 'those who are allowed to read the learning platform’s reports; some answers do not go to the reports',
      completion: 'nobody through the reports: they show only what you have completed',
      thisBrowser: 'those who use this browser: the answers are not sent anywhere',
    },
    steps: 'Exercises',
    stepMinutes: (minutes) => `${number(minutes)}\u00a0min`,
    stepDone: 'Done',
  },
  voice: { more: 'Read on', less: 'Hide the rest' },
  continueFrom: (place) => `You continue from “${place}”.`,
  toChapterStart: 'Go to the beginning of the part',
  exit,
  ready: {
    title: 'Have you finished?',
    what: 'You have the classes that are needed for the licence. When you say that you have finished, the course is marked as completed on the learning platform.',
    after:
      'This cannot be undone. You can still do the exercises of the other classes. If the learning platform saves nothing after completion, you will see a message about it.',
    button: 'I have finished',
    said: 'You said that you have finished. The course is marked as completed.',
  },
};
