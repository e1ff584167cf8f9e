export const licence = {};
