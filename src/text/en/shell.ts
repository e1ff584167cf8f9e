import type { Text } from '../text.ts';
import { counted, listed, number } from './forms.ts';

export const shell: Text['shell'] = {
  skip: 'Skip to content',
  contents: 'Contents',
  closeContents: 'Close contents',
  groups: { begin: 'First', compulsory: 'Compulsory', optional: 'Optional', about: 'About the course' },
  ownPages: 'Your own pages',
  chapterState: (state, earned, classes, minutes) => {
    if (state === 'earned') return classes > 1 ? `${listed(earned)} completed` : classes === 1 ? 'Completed' : 'Done';
    const time = minutes === undefined || minutes === 0 ? '' : `${number(minutes)} min`;
    if (state === 'ahead') return time;
    const begun = earned.length > 0 ? `${listed(earned)} completed` : 'Begun';
    return time === '' ? begun : `${begun} · ${time} left`;
  },
  turnPages: 'Go through the parts',
  back: 'Back',
  forward: 'Next',
  cover: {
    page: 'Cover',
    begin: 'Begin',
    seeLicence: 'See your licence',
    allDone: 'All exercises are done. You can still go back to them at any time.',
    goOn: (title, step = '') => `Continue: ${title}${step === '' ? '' : `, ${step.charAt(0).toLowerCase()}${step.slice(1)}`}`,
    last: (title) => `Last time you were in the exercise “${title}”.`,
    lastDone: (title) => `The exercise “${title}” is done.`,
    takes: (minutes) => `It takes about ${counted(minutes, 'minute', 'minutes')} altogether.`,
    nextTakes: (minutes) => `The next one takes about ${counted(minutes, 'minute', 'minutes')}.`,
    name: 'Your name on the card',
    nameHelp: '(shown on the card only)',
    short: 'Fits into a quarter of an hour',
    shortOne: (sign, title, minutes) => `${sign === undefined ? '' : `${sign}: `}${title}, ${number(minutes)} min`,
    time: 'Time',
    compulsory: (sign, minutes, classIds) =>
      `Compulsory: ${sign}${classIds.length > 1 ? ` (classes ${listed(classIds)})` : ''}, about ${number(minutes)} min.`,
    alsoNeeds: (needs) => `You also need ${needs}.`,
    optional: (chapters, heading = 'Optional') =>
      `${heading}: ${listed(chapters.map(({ sign, minutes }) => `${sign} ${number(minutes)}`))} min.`,
    answers: {
      title: 'Your answers',
      readBy: {
        answers: 'Saved as you write. Those who may read the learning platform’s reports can see them.',
        answersButPrivate:
          'Saved as you write. Those who may read the learning platform’s reports can see them. Some answers do not go to the reports.',
        thisBrowser: 'Everybody who uses this browser can read them.',
        completion: 'Saved as you write. The reports show only your completions, not your answers.',
      },
    },
    library: 'LIBRARY',
  },
  head: {
    time: 'Time',
    minutes: (minutes, exercises) =>
      [`about ${number(minutes)} min`, exercises === 1 ? 'one exercise' : counted(exercises, 'exercise', 'exercises')].join(', '),
    needs: 'You need',
    doneWhen: 'Done when',
    done: (exercises, classIds) => {
      const what = exercises === 1 ? 'the exercise is done' : exercises === 2 ? 'both exercises are done' : 'all exercises are done';
      if (classIds.length === 0) return what;
      return `${what}: you earn ${classIds.length === 1 ? 'class' : 'classes'} ${listed(classIds)}`;
    },
    readers: {
      title: 'Who sees your answers',
      answers: 'those who may read the learning platform’s reports',
      answersButPrivate: 'those who may read the learning platform’s reports. Some answers do not go to the reports',
      completion: 'nobody in the reports: only your completions go there',
      thisBrowser: 'whoever uses this browser',
    },
    steps: 'Exercises',
    stepMinutes: (minutes) => `${number(minutes)} min`,
    stepDone: 'Done',
  },
  voice: { more: 'Read on', less: 'Hide the rest' },
  continueFrom: (place) => `You continue from ${place}.`,
  toChapterStart: 'Go to the beginning of the part',
  opening: 'Opening the course…',
  exit: 'Save and close',
  noLms: {
    title: 'No connection to the learning platform',
    reason: {
      'no-lms': 'The course was opened without a learning platform.',
      'initialize-failed': 'The learning platform did not open the course.',
      'launch-incomplete': 'The learning platform opened the course with an incomplete link.',
      'fetch-refused': 'The one-time permission given by the learning platform has already been used.',
      'session-over': 'The session has ended. This happens, for example, when the page is reloaded.',
      unreachable: 'The learning platform does not answer.',
      'barred-site': 'The link that opened the course would take your answers to a server that the course’s settings do not allow.',
      'not-sent': 'You chose not to have your answers sent.',
    },
    what: 'Your answers and your completion are not sent anywhere now. If you began the course from the learning platform, close this page and open the course from there again.',
    local:
      'You can also continue without a connection. Your text is then saved in this browser only, and whoever uses the same computer can see it. When you finish, take a copy on the page My workbook.',
    goOn: 'Continue in this browser',
    details: 'For support',
  },
  unconfirmed: {
    title: 'Where are your answers sent?',
    what: (sites) =>
      sites === 1
        ? 'The course was opened with a link that sends your answers, your completion and your name to this address:'
        : 'The course was opened with a link that sends your answers, your completion and your name to these addresses:',
    fromLms: 'If you opened the course from the learning platform, the address usually belongs to its services, and you can continue.',
    fromElsewhere:
      'If you got the link from somewhere else, for example in a message, do not send. Open the course from the learning platform, or ask its support whose address this is.',
    once: 'Once you continue, you are not asked this again in this browser.',
    goOn: 'Continue',
    dontSend: 'Do not send',
  },
  elsewhere: {
    title: 'The course is open in another tab',
    what: 'Write in one place at a time, so that nothing is lost. You can go back to the other tab or move the course here. What you have written in the other tab then comes along.',
    takeOver: 'Continue in this tab',
  },
  stale: {
    title: 'This page is out of date',
    what: 'The browser brought the page back from its memory, or the learning platform gave an old version of your work. Close the page and open the course from the learning platform again to get your latest text.',
    reload: 'When you come back to the course through the learning platform, you continue where you left off.',
    goOn: 'Continue from this version',
  },
  closing: {
    title: 'Closing the course',
    saving: 'Your work is being saved. Keep the page open until you see that everything is safe.',
    notSaved: 'Not everything has been saved yet',
    trying: 'Trying again now.',
    again: 'Try again',
    stay: 'Back to the course',
    unsaved: 'Leave anyway',
  },
  closed: {
    title: 'The course is closed',
    saved: 'Your work is saved. You can close this page.',
    sent: 'Your work has been sent to the learning platform. You can close this page. The next time you open the course, it checks that everything has arrived.',
    local: 'Your work is saved in this browser. You can close this page.',
    removed: 'Your answers have been removed from this browser. You can close this page.',
    browse: 'You were looking at the course, so nothing was saved. You can close this page.',
    saving: 'Your work is still being saved. Keep the page open for a moment.',
    notSaved: 'Not everything reached the learning platform.',
    comesAlong:
      'When you open the course on this computer in the same browser, the missing part is sent again. To be safe, take a copy too.',
    bringCopy: 'When you open the course again, bring the copy into it on the page My workbook.',
    wayBack: (host) => `Back to ${host}`,
  },
  earned: {
    classes: (classIds) => `You earned ${classIds.length === 1 ? 'class' : 'classes'} ${listed(classIds)}.`,
    title: 'Classes you have earned',
    licence: 'The licence is yours.',
    thenReady: 'When you have finished, say so on the licence page.',
    look: 'Look at the licence',
    dismiss: 'Close this message',
  },
  ready: {
    title: 'Have you finished?',
    what: 'You have the classes that the licence needs. When you say that you have finished, the course is marked as completed in the learning platform.',
    after:
      'This cannot be undone. You can still do the exercises of the other classes. If the learning platform saves nothing after completion, you will see a message about it.',
    button: 'I have finished',
    said: 'You said that you have finished. The course is marked as completed.',
  },
};
