/**
 * The course as its content says it: what `build/read-course.ts` makes of `content/` and what every other part reads.
 * Plain JSON, so that it can be written into a bundle. Every id is ASCII, readable and never changes:
 * learners' answers, SCORM interactions and xAPI activities are found by it.
 */

import type { MovedIds } from './moved-ids.ts';

/** A language of the course or its interface, BCP 47. */
export type Language = 'fi' | 'sv' | 'en';

/** A class of the licence, such as `A1`. */
export interface LicenceClass {
  readonly id: string;
  readonly title: string;
  /** Compulsory classes together make the licence. */
  readonly compulsory: boolean;
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

export interface Course {
  /** An IRI the customer can set; xAPI activities live under it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly language: Language;
  /** The content's version, shown to the learner; never in a manifest. */
  readonly version: string;
  readonly publisher: string;
  readonly contact: string;
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
  /** Ids that were others in an earlier release. */
  readonly moved: MovedIds;
  readonly classes: readonly LicenceClass[];
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
  /** What the learner needs for it beside the course, after "Tarvitset": a colleague, a customer, the last feedback. */
  readonly needs?: string;
  readonly parts: readonly ChapterPart[];
}

/** Running text (HTML made at build from our own Markdown), or the place of an exercise. */
export type ChapterPart = { readonly type: 'html'; readonly html: string } | { readonly type: 'exercise'; readonly exercise: Exercise };

interface ExerciseBase {
  readonly id: string;
  readonly title: string;
  /** The title with soft hyphens in its long words, for a heading on the page; absent where the title has none. */
  readonly hyphenatedTitle?: string;
  /** Why the exercise matters, in one sentence. */
  readonly why: string;
  /** What to do: HTML made at build from our own Markdown. */
  readonly task: string;
  /** How long it takes. */
  readonly minutes?: number;
  /** The classes that are earned by it; empty for the induction guide. */
  readonly classes: readonly string[];
}

/** A question answered in the learner's own words. */
export interface Question {
  /** Local to its exercise, list or row; `fields.ts` makes the whole id of it. */
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** Shown behind "näytä esimerkki". */
  readonly example?: string;
  /** Asked, but not needed to be done with the exercise. */
  readonly optional?: boolean;
  /** Never leaves the learner's own state, whatever the standard. */
  readonly private?: boolean;
  /** Longest answer in characters (UTF-16 units); 4,000 where the content gives none. */
  readonly maxLength?: number;
}

/** A question of its own, with something to compare the answer to. */
export interface ReflectionQuestion extends Question {
  readonly compare?: Comparison;
}

/** What a learner sees once she has answered, to look at her own answer again. */
export interface Comparison {
  /** A good answer. */
  readonly answer: string;
  /** Two or three questions to ask of one's own answer. */
  readonly criteria: readonly string[];
}

/** Something to pick from a list. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
}

export interface TrainingProgramme extends ExerciseBase {
  readonly kind: 'training-programme';
  readonly programmeLabel: string;
  /** What to practise while a programme has no steps of its own. */
  readonly ideas?: PracticeIdeas;
  readonly log: {
    readonly label: string;
    readonly add: string;
    readonly date: Question;
    readonly what: Question;
    /** Which classes the training touched: its options are the exercise's classes. */
    readonly touched: Question;
    readonly noticed: Question;
  };
  readonly agreed: Question;
}

export interface PracticeIdeas {
  readonly label: string;
  /** Where they come from. */
  readonly source: string;
  readonly items: readonly string[];
}

export interface ChannelAssessment extends ExerciseBase {
  readonly kind: 'channel-assessment';
  readonly channelLabel: string;
  readonly channels: readonly Channel[];
  readonly skill: ScaleQuestion;
  readonly presence: ScaleQuestion;
  readonly development: Question;
  /** "What would help with the channels that stay empty?" */
  readonly help: Question;
}

