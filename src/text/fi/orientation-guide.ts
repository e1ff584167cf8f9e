export const orientationGuide = {};
