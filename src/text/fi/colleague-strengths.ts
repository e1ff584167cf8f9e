export const colleagueStrengths = {
  empty: 'Et ole vielä kirjannut yhtään vahvuutta.',
  numbered: (label: string, number: number) => `${label} ${number}`,
};
