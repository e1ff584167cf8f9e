import type { LoginHabits } from './lms-profile.ts';

/**
 * What a Moodle does to the storages of its site. `core/storage_validation` (4.5.6, seen: run): local storage is emptied at the first page after
 * a login, and at each page that somebody sees who is not logged in. `core/storagewrapper` (4.5.6, seen: read): both storages are emptied when
 * `jsrev` changes. Later versions empty both at a login (seen: report).
 */
export const MOODLE_SITE: LoginHabits = { emptiesAtLogin: 'both-storages' };
