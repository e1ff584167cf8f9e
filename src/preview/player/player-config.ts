/** What the server tells the player's page. */
import type { LaunchRequest } from '../../simulator/lms-server.ts';
import type { View } from '../pages/views.ts';

export interface PlayerConfig {
  /** `/attempt/12`: files, calls and what was received are below it. */
  readonly base: string;
  readonly launch: string;
  readonly profile: string;
  readonly view: View;
  readonly buildNumber: number;
  readonly request: LaunchRequest;
}

/** The same for a course that talks to an LRS. */
export interface LaunchedConfig {
  /** `/course/<registration>`. */
  readonly base: string;
  /** The launch address with everything in its query. */
  readonly address: string;
  readonly view: View;
  readonly buildNumber: number;
}
