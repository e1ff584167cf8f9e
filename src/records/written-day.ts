/** Days and months as the tables for people have them: English with the month in letters, because 3/4/2026 is read in two ways. */

/** Three letters each, "Sep" too: there is no room for a fourth below a chart. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 3.4.2026, in English 3 Apr 2026. @param day such as 2026-04-03 */
export function writtenDay(day: string, language: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return language === 'en' ? `${date} ${englishMonth(year, month)}` : `${date}.${month}.${year}`;
}

/** Apr 2026. */
export function englishMonth(year: number, month: number): string {
  return `${MONTHS[month - 1] ?? month} ${year}`;
}
