/**
 * The launchers that a library may have, each with the habits that were read in its source. A package that runs under all of them runs
 * anywhere. The two plain ones do what the specifications say, and nothing else. How an LRS answers whoever reads it afterwards stands in
 * `lrs/lrs-habits.ts`.
 */
import type { AddressHabits, EndpointHabits, LaunchDataHabits, LauncherProfile } from './launcher-profile.ts';
import { MOODLE_SITE } from '../moodle-storages.ts';

const HOURS = 60;

const plainAddress: AddressHabits = {
  actor: ({ id }, homePage) => ({ objectType: 'Agent', account: { homePage, name: id } }),
  encodesActor: true,
  activityParameter: 'activity_id',
  endpointEndsInSlash: true,
  registration: 'of-attempt',
};

const plainEndpoint: EndpointHabits = {
  sentOn: false,
  version: '1.0',
  preferencesFirst: false,
  agents: 'same-person',
  largestBody: Infinity,
  statementReads: true,
  single: 'bare',
  etags: 'passed',
  states: 'any',
  posts: 'merged',
  resent: 'as-lrs',
  stores: 'all-or-none',
  hears: 'all',
  failures: 'told',
  judges: false,
  completedOnce: false,
  drops: 'none',
  endsWithTerminated: false,
  abandonsOpen: false,
  over: 401,
  tokenMinutes: 8 * HOURS,
};

const plainLaunchData: LaunchDataHabits = {
  template: 'contextTemplate',
  sessionId: true,
  more: { moveOn: 'Completed' },
  returnUrl: 'given',
  preferences: 'given',
  reviewOnceSatisfied: false,
};

/** Behind a web server that sends each request on, in Chromium. */
const SENT_ON = { version: '806c0ba and 0.9.6, run 2026-11-30', seen: 'run' } as const;

const cmi5Address: AddressHabits = { ...plainAddress, activityParameter: 'activityId', fetch: { token: 'base64', errorText: true } };

const catapult = {
  standard: 'cmi5',
  address: cmi5Address,
  launchData: {
    ...plainLaunchData,
    more: { moveOn: 'Completed', launchParameters: '' },
    preferences: 'none',
    reviewOnceSatisfied: true,
  },
  endpoint: {
    ...plainEndpoint,
    preferencesFirst: true,
    agents: 'same-json',
    largestBody: 1024 * 1024,
    judges: true,
    completedOnce: true,
    endsWithTerminated: true,
    abandonsOpen: true,
    over: 403,
    tokenMinutes: Infinity,
  },
  grading: 'completion',
  opens: 'window',
} as const satisfies Omit<LauncherProfile, 'id' | 'title' | 'known'>;

