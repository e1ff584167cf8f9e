export const channelAssessment = {};
