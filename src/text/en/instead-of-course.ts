import type { Text } from '../text.ts';

/** What the page says in the place of the course: before it is open, where it cannot be or another tab has it, and once it is closed (`SessionPhase`). */
export const insteadOfCourse: Text['insteadOfCourse'] = {
  opening: 'Opening the course…',
  noLms: {
    title: 'No connection to the learning platform',
    reason: {
      'no-lms': 'The course was opened without a learning platform.',
      'initialize-failed': 'The learning platform did not open the course.',
      'launch-incomplete': 'The learning platform opened the course with an incomplete link.',
      'fetch-refused': 'The one-time permission given by the learning platform has already been used.',
      'session-over': 'The session has ended. This happens, for example, when the page is reloaded.',
      unreachable: 'The learning platform is not responding.',
      'barred-site': 'The link that opened the course would take your answers to a server that the course’s settings do not allow.',
      'not-sent': 'You chose not to have your answers sent.',
    },
    what: 'Your answers and the record of what you have completed are not sent anywhere now. If you opened the course from the learning platform, close this page and open the course from there again.',
    local:
      'You can also continue without a connection. What you have saved on the learning platform before is safe there, though you do not see it here. New text is saved in this browser only, and others who use this browser can read it. When you finish, take a copy on the page My workbook.',
    goOn: 'Continue in this browser',
    details: 'For support',
  },
  unconfirmed: {
    title: 'Where are your answers sent?',
    what: (sites) =>
      sites === 1
        ? 'The course was opened with a link that sends your answers, your name and the record of what you have completed to this address:'
        : 'The course was opened with a link that sends your answers, your name and the record of what you have completed to these addresses:',
    fromLms: 'If you opened the course from the learning platform, the address usually belongs to its services, and you can continue.',
    fromElsewhere:
      'If you got the link from somewhere else, for example in a message, do not send your answers. Open the course from the learning platform, or ask its support whose address this is.',
    once: 'Once you continue, you are not asked this again in this browser.',
    goOn: 'Continue',
    dontSend: 'Do not send',
  },
  elsewhere: {
    title: 'The course is open in another tab',
    what: 'Write in one place at a time, so that nothing is lost. When you continue here, what you have written in the other tab is kept.',
    takeOver: 'Continue in this tab',
  },
  stale: {
    title: 'Your latest text is not on this page',
    what: 'It seems that this browser has already seen a newer version of your answers than the one that opened now. The browser may have brought the page back from its memory. Or the course was open on another device at the same time, and the version saved there has replaced the newer one.',
    reload:
      'First close this page and open the course from the learning platform again. If you see this message then too, the newer version is probably no longer on the learning platform. Then close the course on your other devices, continue from this version and check on the page My workbook whether anything is missing.',
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
    comesAlong: 'When you open the course on this device in the same browser, the missing part is sent again. To be safe, take a copy too.',
    bringCopy: 'When you open the course again, load the copy on the page My workbook.',
    wayBack: (host) => `Back to ${host}`,
  },
};