export const launcherProfiles = [
  {
    id: 'xapi',
    title: 'xAPI, määritysten mukaan',
    known: { source: 'xAPI Communication and Data', version: '1.0.3', seen: 'read' },
    standard: 'xapi',
    address: { ...plainAddress, auth: 'basic' },
    endpoint: plainEndpoint,
    grading: 'score-of-completed',
    opens: 'frame',
  },
  {
    id: 'xapi-sent-on',
    title: 'xAPI, palvelin ohjaa toiseen osoitteeseen',
    known: { source: 'pelotech/xapi-lrs', ...SENT_ON },
    standard: 'xapi',
    address: { ...plainAddress, auth: 'basic' },
    endpoint: { ...plainEndpoint, sentOn: true },
    grading: 'score-of-completed',
    opens: 'frame',
  },
  {
    id: 'xapi-2.0',
    title: 'xAPI, LRS ottaa vain version 2.0',
    known: { source: 'SQL LRS, LRSQL_SUPPORTED_VERSIONS, in its documentation', version: 'read 2026-11-30', seen: 'read' },
    standard: 'xapi',
    address: { ...plainAddress, auth: 'basic' },
    endpoint: { ...plainEndpoint, version: '2.0' },
    grading: 'score-of-completed',
    opens: 'frame',
  },
  {
    id: 'tincanlaunch',
    title: 'Moodle, mod_tincanlaunch',
    ...MOODLE_SITE,
    known: { source: 'mod_tincanlaunch', version: '2.0.0-alpha', seen: 'run' },
    standard: 'xapi',
    address: {
      ...plainAddress,
      actor: ({ id, name }, homePage) => ({ name, account: { homePage, name: id }, objectType: 'Agent' }),
      auth: 'basic',
      endpointEndsInSlash: false,
      // locallib.php, tincanlaunch_get_launch_url.
      isTheSameAtEachLaunch: true,
    },
    endpoint: plainEndpoint,
    grading: 'score-of-completed',
    opens: 'window',
    // Moodle's own: lib/filelib.php, `$CFG->filelifetime`, six hours.
    fileCaching: 'private, max-age=21600, no-transform',
  },
  {
    id: 'ilias-xapi',
    title: 'ILIAS, xAPI',
    known: { source: 'ILIAS, CmiXapi', version: '8', seen: 'read' },
    standard: 'xapi',
    // Its generic xAPI sends a fetch address too, and no auth.
    address: {
      ...plainAddress,
      actor: ({ id, name }) => ({ objectType: 'Agent', name, mbox: `mailto:${id}@example.org` }),
      fetch: { token: 'base64', errorText: true },
    },
    endpoint: {
      ...plainEndpoint,
      statementReads: false,
      etags: 'stripped',
      failures: 'as-412',
      drops: 'about-anything-else',
      endsWithTerminated: true,
    },
    grading: 'latest-progress',
    opens: 'window',
  },
  {
    id: 'grassblade',
    title: 'GrassBlade',
    known: { source: 'GrassBlade xAPI Companion', version: 'source of 2023', seen: 'read' },
    standard: 'xapi',
    address: {
      ...plainAddress,
      actor: ({ id, name }) => ({ objectType: 'Agent', name, mbox: `mailto:${id}+lms@example.org` }),
      auth: 'bare',
      fetch: { token: 'base64', errorText: false },
      registration: 'of-everybody',
      extra: { activity_name: 'Aspa-ajokortti' },
    },
    endpoint: plainEndpoint,
    grading: 'score-of-completed',
    opens: 'frame',
  },
  {
    id: 'rustici',
    title: 'Rustici, vanha käynnistys',
    known: { source: 'Rustici’s launch form', version: 'SCORM Engine, TinCan launch', seen: 'read' },
    standard: 'xapi',
    address: {
      ...plainAddress,
      actor: ({ id, name }, homePage) => ({
        name: [name],
        mbox: [`${id}@example.org`],
        account: [{ accountServiceHomePage: homePage, accountName: id }],
        objectType: 'Agent',
      }),
      auth: 'basic',
      endpointEndsInSlash: false,
      grouping: true,
      extra: { content_token: 'a1b2c3', externalRegistration: '7', externalConfiguration: '' },
    },
    endpoint: { ...plainEndpoint, etags: 'hidden' },
    grading: 'score-of-completed',
    opens: 'window',
  },
  {
    id: 'cmi5',
    title: 'cmi5, määritysten mukaan',
    known: { source: 'cmi5 specification', version: 'Quartz, 1st edition', seen: 'read' },
    standard: 'cmi5',
    address: cmi5Address,
    launchData: plainLaunchData,
    endpoint: { ...plainEndpoint, judges: true, completedOnce: true, endsWithTerminated: true, tokenMinutes: 2 * HOURS },
    grading: 'completion',
    opens: 'frame',
  },
  {
    id: 'catapult',
    title: 'Moodle, cmi5launch ja CATAPULT',
    known: { source: 'CATAPULT player', version: '806c0ba of 2026-01, run 2026-11-28', seen: 'run' },
    ...catapult,
  },
  {
    id: 'catapult-sent-on',
    title: 'CATAPULT, palvelin ohjaa toiseen osoitteeseen',
    known: { source: 'CATAPULT player', ...SENT_ON },
    ...catapult,
    endpoint: { ...catapult.endpoint, sentOn: true },
  },
  {
    id: 'mod-cmi5',
    title: 'Moodle, mod_cmi5',
    ...MOODLE_SITE,
    known: { source: 'mod_cmi5', version: '0.0.6', seen: 'run' },
    standard: 'cmi5',
    address: { ...cmi5Address, fetch: { token: 'hex', errorText: true } },
    launchData: { ...plainLaunchData, more: { moveOn: 'Completed', masteryScore: null }, returnUrl: 'empty' },
    endpoint: {
      ...plainEndpoint,
      // statement_query.php, get_single: read and run.
      single: 'listed',
      etags: 'hidden',
      posts: 'merged-deep',
      resent: '400',
      // xapi_proxy.php, enforce_session_rules: read and run.
      stores: 'one-by-one',
      judges: true,
      completedOnce: true,
      tokenMinutes: 1 * HOURS,
    },
    grading: 'completion',
    opens: 'frame',
    // lib.php, cmi5_pluginfile: 90 days, whatever package has taken the place of the one before.
    fileCaching: 'private, max-age=7776000, no-transform, immutable',
  },
  {
    id: 'ilias-cmi5',
    title: 'ILIAS, cmi5',
    known: { source: 'ILIAS, CmiXapi', version: '8', seen: 'read' },
    standard: 'cmi5',
    address: {
      ...cmi5Address,
      actor: ({ id, name }, homePage) => ({ objectType: 'Agent', name, account: { homePage, name: id } }),
    },
    launchData: { ...plainLaunchData, more: { moveOn: 'Passed', masteryScore: 0.7 }, preferences: 'misspelt' },
    endpoint: {
      ...plainEndpoint,
      statementReads: false,
      etags: 'stripped',
      failures: 'as-412',
      judges: true,
      drops: 'about-anything-else',
      endsWithTerminated: true,
    },
    grading: 'latest-progress',
    opens: 'window',
  },
  {
    id: 'open-edx',
    title: 'Open edX, cmi5 XBlock',
    known: { source: 'openedx-cmi5-xblock', version: 'source of 2024', seen: 'read' },
    standard: 'cmi5',
    address: {
      ...cmi5Address,
      actor: ({ id, name }, homePage) => ({ account: { homePage, name: `${id}+edx&co` }, name }),
      encodesActor: false,
    },
    launchData: {
      ...plainLaunchData,
      sessionId: false,
      more: { moveOn: 'NotApplicable', masteryScore: null },
      returnUrl: 'none',
      preferences: 'none',
    },
    endpoint: {
      ...plainEndpoint,
      statementReads: false,
      etags: 'stripped',
      states: 'suspendData',
      posts: 'ignored',
      hears: 'single',
    },
    grading: 'completion',
    opens: 'frame',
  },
  {
    id: 'chamilo',
    title: 'Chamilo, xAPI-lisäosa',
    known: { source: 'Chamilo, xAPI plug-in', version: '1.11', seen: 'read' },
    standard: 'cmi5',
    address: {
      ...cmi5Address,
      actor: ({ id, name }) => ({ objectType: 'Agent', name, mbox: `mailto:${id}@example.org` }),
    },
    launchData: { ...plainLaunchData, template: 'contentTemplate', more: {}, preferences: 'none' },
    endpoint: { ...plainEndpoint, etags: 'stripped', posts: 'not-found' },
    grading: 'completion',
    opens: 'frame',
  },
] as const satisfies readonly LauncherProfile[];

export type LauncherId = (typeof launcherProfiles)[number]['id'];

/** @throws Error where there is no such launcher */
export function launcherProfile(id: string): LauncherProfile {
  const found = launcherProfiles.find((profile) => profile.id === id);
  if (!found) throw new Error(`There is no launcher "${id}". Known: ${launcherProfiles.map((profile) => profile.id).join(', ')}.`);
  return found;
}
