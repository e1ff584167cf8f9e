import { contents, offered, shaped } from 'virtual:course';
import type { Course, Language } from '../course/course.ts';
import { configured, type CourseContent, type SettingsBlock } from '../course/settings.ts';
import type { FurtherLanguages } from '../shell/language/spoken-language.ts';
import { loadLanguage } from '../text/language-pack.ts';

/** How long a language may take to come, in milliseconds. */
const PATIENCE = 20_000;

/** Beside the script, since whoever offers the course may change it without building (`src/own-package/settings-block.ts`). */
const block = document.getElementById('course-settings');
if (!block) throw new Error('The page has no settings (#course-settings).');
const { settings } = JSON.parse(block.textContent) as SettingsBlock;

const withSettings = (content: CourseContent): Course => configured([content], settings)[0];

/** As the page names it (`build/index-page.ts`). @throws Error where it names none */
function fileOf(language: Language): string {
  const file = document.getElementById('course-script')?.dataset[language];
  if (file === undefined) throw new Error(`The page has no ${language} (#course-script).`);
  return file;
}

/** The course in its main language. */
export const course = withSettings(shaped(contents[0]));

/** Its other languages, each of which is a file beside the page. */
export const furtherLanguages: FurtherLanguages = {
  offered,
  async load(language: Language) {
    const { text, content } = await loadLanguage(language, fileOf(language), document, PATIENCE);
    return { text, course: withSettings(content) };
  },
};
