export const servicePath = {};
