/** A habit that goes beyond the standards says where it is known from. */
import { expect, test } from 'vitest';
import type { HabitName, LmsHabits, LmsProfile, ScormStandard } from '../../src/simulator/lms-profile.ts';
import { lmsProfiles } from '../../src/simulator/lms-profiles.ts';
import { strict12, strict2004 } from '../../src/simulator/lms/standard.ts';

/** Those that have been added since sources are asked for. */
const SOURCED: readonly HabitName[] = [
  'sending.sendsAt',
  'sending.answerType',
  'sending.pageWhenShutOut',
  'sending.beaconUntil',
  'answers.showsWhenSent',
];

const valueOf = (habits: LmsHabits, name: HabitName): unknown => {
  const [group, habit] = name.split('.') as ['sending', keyof LmsHabits['sending']];
  return habits[group][habit];
};

const tables = (lmsProfiles as readonly LmsProfile[]).flatMap(({ id, habits }) =>
  (Object.entries(habits) as [ScormStandard, LmsHabits][]).map(([standard, table]): [string, ScormStandard, LmsHabits] => [
    id,
    standard,
    table,
  ]),
);

test.each(tables)('%s, %s', (_id, standard, table) => {
  const strict = standard === 'scorm12' ? strict12 : strict2004;
  const own = SOURCED.filter((name) => JSON.stringify(valueOf(table, name)) !== JSON.stringify(valueOf(strict, name)));
  expect(own.filter((name) => table.sources[name] === undefined)).toEqual([]);
});
