/** What is known of one source's learners: a learner, and per achievement the marks that prove it, of visits the first few. */
import type { Achievement, CompletionRecord, Day, Learner } from '../completion-record.ts';
import type { Unchanged } from './record-source.ts';

export interface Mark {
  readonly day?: Day;
  readonly exact: boolean;
  readonly attempt?: string;
  readonly statement?: string;
}

/** `known`, `begun`, `completed`, `class A1`, `filed A1` or `withdrawn A1`. */
export type Proof = string;

const CLASS_PROOF = /^(?:class|filed) (?=.)/;
/** What makes a licence, which can be earned again. */
const MAKES_LICENCE = /^(?:completed$|class |filed )/;
const TELLS_ATTEMPT = /^(?:completed$|class |filed |withdrawn )/;

/** The earliest visits that are kept: one says when she began, the others stand in for it where it is voided. */
const MOST_VISITS = 5;

/** What says that a class was taken back. */
export function withdrawnProof(classId: string): Proof {
  return proofOf({ kind: 'withdrawn', id: classId });
}

/** Whether it says of the licence or of a class that it was earned. */
export function isEarnedProof(proof: Proof): boolean {
  return MAKES_LICENCE.test(proof);
}

/** Whether it says of a class that it was earned or taken back. */
export function isOfClass(proof: Proof): boolean {
  return CLASS_PROOF.test(proof) || proof.startsWith('withdrawn ');
}

/** Whether a learner is known by nothing else than what was taken back. */
export function isWithdrawnWhole({ marks }: LedgerEntry): boolean {
  return [...marks.keys()].every((proof) => proof.startsWith('withdrawn '));
}

export interface LedgerEntry {
  learner: Learner;
  readonly marks: Map<Proof, readonly Mark[]>;
}

export interface LedgerOptions {
  /** Of the same source at the last run: where a listing source looks up who is unchanged and what was known earlier. */
  readonly previous?: SourceLedger;
  /** Keeps which statements say it, so that a later run can take them back. */
  readonly keepStatements: boolean;
}

export class SourceLedger {
  readonly entries = new Map<string, LedgerEntry>();
  /** Keys of learners of whom the source was not asked again: what is known of them is of the run before. */
  readonly unchanged = new Set<string>();
  private withdrawn: ReadonlySet<string> = new Set();

  constructor(private readonly options: LedgerOptions = { keepStatements: true }) {}

  add(record: CompletionRecord | Unchanged): void {
    if ('unchanged' in record) this.takeOver(record.unchanged);
    else if (record.statement === undefined || !this.withdrawn.has(record.statement)) this.note(record);
  }

  /** Forgets what statements said that no longer count, and takes them in no more. */
  withdraw(statements: ReadonlySet<string>): void {
    this.withdrawn = statements;
    if (statements.size === 0) return;
    for (const [key, entry] of this.entries) {
      const { marks } = entry;
      for (const [proof, list] of marks) {
        const left = list.filter(({ statement }) => statement === undefined || !statements.has(statement));
        if (left.length === list.length) continue;
        if (left.length === 0) marks.delete(proof);
        else marks.set(proof, left);
        if (!CLASS_PROOF.test(proof)) continue;
        const withdrawn = withdrawnProof(proof.replace(CLASS_PROOF, ''));
        for (const { attempt } of list.filter((mark) => !left.includes(mark)))
          keep(entry, withdrawn, { exact: true, ...(attempt === undefined ? {} : { attempt }) });
      }
      if (marks.size === 0) this.entries.delete(key);
    }
  }

  /** What another ledger of the same kind knows, as if its records had come after those of this one. */
  takeIn(other: SourceLedger): void {
    for (const { learner, marks } of other.entries.values()) {
      const entry = this.entryOf(learner);
      for (const [proof, list] of marks) for (const mark of list) keep(entry, proof, mark);
    }
  }

  private takeOver(learner: Learner): void {
    this.unchanged.add(learner.key);
    const before = this.options.previous?.entries.get(learner.key);
    this.entries.set(learner.key, { learner, marks: before?.marks ?? new Map([['known', alone({ exact: true })]]) });
  }

  private note(record: CompletionRecord): void {
    const entry = this.entryOf(record.learner);
    const proof = proofOf(record.what);
    keep(entry, proof, this.markOf(record, proof, entry));
  }

