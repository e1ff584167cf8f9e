/** What the tests of launchers have in common: the words of a licence, and the ways to take it. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import type { Answers } from '../../src/course/answers.ts';
import type { LauncherId } from '../../src/simulator/launchers/launcher-profiles.ts';
import { FINNISH_ANSWERS } from '../tracking/finnish-answers.ts';
import { FAKED, LaunchedLearner, pass } from './launched-learner.ts';
import { LaunchedPage } from './launched-page.ts';
import { LauncherDouble, verbOf, type StatementJson } from './launcher-double.ts';

export const licence: Answers = new Map([...FINNISH_ANSWERS].filter(([id]) => !id.startsWith('@')));
/** What the licence does not need comes first. */
export const optional: Answers = new Map([...licence].filter(([id]) => !id.startsWith('a.')));
export const some: Answers = new Map([...licence].slice(0, 12));
export const SESSION_ID = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
export const FOUND = 'e.feedback.together';
export const words = (text: string): Answers => new Map([[FOUND, { text, at: 0 }]]);

/** Takes a whole licence and leaves. */
export async function taken(id: LauncherId): Promise<LauncherDouble> {
  const double = new LauncherDouble(id);
  const learner = await LaunchedLearner.in(double);
  await learner.write(optional, 200);
  await pass(25_000);
  await learner.write(licence, 200);
  await pass(25_000);
  await learner.exit();
  return double;
}

/** What a launcher has got of a whole licence, to be looked at alone: nothing can be launched or written in it. */
export type TakenLicence = Readonly<Pick<LauncherDouble, 'sent' | 'verbs' | 'traffic' | 'launched' | 'registration'>>;

const licences = new Map<LauncherId, Promise<TakenLicence>>();

/** The same licence for all tests that look at it. */
export function takenOnce(id: LauncherId): Promise<TakenLicence> {
  const licence = licences.get(id) ?? taken(id);
  licences.set(id, licence);
  return licence;
}

/** Opens a launch address with what a test changes in it. */
export async function opened(id: LauncherId, change: (address: URL) => void, double = new LauncherDouble(id)): Promise<LaunchedLearner> {
  const { address } = await double.launch();
  change(address);
  return new LaunchedLearner(new LaunchedPage(address.href), double).start();
}

/** Opens a launch of a learner whom the launcher names in a way of its own. */
export function openedAs(id: LauncherId, actor: Readonly<Record<string, unknown>>): Promise<LaunchedLearner> {
  const double = new LauncherDouble(id);
  const { profile } = double;
  return LaunchedLearner.in(double, undefined, { profile: { ...profile, address: { ...profile.address, actor: () => actor } } });
}

export function only(double: Pick<LauncherDouble, 'sent'>, verb: string): StatementJson {
  const found = double.sent().filter((statement) => verbOf(statement) === verb);
  expect(found).toHaveLength(1);
  return found[0] as StatementJson;
}

/** The clock, and a console that is quiet about what is refused. */
export function withLauncherClock(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 24, 8), toFake: [...FAKED] });
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}
