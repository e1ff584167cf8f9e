/**
 * Every kind of exercise that a course can have: the only list there is. A new one is a folder beside this file and a line here, wherever:
 * the order says nothing, since a course orders its exercises itself.
 */
export { channelAssessment } from './channel-assessment/definition.ts';
export { colleagueStrengths } from './colleague-strengths/definition.ts';
export { customerProfiles } from './customer-profiles/definition.ts';
export { orientationGuide } from './orientation-guide/definition.ts';
export { reflection } from './reflection/definition.ts';
export { servicePath } from './service-path/definition.ts';
export { stakeholderMap } from './stakeholder-map/definition.ts';
export { trainingProgramme } from './training-programme/definition.ts';
export { userIdeas } from './user-ideas/definition.ts';
