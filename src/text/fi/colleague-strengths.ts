export const colleagueStrengths = {};