export interface Channel extends Option {
  /** The learner names these herself and may add several ("Some, mitkä?"). */
  readonly several?: { readonly name: string; readonly add: string };
}

export interface ScaleQuestion {
  readonly label: string;
  readonly help?: string;
  /** Label of the note beside the scale. */
  readonly note: string;
  /** Worded steps, weakest first. */
  readonly steps: readonly Option[];
  readonly private?: boolean;
}

export interface ColleagueStrengths extends ExerciseBase {
  readonly kind: 'colleague-strengths';
  readonly talk: Question;
  readonly strengths: { readonly label: string; readonly add: string; readonly minimum: number; readonly strength: Question };
  readonly presenting: Question;
  readonly meaning: Question;
}

export interface UserIdeas extends ExerciseBase {
  readonly kind: 'user-ideas';
  readonly ideasLabel: string;
  readonly add: string;
  /** Fewest ideas to be done. */
  readonly minimum: number;
  /** "Never a name." */
  readonly privacy: string;
  readonly who: Question & { readonly suggestions: readonly string[] };
  readonly channel: Question & { readonly options: readonly Option[] };
  readonly sort: Question & { readonly options: readonly Option[] };
  readonly what: Question;
  readonly response: Question;
}

export interface ServicePath extends ExerciseBase {
  readonly kind: 'service-path';
  readonly group: Question;
  readonly channels: Question & { readonly options: readonly Option[] };
  readonly contact: Question & { readonly options: readonly Option[] };
  readonly phases: readonly PathPhase[];
  readonly marks: readonly PathMark[];
}

export interface PathPhase {
  readonly id: string;
  readonly label: string;
  readonly steps: readonly Question[];
}

/** "Recommend", "tip", "tell about a service package". */
export interface PathMark extends Option {
  /** Label of the mark's note. */
  readonly note: string;
}

export interface StakeholderMap extends ExerciseBase {
  readonly kind: 'stakeholder-map';
  readonly compare?: Comparison;
  /** What stands in the middle of the map. */
  readonly centre: string;
  readonly branches: readonly MapBranch[];
}

export interface MapBranch {
  readonly id: string;
  /** The workbook's question. */
  readonly label: string;
  /** A word or two for the drawn map. */
  readonly shortLabel: string;
  /** On the button that adds a node here; made of `shortLabel` where the content gives none. */
  readonly add?: string;
}

export interface Reflection extends ExerciseBase {
  readonly kind: 'reflection';
  readonly questions: readonly ReflectionQuestion[];
}

export interface CustomerProfiles extends ExerciseBase {
  readonly kind: 'customer-profiles';
  readonly profilesLabel: string;
  readonly add: string;
  readonly minimum: number;
  readonly name: Question;
  readonly ways: Question;
  readonly channels: Question;
  readonly ensuring: Question;
}

export interface OrientationGuide extends ExerciseBase {
  readonly kind: 'orientation-guide';
  readonly heading: Question;
  readonly text: Question;
  readonly summary: string;
  readonly notice: { readonly id: string; readonly label: string; readonly options: readonly Option[] };
  readonly act: { readonly id: string; readonly label: string; readonly options: readonly Option[] };
}

export type Exercise =
  | TrainingProgramme
  | ChannelAssessment
  | ColleagueStrengths
  | UserIdeas
  | ServicePath
  | StakeholderMap
  | Reflection
  | CustomerProfiles
  | OrientationGuide;

export type ExerciseKind = Exercise['kind'];

/** All exercises of the course in reading order. */
export function exercisesOf(course: Course): Exercise[] {
  return course.chapters.flatMap((chapter) => chapter.parts.flatMap((part) => (part.type === 'exercise' ? [part.exercise] : [])));
}

/** The chapter in which an exercise stands. */
export function chapterOf(course: Course, exerciseId: string): Chapter | undefined {
  return course.chapters.find((chapter) => chapter.parts.some((part) => part.type === 'exercise' && part.exercise.id === exerciseId));
}
