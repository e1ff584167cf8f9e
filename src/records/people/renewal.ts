/** The licence earned again: by the course's rule, of what was earned since, in attempts of their own. */
import { addPeriod } from '../../course/licence-validity.ts';
import { isMet, licenceOn, licenceRulesOf } from '../../course/licence-rule.ts';
import type { Day } from '../completion-record.ts';
import { sameUntil, isOfDay } from '../sources/attempt-of-day.ts';
import { withdrawnProof, type Mark } from '../sources/source-ledger.ts';
import {
  bestOf,
  earnedFrom,
  marksIn,
  soundCompletion,
  type Earned,
  type EarnedByPerson,
  type EarnedQuery,
  type SourceMarks,
} from './earned.ts';

/** Earned, with a day. */
type Dated = Earned & { readonly day: Day };

/** What one attempt has proved of the learner's own work. */
interface Attempt {
  /** By class id. */
  readonly classes: ReadonlyMap<string, Dated>;
  /** Undefined too where it may rest on a file that she has brought. */
  readonly completed: Dated | undefined;
  readonly first: Day;
}

/** Days of the same work may differ by that from source to source. */
const ONE_DAY = { count: 1, unit: 'd' } as const;

/** The latest renewal of a licence, where a source tells of one. @param first its own day */
export function renewalOf(sources: readonly SourceMarks[], query: EarnedQuery, first: Day): Earned | undefined {
  const [only] = sources;
  const found =
    sources.length === 1 && only
      ? [renewedIn(only, query, first)]
      : sources.flatMap((marks) => {
          const { classes, licence } = earnedFrom([marks], query);
          const anew = earnedAnew(classes, earnedFrom(sources, query).classes, query, first);
          return [anew, licence?.day === undefined ? undefined : renewedIn(marks, query, licence.day)];
        });
  return found.reduce((latest, renewed) => (renewed && renewed.day > (latest?.day ?? first) ? renewed : latest), undefined);
}

/**
 * The licence earned once more in another source, as after a change of LMSs. Only where that says itself on which days its classes were earned: each
 * after the licence, of which it was a part already.
 */
function earnedAnew(
  classes: EarnedByPerson['classes'],
  known: EarnedByPerson['classes'],
  { course, asOf }: EarnedQuery,
  first: Day,
): Dated | undefined {
  const after = addPeriod(first, ONE_DAY);
  const isAnew = (id: string, { day, exact, fromFile }: Earned): boolean =>
    day !== undefined && day > after && exact && !fromFile && (known.get(id)?.day ?? day) <= first;
  const anew = new Map([...classes].filter(([id, earned]) => isAnew(id, earned)).map(([id, { day }]) => [id, day]));
  const since = licenceOn(licenceRulesOf(course), anew, asOf, (day) => day)?.since;
  return since === undefined ? undefined : { day: since, exact: true };
}

/**
 * What is told twice within one attempt is no renewal, nor is what two sources tell of the same work: each is looked at by itself. What a learner's
 * own file says is none either: taken into a new attempt, an old one completes it at once.
 * @param since the source's own first licence
 * @returns the latest renewal
 */
function renewedIn(marks: SourceMarks, { course, asOf, counts, proofOf }: EarnedQuery, since: Day): Dated | undefined {
  const names = attemptNames(marks);
  const attempts = attemptsIn(marks, names, course.classes, { counts, proofOf });
  if (attempts.length < 2) return undefined;
  const after = [...names].some(isOfDay) ? sameUntil : (day: Day): Day => day;
  let renewed: Dated | undefined;
  for (let last = since; ; last = renewed.day) {
    const next = earlier(byClasses(attempts, { course, asOf }, after(last)), byCompletion(attempts, after(last)));
    if (!next) return renewed;
    renewed = next;
  }
}

/** The day on which the rule was met again, by classes that were earned after a day. */
function byClasses(attempts: readonly Attempt[], { course, asOf }: Pick<EarnedQuery, 'course' | 'asOf'>, last: Day): Dated | undefined {
  const again = new Map<string, Dated>();
  for (const { classes } of attempts)
    for (const [id, earned] of classes) {
      const sooner = earned.day > last ? earlier(again.get(id), earned) : undefined;
      if (sooner) again.set(id, sooner);
    }
  const held = licenceOn(licenceRulesOf(course), new Map([...again].map(([id, { day }]) => [id, day])), asOf, (day) => day);
  if (held?.since === undefined || held.since <= last) return undefined;
  const sure = new Set([...again].filter(([, { exact }]) => exact).map(([id]) => id));
  const { rule, since } = held;
  return { day: since, exact: isMet(rule, (id) => sure.has(id) && (again.get(id)?.day ?? '') <= since) };
}

