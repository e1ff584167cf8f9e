/** How long a licence is valid, as an author or HR writes it: `3y`, `18m`, `90d`. Pure. */

/** A length of time on the calendar. */
export interface ValidPeriod {
  readonly count: number;
  readonly unit: 'y' | 'm' | 'd';
}

/** A hundred years. */
const LONGEST: Readonly<Record<ValidPeriod['unit'], number>> = { y: 100, m: 1200, d: 36_525 };

/** @returns undefined where the text is no period, or one of more than a hundred years */
export function readValidPeriod(text: string): ValidPeriod | undefined {
  const match = /^(\d{1,5})\s*(y|m|d)$/.exec(text.trim());
  if (!match) return undefined;
  const [count, unit] = [Number(match[1]), match[2] as ValidPeriod['unit']];
  return count > 0 && count <= LONGEST[unit] ? { count, unit } : undefined;
}
