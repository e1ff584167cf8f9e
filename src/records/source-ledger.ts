/** What is known of one source's learners, kept small: a learner, and per achievement the few marks that prove it. */
import type { CompletionRecord, Day, Learner } from './completion-record.ts';
import type { Unchanged } from './record-source.ts';

export interface Mark {
  readonly day?: Day;
  readonly exact: boolean;
  readonly attempt?: string;
  readonly statement?: string;
}

/** `known`, `begun`, `completed` or `class A1`. */
export type Proof = string;

export interface LedgerEntry {
  learner: Learner;
  readonly marks: Map<Proof, Mark[]>;
}

export class SourceLedger {
  readonly entries = new Map<string, LedgerEntry>();

  /** @param previous of the same source at the last run: where a listing source looks up who is unchanged and what was known earlier */
  constructor(private readonly previous?: SourceLedger) {}

  add(record: CompletionRecord | Unchanged): void {
    if ('unchanged' in record) this.takeOver(record.unchanged);
    else this.note(record);
  }

  /** Forgets what statements said that no longer count. */
  withdraw(statements: ReadonlySet<string>): void {
    if (statements.size === 0) return;
    for (const [key, { marks }] of this.entries) {
      for (const [proof, list] of marks) {
        const left = list.filter(({ statement }) => statement === undefined || !statements.has(statement));
        if (left.length === list.length) continue;
        if (left.length === 0) marks.delete(proof);
        else marks.set(proof, left);
      }
      if (marks.size === 0) this.entries.delete(key);
    }
  }

  private takeOver(learner: Learner): void {
    const before = this.previous?.entries.get(learner.key);
    this.entries.set(learner.key, { learner, marks: before?.marks ?? new Map([['known', [{ exact: true }]]]) });
  }

  private note({ learner, what, day, exact, attempt, statement }: CompletionRecord): void {
    let entry = this.entries.get(learner.key);
    if (!entry) this.entries.set(learner.key, (entry = { learner, marks: new Map() }));
    else if (learner.name !== undefined && learner.name !== entry.learner.name) entry.learner = { ...entry.learner, name: learner.name };
    const proof = what.kind === 'class' ? `class ${what.id}` : what.kind;
    let list = entry.marks.get(proof);
    if (!list) entry.marks.set(proof, (list = []));
    if (statement !== undefined && list.some((mark) => mark.statement === statement)) return;
    const narrowed = exact ? day : earliest(day, this.boundBefore(learner.key, proof, attempt));
    list.push({
      exact,
      ...(narrowed === undefined ? {} : { day: narrowed }),
      ...(attempt === undefined ? {} : { attempt: sharedAttempt(entry, attempt) }),
      ...(statement === undefined ? {} : { statement }),
    });
  }

  /** "At the latest" gets no later from run to run. */
  private boundBefore(key: string, proof: Proof, attempt: string | undefined): Day | undefined {
    return this.previous?.entries
      .get(key)
      ?.marks.get(proof)
      ?.find((mark) => !mark.exact && mark.attempt === attempt)?.day;
  }
}

export function earliest(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** One string for all marks of an attempt: ten thousand learners have a lot of them. */
function sharedAttempt(entry: LedgerEntry, attempt: string): string {
  for (const list of entry.marks.values()) for (const mark of list) if (mark.attempt === attempt) return mark.attempt;
  return attempt;
}
