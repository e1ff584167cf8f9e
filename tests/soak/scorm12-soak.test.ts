import { soakProfiles } from './soak-profiles.ts';

soakProfiles('scorm12');
