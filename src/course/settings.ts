/**
 * What whoever offers the course decides about it, apart from its content. A package holds it as one JSON block in its page
 * (`src/own-package/settings-block.ts`): the build writes it from `content/course.yaml`, and the administrator's page writes another in its place.
 */
import type { Chapter, Course, Courses, Language } from './course.ts';

/** When the LMS is told that the course is complete. */
export type CompleteWhen = 'compulsory' | 'all' | 'learner';

/** What leaves the learner's own state: answers and completion, or completion only. */
export type Report = 'answers' | 'completion';

/**
 * The word that tells a SCORM LMS that the course is done: `passed` for the few that wait for it (Frappe in SCORM 1.2, or so set up). In 2004
 * completion is "completed" in any case, and `passed` tells its success too.
 */
export type StatusWhenComplete = 'completed' | 'passed';

/** Where an LMS holds less state than a learner writes (SCORM 1.2): the rest goes into further objectives, or she is told. */
export type Overflow = 'pages' | 'warn';

/** The look of whoever offers the course. Both colours pass what `src/theme/own-colours.ts` asks of them. */
export interface Theme {
  /** Of links and buttons, `#rrggbb`. */
  readonly accent?: string;
  /** The ground of the logo and the organization's name on the cover, and the line above the header; `#rrggbb`. */
  readonly band?: string;
  readonly logo?: Logo;
}

export interface Logo {
  /** A `data:` address: the page loads no picture. */
  readonly src: string;
  /** What it says to somebody who does not see it. */
  readonly alt: string;
}

export interface CourseSettings {
  /** Who offers the course to its learners: a municipality, a library. */
  readonly organization?: string;
  /** Where learners get more information: a web address, an e-mail address or a text. */
  readonly contact: string;
  /** Who supervises accessibility, with the address for complaints. */
  readonly authority?: string;
  /** The day of the accessibility statement, `2026-11-26`. */
  readonly assessed?: string;
  /** What is known not to be accessible, a sentence or two each. */
  readonly gaps?: readonly string[];
  readonly completeWhen: CompleteWhen;
  readonly report: Report;
  /** `completed` where absent. Never both in one package's life: what an LMS was told of earlier learners stands. */
  readonly statusWhenComplete?: StatusWhenComplete;
  /** The customer's LMS empties the learner's state once it is told "completed": she is offered her answers as a file before. */
  readonly wipesOnCompletion?: boolean;
  /** `pages` where absent. */
  readonly overflow?: Overflow;
  /**
   * The origins of the LRSs that learners' work may be sent to, beside the course's own site (xAPI and cmi5). Where it is absent, the learner
   * is asked about any other site.
   */
  readonly lrs?: readonly string[];
  readonly theme?: Theme;
  /** What learners see whose LMS asks for no language that the package has; the main language where absent. Reports stay in the main one. */
  readonly defaultLanguage?: Language;
}

/** What stands in a package's page, as JSON. */
export interface SettingsBlock {
  /** 1; higher where a course that knows only this form would misunderstand the settings. */
  readonly format: number;
  readonly settings: CourseSettings;
}

/** The course as its content alone makes it. */
export type CourseContent = Omit<Course, keyof CourseSettings>;
/** The main language first. */
export type CourseContents = readonly [CourseContent, ...CourseContent[]];

/** Every key of the settings, in the order in which they are written. */
const KEYS = [
  'organization',
  'contact',
  'authority',
  'assessed',
  'gaps',
  'completeWhen',
  'report',
  'statusWhenComplete',
  'wipesOnCompletion',
  'overflow',
  'lrs',
  'theme',
  'defaultLanguage',
] as const satisfies readonly (keyof CourseSettings)[];

const isSetting = (key: string): boolean => (KEYS as readonly string[]).includes(key);

/** The settings alone. */
export function settingsOf(course: CourseSettings): CourseSettings {
  return Object.fromEntries(KEYS.flatMap((key) => (course[key] === undefined ? [] : [[key, course[key]]]))) as unknown as CourseSettings;
}

/** The content alone. */
export function contentsOf(courses: Courses): CourseContents {
  const [main, ...others] = courses.map(
    (course) => Object.fromEntries(Object.entries(course).filter(([key]) => !isSetting(key))) as unknown as CourseContent,
  );
  return [main as CourseContent, ...others];
}

/** Content and settings together: the course as a learner takes it. */
export function configured([main, ...others]: CourseContents, settings: CourseSettings): Courses {
  const withSettings = (content: CourseContent): Course => ({
    ...content,
    ...settings,
    chapters: content.chapters.map((chapter) => withContact(chapter, settings.contact)),
  });
  return [withSettings(main), ...others.map(withSettings)];
}

/** `{contact}` in a chapter's text, which the build leaves as it is. */
const CONTACT = '{contact}';

function withContact(chapter: Chapter, contact: string): Chapter {
  if (!chapter.parts.some((part) => part.type === 'html' && part.html.includes(CONTACT))) return chapter;
  const parts = chapter.parts.map((part) =>
    part.type === 'html' ? { ...part, html: part.html.replaceAll(CONTACT, () => contactHtml(contact)) } : part,
  );
  return { ...chapter, parts };
}

/** A contact as it is shown: an address becomes a link. */
function contactHtml(contact: string): string {
  const address = contactAddress(contact);
  const text = escapeHtml(contact.replace(/^https?:\/\//, ''));
  if (address === undefined) return text;
  const outside = address.startsWith('mailto:') ? '' : ' target="_blank" rel="noopener noreferrer" class="external"';
  return `<a href="${escapeHtml(address)}"${outside}>${text}</a>`;
}

/** Where a contact leads: a web address, or an e-mail address as `mailto:`; undefined for a text. */
export function contactAddress(contact: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(contact)) return contact;
  return /^[^\s@:?]+@[^\s@:?]+$/.test(contact) ? `mailto:${contact}` : undefined;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
