/** Of a clock that is set so far ahead that no year of four digits is left: in 9892. */
const LATEST = 2.5e14;

/** `2026-11-24T10:00:00` on this computer's calendar and clock: 19 characters without a zone. @param at milliseconds since 1970 */
export function localTime(at: number): string {
  const date = new Date(Math.min(at, LATEST));
  return new Date(+date - 60_000 * date.getTimezoneOffset()).toISOString().slice(0, 19);
}
