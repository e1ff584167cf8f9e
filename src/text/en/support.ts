import type { Text } from '../text.ts';
import { counted, number } from './days-and-numbers.ts';
import { exit } from './shell.ts';

export const support: Text['support'] = {
  page: 'Technical details',
  lead: 'This page helps when answers are not saved. Copy the details and send them to the learning platform’s support. Your name, your user name and your answers are not included.',
  contact: 'For more information about the course:',
  link: 'Technical details for support',
  facts: 'Details for support',
  copy: 'Copy the details',
  copied: 'The details have been copied. Paste them into a message.',
  notCopied: 'The browser does not allow copying. The details are selected, so you can copy them with the keys Ctrl + C.',
  saveSooner:
    'This learning platform may not accept what the course sends when you close the page. The course therefore saves more often than usual. Before you close the page, wait until the top of the page says that your answers have been saved or sent.',
  line: {
    course: 'Course',
    time: 'Time',
    site: 'Server',
    lms: 'Connection',
    limits: 'Limits',
    mode: 'Mode',
    language: 'Language',
    browser: 'Browser',
    copy: 'Copy in this browser',
    state: 'Saved work',
    saves: 'Last saves',
  },
  yesNo: (yes) => (yes ? 'yes' : 'no'),
  state: (revision, room) =>
    room ? `version ${revision}: ${counted(room.used, 'character', 'characters')}, room for ${number(room.limit)}` : `version ${revision}`,
  test: {
    title: 'Does saving work?',
    what: 'An administrator runs this test when the course has been uploaded to the learning platform. Open the course in the same way as learners do, and begin the test. The course saves a test text. It is not an answer, and it neither shows in reports nor counts towards completion.',
    browse:
      'The course is open in a mode in which nothing is saved. You only see whether the learning platform was found and whether an earlier test text came back. Open the course as an attempt of your own to test saving, too.',
    begin: 'Test saving',
    next: `The test is running. Press “${exit}”. Then close the window of the course and open the course from the learning platform again: it opens on this page. Do not visit other pages of the course in between. Finally, open the course with the same user account on another computer. If this page does not remember the test there, the test text did not reach the learning platform.`,
    end: 'End the test',
    verdict: { kept: 'OK', broken: 'Not OK', open: 'Not known yet' },
    promise: {
      lms: 'Connection to the learning platform',
      limits: 'Room for answers',
      save: 'Confirmation of saving',
      whole: 'The test text comes back whole',
      place: 'Return to the same place',
      elsewhere: 'The test text on another computer',
      exit,
      completion: 'Completion stays as it was',
    },
    broken: {
      lms: 'Answers would stay in the browser only. Open the course from the learning platform, not directly from a file. If you opened it from the learning platform, upload the package there again as a SCORM, xAPI or cmi5 package.',
      limits:
        'Long answers do not fit. Try another package, or ask the learning platform’s support whether the room (suspend_data) can be made larger.',
      save: 'The learning platform refused to save the test text. The reason is in the details on this page. Copy them, send them to the learning platform’s support and do not open the course to learners yet.',
      whole:
        'Answers would be lost. Check that the learning platform does not begin a new attempt every time. If it does not, try another package, and do not open the course to learners yet.',
      place: 'The course was on another page in between, or the last save did not arrive. Repeat the test from this page.',
      elsewhere: '',
      exit: 'The course was closed in another way, or the last save did not arrive. Repeat the test. If the result is the same, tell learners to wait before closing until the top of the page says that their answers have been saved or sent.',
      completion:
        'The learning platform regards the course as completed although the exercises are not done. Change the setting that marks the course as completed as soon as it is opened or closed.',
    },
    sent: 'The text has been sent, but no confirmation came. Not all learning platforms confirm. The next time you open the course you will see whether the text arrived.',
  },
};
