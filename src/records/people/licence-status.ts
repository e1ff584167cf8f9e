/** How somebody's licence stands on a day, and when it is about to expire. */
import type { Day } from '../completion-record.ts';
import { addPeriod } from '../../course/licence-validity.ts';

/** not-begun, begun, earned (and valid), expiring (within 90 days), expired. */
export type LicenceStatus = 'not-begun' | 'begun' | 'earned' | 'expiring' | 'expired';
export const STATUSES: readonly LicenceStatus[] = ['not-begun', 'begun', 'earned', 'expiring', 'expired'];

/** Days before the expiry from which on a licence is about to expire. */
export const EXPIRING_DAYS = 90;

/** @param expires the last day on which an earned licence is valid; undefined where it stays valid */
export function validityOf(expires: Day | undefined, today: Day): LicenceStatus {
  if (expires === undefined) return 'earned';
  if (expires < today) return 'expired';
  return expires <= addPeriod(today, { count: EXPIRING_DAYS, unit: 'd' }) ? 'expiring' : 'earned';
}
