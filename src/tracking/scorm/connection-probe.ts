/**
 * Asks the LMS for one of the package's own files before a commit, since some LMSs say "true" to a commit that never left this computer.
 * Calibrated at launch: where it does not succeed then, or the page is not on http(s), it says nothing. A login page,
 * of the LMS or of a network, may come with status 200 in the place of the file: it does not say which version it is,
 * as a file does. Where the request is sent on, a browser tells where to only if it is followed: Moodle sends on to its login, and
 * a learner who is logged in and shut out of the activity, to the course (4.5.6, run), where the notice of that is shown and
 * does not wait for her. To another site it is not followed: a network sends every request there, an LMS none for a file
 * that needs no login.
 */
export type Connection =
  /** The file itself came, which says which version it is. */
  | 'up'
  | 'offline'
  /** The LMS itself says that nobody is logged in. */
  | 'logged-out'
  /** Another page came in the place of the file: it may be that of a login too, or of a network, or say that she is shut out. */
  | 'other-page'
  | 'unknown';

const LONGEST_WAIT_MS = 8_000;
/** In the address of a login's page: /login/index.php (Moodle, Totara), /user/login (Drupal). */
const LOGIN = /log-?in|sign-?in|auth/i;

/** What Moodle's pages tell scripts of themselves: its address, and the number of the activity. */
interface MoodlePage {
  readonly M?: { readonly cfg?: { readonly wwwroot: string; readonly contextInstanceId?: number } };
}

export class ConnectionProbe {
  readonly #page: Window;
  readonly #player: MoodlePage;
  #calibrated: Promise<boolean> | undefined;
  /** Whether the file says which version it is. */
  #hasVersion = false;

  /** @param player the window that has the API */
  constructor(page: Window, player: Window) {
    this.#page = page;
    this.#player = player as MoodlePage;
  }

  /** To be called once while the page has just been loaded from the LMS. */
  calibrate(): void {
    this.#calibrated = this.#ask().then((connection) => connection === 'up');
  }

  async check(): Promise<Connection> {
    if (!(await this.#calibrated)) return 'unknown';
    const connection = await this.#ask();
    return connection === 'up' && !this.#hasVersion ? 'unknown' : connection;
  }

  async #ask(): Promise<Connection> {
    const { location, fetch } = this.#page;
    if (!/^https?:$/.test(location.protocol) || /\/_app_file_/.test(location.pathname)) return 'unknown';
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), LONGEST_WAIT_MS);
    try {
      const url = location.href.replace(/[?#].*$/, '');
      const ask = (file: string, redirect: RequestRedirect): Promise<Response> =>
        fetch.call(this.#page, file, { method: 'HEAD', mode: 'same-origin', cache: 'no-store', redirect, signal: patience.signal });
      const response = await ask(url, 'manual');
      if (response.type === 'opaqueredirect') {
        const isLogin = await ask(url, 'follow').then(
          (other) => LOGIN.test(other.url.slice(location.origin.length)),
          async () => (await ask('/favicon.ico', 'manual')).type !== 'opaqueredirect',
        );
        if (isLogin) this.#asksForActivity();
        return isLogin ? 'logged-out' : 'other-page';
      }
      if (response.status === 401 || response.status === 403) return 'logged-out';
      if (!response.ok) return 'unknown';
      const hasVersion = ['ETag', 'Last-Modified'].some((name) => response.headers.has(name));
      if (this.#hasVersion && !hasVersion) return 'other-page';
      this.#hasVersion ||= hasVersion;
      return 'up';
    } catch {
      return 'offline';
    } finally {
      clearTimeout(timer);
    }
  }

  /**
   * Whoever logs in to Moodle, in whatever tab, comes to the page that was asked for last (4.5.6, run): that is to be the activity, not this bare
   * file, in which the course finds no LMS.
   */
  #asksForActivity(): void {
    const { wwwroot, contextInstanceId } = this.#player.M?.cfg ?? {};
    if (!contextInstanceId) return;
    const activity = `${wwwroot}/mod/scorm/view.php?id=${contextInstanceId}`;
    this.#page.fetch(activity, { method: 'HEAD', mode: 'same-origin', redirect: 'manual' }).catch(Boolean);
  }
}

export type BrokenConnection = Exclude<Connection, 'up' | 'unknown'>;

export function isBroken(connection: Connection): connection is BrokenConnection {
  return connection !== 'up' && connection !== 'unknown';
}