  /** Under the latest of her names, and with all that is said of her anywhere. */
  private entryOf(learner: Learner): LedgerEntry {
    let entry = this.entries.get(learner.key);
    if (!entry) this.entries.set(learner.key, (entry = { learner, marks: new Map() }));
    else if (tellsMore(learner, entry.learner)) {
      const { name = entry.learner.name } = learner;
      entry.learner = { ...learner, ...entry.learner, ...(name === undefined ? {} : { name }), ...otherNames(entry.learner, name) };
    }
    return entry;
  }

  private markOf({ learner, day, exact, attempt, statement }: CompletionRecord, proof: Proof, entry: LedgerEntry): Mark {
    const narrowed = exact ? day : earliest(day, this.boundBefore(learner.key, proof, attempt));
    // Attempts tell renewals of the licence apart, and bounds of one attempt from those of another.
    const told = attempt !== undefined && (TELLS_ATTEMPT.test(proof) || !exact) ? { attempt: sharedAttempt(entry, attempt) } : {};
    const kept = statement !== undefined && this.options.keepStatements ? { statement } : {};
    return { exact, ...(narrowed === undefined ? {} : { day: narrowed }), ...told, ...kept };
  }

  /** "At the latest" gets no later from run to run. */
  private boundBefore(key: string, proof: Proof, attempt: string | undefined): Day | undefined {
    const marks = this.options.previous?.entries.get(key)?.marks.get(proof) ?? [];
    // Several reports may have told of it, each with a bound of its own.
    return marks.reduce<Day | undefined>(
      (first, mark) => (mark.exact || mark.attempt !== attempt ? first : earliest(first, mark.day)),
      undefined,
    );
  }
}

/** An address may be of two people, who are told apart by nothing but their names. A user name is one person's. */
function otherNames({ name, otherNames = [], account }: Learner, latest: string | undefined): Pick<Learner, 'otherNames'> {
  const others = new Set([...otherNames, ...(name === undefined ? [] : [name])]);
  if (latest !== undefined) others.delete(latest);
  return account !== undefined || others.size === 0 ? {} : { otherNames: [...others] };
}

function tellsMore(learner: Learner, known: Learner): boolean {
  if (learner.name !== undefined && learner.name !== known.name) return true;
  return Object.keys(learner).some((trait) => known[trait as keyof Learner] === undefined);
}

function keep({ marks }: LedgerEntry, proof: Proof, mark: Mark): void {
  const list = marks.get(proof);
  if (!list) marks.set(proof, alone(mark));
  else if (!list.some((known) => (mark.statement === undefined ? isSame(known, mark) : known.statement === mark.statement)))
    marks.set(proof, proof === 'begun' ? earliestVisits([...list, mark]) : [...list, mark]);
}

function earliestVisits(marks: readonly Mark[]): readonly Mark[] {
  return marks.length <= MOST_VISITS ? marks : [...marks].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1)).slice(0, MOST_VISITS);
}

function earliest(one: Day | undefined, other: Day | undefined): Day | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

/** One string for all learners. */
const proofs = new Map<string, Proof>();

function proofOf(what: Achievement): Proof {
  if (!('id' in what)) return what.kind;
  const text = `${what.kind} ${what.id}`;
  let proof = proofs.get(text);
  if (proof === undefined) proofs.set(text, (proof = text));
  return proof;
}

function isSame(one: Mark, other: Mark): boolean {
  return one.day === other.day && one.exact === other.exact && one.attempt === other.attempt;
}

const lists = new Map<string, readonly Mark[]>();

/** A list of one mark. Most say no more than a day, and one list a day does for all learners. */
function alone(mark: Mark): readonly Mark[] {
  if (mark.attempt !== undefined || mark.statement !== undefined) return [mark];
  const key = `${mark.day ?? ''}${mark.exact ? '' : '~'}`;
  let list = lists.get(key);
  if (!list) lists.set(key, (list = [mark]));
  return list;
}

/** One string for all marks of an attempt: ten thousand learners have a lot of them. */
function sharedAttempt(entry: LedgerEntry, attempt: string): string {
  for (const list of entry.marks.values()) for (const mark of list) if (mark.attempt === attempt) return mark.attempt;
  return attempt;
}
