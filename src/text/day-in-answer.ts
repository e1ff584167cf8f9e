import { dateIn } from './days-and-numbers.ts';

/** Whose habits each language follows: Swedish as in Finland, and English with the month in letters, which nobody reads as the day. */
const styles: Readonly<Record<string, { readonly locale: string; readonly month: 'numeric' | 'short' }>> = {
  sv: { locale: 'sv-FI', month: 'numeric' },
  en: { locale: 'en-GB', month: 'short' },
};

/** A day that a learner gave as an answer (`2026-11-24`), as her language writes it: "ti 24.11.2026". Anything else is given back as it is. */
export function dayText(day: string, language: string): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return day;
  const style = styles[language] ?? { locale: language, month: 'numeric' };
  const format = new Intl.DateTimeFormat(style.locale, { weekday: 'short', day: 'numeric', month: style.month, year: 'numeric' });
  return dateIn(format, new Date(Number(year), Number(month) - 1, Number(date)));
}

/** Today by this computer's clock and time zone. */
export function today(now: Date = new Date()): string {
  return [
    String(now.getFullYear()).padStart(4, '0'),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-');
}
