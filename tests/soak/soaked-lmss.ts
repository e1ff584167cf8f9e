/** The LMSs of a soak. Chamilo has no API for a 2004 package; it is given the 1.2 one. */
import { habitsOf, lmsProfile } from '../../src/simulator/lms-profiles.ts';
import { ACROSS_LAUNCHES, eachHabit } from '../each-habit.ts';
import { everyScorm } from '../every-scorm.ts';
import { takesAll } from './seeds.ts';

type Lms = (typeof everyScorm)[number];

/** Habits of which a soak lives: how a state travels, is lost and found again, and where it has so little room that it goes into pages. */
const OF_SOAKS = [...ACROSS_LAUNCHES, 'limits.state'] as const;
const PAGES = 'strict-1.2';

/** An app that keeps work on the device replaces all that the LMS has by it, whatever another computer has saved since. */
const isOnDevice = ({ id, standard }: Lms): boolean => habitsOf(lmsProfile(id), standard).sending.onDevice;

/**
 * Where nobody says which runs to do, `npm test` soaks each habit once: the LMSs that have them all between them go by turns to a learner at one computer
 * and to one at two. The one that has the state in pages goes to both.
 */
export function soakedLmss(computers: 'one' | 'two'): typeof everyScorm {
  const all = everyScorm.filter((lms) => computers === 'one' || !isOnDevice(lms));
  const chosen = takesAll() ? everyScorm : eachHabit(everyScorm, { of: OF_SOAKS, also: [PAGES] });
  if (chosen.length === everyScorm.length) return all;
  const inTurn = chosen.filter((lms) => !isOnDevice(lms) && lms.id !== PAGES);
  const hasTurn = (lms: Lms): boolean => !inTurn.includes(lms) || inTurn.indexOf(lms) % 2 === (computers === 'one' ? 0 : 1);
  return all.filter((lms) => chosen.includes(lms) && hasTurn(lms));
}
