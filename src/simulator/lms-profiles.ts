/** The LMSs that the preview and the tests play. To add one: a table in `lms/` that spreads the nearest and states what differs, and a line here. */
import { cornerstone2004 } from './lms/cornerstone.ts';
import { forma12, forma2004 } from './lms/forma.ts';
import { frappe12, frappe2004 } from './lms/frappe.ts';
import { chamilo12, chamilo2004, chamiloLocking12 } from './lms/chamilo.ts';
import { ilias12Checked, ilias12LastLaunch, ilias12Unchecked, ilias2004, ilias2004InSession } from './lms/ilias.ts';
import { moodle12, moodle2004, moodleApp, moodleStrict12 } from './lms/moodle.ts';
import { openEclass12 } from './lms/open-eclass.ts';
import { openEdx12, openEdx2004 } from './lms/open-edx.ts';
import { openOlat12 } from './lms/openolat.ts';
import { opigno12, opigno2004 } from './lms/opigno.ts';
import { rustici12 } from './lms/rustici.ts';
import { sakai2004 } from './lms/sakai.ts';
import { scormAgain12, scormAgain2004 } from './lms/scorm-again.ts';
import { strict12, strict2004, strict2004Third } from './lms/standard.ts';
import { totara12, totara12In2004, totara13, totara13In2004 } from './lms/totara.ts';
import type { LmsHabits, LmsProfile, ScormStandard } from './lms-profile.ts';
import { MOODLE_SITE } from './moodle-storages.ts';

export const lmsProfiles = [
  { id: 'moodle', title: 'Moodle', ...MOODLE_SITE, habits: { scorm12: moodle12, scorm2004: moodle2004 } },
  { id: 'strict-1.2', title: 'SCORM 1.2 tarkasti', habits: { scorm12: strict12 } },
  { id: 'strict-2004', title: 'SCORM 2004 tarkasti (4th Edition)', habits: { scorm2004: strict2004 } },
  { id: 'strict-2004-3rd', title: 'SCORM 2004 tarkasti (3rd Edition)', habits: { scorm2004: strict2004Third } },
  { id: 'moodle-strict', title: 'Moodle, standarditila', ...MOODLE_SITE, habits: { scorm12: moodleStrict12, scorm2004: moodle2004 } },
  { id: 'moodle-app', title: 'Moodlen mobiilisovellus', habits: { scorm12: moodleApp } },
  { id: 'ilias-1.2-checked', title: 'ILIAS, SCORM 1.2, arvojen tarkistus päällä', habits: { scorm12: ilias12Checked } },
  { id: 'ilias-1.2-unchecked', title: 'ILIAS, SCORM 1.2, ilman tarkistusta', habits: { scorm12: ilias12Unchecked } },
  { id: 'ilias-1.2-last-launch', title: 'ILIAS, SCORM 1.2, vain viimeinen avaus tallentaa', habits: { scorm12: ilias12LastLaunch } },
  { id: 'ilias-2004', title: 'ILIAS, SCORM 2004, vain viimeinen avaus tallentaa', habits: { scorm2004: ilias2004 } },
  { id: 'ilias-2004-session', title: 'ILIAS, SCORM 2004, tallennus vain istunnossa', habits: { scorm2004: ilias2004InSession } },
  { id: 'chamilo', title: 'Chamilo, useita suorituskertoja', habits: { scorm12: chamilo12, scorm2004: chamilo2004 } },
  { id: 'chamilo-locking', title: 'Chamilo, lukitsee suorituksen', habits: { scorm12: chamiloLocking12, scorm2004: chamilo2004 } },
  { id: 'open-edx', title: 'Open edX', habits: { scorm12: openEdx12, scorm2004: openEdx2004 } },
  { id: 'open-eclass', title: 'Open eClass', habits: { scorm12: openEclass12 } },
  { id: 'openolat', title: 'OpenOlat', habits: { scorm12: openOlat12 } },
  { id: 'rustici', title: 'Rustici Engine (SCORM Cloud, Canvas, Blackboard)', habits: { scorm12: rustici12 } },
  { id: 'totara-12', title: 'Totara 12', habits: { scorm12: totara12, scorm2004: totara12In2004 } },
  { id: 'totara', title: 'Totara 13', habits: { scorm12: totara13, scorm2004: totara13In2004 } },
  { id: 'opigno', title: 'Opigno', habits: { scorm12: opigno12, scorm2004: opigno2004 } },
  { id: 'sakai', title: 'Sakai', habits: { scorm2004: sakai2004 } },
  { id: 'cornerstone', title: 'Cornerstone OnDemand', habits: { scorm2004: cornerstone2004 } },
  { id: 'forma', title: 'forma.lms', habits: { scorm12: forma12, scorm2004: forma2004 } },
  {
    id: 'scorm-again-bridge',
    title: 'scorm-again, kurssi toisella sivustolla',
    habits: { scorm12: scormAgain12, scorm2004: scormAgain2004 },
  },
  { id: 'frappe', title: 'Frappe LMS', habits: { scorm12: frappe12, scorm2004: frappe2004 } },
] as const satisfies readonly LmsProfile[];

export type ProfileId = (typeof lmsProfiles)[number]['id'];

/** @throws Error where the table has no such profile. */
export function lmsProfile(id: string): LmsProfile {
  const profile = lmsProfiles.find((candidate) => candidate.id === id);
  if (!profile) throw new Error(`No LMS profile is called "${id}". Use one of: ${lmsProfiles.map((known) => known.id).join(', ')}.`);
  return profile;
}

/** @throws Error where that LMS refuses packages of the standard. */
export function habitsOf(profile: LmsProfile, standard: ScormStandard): LmsHabits {
  const habits = profile.habits[standard];
  if (!habits) throw new Error(`${profile.title} refuses ${standard} packages. Use another profile or the other package.`);
  return habits;
}
