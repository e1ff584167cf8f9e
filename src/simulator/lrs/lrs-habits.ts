/**
 * What the xAPI specification leaves to an LRS where documents are written, and what one leaves out where statements are read, as a table.
 * `lrs-app.ts` plays any such row; a course that runs on all of them runs on any LRS. What a launcher adds to that for a page stands in
 * `launchers/launcher-profiles.ts`.
 */
import type { KnownFrom } from '../launchers/launcher-profile.ts';

export interface LrsHabits {
  readonly id: 'silent' | 'telling' | 'strict' | 'mod-cmi5';
  readonly known: KnownFrom;
  /** Where the ETag of a document is told: xAPI Communication 3.1 asks for it in the answer to a GET only. */
  readonly etags: 'of-reads' | 'of-reads-and-writes';
  /** A PUT without a condition over a State document that exists: 1.0.3 lets it through, 2.0 wants 409. */
  readonly unconditionalPut: 'taken' | '409';
  /** Two writes at once for a learner of whom the LRS has nothing yet. */
  readonly firstWritesAtOnce: 'taken' | '500';
  /** `related_activities` of a query (xAPI Communication 2.1.3): the statement's context is looked at too, or its object alone. */
  readonly relatedActivities: 'found' | 'overlooked';
  /** One statement asked for by its identifier: the statement itself, or a list of one, as a query gives it. */
  readonly single: 'bare' | 'listed';
}

const READS_AS_ASKED = { relatedActivities: 'found', single: 'bare' } as const;
const RUN = { source: 'LRS that passes the conformance suite of ADL, on a development machine', seen: 'run' } as const;

export const lrsHabits: Readonly<Record<LrsHabits['id'], LrsHabits>> = {
  silent: {
    id: 'silent',
    known: { ...RUN, version: 'xAPI 1.0.3' },
    etags: 'of-reads',
    unconditionalPut: 'taken',
    firstWritesAtOnce: 'taken',
    ...READS_AS_ASKED,
  },
  telling: {
    id: 'telling',
    known: { source: 'xAPI Communication 3.1, which allows it', version: '1.0.3', seen: 'read' },
    etags: 'of-reads-and-writes',
    unconditionalPut: 'taken',
    firstWritesAtOnce: 'taken',
    ...READS_AS_ASKED,
  },
  strict: {
    id: 'strict',
    known: { ...RUN, version: 'xAPI 2.0.0' },
    etags: 'of-reads',
    unconditionalPut: '409',
    firstWritesAtOnce: '500',
    ...READS_AS_ASKED,
  },
  'mod-cmi5': {
    id: 'mod-cmi5',
    known: { source: 'mod_cmi5, its own LRS (lrs.php, statement_query.php)', version: '0.0.6', seen: 'run' },
    etags: 'of-reads',
    unconditionalPut: 'taken',
    firstWritesAtOnce: 'taken',
    relatedActivities: 'overlooked',
    single: 'listed',
  },
};
