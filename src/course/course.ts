/**
 * The course as its content says it: what `build/read-course.ts` makes of `content/` and what every other part reads.
 * Plain JSON, so that it can be written into a bundle. Every id is ASCII, readable and never changes:
 * learners' answers, SCORM interactions and xAPI activities are found by it.
 */

import type { ExerciseDefinition, FromSchema } from '../exercises/exercise-kind.ts';
import type * as kinds from '../exercises/kinds.ts';
import type { comparison, option, question, scale } from '../exercises/shared/schema-keys.ts';
import type { ClassRule } from './class-rule.ts';
import type { DatedLicenceRule } from './licence-rule.ts';
import type { Language } from './languages.ts';
import type { MovedIds } from './moved-ids.ts';
import type { CourseSettings } from './settings.ts';
import type { ValidPeriod } from './licence-validity.ts';

export type { Language } from './languages.ts';
export type { CompleteWhen, Overflow, Report, StatusWhenComplete } from './settings.ts';

/** A class of the licence, such as `A1`. */
export interface LicenceClass {
  readonly id: string;
  readonly title: string;
  /** As the content says it: where it has no rule of the licence, compulsory classes together make it. What a class is by the rule: `roleOf`. */
  readonly compulsory: boolean;
  /** What makes the class, in the order of the days; absent where all of its exercises do. */
  readonly earnedBy?: readonly ClassRule[];
}

/** One of the training programmes that class A lets the learner choose from. */
export interface Programme {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  /** What is trained for, in a sentence or two. */
  readonly aim?: string;
  /** What to do, in order; absent until the keeper has written it. */
  readonly steps?: readonly string[];
  readonly tips?: readonly string[];
  readonly links?: readonly { readonly title: string; readonly link: string }[];
}

/** What a part is of the whole. */
export interface CoursePart {
  /** The id of the whole, under which classes and answers are reported, so that those of all parts come together. */
  readonly of: string;
  /** Tells it from the other parts, in names of files and identifiers: `b`. Never changes. */
  readonly key: string;
  /** The sign that stands for its exercises, where they are of no class. */
  readonly sign?: string;
}

export interface Course extends CourseSettings {
  /** An IRI the customer can set; xAPI activities live under it. */
  readonly id: string;
  /** Its name in file names and SCORM manifests (`shortNameOf`); absent in courses that were made before they could name themselves. */
  readonly name?: string;
  readonly title: string;
  readonly description: string;
  /** What the licence is in, as it stands on the card; the title where there is none. */
  readonly subject?: string;
  readonly language: Language;
  /** The content's version, shown to the learner; never in a manifest. */
  readonly version: string;
  readonly publisher: string;
  /** Where it is a part of another course that is taken by itself (`course-parts.ts`). */
  readonly part?: CoursePart;
  /** Ids that were others in an earlier release. */
  readonly moved: MovedIds;
  readonly classes: readonly LicenceClass[];
  /** What makes the licence, in the order of the days; absent where all compulsory classes do. */
  readonly licence?: readonly DatedLicenceRule[];
  /** How long a licence is valid from the day on which it was earned, or earned again; absent where it does not expire. */
  readonly validFor?: ValidPeriod;
  readonly programmes: readonly Programme[];
  /** In the order in which they are read. */
  readonly chapters: readonly Chapter[];
}

/** The course in every language it is written in, the main language first. The ids are the same in all of them. */
export type Courses = readonly [Course, ...Course[]];

export interface Chapter {
  readonly id: string;
  /** `P` for the induction guide, a class letter such as `B`, or absent: the sign beside the title. */
  readonly sign?: string;
  readonly title: string;
  /** The title with soft hyphens in its long words, for a heading on the page; absent where the title has none. */
  readonly hyphenatedTitle?: string;
  /** A shorter title for the header and the table of contents; equal to `title` where the content gives none. */
  readonly shortTitle: string;
  /** The line under the title ("Kun haluat …"). */
  readonly lead?: string;
  /** How long its exercises take in all. */
  readonly minutes?: number;
  /** What it is about, in a word or two; the cover says it where only the chapter's letter and minutes stand. */
  readonly topic?: string;
  /** What the learner needs for it beside the course, after "Tarvitset": a colleague, a customer, the last feedback. */
  readonly needs?: string;
  /** What she is asked at its end for herself; needed for nothing, and told to nobody (`tomorrowOf` in `fields.ts`). */
  readonly tomorrow?: Question;
  readonly parts: readonly ChapterPart[];
}

/** Running text (HTML made at build from our own Markdown), or the place of an exercise. */
export type ChapterPart = { readonly type: 'html'; readonly html: string } | { readonly type: 'exercise'; readonly exercise: Exercise };

/** A question answered in the learner's own words. */
export type Question = FromSchema<typeof question>;

/** Something to pick from a list. */
export type Option = FromSchema<typeof option>;

/** What a learner sees once she has answered, to look at her own answer again. */
export type Comparison = FromSchema<typeof comparison>;

/** Worded steps to pick one from, with a note beside them. */
export type ScaleQuestion = FromSchema<typeof scale>;

type ExerciseIn<Definition> = Definition extends ExerciseDefinition<infer E> ? E : never;

/** Any exercise of a course; what one kind asks is in its folder. */
export type Exercise = ExerciseIn<(typeof kinds)[keyof typeof kinds]>;

export type ExerciseKind = Exercise['kind'];

/** All exercises of the course in reading order. */
export function exercisesOf(course: Pick<Course, 'chapters'>): Exercise[] {
  return course.chapters.flatMap((chapter) => chapter.parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : [])));
}

/** The chapter in which an exercise stands. */
export function chapterOf(course: Pick<Course, 'chapters'>, exerciseId: string): Chapter | undefined {
  return course.chapters.find((chapter) => chapter.parts.some((part) => part.type === 'exercise' && part.exercise.id === exerciseId));
}
