/** What the gallery shows: every state of the course in every language and colour scheme, on every page and at every width. */
import type { Course, Language } from '../../src/course/course.ts';
import {
  COVER_PAGE,
  LICENCE_PAGE,
  PRIVACY_PAGE,
  RULES_PAGE,
  STATEMENT_PAGE,
  SUPPORT_PAGE,
  WORKBOOK_PAGE,
} from '../../src/shell/navigation/route.ts';

/**
 * empty: nothing was written yet; begun: something in each exercise; full: the whole licence, as it is folded; unfolded: the same with every
 * step shown; earned: the moment when the compulsory classes are earned; earned-away: she comes back to it after a long time; offline, refused: what was written cannot be saved; two-versions: she has written in two browsers and is asked
 * which texts stay; unnamed-words: an LMS that names nobody, and words of somebody in this browser; print: on paper.
 */
export const STATES = [
  'empty',
  'begun',
  'full',
  'unfolded',
  'earned',
  'earned-away',
  'offline',
  'refused',
  'read-only',
  'two-versions',
  'unnamed-words',
  'print',
] as const;
export type State = (typeof STATES)[number];

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const LANGUAGES = ['fi', 'sv', 'en'] as const satisfies readonly Language[];

/** A telephone, Moodle's frame, a desktop. */
export const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 714, height: 666 },
  { width: 360, height: 740 },
] as const;
/** An A4 page between its margins, at 96 pixels an inch. */
const PAPER = { width: 718, height: 1047 } as const;

/** The table of contents, where it is a sheet over the page. */
export const CONTENTS = 'sisallys';
/** From this width on the contents stand beside the page, and are in every picture. */
const RAIL_FROM = 1200;

/** What a developer wants to see; everything where nothing is chosen. */
export interface Choice {
  readonly states?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly schemes?: readonly string[] | undefined;
  readonly widths?: readonly string[] | undefined;
  /** Parts of deep links: `b/` is chapter B's exercises. */
  readonly pages?: readonly string[] | undefined;
}

/** What `--quick` chooses where nothing else is said. */
export const QUICK = {
  states: ['empty', 'full'],
  languages: ['fi'],
  schemes: ['light'],
  widths: ['1280', '360'],
} as const satisfies Choice;

/** One learner at the course: a browser of her own, in which all pages of a state are looked at. */
export interface Sitting {
  readonly state: State;
  readonly language: Language;
  readonly scheme: Scheme;
}

/** One picture of a sitting. */
export interface View {
  /** A deep link, or `CONTENTS`. */
  readonly place: string;
  readonly width: number;
  readonly height: number;
}

function isChosen(all: readonly string[] | undefined, one: string): boolean {
  return all === undefined || all.includes(one);
}

export function sittingsOf({ states, languages, schemes }: Choice): Sitting[] {
  return STATES.filter((state) => isChosen(states, state)).flatMap((state) =>
    LANGUAGES.filter((language) => isChosen(languages, language)).flatMap((language) =>
      // Paper is white.
      SCHEMES.filter((scheme) => isChosen(schemes, scheme) && (state !== 'print' || scheme === 'light')).map((scheme) => ({
        state,
        language,
        scheme,
      })),
    ),
  );
}

/** The pages on which a state shows: the words of saving and of a class just earned are the same on all. */
function placesOf({ chapters }: Course, state: State): string[] {
  const exercises = chapters.flatMap(({ id, parts }) =>
    parts.flatMap((part) => (part.type === 'exercise' ? [`${id}/${part.exercise.id}`] : [])),
  );
  const [firstExercise = ''] = exercises;
  const chapterPages = chapters.map(({ id }) => id);
  const ownPages = [LICENCE_PAGE, WORKBOOK_PAGE, RULES_PAGE, STATEMENT_PAGE, PRIVACY_PAGE];
  switch (state) {
    case 'empty':
    case 'begun':
    case 'full':
      return [COVER_PAGE, CONTENTS, ...chapterPages, ...exercises, ...ownPages, SUPPORT_PAGE];
    case 'unfolded':
      return exercises;
    case 'print':
      return [...chapterPages, ...ownPages, SUPPORT_PAGE];
    case 'earned':
    case 'earned-away':
      return [firstExercise, LICENCE_PAGE, CONTENTS, COVER_PAGE];
    default:
      return [firstExercise, COVER_PAGE, CONTENTS, WORKBOOK_PAGE];
  }
}

export function viewsOf(course: Course, state: State, { pages, widths }: Choice): View[] {
  const places = placesOf(course, state).filter((place) => pages === undefined || pages.some((part) => place.includes(part)));
  if (state === 'print') return places.map((place) => ({ place, ...PAPER }));
  return places.flatMap((place) =>
    WINDOWS.filter(({ width }) => isChosen(widths, String(width)) && (place !== CONTENTS || width < RAIL_FROM)).map((window) => ({
      place,
      ...window,
    })),
  );
}

/** How a view is named in the list of faults and in the name of its picture. */
export function nameOf({ state, language, scheme }: Sitting, { place, width }: View): string {
  return [place.replaceAll('/', '-'), state, language, scheme, String(width)].join('_');
}
