/**
 * Of the systems that the simulator plays, `npm test` takes the fewest in which each value of each habit occurs, in each standard that has it; the nightly
 * run takes them all. So a new one comes into `npm test` by what only it does, and into the nightly run by its line in the table.
 */
import { launcherProfiles, type LauncherId } from '../src/simulator/launchers/launcher-profiles.ts';
import type { LauncherProfile } from '../src/simulator/launchers/launcher-profile.ts';
import { lrsHabits, type LrsHabits } from '../src/simulator/lrs/lrs-habits.ts';
import type { HabitName, LmsHabits, ScormStandard } from '../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, type ProfileId } from '../src/simulator/lms-profiles.ts';
import { everyScorm } from './every-scorm.ts';
import { inNpmTest, traitsIn } from './fewest-with-each.ts';

const GROUPS = ['limits', 'answers', 'sending', 'keeping', 'modes'] as const;

/** By what becomes of what a page sends, and what another launch finds of it. The tracker contract takes every habit. */
export const ACROSS_LAUNCHES = [
  'sending.transport',
  'sending.receipt',
  'sending.inParallel',
  'sending.sends',
  'sending.storesFor',
  'sending.onDevice',
  'keeping.needsSuspend',
  'keeping.blanksExitAtLaunch',
] as const satisfies readonly HabitName[];

export interface LmsChoice {
  /** The habits that what is tested may hang on, by group or by name; all where they are not given. */
  readonly of?: readonly ((typeof GROUPS)[number] | HabitName)[];
  /** LMSs for whose own faults the test was written. */
  readonly also?: readonly ProfileId[];
}

/** Moodle, which most libraries have, always is among them. */
export function eachHabit<Lms extends { readonly id: ProfileId; readonly standard: ScormStandard }>(
  systems: readonly Lms[],
  { of = GROUPS, also = [] }: LmsChoice = {},
): readonly Lms[] {
  const isAsked = (group: string, habit: string): boolean => [group, `${group}.${habit}`].some((name) => of.includes(name as HabitName));
  const traitsOf = ({ id, standard }: Lms): readonly string[] => {
    const habits: Pick<LmsHabits, (typeof GROUPS)[number]> = habitsOf(lmsProfile(id), standard);
    return GROUPS.flatMap((group) =>
      traitsIn(Object.fromEntries(Object.entries(habits[group]).filter(([habit]) => isAsked(group, habit))), `${standard} ${group}`),
    );
  };
  return inNpmTest(systems, traitsOf, ({ id }) => id === 'moodle' || also.includes(id));
}

/** The same of everything that has a SCORM API. */
export function eachScorm(choice?: LmsChoice): typeof everyScorm {
  return eachHabit(everyScorm, choice);
}

/** Of launchers, where nothing else is said, one of each standard, and the two that tell least of what they have stored. */
interface LauncherChoice {
  readonly from?: readonly LauncherId[];
  readonly of?: readonly (keyof LauncherProfile)[];
  readonly also?: readonly LauncherId[];
}

/** The same of launchers; the two that do what the specifications say always are among them. */
export function eachLauncher({ from, of = ['standard'], also = ['ilias-xapi', 'mod-cmi5'] }: LauncherChoice = {}): readonly LauncherId[] {
  const rows = launcherProfiles.filter(({ id }) => from?.includes(id) ?? true);
  const traitsOf = (profile: LauncherProfile): readonly string[] =>
    of.flatMap((part) => (typeof profile[part] === 'object' ? traitsIn(profile[part], part) : [`${part}: ${String(profile[part])}`]));
  return inNpmTest(rows, traitsOf, ({ id }) => id === 'xapi' || id === 'cmi5' || also.includes(id)).map(({ id }) => id);
}

/** How an LRS answers whoever asks for statements is nothing to a page. */
const NOT_OF_DOCUMENTS: readonly string[] = ['id', 'known', 'relatedActivities', 'single'] satisfies readonly (keyof LrsHabits)[];

/** The same of LRSs, by what they do with documents. */
export function eachLrs(): readonly LrsHabits[] {
  return inNpmTest(Object.values(lrsHabits), (lrs) =>
    traitsIn(Object.fromEntries(Object.entries(lrs).filter(([habit]) => !NOT_OF_DOCUMENTS.includes(habit))), 'documents'),
  );
}
