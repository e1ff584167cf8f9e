import type { ServersText } from '../fi/servers.ts';
import { en as page } from '../../hr-page/en.ts';
import { writing } from '../writing.ts';

const { number, counted, names } = writing('en-GB', 'MB', page);

const quoted = (name: string): string => `“${name}”`;

/** What the records command says of an LRS and of Moodle in English. */
export const servers: ServersText = {
  server: {
    tryingAgain: (what, seconds) => `${what} Trying again in ${seconds} s.`,
    tooLarge: (source, kind, most) => [
      `${source} sends more than ${kind === 'bytes' ? `${number(most / 2 ** 20)} MB` : `${number(most)} values`} in one answer.`,
      'Ask for less at once (--page-size), or report it to whoever keeps the server.',
    ],
    nothingThere: (source, path, status) => [`${source} has nothing at ${path} (${status}).`, 'Check the address.'],
    moved: (source, status, place) => [
      `${source} has moved (${status}) to ${place ?? 'somewhere else'}.`,
      'Give the new address; credentials are not sent on by themselves.',
    ],
    half: (source, length) => [
      `${source} sent half an answer: ${length} characters of JSON without an end.`,
      'Run again; if it stays so, ask for less at once (--page-size).',
    ],
    notJson: (source, type, answer) => [
      `${source} sent something that is not JSON (${type ?? 'no type'}): ${answer === '' ? 'nothing' : quoted(answer)}.`,
      'Check the address: a log-in or maintenance page may be in between.',
    ],
    badRequest: (source, status, answer) => [
      `${source} does not accept the request (${status})${answer === '' ? '' : `: ${quoted(answer)}`}.`,
      'Check the address; some LRSs answer so when the key or the secret is wrong.',
    ],
    refused: (source, status) => [
      `${source} refuses the credentials (${status}).`,
      status === 401 ? 'Check that they are right and still valid.' : 'Ask for the right to read.',
    ],
    overloaded: (source, status, seconds) => [
      `${source} cannot answer now (${status}).${seconds === undefined ? '' : ` It asks to wait for ${seconds} s.`}`,
      'Run again later.',
    ],
    silent: (source, seconds) => [`${source} did not answer in ${seconds} s.`, 'Run again later, or give more time with --timeout.'],
    unreached: (source, reason) => [
      `${source} cannot be reached, or broke off (${reason}).`,
      'Check the address and the network, or run again later.',
    ],
  },
  lrs: {
    circle: (source) => [
      `${source} leads round in a circle: its “more” names a page that was read already.`,
      'Report it to whoever keeps the LRS.',
    ],
    withoutNews: (source, pages) => [
      `${source} goes on for ever: ${number(pages)} pages, one after the other, brought no new statement.`,
      'Report it to whoever keeps the LRS.',
    ],
    tooManyPages: (source, pages) => [
      `${source} goes on for ever: more than ${number(pages)} pages.`,
      'Report it to whoever keeps the LRS.',
    ],
    noStatements: (source) => [`${source} sent JSON without a list of statements.`, 'Check that the address is an xAPI endpoint.'],
    noAddress: (source) => [`${source} sent a “more” that is no address.`, 'Report it to whoever keeps the LRS.'],
    read: (source, statements, ours, voidings) =>
      `${source}: ${counted(statements, 'statement', 'statements')} read, ${number(ours)} of them completions and beginnings of this course, ${counted(voidings, 'voiding', 'voidings')}.`,
    foreign: (count) => `${counted(count, 'statement is', 'statements are')} not about this course or its classes: left out.`,
    notLookedAt: (count) =>
      `${counted(count, 'voided statement', 'voided statements')} could not be looked at: a licence that rested on ${count === 1 ? 'it' : 'one of them'} may still be shown.`,
    storedLate: (count) =>
      `${counted(count, 'completion was', 'completions were')} stored more than a year after the day that the statement says. That is right where statements were moved from another LRS; else the clock of a learner’s computer was behind, and the day is too early.`,
    broken: (id, lack) =>
      `Not understood, left out: ${id === undefined ? '' : `statement ${id}: `}${{ statement: 'no statement at all', id: 'a statement without id', actor: 'an actor that is no single person', time: 'no time' }[lack]}.`,
  },
  moodle: {
    says: (source, request, message, code) => `${source}, asked for ${request}, says “${message}” (${code === '' ? 'no code' : code}).`,
    next: {
      refused: 'Check the token, that its service has this function, and that its user may see the course’s participants and reports.',
      'not-found': 'Check the number given with --course.',
      unavailable: 'Run again later.',
      unreadable: 'Ask Moodle’s administrator what this means.',
    },
    lacksCapability: (source, capability) => [
      `${source} refuses the token (missing capability: ${capability}).`,
      `Allow the token’s user the capability ${capability} in a role in the system context.`,
    ],
    refusesAll: (source, message, code) => [
      `${source} refuses every function with “${message}” (${code}). Most likely the token’s user lacks the capability webservice/rest:use, which Moodle does not say.`,
      'Allow it in a role of hers in the system context. Else check that the service is enabled, for this user, and for this computer’s address.',
    ],
    lacksFunctions: (source, message, code, functions) => {
      const one = functions.length === 1;
      return [
        `${source} says “${message}” (${code}). The token’s service lacks the ${one ? 'function' : 'functions'} ${functions.join(', ')}.`,
        `Add ${one ? 'it' : 'them'} there: Site administration > Server > Web services > External services.`,
      ];
    },
    isProtocolOff: 'Check that Moodle’s web services and its REST protocol are enabled, and that no log-in stands before Moodle.',
    unknownShape: (source, request, places) => [
      `${source} answered ${request} in a shape that is not known (${places.map((place) => place || 'the whole').join(', ')}).`,
      'Check the version of Moodle: 4.1 to 5 are known.',
    ],
    noActivity: (source, course, manifest, others) => [
      `Course ${course} of ${source} has no activity with the package “${manifest}”. ${
        others.length === 0
          ? 'It has no SCORM activity at all.'
          : `Its SCORM activities are ${names(others.map(([name, manifests]) => `“${name}” (${manifests || 'no manifest'})`))}.`
      }`,
      'Check the number given with --course, and that the token’s user sees the activity.',
    ],
    read: (source, course, learners, anew, activities) =>
      `${source}, course ${course}: ${counted(learners, 'learner', 'learners')}, ${number(anew)} of them read anew, in ${activities.map(quoted).join(', ')}.`,
    neverIn: (count) =>
      `${counted(count, 'account was', 'accounts were')} never confirmed, or deleted: Moodle tells nothing of what was done there.`,
    markedAsDone: (count) =>
      `${counted(count, 'learner has', 'learners have')} the licence by “Mark as done” alone, which learners tick themselves. If they should not, set the activity’s completion in Moodle to “Add requirements” and “Completed”.`,
    openedOnly: (count) =>
      `For ${counted(count, 'learner', 'learners')} Moodle counts the activity as complete because it was opened: that is no licence. Set its completion to “Completed” in place of “View”.`,
    elsewhere: (count) =>
      `${counted(count, 'learner has', 'learners have')} completed an activity of cmi5 or xAPI on the course page, and nothing in the licence’s SCORM activity: shown as not begun. If that activity is the licence too, read its LRS in the same run (--lrs).`,
  },
};
