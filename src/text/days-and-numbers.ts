/**
 * How a language of the interface writes days, times, figures, lists and plurals. Finnish has its own: days,
 * figures and lists in `fi/days-and-numbers.ts`, times in `fi/saving.ts`. A day that a learner gave is in `day-in-answer.ts`.
 */
interface Forms {
  /** In words that need no guess which figure is the month: 24.11.2026, 24 Nov 2026. */
  readonly day: (at: number) => string;
  /** The same of a day that is given as 2026-11-24; anything else is given back as it is. */
  readonly givenDay: (iso: string) => string;
  /** 24.11, 24 Nov. */
  readonly dayOfYear: (at: number) => string;
  /** 14.05, 14:05. */
  readonly clock: (at: number) => string;
  /** 4 096. */
  readonly number: (value: number) => string;
  /** A1, A2 och B. */
  readonly listed: (words: readonly string[]) => string;
  /** The count and the form for it: "2 answers". */
  readonly counted: (count: number, one: string, other: string) => string;
}

/** A date, with three letters of a month in every one alike: the licence card has no room for "Sept". */
export function dateIn(format: Intl.DateTimeFormat, at: number | Date): string {
  return format
    .formatToParts(at)
    .map(({ type, value }) => (type === 'month' ? value.slice(0, 3) : value))
    .join('');
}

/**
 * @param locale BCP 47 with the region whose habits are followed
 * @param month a figure where the locale's order of day and month is the only one in use there
 */
export function formsOf(locale: string, month: 'numeric' | 'short'): Forms {
  const number = (value: number): string => new Intl.NumberFormat(locale, { useGrouping: 'always' }).format(value);
  const dated =
    (options: Intl.DateTimeFormatOptions) =>
    (at: number): string =>
      dateIn(new Intl.DateTimeFormat(locale, { day: 'numeric', month, ...options }), at);
  const day = dated({ year: 'numeric' });
  return {
    day,
    givenDay: (iso) => {
      // Noon is the same day in summer and in winter time.
      const at = Date.parse(`${iso}T12:00:00`);
      return Number.isNaN(at) ? iso : day(at);
    },
    dayOfYear: dated({}),
    clock: (at) => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at),
    number,
    listed: (words) => new Intl.ListFormat(locale).format(words),
    counted: (count, one, other) => `${number(count)} ${new Intl.PluralRules(locale).select(count) === 'one' ? one : other}`,
  };
}
