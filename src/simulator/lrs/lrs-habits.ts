/**
 * What the xAPI specification leaves to an LRS where documents are written, as a table. `lrs-app.ts` plays any such row; a course that runs
 * on all of them runs on any LRS.
 */
import type { KnownFrom } from '../launchers/launcher-profile.ts';

export interface LrsHabits {
  readonly id: 'silent' | 'telling' | 'strict';
  readonly known: KnownFrom;
  /** Where the ETag of a document is told: xAPI Communication 3.1 asks for it in the answer to a GET only. */
  readonly etags: 'of-reads' | 'of-reads-and-writes';
  /** A PUT without a condition over a State document that exists: 1.0.3 lets it through, 2.0 wants 409. */
  readonly unconditionalPut: 'taken' | '409';
  /** Two writes at once for a learner of whom the LRS has nothing yet. */
  readonly firstWritesAtOnce: 'taken' | '500';
}

const RUN = { source: 'LRS that passes the conformance suite of ADL, on a development machine', seen: 'run' } as const;

export const lrsHabits: Readonly<Record<LrsHabits['id'], LrsHabits>> = {
  silent: {
    id: 'silent',
    known: { ...RUN, version: 'xAPI 1.0.3' },
    etags: 'of-reads',
    unconditionalPut: 'taken',
    firstWritesAtOnce: 'taken',
  },
  telling: {
    id: 'telling',
    known: { source: 'xAPI Communication 3.1, which allows it', version: '1.0.3', seen: 'read' },
    etags: 'of-reads-and-writes',
    unconditionalPut: 'taken',
    firstWritesAtOnce: 'taken',
  },
  strict: {
    id: 'strict',
    known: { ...RUN, version: 'xAPI 2.0.0' },
    etags: 'of-reads',
    unconditionalPut: '409',
    firstWritesAtOnce: '500',
  },
};
