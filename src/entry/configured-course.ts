import { contents } from 'virtual:course';
import { configured, type SettingsBlock } from '../course/settings.ts';

/** Beside the script, since whoever offers the course may change it without building (`src/own-package/settings-block.ts`). */
const block = document.getElementById('course-settings');
if (!block) throw new Error('The page has no settings of the course (#course-settings).');
const { settings } = JSON.parse(block.textContent) as SettingsBlock;

/** The course in every language it is written in, the main one first. */
export const courses = configured(contents, settings);
/** The course in its main language. */
export const [course] = courses;
