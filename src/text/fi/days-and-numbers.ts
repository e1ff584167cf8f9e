/** Päivä: 24.11.2026. */
export const day = (at: number): string => new Intl.DateTimeFormat('fi', { day: 'numeric', month: 'numeric', year: 'numeric' }).format(at);

/** 4 000. */
export const number = (value: number): string => new Intl.NumberFormat('fi', { useGrouping: 'always' }).format(value);

/** A1, A2 ja B. */
export const listed = (words: readonly string[], joint = 'ja'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

/** Päivä, joka on annettu muodossa 2026-11-24: 24.11.2026. */
export const givenDay = (iso: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso) ?? [];
  return year === undefined ? iso : `${Number(date)}.${Number(month)}.${year}`;
};

const NUMBERS = ['nolla', 'yksi', 'kaksi', 'kolme', 'neljä', 'viisi', 'kuusi', 'seitsemän', 'kahdeksan', 'yhdeksän', 'kymmenen'];

/** Pienet luvut sanoina. */
export const inWords = (count: number): string => NUMBERS[count] ?? String(count);
