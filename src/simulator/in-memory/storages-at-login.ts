/** What an LMS's site does to the browser when somebody logs in, as its table says. */
import type { LoginHabits } from '../lms-profile.ts';

export interface SiteStorages {
  readonly local: Pick<Storage, 'clear'>;
  readonly session: Pick<Storage, 'clear'>;
}

export function logIn({ atLogin }: LoginHabits, { local, session }: SiteStorages): void {
  if (atLogin) local.clear();
  if (atLogin?.empties === 'both-storages') session.clear();
}
