/** Who was launched into what: registrations, which last, and sessions, which end with the preview. */
import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import { openDatabase } from '../database.ts';
import type { LauncherProfile } from './launcher-profile.ts';

export interface Registration {
  readonly id: string;
  readonly learner: string;
  readonly package: string;
  readonly profile: string;
  /** 1 for a learner's first registration for a package under a launcher. */
  readonly number: number;
  readonly standing: Standing;
}

/** What the launcher makes of the statements that it was sent. */
export interface Standing {
  readonly completed: boolean;
  /** 0 to 100. */
  readonly grade?: number;
}

export interface LaunchSession {
  readonly id: string;
  readonly token: string;
  readonly profile: LauncherProfile;
  /** The registration in this book. */
  readonly enrolment: string;
  /** What the launch address says: another id where one launcher has the same for everybody. */
  readonly registration: string;
  readonly activityId: string;
  readonly actor: Readonly<Record<string, unknown>>;
  /** The context template as the LMS has it; empty in xAPI. */
  readonly template: Readonly<Record<string, unknown>>;
  readonly mode: 'Normal' | 'Browse' | 'Review';
  readonly startedAt: number;
  fetched: boolean;
  preferencesRead: boolean;
  initializedAt: number | undefined;
  terminated: boolean;
  /** Ended by somebody else: logged out, or the token ran out. */
  ended: boolean;
}

export type RegistrationKey = Pick<Registration, 'learner' | 'package' | 'profile'>;

interface Row {
  readonly id: string;
  readonly learner: string;
  readonly package: string;
  readonly profile: string;
  readonly number: number;
  readonly standing: string;
}

export class LaunchBook {
  readonly #database: Database.Database;
  readonly #sessions = new Map<string, LaunchSession>();

  /** @param file the SQLite file, or `:memory:` */
  constructor(file: string) {
    this.#database = openDatabase(file);
    this.#database.exec(`
      CREATE TABLE IF NOT EXISTS launcher_registration (
        id TEXT PRIMARY KEY, learner TEXT NOT NULL, package TEXT NOT NULL, profile TEXT NOT NULL, number INTEGER NOT NULL,
        standing TEXT NOT NULL, UNIQUE (learner, package, profile, number))`);
  }

  /**
   * The latest registration; a new one where there is none, or where a new attempt is asked for.
   * @param id of a new one
   */
  register(key: RegistrationKey, fresh: boolean, id: string = randomUUID()): Registration {
    const latest = this.#latest(key);
    if (latest && !fresh) return latest;
    const made: Registration = { ...key, id, number: (latest?.number ?? 0) + 1, standing: { completed: false } };
    this.#database
      .prepare('INSERT INTO launcher_registration (id, learner, package, profile, number, standing) VALUES (?, ?, ?, ?, ?, ?)')
      .run(made.id, made.learner, made.package, made.profile, made.number, JSON.stringify(made.standing));
    return made;
  }

  registration(id: string): Registration | undefined {
    const row = this.#database.prepare('SELECT * FROM launcher_registration WHERE id = ?').get(id) as Row | undefined;
    return row && fromRow(row);
  }

  /** Newest first. */
  registrations(): Registration[] {
    return (this.#database.prepare('SELECT * FROM launcher_registration ORDER BY rowid DESC').all() as Row[]).map(fromRow);
  }

  note(id: string, standing: Standing): void {
    this.#database.prepare('UPDATE launcher_registration SET standing = ? WHERE id = ?').run(JSON.stringify(standing), id);
  }

  forget(learner: string): void {
    this.#database.prepare('DELETE FROM launcher_registration WHERE learner = ?').run(learner);
  }

  open(session: LaunchSession): void {
    this.#sessions.set(session.id, session);
  }

  session(id: string): LaunchSession | undefined {
    return this.#sessions.get(id);
  }

  sessionsOf(enrolment: string): LaunchSession[] {
    return [...this.#sessions.values()].filter((session) => session.enrolment === enrolment);
  }

  /** The latest session of a registration in this book. */
  sessionOf(enrolment: string): LaunchSession | undefined {
    return this.sessionsOf(enrolment).at(-1);
  }

  close(): void {
    this.#database.close();
  }

  #latest({ learner, package: file, profile }: RegistrationKey): Registration | undefined {
    const row = this.#database
      .prepare('SELECT * FROM launcher_registration WHERE learner = ? AND package = ? AND profile = ? ORDER BY number DESC LIMIT 1')
      .get(learner, file, profile) as Row | undefined;
    return row && fromRow(row);
  }
}

function fromRow({ standing, ...row }: Row): Registration {
  return { ...row, standing: JSON.parse(standing) as Standing };
}
