export const userIdeas = {};
