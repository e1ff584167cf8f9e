import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { launcherProfiles } from '../src/simulator/launchers/launcher-profiles.ts';
import { lrsHabits } from '../src/simulator/lrs/lrs-habits.ts';
import { habitsOf, lmsProfile } from '../src/simulator/lms-profiles.ts';
import { ACROSS_LAUNCHES, eachHabit, eachLauncher, eachLrs, eachScorm, type LmsChoice } from './each-habit.ts';
import { everyScorm } from './every-scorm.ts';
import { fewestWithEach } from './fewest-with-each.ts';

beforeEach(() => vi.stubEnv('NIGHTLY', undefined));
afterEach(() => vi.unstubAllEnvs());

/** Each value of each habit, with the standard in which it occurs. */
function valuesIn(systems: typeof everyScorm): Set<string> {
  return new Set(
    systems.flatMap(({ id, standard }) => {
      const { limits, answers, sending, keeping, modes } = habitsOf(lmsProfile(id), standard);
      return Object.entries({ limits, answers, sending, keeping, modes }).flatMap(([group, habits]) =>
        Object.entries(habits).map(
          ([habit, value]) => `${standard} ${group}.${habit} ${typeof value === 'number' ? value : JSON.stringify(value)}`,
        ),
      );
    }),
  );
}

const without = (values: Set<string>, others: Set<string>): string[] => [...values].filter((value) => !others.has(value));

test('in `npm test` each value of each habit of the table occurs, in each standard that has it, and in Moodle', () => {
  const systems = eachScorm();
  expect(without(valuesIn(everyScorm), valuesIn(systems))).toEqual([]);
  expect(systems.filter(({ id }) => id === 'moodle').map(({ standard }) => standard)).toEqual(['scorm12', 'scorm2004']);
  expect(systems.length).toBeLessThan(everyScorm.length);
});

test('none is there that shows no habit which the others do not', () => {
  for (const choice of [{}, { of: ACROSS_LAUNCHES }, { of: ['limits'] }] satisfies LmsChoice[]) {
    const systems = eachScorm(choice);
    for (const one of systems.filter(({ id }) => id !== 'moodle'))
      expect(without(valuesIn(systems), valuesIn(systems.filter((other) => other !== one))), `${one.id} ${one.standard}`).not.toEqual([]);
  }
});

test('a test that hangs on some habits has each value of those', () => {
  const lost = without(valuesIn(everyScorm), valuesIn(eachScorm({ of: ['limits', 'sending.transport'] })));
  expect(lost).not.toEqual([]);
  expect(lost.filter((value) => / limits\.| sending\.transport /.test(value))).toEqual([]);
});

test('a system for whose fault a test was made is there, though it has no habit of its own', () => {
  const places = (choice: LmsChoice): number => eachScorm(choice).filter(({ id }) => id === 'totara').length;
  expect([places({ of: ['limits'] }), places({ of: ['limits'], also: ['totara'] })]).toEqual([0, 2]);
});

test('of a part of the table only what that part can show is asked for', () => {
  const receipts = everyScorm.filter(({ id, standard }) => habitsOf(lmsProfile(id), standard).sending.receipt !== 'always-true');
  expect(without(valuesIn(receipts), valuesIn(eachHabit(receipts)))).toEqual([]);
});

test('each habit of a launcher’s endpoint occurs, and those that do what the specifications say', () => {
  const valuesOf = (ids: readonly string[]): Set<string> =>
    new Set(
      launcherProfiles
        .filter(({ id }) => ids.includes(id))
        .flatMap(({ endpoint, grading }) => Object.entries({ ...endpoint, grading }).map(([habit, value]) => `${habit} ${value}`)),
    );
  expect(without(valuesOf(launcherProfiles.map(({ id }) => id)), valuesOf(eachLauncher()))).toEqual([]);
  expect(eachLauncher()).toEqual(expect.arrayContaining(['xapi', 'cmi5']));
  expect(eachLauncher({ of: ['opens'] })).toEqual(['xapi', 'tincanlaunch', 'cmi5']);
  expect(eachLauncher({ from: ['rustici', 'grassblade'], of: ['endpoint'] })).toEqual(['grassblade', 'rustici']);
  expect(eachLauncher({ also: ['grassblade'] })).toContain('grassblade');
});

test('each way in which an LRS deals with documents occurs', () => {
  for (const habit of ['etags', 'unconditionalPut', 'stateConditions', 'postedDots', 'firstWritesAtOnce', 'writesAtOnce'] as const)
    expect(new Set(eachLrs().map((lrs) => lrs[habit]))).toEqual(new Set(Object.values(lrsHabits).map((lrs) => lrs[habit])));
});

test('the nightly run takes all', () => {
  vi.stubEnv('NIGHTLY', 'yes');
  expect(eachScorm({ of: ['limits'] })).toEqual(everyScorm);
  expect(eachLauncher()).toEqual(launcherProfiles.map(({ id }) => id));
  expect(eachLrs()).toEqual(Object.values(lrsHabits));
});

describe('the fewest rows', () => {
  const few = (rows: readonly string[], isIn?: (row: string) => boolean) => fewestWithEach(rows, (row) => [...row], isIn);

  test('are those that bring most, in the order of the table', () => {
    expect(few(['a', 'ab', 'bcd', 'e', 'de'])).toEqual(['a', 'bcd', 'e']);
  });

  test('leave out what the others have too', () => {
    expect(few(['abcd', 'abex', 'cdfy'])).toEqual(['abex', 'cdfy']);
  });

  test('keep what is asked for by name', () => {
    expect(few(['a', 'ab'], (row) => row === 'a')).toEqual(['a', 'ab']);
  });

  test('of nothing are none', () => {
    expect(few([])).toEqual([]);
  });
});
