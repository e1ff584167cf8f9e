import type { Course } from '../course/course.ts';
import type { Limits } from '../tracking/limits.ts';

/** What the LMS does with answers once it has been told "completed": stores them as before, stores no more, or wipes even what it had. */
export function afterCompletion({ wipesOnCompletion }: Course, limits: Limits | undefined): 'stores' | 'stores-nothing' | 'wipes' {
  if (limits?.thisBrowserOnly) return 'stores';
  if (wipesOnCompletion || limits?.wipesOnCompletion) return 'wipes';
  return limits?.storesAfterCompletion === false ? 'stores-nothing' : 'stores';
}