/** The completion of an attempt that was begun after a day. */
function byCompletion(attempts: readonly Attempt[], last: Day): Dated | undefined {
  return attempts.reduce<Dated | undefined>(
    (soonest, { completed, first }) => (first > last ? earlier(soonest, completed) : soonest),
    undefined,
  );
}

function attemptsIn(
  marks: SourceMarks,
  names: ReadonlySet<string>,
  courseClasses: readonly { readonly id: string }[],
  { counts, proofOf }: Pick<EarnedQuery, 'counts' | 'proofOf'>,
): Attempt[] {
  const completions = completionsIn(marks, names, counts);
  return [...names].flatMap((name): Attempt[] => {
    const best = (proof: string): Dated | undefined => bestIn(marks, proof, name, counts);
    const filed = new Set(courseClasses.map(({ id }) => id).filter((id) => best(`filed ${id}`)));
    const told = completions.get(name);
    const { implied, madeOf } = proofOf(told?.day);
    const own = {
      marks,
      counts: (mark: Mark) => mark.attempt === name && counts(mark),
      isWithdrawn: (id: string) => marks.get(withdrawnProof(id))?.some(({ attempt }) => attempt === name) === true,
    };
    const sound = (classIds: readonly string[]): Dated | undefined => told && dated(soundCompletion(told, classIds, own));
    const classes = new Map<string, Dated>();
    for (const { id } of courseClasses) {
      const known = best(`class ${id}`);
      const proved = known || !implied.includes(id) || filed.has(id) ? undefined : sound([id]);
      const earned = known ?? (proved && { ...proved, exact: false });
      if (earned) classes.set(id, earned);
    }
    const completed = filed.size > 0 ? undefined : sound(madeOf);
    const days = [...classes.values(), ...(completed ? [completed] : [])].map(({ day }) => day).sort();
    return days[0] === undefined ? [] : [{ classes, completed, first: days[0] }];
  });
}

function isOfNone({ attempt }: Mark): boolean {
  return attempt === undefined || isOfDay(attempt);
}

/** Those of a day count where the source numbers none: else they are of the same work. */
function attemptNames(marks: SourceMarks): ReadonlySet<string> {
  const all = new Set([...marks.values()].flatMap((list) => list.flatMap(({ attempt }) => attempt ?? [])));
  const numbered = new Set([...all].filter((name) => !isOfDay(name)));
  return numbered.size > 0 ? numbered : all;
}

/**
 * When each attempt was completed. One that is known “at the latest” has the day on which the LMS counted the course as complete, where another
 * report says that, as Moodle's activity completion report does, and no attempt before it has that day.
 */
function completionsIn(marks: SourceMarks, attempts: ReadonlySet<string>, counts: EarnedQuery['counts']): ReadonlyMap<string, Dated> {
  const ofNone = marksIn([marks], 'completed', (mark) => isOfNone(mark) && mark.exact && counts(mark));
  const counted = ofNone.flatMap(({ day }) => day ?? []).sort();
  let before = '';
  const found = [...attempts].flatMap((name): [string, Dated][] => {
    const completed = bestIn(marks, 'completed', name, counts);
    return completed ? [[name, completed]] : [];
  });
  return new Map(
    found
      .sort(([, one], [, other]) => (one.day < other.day ? -1 : 1))
      .map(([name, completed]) => {
        const day = completed.exact ? undefined : counted.find((one) => one > before && one <= completed.day);
        before = day ?? completed.day;
        return [name, day === undefined ? completed : { day, exact: true }];
      }),
  );
}

function bestIn(marks: SourceMarks, proof: string, attempt: string, counts: EarnedQuery['counts']): Dated | undefined {
  return dated(bestOf(marksIn([marks], proof, (mark: Mark) => mark.attempt === attempt && counts(mark))));
}

function dated(earned: Earned | undefined): Dated | undefined {
  return earned?.day === undefined ? undefined : { ...earned, day: earned.day };
}

/** The sooner of two; of one day the one that is sure. */
function earlier(one: Dated | undefined, other: Dated | undefined): Dated | undefined {
  if (!one || !other) return one ?? other;
  if (one.day === other.day) return one.exact ? one : other;
  return one.day < other.day ? one : other;
}
