export const customerProfiles = {};
