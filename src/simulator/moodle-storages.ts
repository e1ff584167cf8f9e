import type { LoginHabits } from './lms-profile.ts';

/**
 * What a Moodle does to the storages of its site: in 4.5.6 `core/storage_validation` empties local storage at the first page after a login, and at
 * each page of somebody who is not logged in; `core/storagewrapper` empties both when an administrator purges the caches (`jsrev`). Later versions
 * empty both at a login too, as is reported.
 */
export const MOODLE_SITE: LoginHabits = {
  atLogin: { empties: 'both-storages', source: 'lib/amd/src/storage_validation.js, storagewrapper.js', version: '4.5.6', seen: 'run' },
};
