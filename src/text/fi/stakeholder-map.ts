export const stakeholderMap = {};
