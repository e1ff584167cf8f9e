/** Makes the course of what was read and found right. */
import type { Chapter, ChapterPart, Course } from '../src/course/course.ts';
import { NOTHING_MOVED } from '../src/course/moved-ids.ts';
import type { Logo, Theme } from '../src/course/settings.ts';
import type { ReadChapter } from './chapter-source.ts';
import type { CourseFile, LocalText } from './course-schema.ts';
import type { LanguageChapters } from './read-language.ts';

/** The course in one language, with the ids that it has now. */
export function makeCourse(file: CourseFile, { language, chapters }: LanguageChapters, logo: Logo | undefined): Course {
  const local = (text: LocalText): string => text[language] ?? Object.values(text)[0] ?? '';
  return {
    id: file.id,
    ...(file.name === undefined ? {} : { name: file.name }),
    title: local(file.title),
    description: local(file.description),
    ...(file.subject === undefined ? {} : { subject: local(file.subject) }),
    language,
    version: file.version,
    publisher: local(file.publisher),
    ...(file.organization === undefined ? {} : { organization: file.organization }),
    contact: file.contact,
    ...(file.authority === undefined ? {} : { authority: file.authority }),
    ...(file.assessed === undefined ? {} : { assessed: file.assessed }),
    ...(file.gaps === undefined ? {} : { gaps: file.gaps }),
    completeWhen: file.completeWhen,
    report: file.report,
    ...(file.statusWhenComplete === undefined ? {} : { statusWhenComplete: file.statusWhenComplete }),
    ...(file.wipesOnCompletion === undefined ? {} : { wipesOnCompletion: file.wipesOnCompletion }),
    ...(file.overflow === undefined ? {} : { overflow: file.overflow }),
    ...(file.lrs === undefined ? {} : { lrs: file.lrs }),
    ...(file.theme === undefined ? {} : { theme: themeOf(file.theme, logo) }),
    ...(file.defaultLanguage === undefined ? {} : { defaultLanguage: file.defaultLanguage }),
    moved: NOTHING_MOVED,
    ...(file.licence === undefined ? {} : { licence: file.licence }),
    ...(file.validFor === undefined ? {} : { validFor: file.validFor }),
    classes: file.classes.map(({ id, title, compulsory = false, earnedBy }) => ({
      id,
      title: local(title),
      compulsory,
      ...(earnedBy === undefined ? {} : { earnedBy }),
    })),
    programmes: file.programmes.map(({ id, title, link, aim, steps, tips, links }) => ({
      id,
      title: local(title),
      link,
      ...(aim === undefined ? {} : { aim: local(aim) }),
      ...(steps === undefined ? {} : { steps: steps.map(local) }),
      ...(tips === undefined ? {} : { tips: tips.map(local) }),
      ...(links === undefined ? {} : { links: links.map((one) => ({ title: local(one.title), link: one.link })) }),
    })),
    chapters: chapters.flatMap(makeChapter),
  };
}

/** The logo is the picture itself, in the place of its file's name. */
function themeOf({ logo: _file, ...colours }: NonNullable<CourseFile['theme']>, logo: Logo | undefined): Theme {
  return { ...colours, ...(logo === undefined ? {} : { logo }) };
}

function makeChapter({ source, parts, exercises, hyphenatedTitle }: ReadChapter): Chapter[] {
  const front = source.block?.value;
  if (!front) return [];
  return [
    {
      id: front.id,
      ...(front.sign === undefined ? {} : { sign: front.sign }),
      title: front.title,
      ...(hyphenatedTitle === undefined ? {} : { hyphenatedTitle }),
      shortTitle: front.shortTitle ?? front.title,
      ...(front.lead === undefined ? {} : { lead: front.lead }),
      ...(front.topic === undefined ? {} : { topic: front.topic }),
      ...(front.minutes === undefined ? {} : { minutes: front.minutes }),
      ...(front.needs === undefined ? {} : { needs: front.needs }),
      ...(front.tomorrow === undefined ? {} : { tomorrow: front.tomorrow }),
      parts: parts.flatMap((part): ChapterPart[] => {
        if (part.type === 'html') return [part];
        const exercise = exercises.get(part.id);
        return exercise ? [{ type: 'exercise', exercise }] : [];
      }),
    },
  ];
}
