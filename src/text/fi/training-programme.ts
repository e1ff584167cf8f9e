export const trainingProgramme = {};
