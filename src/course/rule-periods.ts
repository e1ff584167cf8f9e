/** Rules of the content that hold from a day on, until the next one does. Pure. */

/** A day as the content writes it: `2026-11-26`. */
export type Day = string;

export interface Dated {
  /** The first day on which the rule holds; absent where it holds from the beginning. */
  readonly from?: Day;
}

/** A rule with the time in which it holds. `Moment`: milliseconds since 1970, or days. */
export interface Period<Rule, Moment> {
  readonly rule: Rule;
  /** Undefined for the first rule. */
  readonly from: Moment | undefined;
  /** The moment from which on the next rule holds; undefined for the rule in force. */
  readonly until: Moment | undefined;
}

/**
 * The rules that hold now or have held, the earliest first.
 * @param rules in the order of their days
 * @param startOf the moment at which a day begins
 */
export function periodsOf<Rule extends Dated, Moment extends string | number>(
  rules: readonly Rule[],
  now: Moment,
  startOf: (day: Day) => Moment,
): readonly Period<Rule, Moment>[] {
  const begun = rules
    .map((rule) => ({ rule, from: rule.from === undefined ? undefined : startOf(rule.from) }))
    .filter(({ from }) => from === undefined || from <= now);
  return begun.map((one, index) => ({ ...one, until: begun[index + 1]?.from }));
}

/** Midnight of the computer's own time zone, in milliseconds since 1970. */
export function midnightOf(day: Day): number {
  return new Date(`${day}T00:00:00`).getTime();
}

/** The place of the first rule that is out of order; undefined where each but the first has a day, later than the one before. */
export function outOfOrder(rules: readonly Dated[]): number | undefined {
  const at = rules.findIndex(({ from }, index) => {
    const before = rules[index - 1]?.from;
    return index === 0 ? from !== undefined : from === undefined || (before !== undefined && from <= before);
  });
  return at < 0 ? undefined : at;
}
