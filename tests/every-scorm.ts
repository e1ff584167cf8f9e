import type { ScormStandard } from '../src/simulator/lms-profile.ts';
import { habitsOf, lmsProfile, lmsProfiles, type ProfileId } from '../src/simulator/lms-profiles.ts';

/** Every LMS with every standard for which it has an API; where it has none, docs/lms.md says to take another package. */
export const everyScorm: readonly { readonly id: ProfileId; readonly standard: ScormStandard }[] = lmsProfiles.flatMap(({ id, habits }) =>
  (Object.keys(habits) as ScormStandard[])
    .filter((standard) => habitsOf(lmsProfile(id), standard).answers.hasApi)
    .map((standard) => ({ id, standard })),
);
