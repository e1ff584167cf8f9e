/**
 * What the xAPI specification leaves to an LRS where documents are written, and what one leaves out where statements are read, as a table.
 * `lrs-app.ts` plays any such row; a course that runs on all of them runs on any LRS. What a launcher adds to that for a page stands in
 * `launchers/launcher-profiles.ts`.
 */
import type { KnownFrom } from '../launchers/launcher-profile.ts';

export interface LrsHabits {
  readonly id: 'silent' | 'telling' | 'strict' | 'overlapping' | 'learning-locker' | 'mod-cmi5';
  readonly known: KnownFrom;
  /** Where the ETag of a document is told: xAPI Communication 3.1 asks for it in the answer to a GET only. */
  readonly etags: 'of-reads' | 'of-reads-and-writes';
  /** A PUT without a condition over a State document that exists: 1.0.3 lets it through, 2.0 wants 409. */
  readonly unconditionalPut: 'taken' | '409';
  /** Whether a write of a State document depends on its If-Match or If-None-Match; xAPI 1.0.3 asks for that of profiles only. */
  readonly stateConditions: 'heeded' | 'ignored';
  /** A key with dots in what is posted over a State document that exists: a key, or a path into the document. */
  readonly postedDots: 'in-keys' | 'paths';
  /** Two writes at once for a learner of whom the LRS has nothing yet. */
  readonly firstWritesAtOnce: 'taken' | '500';
  /** Two writes of one document at once: one after the other; or both over what stood there before, so that one of them is gone, though both were taken. */
  readonly writesAtOnce: 'in-turn' | 'overlapping';
  /** `related_activities` of a query (xAPI Communication 2.1.3): the statement's context is looked at too, or its object alone. */
  readonly relatedActivities: 'found' | 'overlooked';
  /** One statement asked for by its identifier: the statement itself, or a list of one, as a query gives it. */
  readonly single: 'bare' | 'listed';
}

const BY_KEYS = { stateConditions: 'heeded', postedDots: 'in-keys' } as const;
const IN_TURN = { firstWritesAtOnce: 'taken', writesAtOnce: 'in-turn' } as const;
const READS_AS_ASKED = { relatedActivities: 'found', single: 'bare' } as const;
const RUN = { source: 'LRS that passes the conformance suite of ADL, on a development machine', seen: 'run' } as const;

export const lrsHabits: Readonly<Record<LrsHabits['id'], LrsHabits>> = {
  silent: {
    id: 'silent',
    known: { ...RUN, version: 'xAPI 1.0.3' },
    etags: 'of-reads',
    unconditionalPut: 'taken',
    ...BY_KEYS,
    ...IN_TURN,
    ...READS_AS_ASKED,
  },
  telling: {
    id: 'telling',
    known: { source: 'xAPI Communication 3.1, which allows it', version: '1.0.3', seen: 'read' },
    etags: 'of-reads-and-writes',
    unconditionalPut: 'taken',
    ...BY_KEYS,
    ...IN_TURN,
    ...READS_AS_ASKED,
  },
  strict: {
    id: 'strict',
    known: { ...RUN, version: 'xAPI 2.0.0' },
    etags: 'of-reads',
    unconditionalPut: '409',
    ...BY_KEYS,
    firstWritesAtOnce: '500',
    writesAtOnce: 'in-turn',
    ...READS_AS_ASKED,
  },
  overlapping: {
    id: 'overlapping',
    // Of 30 pairs of POSTs at once 21 lost one, and with If-Match 25; all 120 were answered with 204, or 5 of them with 412.
    known: { source: 'pelotech/xapi-lrs, on PostgreSQL 15', version: '0.9.6', seen: 'run' },
    etags: 'of-reads',
    unconditionalPut: 'taken',
    ...BY_KEYS,
    firstWritesAtOnce: 'taken',
    writesAtOnce: 'overlapping',
    ...READS_AS_ASKED,
  },
  'learning-locker': {
    id: 'learning-locker',
    // patchState.ts sets `content.<key>` in MongoDB, but for a document that begins; neither it nor overwriteState.ts is given a condition.
    known: { source: 'Learning Locker, xapi-service (src/apps/states)', version: '685c342 of 2023-08', seen: 'read' },
    etags: 'of-reads',
    unconditionalPut: 'taken',
    stateConditions: 'ignored',
    postedDots: 'paths',
    ...IN_TURN,
    ...READS_AS_ASKED,
  },
  'mod-cmi5': {
    id: 'mod-cmi5',
    known: { source: 'mod_cmi5, its own LRS (lrs.php, statement_query.php)', version: '0.0.6', seen: 'run' },
    etags: 'of-reads',
    unconditionalPut: 'taken',
    ...BY_KEYS,
    ...IN_TURN,
    relatedActivities: 'overlooked',
    single: 'listed',
  },
};
