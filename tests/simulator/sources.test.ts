/** A habit that goes beyond the standards says where it is known from. */
import { expect, test } from 'vitest';
import { ownHabits } from '../../src/simulator/habit-list.ts';
import type { HabitName, LmsHabits, LmsProfile, ScormStandard } from '../../src/simulator/lms-profile.ts';
import { lmsProfiles, type ProfileId } from '../../src/simulator/lms-profiles.ts';

/** Habits that have been added since sources are asked for: no table has one of them without. */
const SOURCED: readonly HabitName[] = [
  'sending.sendsAt',
  'sending.answerType',
  'sending.pageWhenShutOut',
  'sending.beaconUntil',
  'answers.showsWhenSent',
];

/**
 * How many values of a table are older than that, and name none. These numbers only fall: whoever finds a source writes the lower number here. A new
 * table has no line here, and so a source for each of its values.
 */
const WITHOUT: Partial<Record<ProfileId, Partial<Record<ScormStandard, number>>>> = {
  moodle: { scorm12: 20, scorm2004: 12 },
  'strict-2004-3rd': { scorm2004: 1 },
  'moodle-strict': { scorm12: 17, scorm2004: 12 },
  'moodle-app': { scorm12: 22 },
  'ilias-1.2-checked': { scorm12: 13 },
  'ilias-1.2-unchecked': { scorm12: 15 },
  'ilias-1.2-last-launch': { scorm12: 15 },
  'ilias-2004': { scorm2004: 8 },
  'ilias-2004-session': { scorm2004: 8 },
  chamilo: { scorm12: 17, scorm2004: 14 },
  'chamilo-locking': { scorm12: 17, scorm2004: 14 },
  'open-edx': { scorm12: 20, scorm2004: 21 },
  openolat: { scorm12: 18 },
  rustici: { scorm12: 12 },
  'totara-12': { scorm12: 16, scorm2004: 11 },
  totara: { scorm12: 16, scorm2004: 11 },
  opigno: { scorm12: 9, scorm2004: 6 },
  sakai: { scorm2004: 5 },
  cornerstone: { scorm2004: 1 },
  forma: { scorm12: 6, scorm2004: 8 },
  frappe: { scorm12: 16, scorm2004: 16 },
};

const tables = (lmsProfiles as readonly (LmsProfile & { readonly id: ProfileId })[]).flatMap(({ id, habits }) =>
  (Object.entries(habits) as [ScormStandard, LmsHabits][]).map(([standard, table]): [ProfileId, ScormStandard, LmsHabits] => [
    id,
    standard,
    table,
  ]),
);

test.each(tables)('%s, %s', (id, standard, table) => {
  const without = ownHabits(table, standard)
    .filter(({ source }) => source === undefined)
    .map(({ name }) => name);
  expect(without.filter((name) => SOURCED.includes(name))).toEqual([]);
  expect(without, `${String(without.length)} values without a source in \`sources\``).toHaveLength(WITHOUT[id]?.[standard] ?? 0);
});
